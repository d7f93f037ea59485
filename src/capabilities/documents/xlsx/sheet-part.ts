import { areaAddress, cellAddress, type Area } from './address.ts'
import { serialOf } from './serial-date.ts'
import type { CellFormat, CellStyle, StyleBook } from './styles.ts'
import type { Cell, CellContent, ChoiceList, Column, PrintLayout, Row, Sheet } from './workbook.ts'
import { escapeCellText, escapeXml, XML_DECLARATION } from './xml.ts'

/** Texts that several cells share, by number (ECMA-376 part 1, 18.4.9). */
export class SharedTexts {
  private readonly numbers = new Map<string, number>()
  private uses = 0

  numberOf(text: string): number {
    this.uses++
    const number = this.numbers.get(text) ?? this.numbers.size
    this.numbers.set(text, number)
    return number
  }

  xml(): string {
    const items = [...this.numbers.keys()].map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`)
    return (
      `${XML_DECLARATION}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
      `count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
    )
  }
}

/** The XML of one sheet. The elements stand in the order that the schema demands (18.3.1.99). */
export function sheetXml(sheet: Sheet, styles: StyleBook, texts: SharedTexts): string {
  const merges = sheet.merges ?? []
  return [
    XML_DECLARATION,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    sheet.print === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${areaAddress(usedAreaOf(sheet))}"/>`,
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet.columns),
    '<sheetData>',
    ...withMergedLooks(sheet.rows, merges).map((row, index) => rowXml(row, index + 1, styles, texts)),
    '</sheetData>',
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map(mergeXml).join('')}</mergeCells>`,
    choicesXml(sheet.choices ?? []),
    sheet.print === undefined ? '' : printXml(sheet.print),
    '</worksheet>',
  ].join('')
}

function usedAreaOf({ columns, rows }: Sheet): Area {
  const right = Math.max(1, columns.length, ...rows.map((row) => row.cells.length))
  return { top: 1, left: 1, bottom: Math.max(1, rows.length), right }
}

function viewXml(sheet: Sheet): string {
  const { rows = 0, columns = 0 } = sheet.frozen ?? {}
  if (rows === 0 && columns === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight'
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane${splits} topLeftCell="${cellAddress(rows + 1, columns + 1)}" ` +
    `activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`
  )
}

function columnsXml(columns: readonly Column[]): string {
  if (columns.length === 0) return ''
  const items = columns.map(({ width, isHidden }, index) => {
    const hidden = isHidden === true ? ' hidden="1"' : ''
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden}/>`
  })
  return `<cols>${items.join('')}</cols>`
}

/** The rows with the cells beneath a merge drawn like its first cell: programs draw each cell's own borders. */
function withMergedLooks(rows: readonly Row[], merges: readonly Area[]): Row[] {
  const result = rows.map((row) => ({ ...row, cells: [...row.cells] }))
  for (const { top, left, bottom, right } of merges) {
    const style = rows[top - 1]?.cells[left - 1]?.style
    if (style === undefined) continue
    for (let row = top; row <= bottom; row++) {
      const cells = result[row - 1]?.cells
      if (cells === undefined) continue
      for (let column = left; column <= right; column++) {
        while (cells.length < column) cells.push(null)
        cells[column - 1] ??= { value: null, style }
      }
    }
  }
  return result
}

function rowXml(row: Row, number: number, styles: StyleBook, texts: SharedTexts): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
  const hidden = row.isHidden === true ? ' hidden="1"' : ''
  let cells = ''
  for (let index = 0; index < row.cells.length; index++) {
    const cell = row.cells[index]
    if (cell !== null && cell !== undefined) cells += cellXml(cell, cellAddress(number, index + 1), styles, texts)
  }
  return `<row r="${number}"${height}${hidden}>${cells}</row>`
}

/** A text that a program would take for a formula if a person entered it. Here it is stored as text all the same. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/

function cellXml(cell: Cell, address: string, styles: StyleBook, texts: SharedTexts): string {
  const { value } = cell
  const isQuoted = typeof value === 'string' && LOOKS_LIKE_FORMULA.test(value)
  const style = styles.numberOf(datedStyle(cell.style ?? {}, value), isQuoted)
  const start = `<c r="${address}" s="${style}"`
  if (value === null || value === '') return `${start}/>`
  if (typeof value === 'string') return `${start} t="s"><v>${texts.numberOf(value)}</v></c>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  return `${start}><v>${typeof value === 'number' ? value : serialOf(value)}</v></c>`
}

const DATE_FORMATS: ReadonlySet<CellFormat> = new Set(['date', 'date-time', 'japanese-date'])

/** A date without a date format would show as a number. */
function datedStyle(style: CellStyle, value: CellContent): CellStyle {
  if (style.format !== undefined && DATE_FORMATS.has(style.format)) return style
  if (value instanceof Temporal.PlainDate) return { ...style, format: 'date' }
  return value instanceof Temporal.PlainDateTime ? { ...style, format: 'date-time' } : style
}

function mergeXml(area: Area): string {
  return `<mergeCell ref="${areaAddress(area)}"/>`
}

function choicesXml(choices: readonly ChoiceList[]): string {
  if (choices.length === 0) return ''
  const items = choices.map(({ areas, texts, error, errorTitle }) => {
    const list = escapeXml(`"${texts.join(',').replaceAll('"', '""')}"`)
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${escapeXml(errorTitle)}" ` +
      `error="${escapeXml(error)}" sqref="${areas.map(areaAddress).join(' ')}">` +
      `<formula1>${list}</formula1></dataValidation>`
    )
  })
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`
}

/** DMPAPER_A3 and DMPAPER_A4 of the Windows printing interface, which the format took over (18.3.1.63). */
const PAPER_NUMBERS = { a3: 8, a4: 9 } as const

function printXml(print: PrintLayout): string {
  const breaks = print.breaksBefore ?? []
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.5" header="0.3" footer="0.25"/>' +
    `<pageSetup paperSize="${PAPER_NUMBERS[print.paper]}" orientation="${print.orientation}" ` +
    'fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddHeader>${escapeXml(print.header ?? '')}</oddHeader>` +
    `<oddFooter>${escapeXml(print.footer ?? '')}</oddFooter></headerFooter>` +
    (breaks.length === 0
      ? ''
      : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">` +
        `${breaks.map((row) => `<brk id="${row - 1}" max="16383" man="1"/>`).join('')}</rowBreaks>`)
  )
}
