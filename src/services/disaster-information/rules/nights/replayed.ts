import { readTelegram } from '../telegrams/read-telegram.ts'
import type { Telegram, TelegramStatus } from '../telegrams/telegram.ts'
import { xmlText } from '../telegrams/xml-text.ts'
import type { XmlElement } from '../telegrams/xml-tree.ts'
import { inJapan, type ComposedTelegram } from './compose-telegram.ts'

/** How a night that was recorded is played again. */
export interface ReplayTerms {
  /** Moment of the recorded night that falls on the beginning of the drill. */
  readonly from: Temporal.Instant
  readonly startAt: Temporal.Instant
  /** How many times faster than it was; the times of reports move closer together with it. */
  readonly speed: number
}

/** Played telegrams are a drill's by their own word, wherever they get to. */
const DRILL: TelegramStatus = '訓練'

/**
 * A telegram of the real night as a drill's: 訓練, and with the times of its control and head at the drill's own hour. How long it is
 * valid after its report stays as it was, and so do the times inside its body. Undefined where the source is no telegram.
 */
export function replayed({ source, fileName }: { readonly source: Buffer; readonly fileName: string }, terms: ReplayTerms): ComposedTelegram | undefined {
  const reading = readTelegram(source, fileName)
  if (!reading.ok) return undefined
  const { tree, title, office } = reading.telegram
  const words = headWords(reading.telegram, terms)
  const written = xmlText({ ...tree, children: tree.children.map((part) => (part.name === 'Control' || part.name === 'Head' ? withWords(part, words) : part)) })
  return { fileName, title, office, reportAt: momentOf(reading.telegram.reportAt, terms), source: Buffer.from(written) }
}

/** The order of the night is kept to the microsecond, however fast it goes by. */
function momentOf(at: Temporal.Instant, { from, startAt, speed }: ReplayTerms): Temporal.Instant {
  return startAt.add({ microseconds: Math.round((from.until(at).total('milliseconds') * 1000) / speed) })
}

/** What stands in control and head, by the names of the elements; no name occurs in both. */
function headWords(telegram: Telegram, terms: ReplayTerms): ReadonlyMap<string, string> {
  const reportAt = momentOf(telegram.reportAt, terms)
  const moved = (at: Temporal.Instant) => inJapan(reportAt.add(telegram.reportAt.until(at)), 'microsecond')
  const words = new Map([['Status', DRILL as string], ['DateTime', momentOf(telegram.sentAt, terms).toString()], ['ReportDateTime', inJapan(reportAt, 'microsecond')]])
  if (telegram.targetAt !== null) words.set('TargetDateTime', moved(telegram.targetAt))
  if (telegram.validUntil !== null) words.set('ValidDateTime', moved(telegram.validUntil))
  return words
}

function withWords(part: XmlElement, words: ReadonlyMap<string, string>): XmlElement {
  return { ...part, children: part.children.map((child) => ({ ...child, text: words.get(child.name) ?? child.text })) }
}
