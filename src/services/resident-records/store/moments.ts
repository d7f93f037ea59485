import { sql, type RawBuilder } from 'kysely'

/** A point in both times: for which day (today where nothing is said), and as the register knew it when (now). */
export interface Moment {
  readonly on?: Temporal.PlainDate
  readonly knownAt?: Temporal.Instant
}

/** Holds for the versions, named `version` in the query, that the register said then for that day. */
export function saidAt({ on, knownAt }: Moment, today: Temporal.PlainDate): RawBuilder<boolean> {
  const day = on ?? today
  const holding = sql<boolean>`version.valid_from <= ${day} and (version.valid_to is null or version.valid_to > ${day})`
  if (knownAt === undefined) return sql<boolean>`(${holding} and version.superseded_at is null)`
  return sql<boolean>`(${holding} and version.recorded_at <= ${knownAt} and (version.superseded_at is null or version.superseded_at > ${knownAt}))`
}
