import { holdsOn, type RosterLine } from './escalation.ts'

interface Period {
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate | null
}

/** What stands on a day, and how long something that begins on it lasts: as long as that would have, and until the next that is planned. */
export function beginningOn<Line extends Period>(lines: readonly Line[], day: Temporal.PlainDate): { readonly standing: Line | undefined; readonly validTo: Temporal.PlainDate | null } {
  const standing = lines.find((line) => holdsOn(line, day))
  const next = lines.map(({ validFrom }) => validFrom).filter((from) => Temporal.PlainDate.compare(from, day) > 0).toSorted(Temporal.PlainDate.compare)[0]
  const untilNext = next?.subtract({ days: 1 }) ?? null
  const own = standing?.validTo ?? null
  if (own === null || untilNext === null) return { standing, validTo: own ?? untilNext }
  return { standing, validTo: Temporal.PlainDate.compare(own, untilNext) < 0 ? own : untilNext }
}

/** Who is asked on a day, in order. */
export function rosterOn(lines: readonly RosterLine[], day: Temporal.PlainDate): RosterLine[] {
  return lines.filter((line) => holdsOn(line, day)).toSorted((one, other) => one.position - other.position || (one.login < other.login ? -1 : 1))
}

/** Where somebody stands from a day on; `place` counts from 1, null takes them off. */
interface RosterWish {
  readonly login: string
  readonly place: number | null
  readonly mail: string
}

/** What becomes of one person's line; `after` null: they are off the roster. */
export interface RosterStep {
  readonly login: string
  readonly before: RosterLine | undefined
  readonly after: Pick<RosterLine, 'position' | 'mail'> | null
}

/** Puts somebody in a place, moves the others along, and says whose line is another from that day on: nobody shares a place. */
export function rosterSteps(lines: readonly RosterLine[], day: Temporal.PlainDate, { login, place, mail }: RosterWish): RosterStep[] {
  const before = rosterOn(lines, day)
  const others = before.filter((line) => line.login !== login)
  const after = place === null ? others : others.toSpliced(place - 1, 0, { ...(before.find((line) => line.login === login) ?? NOBODY), login, mail })
  const moved = after.flatMap((line, index): RosterStep[] => {
    const stood = before.find((one) => one.login === line.login)
    const position = index + 1
    return stood?.position === position && stood.mail === line.mail ? [] : [{ login: line.login, before: stood, after: { position, mail: line.mail } }]
  })
  const gone = place === null ? before.filter((line) => line.login === login).map((line): RosterStep => ({ login, before: line, after: null })) : []
  return [...gone, ...moved]
}

const NOBODY = { position: 0, validFrom: Temporal.PlainDate.from('1970-01-01'), validTo: null }
