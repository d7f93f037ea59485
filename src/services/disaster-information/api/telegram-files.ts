import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Realm } from '../model.ts'
import { realmNames, telegramFilterOf } from '../pages/telegram-choice.ts'
import { levelText, realmText } from '../pages/telegram-paths.ts'
import { listStepsOf, listTelegrams, listWaysOf, type CausedStep, type TelegramLine } from '../store/telegram-lists.ts'
import type { Way } from '../store/telegrams.ts'
import { HAZARD_NAMES } from '../text/hazard-words.ts'
import { REMARK_WORDS, WAY_WORDS } from '../text/intake-reason-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Telegrams in one workbook; a stormy day has some hundreds. */
const MOST_EXPORTED = 5_000
const WIDTHS = [18, 18, 10, 44, 10, 10, 28, 8, 26, 18, 40, 20, 30, 10] as const

/** What the list shows under the same filter, as a workbook: all of it, not one page. */
export async function showTelegramsXlsx(visit: Visit): Promise<Answer> {
  const { voice, tx, city } = visit
  const filter = telegramFilterOf(visit)
  const found = await listTelegrams(tx, filter, MOST_EXPORTED + 1, 0)
  const telegrams = found.slice(0, MOST_EXPORTED)
  const ids = telegrams.map(({ id }) => id)
  const ways = Map.groupBy(await listWaysOf(tx, ids), ({ telegramId }) => telegramId)
  const steps = Map.groupBy(await listStepsOf(tx, ids), ({ telegramId }) => telegramId)
  const realms = await realmNames(visit)
  const rows = telegrams.map((telegram) => rowOf(visit, telegram, { realms, ways: (ways.get(telegram.id) ?? []).map(({ way }) => way), steps: steps.get(telegram.id) ?? [] }))
  const cut = found.length > MOST_EXPORTED ? [[voice.plain(words.exportCut, { most: MOST_EXPORTED })]] : []
  const made = writeXlsx({
    properties: { title: voice.plain(words.title), creator: city.name, createdAt: tx.now },
    sheets: [{
      name: 'telegrams', columns: WIDTHS.map((width) => ({ width })),
      rows: [{ cells: headingsOf(visit).map((value) => ({ value, style: { isBold: true } })) }, ...[...rows, ...cut].map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
      frozen: { rows: 1, columns: 1 },
    }],
  })
  if (!made.ok) throw new Fault('too-large', `the telegrams cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), XLSX, `telegrams${filter.day === '' ? '' : `-${filter.day}`}.xlsx`)
}

function headingsOf({ voice }: Visit): string[] {
  return [
    words.received, words.reported, words.type, words.about, words.statusOf, words.infoType, words.eventId, words.serial, words.realm, words.effect, words.changes, words.arrivals, words.remarks, words.voided,
  ].map((heading) => voice.plain(heading))
}

interface Beside {
  readonly realms: ReadonlyMap<Realm, string>
  readonly ways: readonly Way[]
  readonly steps: readonly CausedStep[]
}

function rowOf({ voice }: Visit, telegram: TelegramLine, { realms, ways, steps }: Beside): (string | number)[] {
  const { receivedAt, reportAt, type, headTitle, status, infoType, eventId, serial, realm, effect, remarks, voidedHow } = telegram
  return [
    minuteOf(receivedAt), minuteOf(reportAt), type, headTitle, status, infoType, eventId, serial ?? '', realms.get(realm) ?? realmText(voice, realm), voice.plain(words[effect]),
    steps.map(({ hazard, areaName, from, to }) => `${voice.plain(HAZARD_NAMES[hazard])} ${areaName} ${levelText(voice, from)} → ${levelText(voice, to)}`).join('、'),
    ways.map((way) => voice.plain(WAY_WORDS[way])).join('、'),
    remarks.map((remark) => { const known = Object.hasOwn(REMARK_WORDS, remark) ? REMARK_WORDS[remark] : undefined; return known === undefined ? remark : voice.plain(known) }).join('、'),
    voidedHow === null ? '' : voidedHow === 'cancelled' ? voice.plain(words['voided-cancelled']) : voice.plain(words['voided-corrected']),
  ]
}
