import { readFileSync } from 'node:fs'
import { listUnits } from '#kernel/access/organisation.ts'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { RANK_NAMES } from '../forms/muster-forms.ts'
import { calledBy } from '../pages/muster-board.ts'
import { officialReply } from '../pages/muster-reply.ts'
import { expectedAt } from '../rules/muster.ts'
import { sheetAnswer } from './list-files.ts'

/** Whom to ring up when no message gets through, by unit, on A4, with a box and room for the answer. */
export async function showPhoneList(visit: Visit): Promise<Answer> {
  const { tx, city } = visit
  const { call, people } = await calledBy(visit, 'print muster phone list')
  const units = await unitNames(visit)
  const title = `参集 電話名簿${call.isDrill ? '【訓練】' : ''}`
  const printed = await printPdf({
    template: readFileSync(new URL('./phone-list.typ', import.meta.url), 'utf8'),
    content: {
      title, lead: `${call.reason} / ${call.place} / ${minuteOf(call.calledAt)}`, foot: minuteOf(tx.now),
      heading: ['到着', '部署', '氏名', '電話', '回答', 'メモ'],
      rows: people.map((person) => [person.arrivedAt === null ? '□' : '■', units.get(person.unitCode) ?? person.unitCode, person.name, person.phone, officialReply(person.reply), '']),
    },
    title, author: city.name, createdAt: tx.now, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the list cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf')
}

/** The call as a workbook: everybody, their last answer, and when they came. */
export async function showMusterSheet(visit: Visit): Promise<Answer> {
  const { call, people } = await calledBy(visit, 'export muster list')
  const units = await unitNames(visit)
  const time = (at: Temporal.Instant | null) => (at === null ? '' : minuteOf(at))
  const rows = people.map((person) => [
    units.get(person.unitCode) ?? person.unitCode, person.name, RANK_NAMES[person.rank], person.phone, officialReply(person.reply), time(person.reply?.repliedAt ?? null), time(expectedAt(person)), time(person.arrivedAt),
  ])
  const head = ['部署', '氏名', '職位', '電話', '回答', '回答日時', '到着予定', '到着']
  return sheetAnswer([head, ...rows], { format: 'xlsx', title: call.reason, fileName: `muster-${call.id.slice(0, 8)}`, createdAt: visit.tx.now })
}

async function unitNames({ tx }: Visit): Promise<ReadonlyMap<string, string>> {
  return new Map((await listUnits(tx, tx.today)).map(({ code, name }) => [code, name]))
}
