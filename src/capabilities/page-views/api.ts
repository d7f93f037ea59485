import { writeCsv } from '#capabilities/documents/csv.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { firstDayOf, lastDayOf } from '#kernel/values/fiscal-year.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { yearIn } from './pages.ts'
import { listByDay } from './store.ts'

/** A fiscal year's views by day, route and language: UTF-8 with the mark that spreadsheet programs look for. */
export async function viewsCsv({ query, tx }: Visit): Promise<Answer> {
  const year = yearIn(query.year, tx.today)
  const rows = await listByDay(tx, firstDayOf(year), lastDayOf(year))
  const lines = rows.map(({ day, route, language, views }) => [day.toString(), route, language, views])
  const written = writeCsv([['day', 'route', 'language', 'views'], ...lines], { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
  if (!written.ok) throw new Fault('broken', written.reason)
  return fileAnswer(Buffer.from(written.bytes), 'text/csv; charset=utf-8; header=present', `page-views-${year}.csv`)
}
