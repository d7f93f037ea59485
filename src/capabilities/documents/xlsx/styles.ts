import { escapeXml, XML_DECLARATION } from './xml.ts'

export type LineStyle = 'hair' | 'thin' | 'medium'

/** How a cell looks. Colours are six hexadecimal digits, sizes are points. */
export interface CellStyle {
  readonly fontSize?: number
  readonly isBold?: boolean
  readonly fontColour?: string
  readonly fillColour?: string
  /** Lines on all four sides. */
  readonly border?: LineStyle
  readonly horizontal?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'center' | 'bottom'
  readonly isWrapped?: boolean
  /** `text` keeps what is typed as it is typed; the others print numbers and dates. */
  readonly format?: CellFormat
  /** Takes part in the protection of its sheet; cells are open unless they say so. */
  readonly isLocked?: boolean
}

export type CellFormat = 'general' | 'text' | 'integer' | 'decimal' | 'date' | 'date-time' | 'japanese-date'

const FORMATS: Readonly<Record<CellFormat, { readonly id: number; readonly code?: string }>> = {
  general: { id: 0 },
  text: { id: 49 },
  integer: { id: 3 },
  decimal: { id: 4 },
  // Own codes instead of built-in 14 and 22, which each machine prints by its own region.
  date: { id: 164, code: 'yyyy\\-mm\\-dd' },
  'date-time': { id: 165, code: 'yyyy\\-mm\\-dd\\ hh:mm:ss' },
  'japanese-date': { id: 166, code: '[$-411]ggge"年"m"月"d"日"' },
}

export const WORKBOOK_FONT = 'BIZ UDGothic'
const DEFAULT_FONT_SIZE = 10
const BORDER_COLOUR = 'FF7F7F7F'
/** ＭＳ and BIZ fonts of Japanese Windows belong to this character set (GDI SHIFTJIS_CHARSET). */
const SHIFTJIS_CHARSET = 128

/** Collects the looks that a workbook uses and writes `styles.xml`; equal looks share one number. */
export class StyleBook {
  private readonly fonts = new Numbered()
  // The first two fills are fixed by the format: none and grey 12.5 %.
  private readonly fills = new Numbered(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  )
  private readonly borders = new Numbered('<border><left/><right/><top/><bottom/><diagonal/></border>')
  private readonly cellFormats = new Numbered()
  private readonly known = new Map<string, number>()

  constructor() {
    this.numberOf({}, false)
  }

  /** The number that a cell's `s` attribute carries. `isQuoted` marks text that a program could take for a formula. */
  numberOf(style: CellStyle, isQuoted: boolean): number {
    const key = `${isQuoted} ${JSON.stringify(style)}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const number = this.cellFormats.numberOf(this.cellFormatXml(style, isQuoted))
    this.known.set(key, number)
    return number
  }

  xml(): string {
    const formats = Object.values(FORMATS).filter((format) => format.code !== undefined)
    return [
      XML_DECLARATION,
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      `<numFmts count="${formats.length}">`,
      ...formats.map(({ id, code = '' }) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`),
      '</numFmts>',
      this.fonts.xml('fonts'),
      this.fills.xml('fills'),
      this.borders.xml('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.cellFormats.xml('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('')
  }

  private cellFormatXml(style: CellStyle, isQuoted: boolean): string {
    const font = this.fonts.numberOf(fontXml(style))
    const fill = style.fillColour === undefined ? 0 : this.fills.numberOf(fillXml(style.fillColour))
    const border = style.border === undefined ? 0 : this.borders.numberOf(borderXml(style.border))
    const format = FORMATS[style.format ?? 'general'].id
    return (
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ` +
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" ' +
      `applyProtection="1"${isQuoted ? ' quotePrefix="1"' : ''}>` +
      `<alignment horizontal="${style.horizontal ?? 'general'}" vertical="${style.vertical ?? 'center'}"` +
      `${style.isWrapped === true ? ' wrapText="1"' : ''}/>` +
      `<protection locked="${style.isLocked === true ? 1 : 0}"/></xf>`
    )
  }
}

class Numbered {
  private readonly numbers = new Map<string, number>()

  constructor(...fixed: readonly string[]) {
    for (const xml of fixed) this.numberOf(xml)
  }

  numberOf(xml: string): number {
    const number = this.numbers.get(xml) ?? this.numbers.size
    this.numbers.set(xml, number)
    return number
  }

  xml(element: string): string {
    return `<${element} count="${this.numbers.size}">${[...this.numbers.keys()].join('')}</${element}>`
  }
}

function fontXml(style: CellStyle): string {
  return (
    `<font>${style.isBold === true ? '<b/>' : ''}<sz val="${style.fontSize ?? DEFAULT_FONT_SIZE}"/>` +
    `<color rgb="FF${style.fontColour ?? '000000'}"/><name val="${WORKBOOK_FONT}"/><family val="3"/>` +
    `<charset val="${SHIFTJIS_CHARSET}"/></font>`
  )
}

function fillXml(colour: string): string {
  const colours = `<fgColor rgb="FF${colour}"/><bgColor indexed="64"/>`
  return `<fill><patternFill patternType="solid">${colours}</patternFill></fill>`
}

function borderXml(line: LineStyle): string {
  const side = (name: string): string => `<${name} style="${line}"><color rgb="${BORDER_COLOUR}"/></${name}>`
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`
}
