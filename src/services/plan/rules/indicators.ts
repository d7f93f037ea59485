import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import type { PlanIndicator } from '../model.ts'

/** The header of the table of result indicators: 成果指標名, 単位, 現状値, 実績値, 目標値. */
export function isIndicatorHeader(line: SourceLine): boolean {
  return line.cells.some((cell) => /指標/.test(cell)) && columnOf(line, /単位/) >= 0 && columnOf(line, /目標/) >= 0
}

export interface IndicatorsFound {
  readonly indicators: readonly PlanIndicator[]
  /** Lines below the header that belong to the table. */
  readonly lineCount: number
}

/** Reads the numbered lines below the header. 設定なし and blank lines are indicators that are not set. */
export function readIndicators(lines: readonly SourceLine[], at: number): IndicatorsFound {
  const header = lines[at] as SourceLine
  const columns = {
    unit: columnOf(header, /単位/),
    baseline: columnOf(header, /現状|基準/),
    actual: columnOf(header, /実績/),
    target: columnOf(header, /目標/),
  }
  const indicators: PlanIndicator[] = []
  for (const line of lines.slice(at + 1)) {
    const number = numberOf(line.cells[0] ?? '')
    if (number === null) break
    const cell = (column: number): string => (column < 0 ? '' : (line.cells[column] ?? ''))
    const name = line.cells
      .slice(1, Math.max(1, columns.unit))
      .filter((text) => text !== '')
      .join(' ')
    const isSet = name !== '' && !/^(設定|指標)?(な|無)し$/.test(name)
    indicators.push({
      number,
      name: isSet ? name : '',
      isSet,
      unit: cell(columns.unit),
      baseline: cell(columns.baseline),
      actual: cell(columns.actual),
      target: cell(columns.target),
    })
  }
  return { indicators, lineCount: indicators.length }
}

function columnOf(line: SourceLine, heading: RegExp): number {
  return line.cells.findIndex((cell) => heading.test(cell))
}

function numberOf(cell: string): number | null {
  const digits = cell.normalize('NFKC').trim()
  return /^\d{1,2}$/.test(digits) ? Number(digits) : null
}
