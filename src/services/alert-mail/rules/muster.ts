import type { CalledPerson, MusterRule, RosterPerson } from '../model.ts'

/** A unit and the one above it. */
export interface UnitTie {
  readonly code: string
  readonly parentCode: string | null
}

/** Whom the dated table calls for a class. A line without rank and unit means everybody. */
export function peopleOf(classKeys: readonly string[], rules: readonly MusterRule[], roster: readonly RosterPerson[], units: readonly UnitTie[]): RosterPerson[] {
  const wanted = rules.filter(({ classKey }) => classKeys.includes(classKey))
  const above = new Map(units.map(({ code, parentCode }) => [code, parentCode]))
  return roster.filter((person) => wanted.some(({ rank, unitCode }) => (rank === null || rank === person.rank) && (unitCode === null || isWithin(person.unitCode, unitCode, above))))
}

function isWithin(unitCode: string, wanted: string, above: ReadonlyMap<string, string | null>): boolean {
  // A unit that is its own ancestor would go round for ever; no tree is deeper than its number of units.
  let code: string | null | undefined = unitCode
  for (let steps = 0; code && steps <= above.size; steps++) {
    if (code === wanted) return true
    code = above.get(code)
  }
  return false
}

export interface MusterCounts {
  readonly called: number
  readonly coming: number
  readonly cannot: number
  readonly silent: number
  readonly arrived: number
}

export function countsOf(people: readonly CalledPerson[]): MusterCounts {
  const count = (holds: (person: CalledPerson) => boolean) => people.filter(holds).length
  return {
    called: people.length,
    coming: count(({ reply }) => reply?.kind === 'coming'),
    cannot: count(({ reply }) => reply?.kind === 'cannot'),
    silent: count(({ reply, arrivedAt }) => reply === null && arrivedAt === null),
    arrived: count(({ arrivedAt }) => arrivedAt !== null),
  }
}

/** When somebody is here, or will be by their own word; null where nobody can tell. */
export function expectedAt({ reply, arrivedAt }: CalledPerson): Temporal.Instant | null {
  if (arrivedAt !== null) return arrivedAt
  return reply?.kind === 'coming' ? reply.repliedAt.add({ minutes: reply.minutes }) : null
}

export interface CurvePoint {
  /** Minutes after the call. */
  readonly minute: number
  /** People here by then, as they said. */
  readonly people: number
}

/** How many are expected when: a step for everybody who comes, from the call on. */
export function arrivalCurve(calledAt: Temporal.Instant, people: readonly CalledPerson[]): CurvePoint[] {
  const minutes = people.flatMap((person) => expectedAt(person) ?? []).map((at) => Math.max(0, Math.ceil(at.since(calledAt).total('minutes'))))
  const points: CurvePoint[] = [{ minute: 0, people: 0 }]
  for (const minute of minutes.toSorted((one, other) => one - other)) {
    const last = points.at(-1) as CurvePoint
    if (last.minute === minute) points[points.length - 1] = { minute, people: last.people + 1 }
    else points.push({ minute, people: last.people + 1 })
  }
  return points
}

/** Whom a reminder is for: called, silent, and not seen at the door. */
export function silentAmong(people: readonly CalledPerson[]): CalledPerson[] {
  return people.filter(({ reply, arrivedAt }) => reply === null && arrivedAt === null)
}

/** Percentage with one decimal; 0 of nobody. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 1_000) / whole) / 10
}
