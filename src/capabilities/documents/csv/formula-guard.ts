/**
 * Spreadsheet programs take a cell of a CSV file that begins with = + - @ TAB or CR for a formula and run it (OWASP,
 * "CSV Injection"). Such a text goes out with an apostrophe before it, which those programs read as "this is text",
 * and comes back without. A text that already begins with apostrophes and then one of those gets one more, so that
 * every text comes back as it was. Left alone, since they compute nothing: negative numbers, and a lone hyphen, which
 * Japanese tables print for "none".
 */
const GUARDED_START = /^'*[=+\-@\t\r]/
const APOSTROPHES_BEFORE_FORMULA = /^'+[=+\-@\t\r]/
const HARMLESS = /^-(?:\d[\d,]*(?:\.\d+)?%?)?$/

export function guardFormula(text: string): string {
  return GUARDED_START.test(text) && !HARMLESS.test(text) ? `'${text}` : text
}

export function unguardFormula(text: string): string {
  return APOSTROPHES_BEFORE_FORMULA.test(text) ? text.slice(1) : text
}
