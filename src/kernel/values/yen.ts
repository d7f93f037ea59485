import { InvalidValue } from './invalid-value.ts'
import { type Parsed, parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'
import type { Branded } from './branded.ts'

/**
 * Money is whole yen: 通貨の単位及び貨幣の発行等に関する法律 (昭和62年法律第42号), article 2, knows 銭 only for reckoning
 * fractions. Amounts may be below zero (refunds, corrections). Every step between two amounts is exact; a fraction
 * exists only inside a multiplication and leaves it through a named rounding.
 */
export type Yen = Branded<number, 'Yen'>

/** A whole amount of yen. Throws `InvalidValue` for fractions and beyond ±9,007,199,254,740,991. */
export function yen(amount: number): Yen {
  if (Number.isSafeInteger(amount)) return (amount === 0 ? 0 : amount) as Yen
  const reason = Number.isInteger(amount) ? 'too-large' : 'not-a-whole-number'
  throw new InvalidValue('yen', amount, reason, 'Give whole yen; multiplyYen rounds a fraction by a named rule.')
}

export function addYen(...amounts: readonly Yen[]): Yen {
  let sum = 0n
  for (const amount of amounts) sum += BigInt(amount)
  return yenFrom(sum)
}

export function subtractYen(amount: Yen, taken: Yen): Yen {
  return yenFrom(BigInt(amount) - BigInt(taken))
}

/** An exact ratio, e.g. 9.61 % as 961/10000. A float such as 0.0961 is already inexact, so it never becomes a rate. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Throws `InvalidValue` for a zero denominator and for numbers that are not whole. */
export function rate(numerator: number | bigint, denominator: number | bigint = 1): Rate {
  const [above, below] = [wholeRatePart(numerator), wholeRatePart(denominator)]
  if (below === 0n) throw new InvalidValue('rate', denominator, 'zero-denominator', 'Divide by something else.')
  return below < 0n ? { numerator: -above, denominator: -below } : { numerator: above, denominator: below }
}

export type RateRefusal = 'empty' | 'unreadable'

/** Reads what a tariff table says: `0.0961`, `9.61%`, `3/10`, full-width forms too. */
export function parseRate(text: string): Parsed<Rate, RateRefusal> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  const match = /^(?<whole>\d{1,15})(?:\.(?<decimals>\d{1,15})|\/(?<denominator>\d{1,15}))?(?<percent>%)?$/.exec(typed)
  if (!match) return refused('unreadable')
  const { whole = '', decimals = '', denominator = '1', percent } = match.groups ?? {}
  const below = BigInt(denominator) * 10n ** BigInt(decimals.length) * (percent ? 100n : 1n)
  return below === 0n ? refused('unreadable') : parsed(rate(BigInt(whole + decimals), below))
}

export type RoundingUnit = 1 | 10 | 100 | 1000

/**
 * How a fraction ends. Both directions look at the size of the amount without its sign, so that a correction of
 * −1,250 yen rounds to exactly the opposite of the 1,250 yen it takes back.
 */
export interface Rounding {
  readonly direction: 'down' | 'half-up'
  readonly unit: RoundingUnit
}

/**
 * 切捨て: what is below the unit falls away, e.g. 地方税法 article 20-4-2: 1,000 for a tax base, 100 for a fixed tax.
 */
export function roundDownTo(unit: RoundingUnit): Rounding {
  return { direction: 'down', unit }
}

/** 四捨五入: half a unit and more goes up, away from zero. */
export function roundHalfUpTo(unit: RoundingUnit): Rounding {
  return { direction: 'half-up', unit }
}

/** Amount × rate, reckoned exactly and rounded once at the end. Throws `InvalidValue` if the result is too large. */
export function multiplyYen(amount: Yen, by: Rate, rounding: Rounding): Yen {
  return yenFrom(roundQuotient(BigInt(amount) * by.numerator, by.denominator, rounding))
}

/** Rounds an amount to whole units, e.g. a tax base to 1,000 yen. */
export function roundYen(amount: Yen, rounding: Rounding): Yen {
  return multiplyYen(amount, rate(1), rounding)
}

export type YenForm = 'suffix' | 'sign'

/** Prints `12,345円` (suffix) or `¥12,345` (sign); a hyphen-minus stands before amounts below zero. */
export function formatYen(amount: Yen, form: YenForm = 'suffix'): string {
  const minus = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount)).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return form === 'suffix' ? `${minus}${digits}円` : `${minus}¥${digits}`
}

export type YenRefusal = 'empty' | 'unreadable' | 'has-fraction' | 'too-large'

/**
 * Reads `12,345円`, `¥12,345`, `12345`, in full-width forms too. △ and ▲ mean minus, as municipal accounts print it; a
 * backslash is read as the yen sign, because CP932 files carry it on that code point. Commas must part thousands.
 */
export function parseYen(text: string): Parsed<Yen, YenRefusal> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  const match = /^(?<minus>[-△▲])?[¥\\]?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?円?$/.exec(typed)
  if (!match) return refused('unreadable')
  const { minus, whole = '', fraction } = match.groups ?? {}
  if (fraction) return refused('has-fraction')
  const size = Number(whole.replaceAll(',', ''))
  if (!Number.isSafeInteger(size)) return refused('too-large')
  return parsed(yen(minus ? -size : size))
}

function roundQuotient(dividend: bigint, divisor: bigint, { direction, unit }: Rounding): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const step = divisor * BigInt(unit)
  const units = direction === 'down' ? size / step : (2n * size + step) / (2n * step)
  const rounded = units * BigInt(unit)
  return dividend < 0n ? -rounded : rounded
}

function yenFrom(amount: bigint): Yen {
  return yen(Number(amount))
}

function wholeRatePart(part: number | bigint): bigint {
  if (typeof part === 'bigint' || Number.isSafeInteger(part)) return BigInt(part)
  throw new InvalidValue('rate', part, 'not-a-whole-number', 'Write 9.61 % as rate(961, 10000), or use parseRate.')
}
