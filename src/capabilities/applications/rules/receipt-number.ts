/** The largest serial that a number holds; a city of a million people needs thirty years for it. */
const MOST_SERIAL = 9_999_999

/**
 * `A26-0001234-5`: fiscal year, serial and a check digit by ISO 7064 MOD 11,10, which finds every wrong digit and nearly
 * every pair that changed places. The letter tells it from the number of a payment.
 */
export function receiptNumber(fiscalYear: number, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1 || serial > MOST_SERIAL) throw new RangeError(`No receipt has the serial ${serial}`)
  const [year, digits] = [String(fiscalYear % 100).padStart(2, '0'), String(serial).padStart(7, '0')]
  return `A${year}-${digits}-${checkDigitOf(year + digits)}`
}

/** The number in what somebody typed, in any width and with any hyphens; undefined where it cannot be one. */
export function receiptNumberIn(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐‑–—ー−]/g, '')
  const found = /^A?(\d{2})(\d{7})(\d)$/.exec(plain)
  if (found === null) return undefined
  const [, year = '', serial = '', check = ''] = found
  return checkDigitOf(year + serial) === Number(check) ? `A${year}-${serial}-${check}` : undefined
}

function checkDigitOf(digits: string): number {
  let product = 10
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return (11 - product) % 10
}

/** Crockford's alphabet without look-alikes: what is read from paper is typed as it was printed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_CHARACTERS = 12

/** 60 bits of a keyed fingerprint as `XXXX-XXXX-XXXX`: who has number and code from the receipt may see how it stands. */
export function lookUpCode(fingerprint: Buffer): string {
  const characters = [...fingerprint.subarray(0, CODE_CHARACTERS)].map((byte) => ALPHABET[byte & 31] ?? '')
  return [0, 4, 8].map((from) => characters.slice(from, from + 4).join('')).join('-')
}

export function lookUpCodeIn(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
