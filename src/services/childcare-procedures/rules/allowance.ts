import { businessCalendar, businessDayOnOrAfter } from '#kernel/values/business-days.ts'
import { rateIn, type AllowanceRate, type Bracket } from './rates.ts'

/** A child as the allowance counts them (児童手当法第3条・第4条・第6条). */
export interface CountedChild {
  readonly name: string
  readonly birthDate: Temporal.PlainDate
  /** From 19 to 22: whether the claimant looks after them and bears their living costs, as the written confirmation says. */
  readonly isSupported: boolean
}

export type ChildStanding = 'paid' | 'counted' | 'not-counted'

export interface ChildLine {
  readonly child: CountedChild
  readonly standing: ChildStanding
  /** Place among those who count, the eldest 1; null for who does not count. */
  readonly place: number | null
  readonly bracket: Bracket | null
  readonly yen: number
}

export interface MonthlyAllowance {
  readonly lines: readonly ChildLine[]
  readonly yen: number
}

/**
 * What is paid for one month, child by child, in whole yen. Null where the table of rates says nothing for the month. The
 * eldest comes first; two born on one day keep the order in which they were given.
 */
export function monthlyAllowance(children: readonly CountedChild[], month: Temporal.PlainYearMonth, rates: readonly AllowanceRate[]): MonthlyAllowance | null {
  const eldestFirst = children.toSorted((one, other) => Temporal.PlainDate.compare(one.birthDate, other.birthDate))
  const lines: ChildLine[] = []
  let counted = 0
  for (const child of eldestFirst) {
    const standing = standingIn(child, month)
    if (standing === 'not-counted') {
      lines.push({ child, standing, place: null, bracket: null, yen: 0 })
      continue
    }
    counted += 1
    if (standing === 'counted') {
      lines.push({ child, standing, place: counted, bracket: null, yen: 0 })
      continue
    }
    const bracket = counted >= 3 ? 'third' : isUnderThree(child, month) ? 'under-3' : 'from-3'
    const rate = rateIn(rates, bracket, month)
    if (rate === undefined) return null
    lines.push({ child, standing, place: counted, bracket, yen: rate.yen })
  }
  return { lines, yen: lines.reduce((sum, line) => sum + line.yen, 0) }
}

/**
 * Paid until the 31 March on or after the day on which they become 18 (第3条第1項), counted until the same after 22 where they
 * are supported (第6条第1項第1号, 第三子以降算定額算定対象者). Age is reached on the day before the birthday (年齢計算ニ関スル法律), so
 * who is born on 1 April belongs to the year before.
 */
function standingIn({ birthDate, isSupported }: CountedChild, month: Temporal.PlainYearMonth): ChildStanding {
  const birthMonth = birthDate.toPlainYearMonth()
  if (Temporal.PlainYearMonth.compare(month, birthMonth) < 0) return 'not-counted'
  if (Temporal.PlainYearMonth.compare(month, lastMonthOf(birthDate, 18)) <= 0) return 'paid'
  return isSupported && Temporal.PlainYearMonth.compare(month, lastMonthOf(birthDate, 22)) <= 0 ? 'counted' : 'not-counted'
}

/** March of the fiscal year in which somebody reaches an age. */
export function lastMonthOf(birthDate: Temporal.PlainDate, age: number): Temporal.PlainYearMonth {
  const reachedOn = birthDate.add({ years: age }).subtract({ days: 1 })
  return Temporal.PlainYearMonth.from({ year: reachedOn.month <= 3 ? reachedOn.year : reachedOn.year + 1, month: 3 })
}

/**
 * Until the month of the third birthday: a lower amount holds from the month after its cause (第9条第3項), and for who was
 * born on the first of a month the cause falls on the birthday itself and not on the day before (第6条第1項第1号).
 */
function isUnderThree({ birthDate }: CountedChild, month: Temporal.PlainYearMonth): boolean {
  return Temporal.PlainYearMonth.compare(month, birthDate.toPlainYearMonth().add({ years: 3 })) <= 0
}

/** The office's days off (地方自治法第4条の2): where the fifteenth day falls on one, the next open day is in time (同条第4項). */
const OFFICE = businessCalendar({ weeklyClosures: [6, 7], yearlyClosures: [{ name: '年末年始', from: '12-29', until: '01-03' }] })

/** 15日特例 (第8条第3項): whoever claims within fifteen days of the birth or move is paid as if on its day. */
const GRACE_DAYS = 15

export function graceUntil(eventOn: Temporal.PlainDate): Temporal.PlainDate {
  return businessDayOnOrAfter(eventOn.add({ days: GRACE_DAYS }), OFFICE)
}

export interface Beginning {
  /** First month that is paid for. */
  readonly month: Temporal.PlainYearMonth
  readonly isByGrace: boolean
}

/** From the month after the claim (第8条第2項); within the fifteen days, from the month after the event. */
export function beginningOf(eventOn: Temporal.PlainDate, claimedOn: Temporal.PlainDate): Beginning {
  const isByGrace = Temporal.PlainDate.compare(claimedOn, graceUntil(eventOn)) <= 0
  const from = isByGrace && Temporal.PlainDate.compare(eventOn, claimedOn) < 0 ? eventOn : claimedOn
  return { month: from.toPlainYearMonth().add({ months: 1 }), isByGrace }
}

/** A lower amount, or none, holds from the month after its cause, whenever it was reported (第8条第2項・第9条第3項). */
export function reducedFrom(eventOn: Temporal.PlainDate): Temporal.PlainYearMonth {
  return eventOn.toPlainYearMonth().add({ months: 1 })
}

/** Paid in even months for the two months before (第8条第4項, since October 2024). */
export function paymentMonthOf(month: Temporal.PlainYearMonth): Temporal.PlainYearMonth {
  return month.add({ months: month.month % 2 === 0 ? 2 : 1 })
}
