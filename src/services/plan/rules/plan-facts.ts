import type { FiscalYearNumber, PlanDocument } from '../model.ts'
import type { CoverSheet } from './cover-sheet.ts'
import type { Entry } from './entry.ts'
import { printPeriod } from './fields.ts'
import type { Doubts } from './question.ts'
import { yearLabel } from './years.ts'

/** What the plan is called, by whom, for which years: from the cover, else from the table and asked about. */
export interface PlanFacts {
  readonly title: string
  readonly issuedBy: string
  readonly period: PlanDocument['period']
  readonly reportYear: FiscalYearNumber
  /** The years of the table, ascending. */
  readonly years: readonly FiscalYearNumber[]
}

export function settlePlan(cover: CoverSheet, entries: readonly Entry[], doubts: Doubts): PlanFacts {
  const years = yearsOfTable(entries, cover)
  const period = cover.period ?? { from: years[0] ?? FALLBACK_YEAR, to: years.at(-1) ?? FALLBACK_YEAR }
  const reportYear = cover.reportYear ?? period.to
  const missing = (column: string, field: 'title' | 'issuedBy' | 'period' | 'reportYear'): void => {
    doubts.add({ kind: 'cover-missing', line: 0, row: '表紙', column, read: '', field: `plan/${field}` })
  }
  if (cover.title === null) missing('表題', 'title')
  if (cover.issuedBy === null) missing('取りまとめ課', 'issuedBy')
  if (!cover.period) missing('計画期間', 'period')
  if (cover.reportYear === null) missing('報告年度', 'reportYear')
  doubtYears(cover, years, doubts)
  return { title: cover.title ?? '', issuedBy: cover.issuedBy ?? '', period, reportYear, years }
}

/** For a table without any year: the plan then has an empty line of years, and the period is asked about. */
const FALLBACK_YEAR: FiscalYearNumber = 2000

function yearsOfTable(entries: readonly Entry[], cover: CoverSheet): readonly FiscalYearNumber[] {
  const years = new Set<FiscalYearNumber>()
  const tables = new Set(entries.map(({ row }) => row.raw.table))
  for (const table of tables) for (const year of table.years) years.add(year)
  if (years.size > 0) return [...years].toSorted((left, right) => left - right)
  if (!cover.period) return []
  const { from, to } = cover.period
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function doubtYears(cover: CoverSheet, years: readonly FiscalYearNumber[], doubts: Doubts): void {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return
  const values = { years: printPeriod({ from: first, to: last }) }
  if (cover.period && (cover.period.from !== first || cover.period.to !== last)) {
    const place = {
      line: 0,
      row: '表紙',
      column: '計画期間',
      read: printPeriod(cover.period),
      alternatives: [values.years],
    }
    doubts.add({ ...place, kind: 'cover-differs', field: 'plan/period', values })
  }
  if (cover.reportYear !== null && (cover.reportYear < first || cover.reportYear > last)) {
    const place = {
      line: 0,
      row: '表紙',
      column: '報告年度',
      read: yearLabel(cover.reportYear),
      alternatives: [yearLabel(last)],
    }
    doubts.add({ ...place, kind: 'cover-differs', field: 'plan/reportYear', values })
  }
}
