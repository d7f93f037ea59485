/**
 * Whether a number format prints a moment. Built-in numbers: ECMA-376 part 1, 18.8.30, with the Japanese ones 27–36
 * and 50–58 (eras, 年月日).
 */
export function isDateFormatNumber(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Whether a format code of the workbook's own prints a moment: any of y m d h s, or g and e of the Japanese eras. */
export function isDateFormatCode(code: string): boolean {
  const elapsed = /\[(h+|m+|s+)\]/i.test(code)
  const bare = code
    .replace(/"[^"]*"/g, '') // what is printed as it stands
    .replace(/[\\_*]./g, '') // escaped characters, spaces and fills
    .replace(/\[[^\]]*\]/g, '') // colours, conditions, locales
    .replace(/general/gi, '')
    .replace(/[0#?.]+E[+-]/gi, '') // 1.5E+03 is no era
  return elapsed || /[ymdhsge]/i.test(bare)
}
