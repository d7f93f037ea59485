import type {
  Applied, FileReading, GivenAnswer, ImportCount, ImportedFile, Importer, ImportQuestion, ImportRefusal, ReadFile,
} from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts, planSubject } from '../facts.ts'
import type { PlanDocument } from '../model.ts'
import { EDIT_REFUSALS } from '../rules/answer-reasons.ts'
import { applyAnswers, type Answer, type AnsweredPlan } from '../rules/answers.ts'
import { findContradictions } from '../rules/contradictions.ts'
import { QUESTION_REASONS } from '../rules/question-reasons.ts'
import type { Question } from '../rules/question.ts'
import { changesBetween, type FieldChange } from '../store/document-changes.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { keepOpenQuestions } from '../store/open-questions.ts'
import { findPlanKey, freePlanKey } from '../store/plan-keys.ts'
import { keepCopyDifferences } from '../store/reasons.ts'
import { saveDocument } from '../store/save-document.ts'
import { importWords } from '../text/import-words.ts'
import { isCorrection, loadImportRights, refusedChange, refusedReference } from './import-rights.ts'
import { mergeDocument, type Merged } from './merge-document.ts'
import { readSource } from './read-source.ts'

/** A question as the rules ask it, travelling with the question that the desk shows. */
interface AskedQuestion extends ImportQuestion {
  readonly asked: Question
}

/** Takes in the published table of a plan: a text dump, CSV or a workbook. */
export const planImporter: Importer<PlanDocument> = {
  name: 'plan',
  title: importWords.planTitle,
  hint: importWords.planHint,
  duty: 'plan-publisher',
  accept: '.txt,.tsv,.csv,.xlsx',
  read: (_tx, file) => readPlan(file),
  readOffline: (_city, file) => readPlan(file),
  preview,
  apply,
}

async function readPlan(file: ImportedFile): Promise<ReadFile<PlanDocument>> {
  const reading = await readSource(file.bytes)
  if (!reading.ok) return reading
  const { document, rows, questions } = reading.plan
  return {
    ok: true,
    document,
    questions: questions.map((question) => questionOf(question, document)),
    counts: [
      { name: 'rows', label: importWords.rows, count: rows },
      { name: 'projects', label: importWords.projects, count: document.projects.length },
      { name: 'listings', label: importWords.listings, count: document.listings.length },
    ],
  }
}

function questionOf(asked: Question, document: PlanDocument): AskedQuestion {
  const { id, row, line, column, kind, read, proposed, alternatives, reasonValues: values } = asked
  const choices = choicesFor(asked, document)
  const reason = { phrase: QUESTION_REASONS[kind], values }
  return { id, row, line, column, kind, read, proposed, alternatives, reason, asked, ...(choices === null ? {} : { choices }) }
}

/** A place that holds a mark can only hold one of its scale. */
function choicesFor({ field, proposed }: Question, { scales }: PlanDocument): readonly string[] | null {
  const scale = field?.endsWith('/sheet/achievement') ? scales.achievement : field?.endsWith('/planned') ? scales.schedule : null
  if (scale === null) return null
  const glyphs = scale.steps.map(({ glyph }) => glyph)
  return glyphs.includes(proposed) ? glyphs : null
}

async function preview(tx: Tx, reading: FileReading<PlanDocument>, answers: readonly GivenAnswer[]): Promise<readonly ImportCount[]> {
  const { document } = answeredPlan(reading, answers)
  const key = await findPlanKey(tx, document)
  const present = key === undefined ? undefined : await loadPlanDocument(tx, key, document.reportYear)
  if (present === undefined) return [{ name: 'newProjects', label: importWords.newProjects, count: document.projects.length }]
  const merged = mergeDocument(present, document)
  const changes = changesBetween(present, merged.document)
  return [
    { name: 'changes', label: importWords.changes, count: changes.length },
    { name: 'newProjects', label: importWords.newProjects, count: merged.document.projects.length - present.projects.length },
    { name: 'keptProjects', label: importWords.keptProjects, count: merged.left.length },
  ]
}

async function apply(tx: Tx, reading: FileReading<PlanDocument>, answers: readonly GivenAnswer[]): Promise<Applied | ImportRefusal> {
  const answered = answeredPlan(reading, answers)
  const refused = refusalOf(reading, answered)
  if (refused !== null) return refused
  const { document } = answered
  const known = await findPlanKey(tx, document)
  const planKey = known ?? (await freePlanKey(tx, document))
  const present = known === undefined ? undefined : await loadPlanDocument(tx, known, document.reportYear)
  const merged = present === undefined ? unmerged(document) : mergeDocument(present, document)
  const forbidden = await refusalOfChanges(tx, planKey, present, merged.document)
  if (forbidden !== null) return forbidden
  const { changes } = await saveDocument(tx, { planKey, document: merged.document, cause: 'import' })
  await keepDoubts(tx, planKey, reading, answered, merged)
  tx.publish(facts.imported, planSubject(planKey), { plan: planKey, year: document.reportYear, changes: changes.length })
  return { path: `/plan?plan=${planKey}`, changes: changes.length }
}

/** What the rounds of the report, or a reference to no figure, forbid; asked before anything is written. */
async function refusalOfChanges(tx: Tx, planKey: string, present: PlanDocument | undefined, document: PlanDocument): Promise<ImportRefusal | null> {
  const rights = await loadImportRights(tx, planKey, document)
  if (present === undefined) return refusedReference(rights.references, document, writtenIn(document))
  const changes = changesBetween(present, document)
  const refused = refusedChange(rights, document, changes)
  if (refused !== null) return refused
  return isCorrection(rights, changes) ? { ok: false, phrase: importWords.roundOver, values: {} } : null
}

/** Every value of a plan that is new to the city, as changes from nothing. */
function writtenIn(document: PlanDocument): FieldChange[] {
  const sections = document.sections.map((section) => ({ ...section, body: '' }))
  const projects = document.projects.map((project) => ({
    ...project, purpose: '', outline: '',
    years: project.years.map((cell) => ({ ...cell, note: '' })),
    sheet: { ...project.sheet, results: '', outcomes: '', periodStatus: '' },
  }))
  return changesBetween({ ...document, sections, projects }, document)
}

function unmerged(document: PlanDocument): Merged {
  return { document, projectKeys: new Map(document.projects.map(({ key }) => [key, key])), left: [] }
}

/** What an import leaves to be looked at: unanswered questions, and where copies of a project said different things. */
async function keepDoubts(tx: Tx, planKey: string, reading: FileReading<PlanDocument>, answered: AnsweredPlan, { projectKeys }: Merged): Promise<void> {
  const keyOf = (key: string | undefined) => (key === undefined ? null : (projectKeys.get(key) ?? null))
  const open = answered.open.map((question) => ({
    question: question.id,
    row: question.row,
    column: question.column,
    kind: question.kind,
    read: question.read,
    proposed: question.proposed,
    projectKey: keyOf(/^projects\/([^/]+)\//.exec(question.field ?? '')?.[1]),
    values: question.reasonValues,
  }))
  await keepOpenQuestions(tx, planKey, open)
  const found = findContradictions(answered.document, askedIn(reading)).filter(({ kind }) => kind === 'copies-differ')
  await keepCopyDifferences(tx, planKey, found.flatMap((one) => {
    const projectKey = keyOf(one.projectKey)
    return projectKey === null ? [] : [{ ...one, projectKey }]
  }))
}

function answeredPlan(reading: FileReading<PlanDocument>, answers: readonly GivenAnswer[]): AnsweredPlan {
  const given = new Map(answers.map(({ questionId, ...answer }): [string, Answer] => [questionId, answer]))
  return applyAnswers({ document: reading.document, questions: askedIn(reading) }, given)
}

function askedIn({ questions }: FileReading<PlanDocument>): readonly Question[] {
  return questions.map((question) => (question as AskedQuestion).asked)
}

/** An answer that cannot stand in the plan stops the import before anything is written; it says which and why. */
function refusalOf({ questions }: FileReading<PlanDocument>, { refused: [first] }: AnsweredPlan): ImportRefusal | null {
  if (first === undefined) return null
  const question = questions.find(({ id }) => id === first.questionId)
  const reason = EDIT_REFUSALS[first.refusal]
  const place = `${question?.row ?? ''} ${question?.column ?? ''}: `
  const phrase = Object.fromEntries(Object.entries(reason).map(([language, text]) => [language, `{place}${text}`])) as unknown as ImportRefusal['phrase']
  return { ok: false, phrase, values: { place } }
}
