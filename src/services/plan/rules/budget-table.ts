import { parseFiscalYear } from '#kernel/values/fiscal-year.ts'

/** A line of the budget that carries a project, in whole yen. */
export interface BudgetLine {
  readonly year: number
  readonly projectKey: string
  readonly account: string
  readonly category: string
  readonly subcategory: string
  readonly item: string
  readonly business: string
  readonly budgetYen: number
  /** Null while the year runs. */
  readonly settledYen: number | null
  readonly nationalYen: number
  readonly prefecturalYen: number
  readonly bondsYen: number
  readonly otherYen: number
  readonly generalYen: number
}

export const BUDGET_COLUMNS = ['事業番号', '年度', '会計', '款', '項', '目', '事業名', '予算額', '決算額', '国庫支出金', '県支出金', '地方債', 'その他', '一般財源'] as const
export type BudgetColumn = (typeof BUDGET_COLUMNS)[number]

export type BudgetProblem = 'unknown-project' | 'unreadable-year' | 'unreadable-yen' | 'sum-differs'

/** A cell that a person has to look at; its line is left out until the cell is put right. */
export interface DoubtfulCell {
  readonly line: number
  readonly column: BudgetColumn
  readonly problem: BudgetProblem
  readonly read: string
  /** Further values of the reason, e.g. the sum that was expected. */
  readonly values: Readonly<Record<string, string>>
}

export type BudgetRow = Readonly<Record<BudgetColumn, string>> & { readonly line: number }

export type BudgetTable = { readonly ok: true; readonly rows: readonly BudgetRow[] } | { readonly ok: false; readonly missing: readonly BudgetColumn[] }

/** Finds the columns by their names, in any order; other columns are left alone. */
export function budgetRows(table: readonly (readonly string[])[]): BudgetTable {
  const heading = (table[0] ?? []).map((name) => name.normalize('NFKC').trim())
  const missing = BUDGET_COLUMNS.filter((column) => !heading.includes(column))
  if (missing.length > 0) return { ok: false, missing }
  const rows = table.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const row = Object.fromEntries(BUDGET_COLUMNS.map((column) => [column, (cells[heading.indexOf(column)] ?? '').trim()]))
    return [{ ...row, line: index + 2 } as BudgetRow]
  })
  return { ok: true, rows }
}

export type ReadLine = { readonly ok: true; readonly line: BudgetLine } | { readonly ok: false; readonly cells: readonly DoubtfulCell[] }

/** `projects`: keys by everything a project may be called in the file, its key and its printed numbers. */
export function readBudgetRow(row: BudgetRow, projects: ReadonlyMap<string, string>): ReadLine {
  const cells: DoubtfulCell[] = []
  const doubt = (column: BudgetColumn, problem: BudgetProblem, values: Readonly<Record<string, string>> = {}) => {
    cells.push({ line: row.line, column, problem, read: row[column], values })
  }
  const projectKey = projects.get(foldNumber(row.事業番号))
  if (projectKey === undefined) doubt('事業番号', 'unknown-project')
  const year = parseFiscalYear(row.年度)
  if (!year.ok) doubt('年度', 'unreadable-year')
  const yen = Object.fromEntries(
    YEN_COLUMNS.map((column) => {
      const value = yenIn(row[column])
      if (value === undefined || (value === null && column === '予算額')) doubt(column, 'unreadable-yen')
      return [column, value ?? null]
    }),
  ) as Record<(typeof YEN_COLUMNS)[number], number | null>
  if (cells.length > 0 || projectKey === undefined || !year.ok) return { ok: false, cells }
  const funds = FUND_COLUMNS.map((column) => yen[column] ?? 0)
  const budgetYen = yen.予算額 ?? 0
  const sum = funds.reduce((one, other) => one + other, 0)
  // A file that tells no source of funds at all contradicts nothing.
  if (FUND_COLUMNS.some((column) => yen[column] !== null) && sum !== budgetYen) {
    doubt('予算額', 'sum-differs', { sum: sum.toLocaleString('ja-JP') })
    return { ok: false, cells }
  }
  const [nationalYen = 0, prefecturalYen = 0, bondsYen = 0, otherYen = 0, generalYen = 0] = funds
  const { 会計: account, 款: category, 項: subcategory, 目: item, 事業名: business } = row
  const line = { year: year.value, projectKey, account, category, subcategory, item, business, budgetYen, settledYen: yen.決算額 }
  return { ok: true, line: { ...line, nationalYen, prefecturalYen, bondsYen, otherYen, generalYen } }
}

const FUND_COLUMNS = ['国庫支出金', '県支出金', '地方債', 'その他', '一般財源'] as const
const YEN_COLUMNS = ['予算額', '決算額', ...FUND_COLUMNS] as const

/** Largest amount that a line may bear: a hundred times the budget of a big prefecture, and exact in a double. */
const MOST_YEN = 10 ** 15

/** Whole yen, also with grouping, 円 and △ for a minus; null for an empty cell, undefined for anything else. */
export function yenIn(text: string): number | null | undefined {
  const bare = text.normalize('NFKC').replace(/[,、\s]/g, '').replace(/円$/, '').replace(/^[△▲−]/, '-')
  if (bare === '') return null
  if (!/^-?\d{1,16}$/.test(bare)) return undefined
  const value = Number(bare)
  return Math.abs(value) > MOST_YEN ? undefined : value
}

/** As numbers are compared: ①(3)-7, 1-3-7 and 1(3)7 mean one place only where the plan says so. */
export function foldNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
