import { toSVG } from 'bwip-js/node'

/*
 * The bars of a slip: GS1-128 with application identifier 91 and 44 digits, as the shops' systems read it (GS1 Japan,
 * 料金代理収納 guideline, 6th edition, March 2024):
 * 91 · issuer 6 · free 21 · reissue 1 · last day YYMMDD 6 · revenue stamp 1 · amount 6 · check digit 1.
 */

/** Width of one symbol without its quiet zones: 288 modules of 0.19 mm. The guideline allows 60 mm at most. */
export const BARS = { modules: 288, moduleMm: 0.19, quietModules: 10, mostMm: 60, heightMm: 12 } as const

/** Municipal receipts bear no revenue stamp (印紙税法第5条). */
const STAMP = '0'
const FREE_DIGITS = 21
const MOST_REISSUE = 9

export interface SlipContent {
  /** Six digits of the city as issuer. */
  readonly issuer: string
  /** Our 21 digits; see `slipNumber`. */
  readonly number: string
  /** 0 for the first issue; beyond nine reissues it stays 9. */
  readonly reissue: number
  readonly validUntil: Temporal.PlainDate
  readonly yen: number
}

/** The free digits: number of the payment, number of the issue, zeros to the right. */
export function slipNumber(paymentNumber: string, issue: number): string {
  if (!Number.isSafeInteger(issue) || issue < 1 || issue > 99) throw new RangeError(`No slip is the ${issue}th of its payment`)
  return `${paymentNumber}${String(issue).padStart(2, '0')}`.padEnd(FREE_DIGITS, '0')
}

/** The 44 digits. Throws `RangeError` for what no slip may carry. */
export function slipDigits({ issuer, number, reissue, validUntil, yen }: SlipContent): string {
  if (!/^\d{6}$/.test(issuer)) throw new RangeError('The issuer has six digits')
  if (!/^\d{21}$/.test(number)) throw new RangeError('The number of a slip has 21 digits')
  if (!Number.isSafeInteger(yen) || yen < 1 || yen > 999_999) throw new RangeError(`No slip can ask for ${yen} yen`)
  const day = validUntil.toString().replaceAll('-', '').slice(2)
  const digits = `91${issuer}${number}${Math.min(reissue, MOST_REISSUE)}${day}${STAMP}${String(yen).padStart(6, '0')}`
  return digits + String(checkDigitOf(digits))
}

export interface ReadSlip {
  readonly issuer: string
  readonly number: string
  readonly validUntil: string
  readonly yen: number
}

/** What stands in 44 digits; undefined where they are none or the check digit is wrong. */
export function readSlipDigits(digits: string): ReadSlip | undefined {
  const [, issuer = '', number = '', day = '', yen = ''] = /^91(\d{6})(\d{21})\d(\d{6})\d(\d{6})\d$/.exec(digits) ?? []
  if (issuer === '' || checkDigitOf(digits.slice(0, -1)) !== Number(digits.at(-1))) return undefined
  return { issuer, number, validUntil: `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`, yen: Number(yen) }
}

/** Modulus 10 with weights 3 and 1 from the right, as in all GS1 keys (GS1 General Specifications, section 7.9). */
function checkDigitOf(digits: string): number {
  const sum = [...digits].toReversed().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** The two lines under the bars: `(91)912345-…21+1 digits` and `last day-stamp-amount-check digit`. */
export function printedDigits(digits: string): readonly [string, string] {
  return [`(91)${digits.slice(2, 8)}-${digits.slice(8, 30)}`, `${digits.slice(30, 36)}-${digits.slice(36, 37)}-${digits.slice(37, 43)}-${digits.slice(43)}`]
}

/** The bars as a drawing, one module two units wide and nothing else in it. */
export function drawBars(digits: string): string {
  return toSVG({ bcid: 'gs1-128', text: `(91)${digits.slice(2)}`, height: BARS.heightMm, includetext: false, barcolor: '000000' })
}
