import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import type { Vocabulary } from '#capabilities/imports/reading/profiles.ts'
import { foldText } from '#capabilities/imports/reading/similarity.ts'
import type { FiscalYearNumber } from '../model.ts'
import { type PlanTable, standardTable } from './columns.ts'
import { isHeaderLine, readHeader } from './headings.ts'
import { readPrintedNumber, visionOf } from './numbers.ts'
import { leftOut } from './left-out.ts'
import type { Doubts } from './question.ts'
import type { RawRow } from './raw-row.ts'
import { RowBuilder } from './row-builder.ts'
import { rowStart } from './row-start.ts'
import { yearLabel } from './years.ts'

/** A vision's heading above its tables: `② 安全で…`. */
export interface VisionHeading {
  readonly line: number
  readonly vision: number
  readonly sign: string
  readonly name: string
}

export interface Layout {
  readonly visions: readonly VisionHeading[]
  readonly rows: readonly RawRow[]
}

/** Where the cover sheet ends and the list of projects begins: before the first header and what introduces it. */
export function bodyStart(lines: readonly SourceLine[], legend: ReadonlySet<number>): number {
  const first = lines.findIndex((line) => isHeaderLine(line) || rowStart(line, 0) !== null)
  if (first < 0) return lines.length
  let start = first
  while (start > 0) {
    const line = lines[start - 1] as SourceLine
    if (!legend.has(line.number) && !visionHeading(line)) break
    start--
  }
  return start
}

/** Finds headers, vision headings and rows in the body of a dump; lines that are none of these are asked about. */
export function layOut(
  lines: readonly SourceLine[],
  legend: ReadonlySet<number>,
  years: readonly FiscalYearNumber[],
  vocabulary: Vocabulary,
  doubts: Doubts,
): Layout {
  const visions: VisionHeading[] = []
  const builder = new RowBuilder(vocabulary, doubts)
  let table: PlanTable | null = null
  // Headers repeat on every page; what one lacks is asked once.
  const headers = new Map<string, PlanTable>()
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine
    if (legend.has(line.number) || isFurniture(line)) continue
    if (isHeaderLine(line)) {
      const key = foldText(line.cells.join('\t')).trim() + foldText(lines[at + 1]?.cells.join('\t') ?? '').slice(0, 80)
      const known = headers.get(key)
      const header = readHeader(lines, at, { previous: table, years }, known ? SILENT : doubts)
      table = known ?? header.table
      headers.set(key, table)
      at += header.lineCount - 1
      continue
    }
    const heading = headingAt(lines, at, visions.at(-1), builder.isOpen, legend)
    if (heading) {
      builder.close()
      if (heading.vision !== visions.at(-1)?.vision) visions.push(heading)
      continue
    }
    if (!table && rowStart(line, 0)) table = withoutHeader(line, years, doubts)
    if (!table) {
      doubts.add(leftOut(line))
      continue
    }
    builder.read(line, table, visions.at(-1)?.vision ?? null)
  }
  return { visions, rows: builder.finish() }
}

/** Takes doubts about a header that has been asked about on an earlier page. */
const SILENT = { add: (): void => {} } as unknown as Doubts

function withoutHeader(line: SourceLine, years: readonly FiscalYearNumber[], doubts: Doubts): PlanTable {
  const table = standardTable(years, yearLabel)
  const proposed = table.columns.map(({ heading }) => heading).join(' | ')
  doubts.add({ kind: 'header-missing', line: line.number, row: '', column: '見出し', read: '', proposed })
  return table
}

/** Page numbers and ruled lines: they belong to the page and not to the plan. */
function isFurniture(line: SourceLine): boolean {
  const text = line.cells.join('')
  if (/^[\s|:：+=_*─━-]*$/.test(text)) return !/^[-−]$/.test(text)
  return (
    line.cells.length <= 2 &&
    /^[\s\-－―‐(（]*(p(age|\.)?\s*)?\d{1,3}(\s*[/／]\s*\d{1,3})?(ページ|頁)?[\s\-－―‐)）]*$/i.test(text)
  )
}

const SIGNS = '[①-⑳㉑-㉟Ⅰ-Ⅻ]'
const HEADING = new RegExp(
  `^[#■●◆\\s]*(?:(?:ビジョン|基本方針|基本目標|基本施策|方針|目標|柱)\\s*(${SIGNS}|[0-9０-９]{1,2})|(${SIGNS}))\\s*[.．、:：]?\\s*(\\S.*)$`,
)
const LONGEST_NAME = 60

function visionHeading(line: SourceLine): VisionHeading | null {
  const filled = line.cells.filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length > 2) return null
  const text = filled.join(' ')
  if (text.length > LONGEST_NAME + 10 || text.includes('。') || readPrintedNumber(text)) return null
  const match = text.match(HEADING)
  const sign = match?.[1] ?? match?.[2]
  if (!match || !sign) return null
  const name = (match[3] as string).replace(/^[「『]?(.*?)[」』]?\s*#*$/, '$1')
  return { line: line.number, vision: visionOf(sign), sign, name }
}

/** How many lines below a heading its table may begin: the legend stands between. */
const LINES_TO_TABLE = 30

/** A line like `② …` is a heading when its table follows; inside a torn cell (`② 防火…`) the rows around it go on. */
function headingAt(
  lines: readonly SourceLine[],
  at: number,
  last: VisionHeading | undefined,
  isRowOpen: boolean,
  legend: ReadonlySet<number>,
): VisionHeading | null {
  const heading = visionHeading(lines[at] as SourceLine)
  if (!heading) return null
  if (last && heading.vision === last.vision) return foldText(heading.name) === foldText(last.name) ? heading : null
  if (last && heading.vision < last.vision) return null
  // Below a row that lacks cells, a marked heading or one with a legend is a heading; a bare `② …` may go on the row.
  let isBeyondDoubt = !isRowOpen || /^[#■●◆]/.test(lines[at]?.cells[0] ?? '')
  for (const line of lines.slice(at + 1, at + LINES_TO_TABLE)) {
    if (legend.has(line.number)) isBeyondDoubt = true
    if (isHeaderLine(line)) return isBeyondDoubt ? heading : null
    const number = rowStart(line, 0)
    if (number) return number.vision === null || number.vision === heading.vision ? heading : null
  }
  return null
}
