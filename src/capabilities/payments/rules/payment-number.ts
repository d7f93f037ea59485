/**
 * The number that a person reads aloud: two digits of the fiscal year, nine of the serial, one check digit by H. M. Damm's
 * quasigroup of order 10 (2004), which finds every wrong digit and every two neighbours that changed places.
 */
export function paymentNumber(fiscalYear: number, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1 || serial > MOST_SERIAL) throw new RangeError(`No payment number has the serial ${serial}`)
  const digits = `${String(fiscalYear % 100).padStart(2, '0')}${String(serial).padStart(9, '0')}`
  return digits + String(dammOf(digits))
}

/** `2612 0000 0423`: groups of four, as they are read aloud. */
export function spokenNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** The twelve digits in what somebody typed, in any width and with any spacing; undefined where it is no payment number. */
export function numberIn(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s\-‐‑–—ー]/g, '')
  return /^\d{12}$/.test(digits) && dammOf(digits) === 0 ? digits : undefined
}

const MOST_SERIAL = 999_999_999

const DAMM = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790']

/** 0 for a number that ends in its own check digit. */
function dammOf(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)])
  return interim
}
