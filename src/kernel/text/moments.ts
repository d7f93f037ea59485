import type { Voice } from './text.ts'
import { dayOf } from '#kernel/time/clock.ts'

const JAPAN = 'Asia/Tokyo'

/** A time of day as the reader writes it: 14:20, 2:20 pm, 14h20. */
export function hourText(voice: Voice, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(JAPAN)
  if (voice.language === 'pt') return `${local.hour}h${String(local.minute).padStart(2, '0')}`
  if (voice.language === 'en') return local.toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' }).replace(/\s?([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m`)
  return local.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The same with its day. Residents read it from paper days later, so the day is never left out. */
export function momentText(voice: Voice, at: Temporal.Instant): string {
  const local = dayOf(at)
  const weekday = local.toLocaleString(voice.locale, { weekday: 'short' })
  const day = voice.htmlLang === 'ja'
    ? `${local.month}月${local.day}日(${weekday})`
    : local.toLocaleString(voice.locale, { month: 'short', day: 'numeric', weekday: 'short' })
  return `${day} ${hourText(voice, at)}`
}
