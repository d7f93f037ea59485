import type { InfoType } from '../telegrams/telegram.ts'
import { inOrder, type Placed } from './statement.ts'

/** A cancellation that names nothing takes back what was sent a short while ago, never an older state. */
const CANCELLED_WITHIN_HOURS = 3

/** Telegrams that correct or cancel each other lie within this many days; of a longer series the newest so many are looked at. */
export const SERIES_DAYS = 3
export const SERIES_TELEGRAMS = 500

/** What takes the place of others of its series, or takes them back. */
export const CORRECTING: readonly InfoType[] = ['訂正', '取消']

export interface Voided {
  readonly by: string
  readonly how: 'corrected' | 'cancelled'
}

/** Telegrams with the same key correct and cancel each other: those of one event, or where events have no name, of one office. */
export function seriesOf({ type, eventId, office }: { readonly type: string; readonly eventId: string; readonly office: string }): string {
  return eventId === '' ? `${type}|${office}` : `${type}|${eventId}`
}

/**
 * Which telegrams of a series count no longer, by 訂正 and 取消. It looks at all of them together and not at their arrival, so a
 * telegram that comes after its own cancellation is void from the beginning.
 */
export function voidedIn(series: readonly Placed[]): Map<string, Voided> {
  const voided = new Map<string, Voided>()
  const ordered = inOrder(series)
  for (const [position, later] of ordered.entries()) {
    if (!CORRECTING.includes(later.infoType)) continue
    const earlier = ordered.slice(0, position).filter(({ infoType, telegramId }) => infoType !== '取消' && !voided.has(telegramId))
    const how = later.infoType === '訂正' ? 'corrected' as const : 'cancelled' as const
    for (const { telegramId } of meant(later, earlier)) voided.set(telegramId, { by: later.telegramId, how })
  }
  return voided
}

/**
 * An event without serial numbers is corrected and cancelled as a whole (震度速報, 臨時情報). Otherwise the one with the same number,
 * or with the same time of report, is meant; a cancellation that fits none means the last one, if that is recent.
 */
function meant(later: Placed, earlier: readonly Placed[]): readonly Placed[] {
  if (later.eventId !== '' && later.serial === null) return earlier
  const same = earlier.filter((each) => later.serial === null ? each.reportAt.equals(later.reportAt) : each.serial === later.serial)
  if (same.length > 0 || later.infoType === '訂正') return same
  const last = earlier.at(-1)
  const isRecent = last !== undefined && Temporal.Instant.compare(last.reportAt.add({ hours: CANCELLED_WITHIN_HOURS }), later.reportAt) >= 0
  return isRecent ? [last] : []
}
