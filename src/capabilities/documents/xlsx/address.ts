/** Cells are addressed as people see them: row 1, column 1 is A1. The format's own limits (ECMA-376 part 1, 18.3.1). */
export const XLSX_ROWS = 1_048_576
export const XLSX_COLUMNS = 16_384

export interface CellPlace {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + row
}

export function areaAddress(area: Area): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`
}

/** Reads `B12` or `$B$12`; null when it is no address of a cell within the format's limits. */
export function findCellAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address)
  if (match === null) return null
  let column = 0
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return row <= XLSX_ROWS && column <= XLSX_COLUMNS ? { row, column } : null
}

/** Reads `A1:C3`, or `A1` as an area of one cell. */
export function findArea(address: string): Area | null {
  const [first = '', last = first] = address.split(':')
  const from = findCellAddress(first)
  const to = findCellAddress(last)
  if (from === null || to === null) return null
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}
