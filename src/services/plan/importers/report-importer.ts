import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import type { XlsxRefusalReason } from '#capabilities/documents/xlsx-reader.ts'
import type { Applied, FileReading, GivenAnswer, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile } from '#capabilities/imports/importer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { facts, planSubject } from '../facts.ts'
import type { PlanDocument } from '../model.ts'
import { referenceProblemOf } from '../pages/reference-problem.ts'
import { readReportXlsx, type ReportReading } from '../report/read-report-xlsx.ts'
import { REPORT_REFUSALS, type ReportChange, type ReportProblem, type ReportProblemReason, type ReportRefusalReason } from '../report/report-changes.ts'
import { REPORT_PROBLEM_WORDS, REPORT_REFUSAL_WORDS } from '../report/text.ts'
import { EDIT_REFUSALS } from '../rules/answer-reasons.ts'
import { mainNumberOf } from '../rules/fields.ts'
import type { RoundRefusal } from '../rules/rounds.ts'
import { listPlans } from '../store/catalogue.ts'
import { changesBetween } from '../store/document-changes.ts'
import { withFieldText, type FieldAddress } from '../store/document-fields.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { holdPlan, saveDocument } from '../store/save-document.ts'
import { importWords } from '../text/import-words.ts'
import { type ImportRights, isCorrection, leftOut, loadImportRights, refusedChange, refusedField } from './import-rights.ts'
import { addressOf, officialName, printedValue, scaleFor, typedValue } from './report-cells.ts'

/** What an edited workbook was compared with. */
interface WorkbookDocument {
  readonly planKey: string
  readonly year: number
  readonly document: PlanDocument
}

/** A cell that a person is asked about, with the place in the plan where the answer goes; null where there is none. */
interface AskedCell extends ImportQuestion {
  readonly address: FieldAddress | null
  /** Does the plan change when the proposal is accepted? */
  readonly isChange: boolean
}

/** The one question that asks for no cell but for a reason. */
const CORRECTION = 'correction'
type OwnKind = 'changed' | 'not-open' | 'reference' | typeof CORRECTION

/** Reads a workbook of the report back that was exported here and edited: only what was changed is applied. */
export const reportImporter: Importer<WorkbookDocument> = {
  name: 'plan-report',
  title: importWords.reportTitle,
  hint: importWords.reportHint,
  duty: 'plan-publisher',
  accept: '.xlsx',
  kinds: {
    changed: importWords.kindChanged, 'not-open': importWords.kindNotOpen, reference: importWords.kindReference, [CORRECTION]: importWords.kindCorrection,
    'unknown-sheet': importWords.kindSheet, 'missing-sheet': importWords.kindSheet, 'missing-column': importWords.kindColumn,
    'unknown-row': importWords.kindRow, 'duplicated-row': importWords.kindRow, 'deleted-row': importWords.kindRow, 'text-out-of-place': importWords.kindRow,
    formula: importWords.kindFormula, 'not-a-text': importWords.kindNoText, 'unknown-mark': importWords.kindMark, 'copy-differs': importWords.kindCopy,
    'changed-meanwhile': importWords.kindMeanwhile, 'fixed-cell-changed': importWords.kindFixed,
  } satisfies Readonly<Record<ReportProblemReason | OwnKind, unknown>>,
  read,
  refuseAnswer,
  apply,
}

async function read(tx: Tx, { bytes }: ImportedFile): Promise<ReadFile<WorkbookDocument>> {
  const found = await findReading(tx, bytes)
  if (!('reading' in found)) return found
  const { planKey, document, reading } = found
  const rights = await loadImportRights(tx, planKey, document)
  const taken = new Map<string, number>()
  const cells = [
    ...reading.changes.map((change) => changeQuestion(document, change, rights)),
    ...reading.problems.map((problem) => problemQuestion(document, problem, rights)),
  ].map((question) => withOwnId(question, taken))
  const mayChange = cells.flatMap(({ address }) => address ?? [])
  const questions = isCorrection(rights, mayChange) ? [correctionQuestion(), ...cells] : cells
  return {
    ok: true,
    document: { planKey, year: document.reportYear, document },
    questions,
    counts: [
      { name: 'changes', label: importWords.changedCells, count: reading.changes.length },
      { name: 'doubts', label: importWords.doubtfulCells, count: reading.problems.length },
    ],
  }
}

interface FoundReading {
  readonly planKey: string
  readonly document: PlanDocument
  readonly reading: Extract<ReportReading, { ok: true }>
}

/** The workbook says of which plan and year it is: it is read against each until one fits. */
async function findReading(tx: Tx, bytes: Buffer): Promise<FoundReading | ImportRefusal> {
  let refusal: ImportRefusal = { ok: false, phrase: importWords.noPlan, values: {} }
  for (const { key: planKey, reports } of await listPlans(tx)) {
    for (const { year } of reports) {
      const document = await loadPlanDocument(tx, planKey, year)
      if (document === undefined) continue
      const reading = await readReportXlsx(bytes, document)
      if (reading.ok) return { planKey, document, reading }
      refusal = refusalOf(reading.reason)
      if (reading.reason !== 'other-plan' && reading.reason !== 'other-report-year') return refusal
    }
  }
  return refusal
}

function refusalOf(reason: ReportRefusalReason | XlsxRefusalReason): ImportRefusal {
  const own = REPORT_REFUSALS.find((known) => known === reason)
  const phrase = own === undefined ? DOCUMENT_WORDS[reason as XlsxRefusalReason] : REPORT_REFUSAL_WORDS[own]
  return { ok: false, phrase, values: {} }
}

function changeQuestion(document: PlanDocument, change: ReportChange, rights: ImportRights): AskedCell {
  const address = addressOf(change.projectKey, change.field)
  if (address === null) throw new Fault('broken', `the workbook changed an unknown field ${change.field}`)
  const [before, after] = [valueOf(change.before), valueOf(change.after)]
  const [present, found] = [printedValue(document, address, before), printedValue(document, address, after)]
  const place = placeOf(document, change.projectKey, address, change.cell)
  const id = `${change.projectKey ?? 'cover'}/${address.field}`
  const refusal = refusedField(rights, change.projectKey, address.field)
  if (refusal !== null) return notOpen({ ...place, id, read: found, proposed: present }, refusal)
  const problem = referenceProblemOf(rights.references(address.field, after))
  if (problem !== null) {
    // The plan stays as it is unless somebody types the text anew.
    const { phrase, values = {} } = problem
    return { ...place, id, kind: 'reference', read: found, proposed: present, alternatives: [], reason: { phrase, values }, isChange: false }
  }
  const reason = { phrase: importWords.changed, values: { sheet: change.sheet, cell: change.cell } }
  return { ...place, id, kind: 'changed', read: present, proposed: found, alternatives: [present], reason, isChange: true }
}

/** A cell that the file may not change now: shown with the reason, and left as the plan has it. */
function notOpen(cell: Pick<AskedCell, 'id' | 'row' | 'line' | 'column' | 'read' | 'proposed'>, refusal: RoundRefusal): AskedCell {
  const { id, row, line, column, read: found, proposed } = cell
  return { id, row, line, column, kind: 'not-open', read: found, proposed, alternatives: [], reason: { phrase: leftOut(refusal), values: {} }, address: null, isChange: false }
}

/** After the end of a round whoever corrects says why, by file as on the page. */
function correctionQuestion(): AskedCell {
  const column = officialVoice.plain(importWords.correctionColumn)
  const reason = { phrase: importWords.correctionNeeded, values: {} }
  return { id: CORRECTION, row: '', line: 0, column, kind: CORRECTION, read: '', proposed: '', alternatives: [], reason, address: null, isChange: false }
}

/** Texts as they are, marks as keys of their steps, owners as JSON. */
function valueOf(value: ReportChange['before']): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function problemQuestion(document: PlanDocument, problem: ReportProblem, rights: ImportRights): AskedCell {
  const { reason, sheet, cell, projectKey, field, found, known } = problem
  const address = field === null ? null : addressOf(projectKey, field)
  // A sign that is nearly one of the legend's is proposed as that one; everywhere else the plan stays as it is.
  const isChange = reason === 'unknown-mark' && address !== null && known !== '' && typedValue(document, address, known) !== null
  const place = placeOf(document, projectKey, address, cell ?? '')
  const id = `${reason}/${sheet ?? ''}/${cell ?? ''}`
  const refusal = address === null ? null : refusedField(rights, projectKey, address.field)
  if (refusal !== null) return notOpen({ ...place, id, read: found, proposed: known }, refusal)
  return {
    ...place,
    id,
    kind: reason,
    read: found,
    proposed: known,
    alternatives: address === null || reason === 'unknown-mark' || found === known ? [] : [found],
    reason: { phrase: REPORT_PROBLEM_WORDS[reason], values: { found, known } },
    isChange,
  }
}

function placeOf(document: PlanDocument, projectKey: string | null, address: FieldAddress | null, cell: string) {
  const scale = address && scaleFor(document, address.field)
  return {
    row: projectKey === null ? '' : mainNumberOf(document, projectKey),
    line: Number(/\d+$/.exec(cell)?.[0] ?? 0),
    column: address === null ? cell : officialName(document, address),
    address,
    ...(scale ? { choices: scale.steps.map(({ glyph }) => glyph) } : {}),
  }
}

/** Two questions about one place are told apart by a number. */
function withOwnId(question: AskedCell, taken: Map<string, number>): AskedCell {
  const count = (taken.get(question.id) ?? 0) + 1
  taken.set(question.id, count)
  return count === 1 ? question : { ...question, id: `${question.id}/${count}` }
}

/** Said at once where what was typed shows that it cannot stand; the rest is seen when the answers are applied. */
function refuseAnswer(question: ImportQuestion, value: string): ImportRefusal | null {
  const { address } = question as Partial<AskedCell>
  if (question.kind === 'not-open') return { ok: false, ...question.reason }
  if (question.kind === CORRECTION) return value.trim() === '' ? { ok: false, ...question.reason } : null
  const place = `${question.row} ${question.column}`.trim()
  if (address === null) return { ok: false, phrase: EDIT_REFUSALS['unknown-place'], values: {} }
  if (address?.field === 'name' && value.trim() === '') return { ok: false, phrase: importWords.mustNotBeEmpty, values: { place } }
  return null
}

async function apply(tx: Tx, reading: FileReading<WorkbookDocument>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal> {
  const { planKey, year } = reading.document
  await holdPlan(tx, planKey)
  const present = await loadPlanDocument(tx, planKey, year)
  if (present === undefined) throw new Fault('not-found', 'the plan is gone')
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const edited = withAnswers(present, reading.questions as readonly AskedCell[], given)
  if ('ok' in edited) return edited
  const rights = await loadImportRights(tx, planKey, present)
  const wanted = changesBetween(present, edited)
  const refused = refusedChange(rights, present, wanted)
  if (refused !== null) return refused
  const typed = given.get(CORRECTION)
  const reference = typed?.kind === 'edit' ? typed.value.trim() : ''
  const correcting = isCorrection(rights, wanted)
  if (correcting && reference === '') return { ok: false, phrase: importWords.correctionNeeded, values: {} }
  const { changes } = await saveDocument(tx, { planKey, document: edited, ...(correcting ? { cause: 'correction', reference } : { cause: 'report-file' }) })
  tx.publish(facts.reportFileApplied, planSubject(planKey), { plan: planKey, year, changes: changes.length })
  return { path: `/plan/report/${year}?plan=${planKey}`, changes: changes.length }
}

/** The plan with what was accepted and typed; a refusal where an answer cannot stand. */
function withAnswers(present: PlanDocument, questions: readonly AskedCell[], given: ReadonlyMap<string, GivenAnswer>): PlanDocument | ImportRefusal {
  let document = present
  for (const question of questions) {
    const { address, kind } = question
    const answer = given.get(question.id)
    const typed = answer?.kind === 'edit' ? answer.value : question.isChange ? question.proposed : null
    if (typed === null || kind === CORRECTION) continue
    if (address === null) return refuseAnswer(question, typed) ?? { ok: false, phrase: EDIT_REFUSALS['unknown-place'], values: {} }
    const value = typedValue(document, address, typed)
    if (value === null) return refusedValue(question, address)
    document = withFieldText(document, address, value)
  }
  return document
}

function refusedValue({ row, column }: ImportQuestion, { field }: FieldAddress): ImportRefusal {
  const phrase = field === 'owners' ? importWords.ownerForm : field === 'name' ? importWords.mustNotBeEmpty : importWords.unknownMark
  return { ok: false, phrase, values: { place: `${row} ${column}`.trim() } }
}
