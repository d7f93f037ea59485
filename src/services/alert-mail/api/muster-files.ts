import { readFileSync } from 'node:fs'
import { listUnits } from '#kernel/access/organisation.ts'
import { printPdf } from '#capabilities/documents/pdf.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { plainIn } from '#capabilities/notices/wording.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { RANK_NAMES } from '../forms/muster-forms.ts'
import type { CalledPerson, MusterCall } from '../model.ts'
import { calledBy } from '../pages/muster-board.ts'
import { officialReply } from '../pages/muster-reply.ts'
import { countsOf, expectedAt, percentOf } from '../rules/muster.ts'
import { listMusterReminders } from '../store/muster.ts'
import { listMusterClasses } from '../store/roster.ts'
import { FILE_TYPES } from './list-files.ts'

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

/** The call as a workbook: how it went, then everybody with their last answer and when they came. */
export async function showMusterSheet(visit: Visit): Promise<Answer> {
  const { call, people } = await calledBy(visit, 'export muster list')
  const units = await unitNames(visit)
  const time = (at: Temporal.Instant | null) => (at === null ? '' : minuteOf(at))
  const rows = people.map((person) => [
    units.get(person.unitCode) ?? person.unitCode, person.name, RANK_NAMES[person.rank], person.phone, officialReply(person.reply), time(person.reply?.repliedAt ?? null), time(expectedAt(person)), time(person.arrivedAt),
  ])
  const head = ['部署', '氏名', '職位', '電話', '回答', '回答日時', '到着予定', '到着']
  const made = writeXlsx({
    properties: { title: call.reason, creator: visit.city.name, createdAt: visit.tx.now },
    sheets: [
      { name: '結果', columns: [{ width: 18 }, { width: 48 }], rows: (await resultOf(visit, call, people)).map(([name, value]) => ({ cells: [{ value: name, style: { isBold: true } }, { value }] })) },
      {
        name: '職員', columns: head.map(() => ({ width: 20 })), frozen: { rows: 1, columns: 0 },
        rows: [{ cells: head.map((value) => ({ value, style: { isBold: true } })) }, ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
      },
    ],
  })
  if (!made.ok) throw new Fault('broken', `the file cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), FILE_TYPES.xlsx, `muster-${call.id.slice(0, 8)}.xlsx`)
}

async function resultOf({ tx }: Visit, call: MusterCall, people: readonly CalledPerson[]): Promise<(readonly [string, string | number])[]> {
  const { called, coming, cannot, silent, arrived } = countsOf(people)
  const classes = (await listMusterClasses(tx)).filter(({ key }) => call.classKeys.includes(key)).map(({ name }) => plainIn(name.ja, 'ja'))
  const reminders = await listMusterReminders(tx, call.id)
  return [
    ['理由', call.reason], ['場所', call.place], ['区分', classes.join('、')], ['訓練', call.isDrill ? '訓練' : ''],
    ['招集', minuteOf(call.calledAt)], ['招集した人', call.calledByName], ['終了', call.endedAt === null ? '' : minuteOf(call.endedAt)],
    ['招集(人)', called], ['参集できる(人)', coming], ['参集できない(人)', cannot], ['未回答(人)', silent], ['到着(人)', arrived], ['回答率(%)', percentOf(coming + cannot, called)],
    ...reminders.map(({ number, sentAt, people: count }) => [`再送 ${number}回目`, `${minuteOf(sentAt)} ${count}人`] as const),
  ]
}

async function unitNames({ tx }: Visit): Promise<ReadonlyMap<string, string>> {
  return new Map((await listUnits(tx, tx.today)).map(({ code, name }) => [code, name]))
}
