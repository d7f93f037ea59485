import { readFileSync } from 'node:fs'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { listDistricts } from '#capabilities/notices/notices.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { gatherNight } from '../actions/gather-night.ts'
import { realmOf } from '../pages/duty-visit.ts'
import { periodOf, periodText } from '../pages/time-line.ts'
import { rowOf, type TimeLineRow } from '../pages/time-line-rows.ts'
import { dutyWords } from '../text/duty-words.ts'
import { timeLineWords as words } from '../text/time-line-words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Night {
  readonly title: string
  readonly period: string
  readonly fileName: string
  readonly rows: readonly TimeLineRow[]
}

/** The record on A4 landscape, for the report to the prefecture and the archive. */
export async function showTimeLinePdf(visit: Visit): Promise<Answer> {
  const { voice, city, tx } = visit
  const { title, period, fileName, rows } = await nightFor(visit)
  const printed = await printPdf({
    template: readFileSync(new URL('./time-line.typ', import.meta.url), 'utf8'),
    content: {
      title, period, city: voice.plain(city.displayName), headings: headingsOf(visit), isDrill: realmOf(visit) !== 'live', drill: voice.plain(dutyWords.drillBand),
      rows: rows.map(({ at, kind, who, what }) => [at, kind, who, what]), nothing: voice.plain(words.nothing),
    },
    title: `${title} ${period}`, author: city.name, createdAt: tx.now, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the time line cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf', `${fileName}.pdf`)
}

export async function showTimeLineXlsx(visit: Visit): Promise<Answer> {
  const { title, period, fileName, rows } = await nightFor(visit)
  const cells = (values: readonly string[], style?: { readonly isBold: boolean }) => ({ cells: values.map((value) => (style === undefined ? { value } : { value, style })) })
  const made = writeXlsx({
    properties: { title: `${title} ${period}`, creator: visit.city.name, createdAt: visit.tx.now },
    sheets: [{
      name: 'time-line',
      columns: [{ width: 20 }, { width: 14 }, { width: 16 }, { width: 100 }],
      rows: [cells(headingsOf(visit), { isBold: true }), ...rows.map(({ at, kind, who, what }) => cells([at, kind, who, what]))],
      frozen: { rows: 1, columns: 1 },
    }],
  })
  if (!made.ok) throw new Fault('too-large', `the time line cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), XLSX, `${fileName}.xlsx`)
}

async function nightFor(visit: Visit): Promise<Night> {
  const { voice, tx } = visit
  const realm = realmOf(visit)
  const period = await periodOf(visit)
  if (period === undefined) throw new Fault('bad-request', 'from and to are moments such as 2026-11-22 18:00, at most 31 days apart')
  const districts = await listDistricts(tx)
  const rows = (await gatherNight(tx, realm, period)).map((step) => rowOf(voice, step, districts))
  const day = period.from.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()
  return { title: voice.plain(words.title), period: periodText(visit, period), fileName: `${realm === 'live' ? 'time-line' : 'drill-time-line'}-${day}`, rows }
}

function headingsOf({ voice }: Visit): string[] {
  return [words.when, words.kind, words.who, words.what].map((heading) => voice.plain(heading))
}
