/** Who acts: a person at work, a visitor nobody knows, or the city's own machinery. */
export interface Actor {
  /** The person's id, `visitor`, or `system`. */
  readonly id: string
  readonly person: Staff | null
}

/** A member of staff with the duties that hold today. */
export interface Staff {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly unitCode: string | null
  readonly duties: readonly string[]
}

export const visitorActor: Actor = { id: 'visitor', person: null }
export const systemActor: Actor = { id: 'system', person: null }

export function staffActor(person: Staff): Actor {
  return { id: person.id, person }
}

/** May this person do what the duty allows? A visitor never may. */
export function may(actor: Actor, duty: string): boolean {
  return actor.person !== null && actor.person.duties.includes(duty)
}
