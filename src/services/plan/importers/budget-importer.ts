import { readCsv } from '#capabilities/documents/csv.ts'
import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import type { Applied, FileReading, GivenAnswer, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts, planSubject } from '../facts.ts'
import type { PlanDocument } from '../model.ts'
import { budgetRows, foldNumber, readBudgetRow, type BudgetColumn, type BudgetProblem, type BudgetRow, type DoubtfulCell } from '../rules/budget-table.ts'
import { replaceBudgetLines } from '../store/budget-lines.ts'
import { listPlans } from '../store/catalogue.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { holdPlan } from '../store/save-document.ts'
import { budgetWords } from '../text/budget-words.ts'

/** The rows as they stand in the file; they become lines once the answers are worked in. */
interface BudgetDocument {
  readonly planKey: string
  readonly projects: readonly (readonly [string, string])[]
  readonly rows: readonly BudgetRow[]
}

interface AskedCell extends ImportQuestion {
  readonly cell: { readonly line: number; readonly column: BudgetColumn }
}

/** Takes in the budget's lines as the finance system writes them, for the plan that reaches furthest. */
export const budgetImporter: Importer<BudgetDocument> = {
  name: 'plan-budget',
  title: budgetWords.title,
  hint: budgetWords.hint,
  duty: 'plan-publisher',
  accept: '.csv',
  kinds: {
    'unknown-project': budgetWords.kindProject,
    'unreadable-year': budgetWords.kindYear,
    'unreadable-yen': budgetWords.kindYen,
    'sum-differs': budgetWords.kindSum,
  },
  read,
  apply,
}

const REASONS = {
  'unknown-project': budgetWords.unknownProject,
  'unreadable-year': budgetWords.unreadableYear,
  'unreadable-yen': budgetWords.unreadableYen,
  'sum-differs': budgetWords.sumDiffers,
} as const satisfies Readonly<Record<BudgetProblem, unknown>>

async function read(tx: Tx, { bytes }: ImportedFile): Promise<ReadFile<BudgetDocument>> {
  const csv = readCsv(bytes)
  if (!csv.ok) return { ok: false, phrase: DOCUMENT_WORDS[csv.reason], values: { row: csv.at?.row ?? 0, column: csv.at?.column ?? 0 } }
  const table = budgetRows(csv.rows)
  if (!table.ok) return { ok: false, phrase: budgetWords.missingColumns, values: { columns: table.missing.join('、') } }
  const plan = (await listPlans(tx)).find(({ reports }) => reports.length > 0)
  const document = plan && (await loadPlanDocument(tx, plan.key, plan.reports[0]?.year ?? plan.from))
  if (plan === undefined || document === undefined) return { ok: false, phrase: budgetWords.noPlan, values: {} }
  const projects = namesOf(document)
  const readings = table.rows.map((row) => readBudgetRow(row, new Map(projects)))
  const doubtful = readings.flatMap((reading) => (reading.ok ? [] : reading.cells))
  return {
    ok: true,
    document: { planKey: plan.key, projects, rows: table.rows },
    questions: doubtful.map(questionOf),
    counts: [
      { name: 'lines', label: budgetWords.lines, count: table.rows.length },
      { name: 'doubtful', label: budgetWords.doubtful, count: readings.filter(({ ok }) => !ok).length },
    ],
  }
}

/** What a file may call a project: its key, and every number under which the plan prints it. */
function namesOf({ projects, listings }: PlanDocument): (readonly [string, string])[] {
  return [
    ...listings.map(({ number, projectKey }) => [foldNumber(number), projectKey] as const),
    ...projects.map(({ key }) => [foldNumber(key), key] as const),
  ]
}

function questionOf({ line, column, problem, read: text, values }: DoubtfulCell): AskedCell {
  return {
    id: `${line}/${column}`,
    row: String(line),
    line,
    column,
    kind: problem,
    read: text,
    proposed: text,
    alternatives: [],
    reason: { phrase: REASONS[problem], values },
    cell: { line, column },
  }
}

/** Works the corrected cells in; a line that is still doubtful is left out, as its question said. */
async function apply(tx: Tx, reading: FileReading<BudgetDocument>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal> {
  const { planKey, projects, rows } = reading.document
  await holdPlan(tx, planKey)
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const typed = new Map<string, string>()
  for (const { id, cell } of reading.questions as readonly AskedCell[]) {
    const answer = given.get(id)
    if (answer?.kind === 'edit') typed.set(`${cell.line}/${cell.column}`, answer.value)
  }
  const names = new Map(projects)
  const corrected = rows.map((row) => {
    const cells = Object.entries(row).map(([column, text]) => [column, typed.get(`${row.line}/${column}`) ?? text])
    return readBudgetRow(Object.fromEntries(cells) as BudgetRow, names)
  })
  const lines = corrected.flatMap((reading) => (reading.ok ? [reading.line] : []))
  const count = await replaceBudgetLines(tx, planKey, lines)
  const years = [...new Set(lines.map(({ year }) => year))].toSorted()
  tx.publish(facts.budgetImported, planSubject(planKey), { plan: planKey, years, lines: count, leftOut: corrected.length - count })
  return { path: '/staff/plan', changes: count }
}
