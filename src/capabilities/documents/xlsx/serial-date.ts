/**
 * Days as a workbook counts them (ECMA-376 part 1, 18.17.4.1). The 1900 system takes 1900 for a leap year: serial 60
 * is 29 February 1900, a day that never was, so real days before 1 March 1900 are one lower.
 */
const EPOCH_1900 = Temporal.PlainDate.from('1899-12-30')
const EPOCH_1904 = Temporal.PlainDate.from('1904-01-01')
const DAY_THAT_NEVER_WAS = 60
const SECONDS_PER_DAY = 86_400
const LAST_DAY = Temporal.PlainDate.from('9999-12-31')

export type Moment = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.PlainTime

/** Null before 1 March 1900: earlier days mean different things to different programs. */
export function serialOf(moment: Temporal.PlainDate | Temporal.PlainDateTime): number | null {
  const day = moment instanceof Temporal.PlainDate ? moment : moment.toPlainDate()
  const days = EPOCH_1900.until(day, { largestUnit: 'day' }).days
  if (days <= DAY_THAT_NEVER_WAS || Temporal.PlainDate.compare(day, LAST_DAY) > 0) return null
  if (moment instanceof Temporal.PlainDate) return days
  const seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
  return days + seconds / SECONDS_PER_DAY
}

/** A whole serial is a day, a fraction below one a time, else both; to the second. Null when it is no moment. */
export function momentOf(serial: number, is1904: boolean): Moment | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  // Rounded to the second first, so that 23:59:59.9999 becomes the next day and not 24:00.
  const totalSeconds = Math.round(serial * SECONDS_PER_DAY)
  const days = Math.floor(totalSeconds / SECONDS_PER_DAY)
  const seconds = totalSeconds % SECONDS_PER_DAY
  const time = Temporal.PlainTime.from('00:00').add({ seconds })
  if (days === 0 && serial < 1 && !(is1904 && serial === 0)) return time
  const date = dayOfSerial(days, is1904)
  if (date === null || Temporal.PlainDate.compare(date, LAST_DAY) > 0) return null
  return seconds === 0 ? date : date.toPlainDateTime(time)
}

function dayOfSerial(days: number, is1904: boolean): Temporal.PlainDate | null {
  // 9999-12-31 is serial 2,958,465; what is far beyond it would only make the calendar throw.
  if (days > 3_000_000) return null
  if (is1904) return EPOCH_1904.add({ days })
  if (days === DAY_THAT_NEVER_WAS) return null
  return EPOCH_1900.add({ days: days < DAY_THAT_NEVER_WAS ? days + 1 : days })
}
