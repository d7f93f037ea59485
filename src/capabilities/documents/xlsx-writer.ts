import { zipSync, strToU8, type Zippable } from 'fflate'
import { areaAddress, XLSX_COLUMNS, XLSX_ROWS, type Area, type CellPlace } from './xlsx/address.ts'
import {
  APP_PROPERTIES,
  contentTypesXml,
  corePropertiesXml,
  ROOT_RELATIONS,
  workbookRelationsXml,
  workbookXml,
} from './xlsx/package-parts.ts'
import { SharedTexts, sheetXml } from './xlsx/sheet-part.ts'
import { serialOf } from './xlsx/serial-date.ts'
import { StyleBook } from './xlsx/styles.ts'
import type { Cell, CellContent, Sheet, Workbook } from './xlsx/workbook.ts'

export type { Area, CellPlace } from './xlsx/address.ts'
export type { CellStyle } from './xlsx/styles.ts'
export type * from './xlsx/workbook.ts'
export { cellAddress } from './xlsx/address.ts'

export type XlsxWriteReason = 'cell-too-long' | 'number-not-writable' | 'date-not-writable' | 'too-many-rows'
export type XlsxWriteResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: XlsxWriteReason; readonly at: CellPlace }

/** Excel's own limits, named in its specification. */
export const XLSX_CELL_CHARACTERS = 32_767
const SHEET_NAME_CHARACTERS = 31
const CHOICE_LIST_CHARACTERS = 255

/**
 * Writes a workbook (Office Open XML, ECMA-376, transitional). A string is always stored as text and never becomes a
 * formula, whatever it begins with. Data that the format cannot hold is refused by cell; a workbook that is wrong in
 * itself (a sheet name, an overlapping merge) throws RangeError, for that is a mistake of the program.
 */
export function writeXlsx(workbook: Workbook): XlsxWriteResult {
  assertWritable(workbook)
  for (const sheet of workbook.sheets) {
    const refused = refusalIn(sheet)
    if (refused !== null) return refused
  }
  const styles = new StyleBook()
  const texts = new SharedTexts()
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, styles, texts))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(sheets.length),
    '_rels/.rels': ROOT_RELATIONS,
    'docProps/core.xml': corePropertiesXml(workbook.properties),
    'docProps/app.xml': APP_PROPERTIES,
    'xl/workbook.xml': workbookXml(workbook.sheets),
    'xl/_rels/workbook.xml.rels': workbookRelationsXml(sheets.length),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': texts.xml(),
  }
  sheets.forEach((xml, index) => (parts[`xl/worksheets/sheet${index + 1}.xml`] = xml))
  return { ok: true, bytes: zipped(parts) }
}

/** A name that a sheet may bear: forbidden characters become spaces, what is too long is cut. */
export function sheetNameOf(text: string): string {
  const name = text
    .replace(/[[\]:*?/\\]|\p{Cc}/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return name
    .slice(0, SHEET_NAME_CHARACTERS)
    .toWellFormed()
    .replace(/\ufffd$/, '')
}

function assertWritable({ sheets }: Workbook): void {
  const names = new Set<string>()
  for (const { name, merges = [], choices = [] } of sheets) {
    if (name === '' || name !== sheetNameOf(name)) throw new RangeError(`«${name}» cannot be the name of a sheet`)
    if (names.has(name.toLowerCase())) throw new RangeError(`Two sheets are named «${name}»`)
    names.add(name.toLowerCase())
    assertApart(name, merges)
    for (const { texts } of choices) {
      if (texts.join(',').length > CHOICE_LIST_CHARACTERS)
        throw new RangeError(`A list of choices on «${name}» is too long`)
      if (texts.some((text) => text.includes(','))) throw new RangeError(`A choice on «${name}» holds a comma`)
    }
  }
  if (!sheets.some(({ visibility = 'visible' }) => visibility === 'visible')) {
    throw new RangeError('A workbook needs a sheet that can be seen')
  }
}

/** Programs call a workbook with overlapping merges damaged. */
function assertApart(sheet: string, merges: readonly Area[]): void {
  const taken = new Set<number>()
  for (const area of merges) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const place = row * XLSX_COLUMNS + column
        if (taken.has(place)) throw new RangeError(`Merged areas overlap on «${sheet}» in ${areaAddress(area)}`)
        taken.add(place)
      }
    }
  }
}

function refusalIn(sheet: Sheet): Extract<XlsxWriteResult, { ok: false }> | null {
  if (sheet.rows.length > XLSX_ROWS) {
    return { ok: false, reason: 'too-many-rows', at: { sheet: sheet.name, row: XLSX_ROWS + 1, column: 1 } }
  }
  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row]?.cells ?? []
    if (cells.length > XLSX_COLUMNS) throw new RangeError(`«${sheet.name}» has too many columns`)
    for (let column = 0; column < cells.length; column++) {
      const reason = refusalOf(cells[column])
      if (reason !== null) return { ok: false, reason, at: { sheet: sheet.name, row: row + 1, column: column + 1 } }
    }
  }
  return null
}

function refusalOf(cell: Cell | null | undefined): XlsxWriteReason | null {
  const value: CellContent = cell?.value ?? null
  if (typeof value === 'string') return value.length > XLSX_CELL_CHARACTERS ? 'cell-too-long' : null
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'number-not-writable'
  if (value === null || typeof value === 'boolean') return null
  return serialOf(value) === null ? 'date-not-writable' : null
}

// One moment for all parts, so that equal workbooks are equal bytes; the format's time has no zone and begins in 1980.
const PART_TIME = new Date(1980, 0, 1)

function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {}
  for (const [name, xml] of Object.entries(parts)) files[name] = [strToU8(xml), { mtime: PART_TIME }]
  return zipSync(files, { level: 6 })
}
