import type { Language } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'

const JAPAN = 'Asia/Tokyo'

const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const MONTHS_PT = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'] as const

/** The days of a month that are read otherwise than their number and にち. */
const DAY_READINGS: Readonly<Record<number, string>> = {
  1: 'ついたち', 2: 'ふつか', 3: 'みっか', 4: 'よっか', 5: 'いつか', 6: 'むいか', 7: 'なのか', 8: 'ようか', 9: 'ここのか', 10: 'とおか', 20: 'はつか',
}

/**
 * A moment as people write it: 午後7時30分, 7:30 pm, 19h30. The day is told only where it is another one than `today`.
 * In the two Japanese languages with readings.
 */
export function writtenTime(at: Temporal.Instant, language: Language, today: Temporal.PlainDate): string {
  const moment = at.toZonedDateTimeISO(JAPAN)
  const isToday = moment.toPlainDate().equals(today)
  switch (language) {
    case 'ja':
      return isToday ? japaneseTime(moment, '') : japaneseDay(moment, '') + japaneseTime(moment, '')
    case 'ja-x-yasashii':
      return isToday ? japaneseTime(moment, ' ') : `${japaneseDay(moment, ' ')} ${japaneseTime(moment, ' ')}`
    case 'en':
      return englishTime(moment) + (isToday ? '' : ` on ${moment.day} ${MONTHS_EN[moment.month - 1] as string}`)
    case 'pt':
      return portugueseTime(moment) + (isToday ? '' : ` de ${moment.day} de ${MONTHS_PT[moment.month - 1] as string}`)
    default:
      return assertNever(language)
  }
}

function japaneseDay({ month, day }: Temporal.ZonedDateTime, gap: string): string {
  const read = DAY_READINGS[day]
  const said = read === undefined ? `${day}{日|にち}` : `{${day}日|${read}}`
  return `${month}{月|がつ}${gap}${said}`
}

/** Noon is 午後0時, as timetables and the weather service write it; whole hours go without minutes. */
function japaneseTime({ hour, minute }: Temporal.ZonedDateTime, gap: string): string {
  const half = hour < 12 ? '{午前|ごぜん}' : '{午後|ごご}'
  const minutes = minute === 0 ? '' : `${gap}${minute}{分|${minuteReading(minute)}}`
  return `${half}${gap}${hour % 12}{時|じ}${minutes}`
}

/** 1, 3, 4, 6, 8 and 0 make it ぷん. */
function minuteReading(minute: number): string {
  return [1, 3, 4, 6, 8, 0].includes(minute % 10) ? 'ぷん' : 'ふん'
}

/** “12:00 am” is read as noon by many: midnight and noon are named. */
function englishTime({ hour, minute }: Temporal.ZonedDateTime): string {
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'noon'
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}

/** Twenty-four hours, `19h` and `19h30`, as Brazil writes them. */
function portugueseTime({ hour, minute }: Temporal.ZonedDateTime): string {
  return `${hour}h${minute === 0 ? '' : String(minute).padStart(2, '0')}`
}
