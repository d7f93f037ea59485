import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { PersonalChannelKey } from '../model.ts'

/** What came to a broadcast's counter in one language. */
export interface Counted {
  readonly noticeId: string
  readonly channel: PersonalChannelKey
  readonly language: Language
  handed: number
  within10s: number
  within60s: number
  refused: number
}

/** Adds to the counters. Rows are touched in one order everywhere, so that two processes never wait for each other in a circle. */
export async function addToTallies(tx: Tx, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const sorted = counted.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
  const column = <Value>(of: (row: Counted) => Value) => sorted.map(of)
  await tx.run(statement(sql`
    insert into notices.tally as tally (notice_id, channel, language, handed, within_10s, within_60s, refused)
    select * from unnest(
      ${column((row) => row.noticeId)}::uuid[], ${column((row) => row.channel)}::text[], ${column((row) => row.language)}::text[],
      ${column((row) => row.handed)}::int[], ${column((row) => row.within10s)}::int[], ${column((row) => row.within60s)}::int[], ${column((row) => row.refused)}::int[])
    on conflict (notice_id, channel, language) do update
       set handed = tally.handed + excluded.handed, within_10s = tally.within_10s + excluded.within_10s,
           within_60s = tally.within_60s + excluded.within_60s, refused = tally.refused + excluded.refused`))
}

function orderOf({ noticeId, channel, language }: Counted): string {
  return `${noticeId} ${channel} ${language}`
}
