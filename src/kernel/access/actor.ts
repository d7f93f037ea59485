/** Who acts: a person at work, a resident, a visitor nobody knows, or the city's own machinery. Never two of them at once. */
export interface Actor {
  /** The person's id, `resident:<account>`, `visitor`, or `system`. */
  readonly id: string
  readonly person: Staff | null
  readonly resident: Resident | null
}

/** A member of staff with the duties that hold today. */
export interface Staff {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly unitCode: string | null
  readonly duties: readonly string[]
}

/** Somebody who signed in to do business of their own with the city. */
export interface Resident {
  readonly accountId: string
  /** How the account greets; not always the name in the register. */
  readonly name: string
  /** How this session was proven. Only a card says who somebody is; the other two say that it is the same one again. */
  readonly proof: Proof
  /** Key in the resident register, once the account was matched to it. */
  readonly personId: string | null
  /** For whom the resident is here in this session, when it is not for themselves. */
  readonly actsFor: Power | null
}

export type Proof = 'card' | 'passkey' | 'mail'

/** The right to act for another person: 法定代理人 by law (guardian), 任意代理人 by that person's own word (proxy). */
export interface Power {
  readonly personId: string
  /** As every page shows it while it holds. */
  readonly name: string
  readonly kind: 'guardian' | 'proxy'
  /** Last day; null while nobody knows it. */
  readonly until: Temporal.PlainDate | null
}

export const visitorActor: Actor = { id: 'visitor', person: null, resident: null }
export const systemActor: Actor = { id: 'system', person: null, resident: null }

export function staffActor(person: Staff): Actor {
  return { id: person.id, person, resident: null }
}

export function residentActor(resident: Resident): Actor {
  return { id: `resident:${resident.accountId}`, person: null, resident }
}

/** May this person do what the duty allows? A visitor never may, and a resident neither. */
export function may(actor: Actor, duty: string): boolean {
  return actor.person !== null && actor.person.duties.includes(duty)
}

/**
 * Whose business is being done, as the register's key: the person acted for, else the resident. Null where the account
 * was not matched to the register, and for everybody who is no resident.
 */
export function personMeant({ resident }: Actor): string | null {
  return resident === null ? null : (resident.actsFor?.personId ?? resident.personId)
}
