import { findArea, findCellAddress, XLSX_COLUMNS, XLSX_ROWS, type Area } from './address.ts'
import { XlsxRefusal } from './refusal.ts'
import { momentOf } from './serial-date.ts'
import { RichText, type WorkbookFrame } from './workbook-reader.ts'
import { readXml } from './xml-reader.ts'
import { unescapeCellText } from './xml.ts'

export type PlainCellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'date-time'; readonly dateTime: Temporal.PlainDateTime }
  | { readonly kind: 'time'; readonly time: Temporal.PlainTime }
  | { readonly kind: 'boolean'; readonly isTrue: boolean }
  /** `#REF!`, `#N/A` … as the program left it. */
  | { readonly kind: 'error'; readonly code: string }

/** A formula is never worked out: `cached` is what the program that saved the file saw last. */
export type CellValue =
  PlainCellValue | { readonly kind: 'formula'; readonly formula: string; readonly cached: PlainCellValue | null }

/** Cells that hold something, by row and column. */
export type CellGrid = ReadonlyMap<number, ReadonlyMap<number, CellValue>>

/** How many cells of a workbook may still be read; counted down over all its sheets. */
export interface CellBudget {
  cells: number
  readonly cellCharacters: number
  readonly merges: number
}

type Attributes = Readonly<Record<string, string>>

/** Listens to the XML of one sheet and gathers its cells and merged areas. */
export class SheetListener {
  readonly cells = new Map<number, Map<number, CellValue>>()
  readonly merges: Area[] = []
  private readonly sheet: string
  private readonly frame: WorkbookFrame
  private readonly budget: CellBudget
  private readonly sharedFormulas = new Map<string, string>()
  private readonly inline = new RichText()
  private row = 0
  private column = 0
  private type = 'n'
  private style = 0
  private value = ''
  private formula: string | null = null
  private sharedIndex: string | undefined
  private target: 'value' | 'formula' | 'inline' | null = null

  constructor(sheet: string, frame: WorkbookFrame, budget: CellBudget) {
    this.sheet = sheet
    this.frame = frame
    this.budget = budget
  }

  open(element: string, attributes: Attributes): void {
    if (element === 'row') this.beginRow(attributes)
    else if (element === 'c') this.beginCell(attributes)
    else if (element === 'v') this.target = 'value'
    else if (element === 'f') this.beginFormula(attributes)
    else if (element === 'is') this.target = 'inline'
    else if (element === 'mergeCell') this.merge(attributes)
    else if (this.target === 'inline') this.inline.open(element)
  }

  text(text: string): void {
    if (this.target === 'value') this.value += text
    else if (this.target === 'formula') this.formula += text
    else if (this.target === 'inline') this.inline.add(text)
  }

  close(element: string): void {
    if (element === 'c') this.endCell()
    else if (element === 'v' || element === 'f' || element === 'is') this.target = null
    else if (this.target === 'inline') this.inline.close(element)
  }

  /** Rows and cells may leave out their address: then they follow the one before (18.3.1.73, 18.3.1.4). */
  private beginRow({ r }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r)
    this.column = 0
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > XLSX_ROWS)
      this.refuse('damaged', 'a row has no number')
  }

  private beginCell({ r, t = 'n', s = '0' }: Attributes): void {
    const address = r === undefined ? { row: this.row, column: this.column + 1 } : findCellAddress(r)
    if (address === null || address.column > XLSX_COLUMNS) this.refuse('damaged', `${r} is no cell`)
    this.row = address.row
    this.column = address.column
    this.type = t
    this.style = Number(s)
    this.value = ''
    this.formula = null
    this.sharedIndex = undefined
    this.inline.begin()
  }

  private beginFormula({ t, si }: Attributes): void {
    this.target = 'formula'
    this.formula = ''
    this.sharedIndex = t === 'shared' ? si : undefined
  }

  private endCell(): void {
    if (--this.budget.cells < 0) this.refuse('too-many-cells')
    const plain = this.plainValue()
    if (plain?.kind === 'text' && plain.text.length > this.budget.cellCharacters) this.refuse('cell-too-long')
    const value =
      this.formula === null ? plain : { kind: 'formula' as const, formula: this.wholeFormula(), cached: plain }
    if (value === null) return
    let row = this.cells.get(this.row)
    if (row === undefined) this.cells.set(this.row, (row = new Map()))
    if (row.has(this.column)) this.refuse('damaged', 'a cell stands twice')
    row.set(this.column, value)
  }

  /** Cells that share a formula carry its text only once; the others are shown with the same text. */
  private wholeFormula(): string {
    const formula = this.formula ?? ''
    if (this.sharedIndex === undefined) return formula
    if (formula !== '') this.sharedFormulas.set(this.sharedIndex, formula)
    return this.sharedFormulas.get(this.sharedIndex) ?? formula
  }

  private plainValue(): PlainCellValue | null {
    if (this.type === 'inlineStr') return textOrNothing(this.inline.text)
    if (this.value === '') return null
    switch (this.type) {
      case 's':
        return textOrNothing(this.sharedText())
      case 'str':
        return textOrNothing(unescapeCellText(this.value))
      case 'b':
        return { kind: 'boolean', isTrue: this.value === '1' || this.value === 'true' }
      case 'e':
        return { kind: 'error', code: this.value }
      case 'd':
        return this.isoMoment()
      case 'n':
        return this.numberOrMoment()
      default:
        return this.refuse('damaged', `a cell of unknown type ${this.type}`)
    }
  }

  private sharedText(): string {
    const text = this.frame.sharedTexts[Number(this.value)]
    return text ?? this.refuse('damaged', 'a shared text is missing')
  }

  private numberOrMoment(): PlainCellValue {
    const number = Number(this.value)
    if (!Number.isFinite(number)) return this.refuse('damaged', 'a number cannot be read')
    const moment = this.frame.isDateStyle[this.style] === true ? momentOf(number, this.frame.is1904) : null
    if (moment instanceof Temporal.PlainDate) return { kind: 'date', date: moment }
    if (moment instanceof Temporal.PlainDateTime) return { kind: 'date-time', dateTime: moment }
    return moment === null ? { kind: 'number', number } : { kind: 'time', time: moment }
  }

  /** Type `d` (strict files): `2022-04-01` or `2022-04-01T09:00:00`. */
  private isoMoment(): PlainCellValue {
    const text = this.value.replace(/Z$/, '')
    try {
      return text.includes('T')
        ? { kind: 'date-time', dateTime: Temporal.PlainDateTime.from(text) }
        : { kind: 'date', date: Temporal.PlainDate.from(text) }
    } catch {
      return this.refuse('damaged', 'a date cannot be read')
    }
  }

  private merge({ ref = '' }: Attributes): void {
    const area = findArea(ref)
    if (area === null || this.merges.length >= this.budget.merges)
      return this.refuse('damaged', 'merged cells cannot be read')
    this.merges.push(area)
  }

  private refuse(reason: 'damaged' | 'too-many-cells' | 'cell-too-long', detail = ''): never {
    throw new XlsxRefusal(reason, detail, { sheet: this.sheet, row: this.row, column: this.column })
  }
}

function textOrNothing(text: string): PlainCellValue | null {
  return text === '' ? null : { kind: 'text', text }
}

export async function readSheet(pieces: AsyncIterable<Uint8Array>, listener: SheetListener): Promise<SheetListener> {
  await readXml(pieces, listener)
  return listener
}
