import { InvalidValue } from './invalid-value.ts'
import { type Parsed, refused } from './parsed.ts'
import { foldTyped } from './text-forms.ts'
import type { Branded } from './branded.ts'

/**
 * A municipality code (全国地方公共団体コード): two digits of the prefecture and three of the municipality, as in JIS X 0401
 * and X 0402, and a check digit. 242101 is Kameyama.
 */
export type MunicipalityCode = Branded<string, 'MunicipalityCode'>

/** Takes the six digits as stored; throws `InvalidValue` for anything else, a wrong check digit included. */
export function municipalityCode(digits: string): MunicipalityCode {
  const reason = faultIn(digits)
  if (reason === null) return digits as MunicipalityCode
  throw new InvalidValue('municipality-code', digits, reason, 'Read typed text with parseMunicipalityCode.')
}

/** Adds the check digit to the five digits of JIS X 0401/0402: 24210 → 242101. Throws `InvalidValue`. */
export function completeMunicipalityCode(fiveDigits: string): MunicipalityCode {
  if (/^\d{5}$/.test(fiveDigits)) return municipalityCode(fiveDigits + checkDigitOf(fiveDigits))
  throw new InvalidValue('municipality-code', fiveDigits, 'wrong-length', 'Give exactly five digits.')
}

/** The prefecture's number, `01` Hokkaido to `47` Okinawa. */
export function prefecturePart(code: MunicipalityCode): string {
  return code.slice(0, 2)
}

/** The five digits without the check digit, as maps and statistics use them: 24210. */
export function withoutCheckDigit(code: MunicipalityCode): string {
  return code.slice(0, 5)
}

/** What was mended while reading; the import reports it row by row. */
export type MunicipalityCodeRepair = 'leading-zero-restored' | 'check-digit-added'

export interface Repaired {
  /** Empty if the code was complete. */
  readonly repairs: readonly MunicipalityCodeRepair[]
}

export type MunicipalityCodeRefusal =
  | 'empty'
  | 'unreadable'
  | 'wrong-length'
  | 'unknown-prefecture'
  | 'no-such-municipality'
  | 'wrong-check-digit'
  | 'not-listed'
  | 'ambiguous'

/**
 * Reads a code as files carry it: complete (242101), without check digit (24210), or after a spreadsheet has taken it
 * for a number and dropped its leading zero (92011 for 092011, 9201 for 09201). Five digits can be either: 24210 is
 * Kameyama, and 024210 was Kawauchi in Aomori. Who has a list of municipalities passes it as `isListed`, which settles
 * nearly all; what stays open is refused as ambiguous.
 */
export function parseMunicipalityCode(
  text: string,
  isListed: (code: MunicipalityCode) => boolean = () => true,
): Parsed<MunicipalityCode, MunicipalityCodeRefusal, Repaired> {
  const typed = foldTyped(text)
  if (typed === '') return refused('empty')
  if (!/^\d+$/.test(typed)) return refused('unreadable')
  const readings = readingsOf(typed)
  const [first] = readings
  if (!first) return refused('wrong-length')
  const sound = readings.filter(({ digits }) => faultIn(digits) === null)
  if (sound.length === 0) return refused(faultIn(first.digits) ?? 'unreadable')
  const [only, ...others] = sound.filter(({ digits }) => isListed(municipalityCode(digits)))
  if (!only) return refused('not-listed')
  return others.length > 0
    ? refused('ambiguous')
    : { ok: true, value: municipalityCode(only.digits), repairs: only.repairs }
}

interface Reading extends Repaired {
  readonly digits: string
}

function readingsOf(typed: string): readonly Reading[] {
  if (typed.length === 6) return [{ digits: typed, repairs: [] }]
  if (typed.length === 5) {
    return [
      { digits: typed + checkDigitOf(typed), repairs: ['check-digit-added'] },
      { digits: `0${typed}`, repairs: ['leading-zero-restored'] },
    ]
  }
  if (typed.length !== 4) return []
  return [{ digits: `0${typed}${checkDigitOf(`0${typed}`)}`, repairs: ['leading-zero-restored', 'check-digit-added'] }]
}

const PREFECTURES = 47

type CodeFault = 'wrong-length' | 'unknown-prefecture' | 'no-such-municipality' | 'wrong-check-digit'

function faultIn(digits: string): CodeFault | null {
  if (!/^\d{6}$/.test(digits)) return 'wrong-length'
  const prefecture = Number(digits.slice(0, 2))
  if (prefecture < 1 || prefecture > PREFECTURES) return 'unknown-prefecture'
  // JIS X 0402: 000 is the prefecture itself, 1xx designated cities and special wards, 2xx cities, 3xx–7xx towns and
  // villages, 8xx and 9xx joint bodies (一部事務組合).
  const municipality = Number(digits.slice(2, 5))
  if (municipality > 0 && municipality < 100) return 'no-such-municipality'
  return digits.endsWith(checkDigitOf(digits.slice(0, 5))) ? null : 'wrong-check-digit'
}

const WEIGHTS = [6, 5, 4, 3, 2]

/** The last digit of 11 − (Σ digit × weight mod 11); the specification is published by the 総務省 with the code list. */
function checkDigitOf(fiveDigits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(fiveDigits[index]), 0)
  return String((11 - (sum % 11)) % 10)
}
