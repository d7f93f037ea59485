import { READING_LIMITS } from './limits.ts'

/** One line of a table with its place in the source: lines count from 1, cells from 0, texts are trimmed. */
export interface SourceLine {
  readonly number: number
  readonly cells: readonly string[]
  /** Where each cell stands in the source, when blank columns between them were left out. */
  readonly places?: readonly number[]
}

/** The place of a cell in its line of the source. */
export function placeOfCell({ places }: SourceLine, cell: number): number {
  return places?.[cell] ?? cell
}

/** What parts the cells of a line; `spaces` are runs of two or more, or full-width ones. */
export type Separator = '\t' | ',' | ';' | '|' | 'spaces'

export type CellsRefusal =
  | { readonly kind: 'no-lines' }
  | { readonly kind: 'too-many-lines'; readonly lines: number; readonly limit: number }
  | { readonly kind: 'too-many-cells'; readonly line: number; readonly cells: number; readonly limit: number }

export type CellsReading =
  | { readonly ok: true; readonly lines: readonly SourceLine[]; readonly separator: Separator | null }
  | { readonly ok: false; readonly refusal: CellsRefusal }

/** Text → lines of cells. Finds the separator, honours quoted cells with line breaks inside, keeps blank lines out. */
export function cellsOfText(text: string): CellsReading {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const separator = separatorOf(source)
  const lines = separator === 'spaces' ? spacedLines(source) : separatedLines(source, separator)
  return checked(lines, separator)
}

/** Rows of a sheet (XLSX, parsed CSV) → lines of cells; the row's place in the sheet is its line number. */
export function cellsOfGrid(rows: readonly (readonly string[])[]): CellsReading {
  const lines = rows.map((row, index) => ({ number: index + 1, cells: row.map(trimmed) }))
  return checked(lines, null)
}

function checked(lines: readonly SourceLine[], separator: Separator | null): CellsReading {
  const kept = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (kept.length === 0) return { ok: false, refusal: { kind: 'no-lines' } }
  if (kept.length > READING_LIMITS.lines) {
    const refusal = { kind: 'too-many-lines', lines: kept.length, limit: READING_LIMITS.lines } as const
    return { ok: false, refusal }
  }
  const wide = kept.find(({ cells }) => cells.length > READING_LIMITS.cellsPerLine)
  if (wide) {
    const limit = READING_LIMITS.cellsPerLine
    return { ok: false, refusal: { kind: 'too-many-cells', line: wide.number, cells: wide.cells.length, limit } }
  }
  return { ok: true, lines: withoutBlankColumns(kept), separator }
}

/**
 * Forms drawn on a fine grid of merged cells have columns that are blank in every row; they part nothing and are left
 * out, so that the columns of the table stand side by side.
 */
function withoutBlankColumns(lines: readonly SourceLine[]): readonly SourceLine[] {
  const rows = lines.filter(({ cells }) => cells.length >= CELLS_OF_A_TABLE)
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const filled = new Array<boolean>(width).fill(false)
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) if (cell !== '') filled[index] = true
  }
  // Blank columns at the end are no columns at all and do no harm.
  const last = filled.lastIndexOf(true)
  if (filled.indexOf(false) < 0 || filled.indexOf(false) > last) return lines
  return lines.map((line) => {
    if (line.cells.length < CELLS_OF_A_TABLE) return line
    const places = line.cells.flatMap((_, index) => (filled[index] || index > last ? [index] : []))
    return { number: line.number, places, cells: places.map((index) => line.cells[index] as string) }
  })
}

const SAMPLE_LINES = 2_000
const CELLS_OF_A_TABLE = 5

/** The separator that makes the most lines look like rows of a table; a tab wins over what texts also contain. */
function separatorOf(text: string): Separator {
  const sample = text.split(LINE_BREAK, SAMPLE_LINES)
  const rowsBy = (split: RegExp): number => sample.filter((line) => line.split(split).length >= CELLS_OF_A_TABLE).length
  const tabs = rowsBy(/\t/)
  const pipes = sample.filter((line) => /^\s*\|.*\|\s*$/.test(line)).length
  const others: readonly (readonly [Separator, number])[] = [
    ['|', pipes],
    [',', rowsBy(/,/)],
    [';', rowsBy(/;/)],
    ['spaces', rowsBy(WIDE_SPACES)],
  ]
  let best: Separator = '\t'
  let bestCount = tabs * 3
  for (const [separator, count] of others) {
    if (count > bestCount) {
      best = separator
      bestCount = count
    }
  }
  return best
}

const LINE_BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/
const WIDE_SPACES = /[ \u3000]{2,}|\u3000/

function spacedLines(text: string): SourceLine[] {
  return text.split(LINE_BREAK).map((line, index) => ({
    number: index + 1,
    cells: line.trim() === '' ? [] : line.trim().split(WIDE_SPACES).map(trimmed),
  }))
}

function separatedLines(text: string, separator: string): SourceLine[] {
  if (!text.includes('"')) return text.split(LINE_BREAK).map((line, index) => plainLine(line, index + 1, separator))
  const lines: SourceLine[] = []
  const sources = text.split(LINE_BREAK)
  let index = 0
  while (index < sources.length) {
    const quoted = quotedLine(sources, index, separator)
    lines.push(quoted.line)
    index = quoted.next
  }
  return lines
}

/** A line without the table's separator may still have tabs: a cover sheet above a table of another kind. */
function plainLine(line: string, number: number, separator: string): SourceLine {
  if (separator !== '\t' && line.includes('\t') && !line.includes(separator)) return plainLine(line, number, '\t')
  return { number, cells: withoutFrame(line.split(separator), separator).map(trimmed) }
}

/** A Markdown row starts and ends with its separator; the blanks outside the frame are no cells. */
function withoutFrame(cells: string[], separator: string): string[] {
  if (separator !== '|') return cells
  const from = cells[0]?.trim() === '' ? 1 : 0
  const to = cells.length > 1 && cells.at(-1)?.trim() === '' ? cells.length - 1 : cells.length
  return cells.slice(from, to)
}

interface QuotedLine {
  readonly line: SourceLine
  readonly next: number
}

/** One line in which cells may stand in quotes (RFC 4180); a quote opens only at the start of a cell. */
function quotedLine(sources: readonly string[], start: number, separator: string): QuotedLine {
  const cells: string[] = []
  let at = start
  let rest: string | null = sources[start] as string
  while (rest !== null) {
    const quoted: ClosedQuote | null = /^ *"/.test(rest) ? closedQuote(sources, at, rest, separator) : null
    if (quoted) {
      cells.push(quoted.text)
      at = quoted.line
      rest = quoted.rest
      continue
    }
    const end: number = rest.indexOf(separator)
    cells.push(end < 0 ? rest : rest.slice(0, end))
    rest = end < 0 ? null : rest.slice(end + separator.length)
  }
  return { line: { number: start + 1, cells: withoutFrame(cells, separator).map(trimmed) }, next: at + 1 }
}

interface ClosedQuote {
  readonly text: string
  readonly line: number
  /** What follows the separator after the quote, or null at the end of the line. */
  readonly rest: string | null
}

/** Follows a quote to its end, over line breaks; null when it does not close like a quoted cell must. */
function closedQuote(sources: readonly string[], line: number, rest: string, separator: string): ClosedQuote | null {
  let text = ''
  let current = rest.replace(/^ *"/, '')
  for (let at = line; at < sources.length && at - line < READING_LIMITS.linesInQuotedCell; at++) {
    if (at > line) {
      text += '\n'
      current = sources[at] as string
    }
    const end = endOfQuote(current)
    text += (end < 0 ? current : current.slice(0, end)).replaceAll('""', '"')
    if (end < 0) continue
    const after = current.slice(end + 1).replace(/^ +/, '')
    if (after === '') return { text, line: at, rest: null }
    return after.startsWith(separator) ? { text, line: at, rest: after.slice(separator.length) } : null
  }
  return null
}

function endOfQuote(text: string): number {
  let end = text.indexOf('"')
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end
}

function trimmed(cell: string): string {
  return cell.trim()
}
