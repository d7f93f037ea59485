/**
 * 宛名番号 and 世帯番号: nine digits of a serial number and a check digit by ISO/IEC 7064 MOD 11,10, which finds every single
 * wrong digit and nearly every exchange of two neighbours. They are the city's own and say nothing about a person.
 */
export const SERIAL_DIGITS = 9

/** Throws for a serial number that has not nine digits. */
export function registerNumberOf(serial: number): string {
  const digits = String(serial)
  if (!Number.isSafeInteger(serial) || !/^\d{9}$/.test(digits)) throw new RangeError('a register number needs a serial number of nine digits')
  return `${digits}${checkDigitOf(digits)}`
}

/** Ten half-width digits whose last one fits the others. */
export function isRegisterNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && checkDigitOf(text.slice(0, SERIAL_DIGITS)) === Number(text[SERIAL_DIGITS])
}

function checkDigitOf(digits: string): number {
  let product = 10
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return (11 - product) % 10
}
