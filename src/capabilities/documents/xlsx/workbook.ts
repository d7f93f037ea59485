import type { Area } from './address.ts'
import type { CellStyle } from './styles.ts'

/** A workbook as it is asked for: everything that the writer can write and nothing else. */
export interface Workbook {
  readonly properties: WorkbookProperties
  readonly sheets: readonly Sheet[]
}

export interface WorkbookProperties {
  readonly title: string
  readonly creator: string
  /** Kept in the document's properties; the same workbook and instant give the same bytes. */
  readonly createdAt: Temporal.Instant
}

export type Visibility = 'visible' | 'hidden' | 'very-hidden'

export interface Sheet {
  readonly name: string
  readonly visibility?: Visibility
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Merged areas. Cells beneath take the look of the first one, so that borders close. */
  readonly merges?: readonly Area[]
  /** How many rows and columns stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly choices?: readonly ChoiceList[]
  readonly print?: PrintLayout
}

export interface Column {
  /** In widths of the digit 0 of the workbook's font, about half a Japanese character. */
  readonly width: number
  readonly isHidden?: boolean
}

export interface Row {
  readonly cells: readonly (Cell | null)[]
  /** In points, at most 409.5; programs choose one by themselves where it is left out. */
  readonly height?: number
  readonly isHidden?: boolean
}

export interface Cell {
  readonly value: CellContent
  readonly style?: CellStyle
}

export type CellContent = string | number | boolean | Temporal.PlainDate | Temporal.PlainDateTime | null

/** Cells that offer a list to choose from and refuse other entries. The texts hold no comma; empty is allowed. */
export interface ChoiceList {
  readonly areas: readonly Area[]
  readonly texts: readonly string[]
  readonly errorTitle: string
  readonly error: string
}

export interface PrintLayout {
  readonly paper: 'a3' | 'a4'
  readonly orientation: 'landscape' | 'portrait'
  /** First and last row printed at the top of each page. */
  readonly titleRows?: { readonly from: number; readonly to: number }
  /** Rows before which a new page begins. */
  readonly breaksBefore?: readonly number[]
  readonly area?: Area
  readonly header?: string
  /** `&P` is the page and `&N` the number of pages, as in every spreadsheet program. */
  readonly footer?: string
}
