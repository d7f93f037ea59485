/** One fact replaces another of the same name; see `corrections` in kernel/facts/privacy.ts. */
export interface Correction {
  readonly correcting: string
  readonly corrected: string
  readonly factName: string
  readonly recordedAt: Temporal.Instant
  readonly position: number
}

interface CorrectableFact {
  readonly id: string
  readonly name: string
  readonly body: unknown
}

/**
 * Which facts stand. A fact stands unless it only takes another out, or another corrects it; of several that correct the
 * same one, the one recorded last stands. Nothing of this depends on the order in which the facts arrived.
 */
export class CorrectionBook {
  private readonly lastOf = new Map<string, Correction>()

  constructor(corrections: readonly Correction[]) {
    for (const correction of corrections) {
      const key = keyOf(correction.factName, correction.corrected)
      const known = this.lastOf.get(key)
      if (known === undefined || isLater(correction, known)) this.lastOf.set(key, correction)
    }
  }

  stands(fact: CorrectableFact): boolean {
    if (this.lastOf.size === 0 && !isWithdrawal(fact)) return true
    if (isWithdrawal(fact) || this.lastOf.has(keyOf(fact.name, fact.id))) return false
    const corrected = correctedBy(fact)
    if (corrected === null) return true
    const last = this.lastOf.get(keyOf(fact.name, corrected))
    return last === undefined || last.correcting === fact.id
  }
}

/** The id of the fact that this one replaces, or null. */
export function correctedBy({ body }: Pick<CorrectableFact, 'body'>): string | null {
  const corrects = fieldOf(body, 'corrects')
  return typeof corrects === 'string' ? corrects.toLowerCase() : null
}

function isWithdrawal({ body }: CorrectableFact): boolean {
  return fieldOf(body, 'withdrawn') === true && typeof fieldOf(body, 'corrects') === 'string'
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
}

/** Recorded in the same moment: told apart by the id, so that every order of arrival gives the same. */
function isLater(one: Correction, other: Correction): boolean {
  const order = Temporal.Instant.compare(one.recordedAt, other.recordedAt)
  return order > 0 || (order === 0 && one.correcting > other.correcting)
}

function keyOf(factName: string, id: string): string {
  return `${factName} ${id}`
}
