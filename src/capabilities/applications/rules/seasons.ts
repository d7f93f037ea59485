import type { Procedure, ProcedureVersion } from '../procedure.ts'

export interface Pause {
  readonly id: string
  readonly procedure: string
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate | null
  readonly reason: Readonly<Record<'ja' | 'ja-x-yasashii' | 'en' | 'pt', string>>
}

/** Whether a procedure takes applications on a day; if not, from when again, as far as anybody knows. */
export type Opening = { readonly isOpen: true } | { readonly isOpen: false; readonly opensOn: Temporal.PlainDate | null; readonly pause: Pause | null }

export function openingOn(definition: Procedure, pauses: readonly Pause[], on: Temporal.PlainDate): Opening {
  const pause = pauses.find(({ procedure, fromOn, untilOn }) => procedure === definition.key && isFrom(fromOn, on) && (untilOn === null || isFrom(on, untilOn)))
  if (pause !== undefined) return { isOpen: false, opensOn: pause.untilOn?.add({ days: 1 }) ?? null, pause }
  const first = definition.versions[0].from
  if (!isFrom(first, on)) return { isOpen: false, opensOn: first, pause: null }
  const { seasons } = definition
  if (seasons === undefined || seasons.some((season) => isWithin(season, on))) return { isOpen: true }
  return { isOpen: false, opensOn: nextBegin(seasons, on), pause: null }
}

/** The version that is filed on a day: the last one that has begun. */
export function versionOn({ versions }: Procedure, on: Temporal.PlainDate): ProcedureVersion {
  return versions.findLast(({ from }) => isFrom(from, on)) ?? versions[0]
}

export function versionNamed({ versions }: Procedure, name: string): ProcedureVersion | undefined {
  return versions.find(({ version }) => version === name)
}

function isFrom(day: Temporal.PlainDate, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, on) <= 0
}

/** Month and day compare as text; a season may run over the turn of the year. */
function isWithin({ from, until }: { from: string; until: string }, on: Temporal.PlainDate): boolean {
  const day = on.toString().slice(-5)
  return from <= until ? from <= day && day <= until : from <= day || day <= until
}

function nextBegin(seasons: readonly { from: string }[], on: Temporal.PlainDate): Temporal.PlainDate | null {
  const begins = seasons.flatMap(({ from }) => [on.year, on.year + 1].map((year) => Temporal.PlainDate.from(`${year}-${from}`)))
  return begins.filter((day) => Temporal.PlainDate.compare(day, on) > 0).toSorted(Temporal.PlainDate.compare)[0] ?? null
}
