import { sql, type RawBuilder } from 'kysely'

/** A point in both times: for which day (today where nothing is said), and as the register knew it when (now). */
export interface Moment {
  readonly on?: Temporal.PlainDate
  readonly knownAt?: Temporal.Instant
}

/** Holds for the versions, named `version` in the query unless it says otherwise, that the register said then for that day. */
export function saidAt({ on, knownAt }: Moment, today: Temporal.PlainDate, name = 'version'): RawBuilder<boolean> {
  const day = on ?? today
  const column = (own: string) => sql.ref(`${name}.${own}`)
  const holding = sql<boolean>`${column('valid_from')} <= ${day} and (${column('valid_to')} is null or ${column('valid_to')} > ${day})`
  if (knownAt === undefined) return sql<boolean>`(${holding} and ${column('superseded_at')} is null)`
  return sql<boolean>`(${holding} and ${column('recorded_at')} <= ${knownAt} and (${column('superseded_at')} is null or ${column('superseded_at')} > ${knownAt}))`
}
