import { officialVoice } from '#kernel/text/text.ts'
import type { PlanDocument, Project, Scale } from '../model.ts'
import { CONTRADICTION_EXPLANATIONS, type ContradictionKind } from './contradiction-explanations.ts'
import { mainNumberOf } from './fields.ts'
import { glyphOf } from './marks.ts'
import type { Question } from './question.ts'
import { yearLabel } from './years.ts'

/** Two statements of a plan that do not go together. Neither is changed: the office gives its reason. */
export interface Contradiction {
  /** The same for the same statements. */
  readonly id: string
  readonly kind: ContradictionKind
  readonly projectKey: string
  /** The printed number where it shows, e.g. `①(5)-2`. */
  readonly number: string
  readonly values: Readonly<Record<string, string>>
  /** One sentence of official Japanese; `CONTRADICTION_EXPLANATIONS[kind]` says it in the other languages. */
  readonly explanation: string
}

/** Finds what contradicts itself in a plan; the questions of an import tell where copies of a project differ. */
export function findContradictions(
  document: PlanDocument,
  questions: readonly Question[] = [],
): readonly Contradiction[] {
  const found = document.projects.flatMap((project) => [
    ...surveyOnly(project, document),
    ...deniedByText(project, document),
    ...completeJudgedLower(project, document),
    ...completeDidNotCome(project, document),
  ])
  return [...found, ...differingCopies(document, questions)]
}

/** Puts a contradiction together; what stands there is part of its identity. */
export function contradiction(
  kind: ContradictionKind,
  project: { readonly key: string },
  number: string,
  values: Readonly<Record<string, string>>,
): Contradiction {
  const explanation = officialVoice.plain(CONTRADICTION_EXPLANATIONS[kind], values)
  const place = Object.values(values).join('/')
  return { id: `${kind}/${number}/${place}`, kind, projectKey: project.key, number, values, explanation }
}

/** The best judgement is the first of its legend. */
function isAchieved(project: Project, { scales }: PlanDocument): boolean {
  return project.sheet.achievement !== null && project.sheet.achievement === scales.achievement.steps[0]?.key
}

function completeKey(scale: Scale): string | undefined {
  return scale.steps.find(({ key, glyph }) => key === 'complete' || glyph === '◎')?.key
}

/** Every year only surveyed (△), yet judged achieved. */
function surveyOnly(project: Project, document: PlanDocument): readonly Contradiction[] {
  const { schedule, achievement } = document.scales
  const [first] = schedule.steps
  const marked = project.years.filter(({ planned }) => planned !== null)
  if (
    !first ||
    marked.length < 2 ||
    marked.some(({ planned }) => planned !== first.key) ||
    !isAchieved(project, document)
  )
    return []
  const values = {
    years: String(marked.length),
    mark: first.glyph,
    judged: glyphOf(achievement, project.sheet.achievement),
  }
  return [contradiction('survey-only-judged-achieved', project, mainNumberOf(document, project.key), values)]
}

/** Words by which reports say that something was not reached. */
const DENIALS =
  /至らなかった|至っていない|至らず|(実施|導入|達成|活用|実現|完了)(は)?(でき|し)(なかった|ていない|ず)|未実施|見送(った|り|ること)|断念し|中止(した|とな)/

function deniedByText(project: Project, document: PlanDocument): readonly Contradiction[] {
  if (!isAchieved(project, document)) return []
  const { results, outcomes, periodStatus } = project.sheet
  for (const text of [periodStatus, outcomes, results]) {
    const denial = text.match(DENIALS)
    if (!denial || denial.index === undefined) continue
    const words = text.slice(Math.max(0, denial.index - WORDS_BEFORE), denial.index + denial[0].length)
    const values = { words, judged: glyphOf(document.scales.achievement, project.sheet.achievement) }
    return [contradiction('text-denies-judgement', project, mainNumberOf(document, project.key), values)]
  }
  return []
}

const WORDS_BEFORE = 12

/** ◎ was planned and the judgement says that it was reached in part or not at all; ○ contradicts only the last year. */
function completeJudgedLower(project: Project, document: PlanDocument): readonly Contradiction[] {
  const { schedule, achievement } = document.scales
  const judged = achievement.steps.findIndex(({ key }) => key === project.sheet.achievement)
  const complete = completeKey(schedule)
  const planned = project.years.findLast((cell) => cell.planned === complete && cell.year <= document.reportYear)
  if (!planned || judged <= 0 || project.sheet.achievement === 'withdrawn') return []
  if (judged === 1 && planned.year !== document.period.to) return []
  const values = {
    year: yearLabel(planned.year),
    mark: glyphOf(schedule, planned.planned),
    judged: glyphOf(achievement, project.sheet.achievement),
  }
  return [contradiction('complete-planned-judged-lower', project, mainNumberOf(document, project.key), values)]
}

/** ◎ was planned for a year and another mark was reported for it. */
function completeDidNotCome(project: Project, document: PlanDocument): readonly Contradiction[] {
  const { schedule } = document.scales
  const complete = completeKey(schedule)
  return project.years
    .filter(({ planned, actual }) => planned === complete && actual !== null && actual !== complete)
    .map((cell) => {
      const values = {
        year: yearLabel(cell.year),
        mark: glyphOf(schedule, cell.planned),
        actual: glyphOf(schedule, cell.actual),
      }
      return contradiction('planned-complete-did-not-come', project, mainNumberOf(document, project.key), values)
    })
}

function differingCopies(document: PlanDocument, questions: readonly Question[]): readonly Contradiction[] {
  return questions
    .filter(({ kind }) => kind === 'copies-differ')
    .flatMap((question) => {
      const { source = '', here = '', there = '' } = question.reasonValues
      const key = question.field?.split('/')[1] ?? ''
      if (!document.projects.some((project) => project.key === key)) return []
      const values = { column: question.column, source, here, there }
      return [contradiction('copies-differ', { key }, question.row, values)]
    })
}
