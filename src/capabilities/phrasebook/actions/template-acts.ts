import { Fault } from '#kernel/faults/faults.ts'
import { LANGUAGES, type Language, type Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { LANGUAGE_FIELDS } from '../forms.ts'
import type { TemplateLine } from '../model.ts'
import { templatePath } from '../pages/names.ts'
import { templateFormPage, type TemplateDraft } from '../pages/template-form.ts'
import { keyWanted } from '../pages/template.ts'
import { problemsOf, TEMPLATE_LIMITS } from '../rules/template-problems.ts'
import { findState } from '../store/templates.ts'
import { findVersion } from '../store/versions.ts'
import { staffWords } from '../text/staff-words.ts'
import { decide, type DecisionRefusal, type Verdict } from './decide.ts'
import { propose } from './propose.ts'

type TemplateVisit = Submission<Record<string, unknown>>

/** Looks at what was typed, or sends it for approval. A version with gaps may wait (a translator may follow); it is approved only whole. */
export async function editTemplate(visit: TemplateVisit): Promise<Answer> {
  const { tx, typed } = visit
  const state = await findState(tx, visit.params.key ?? '')
  const key = keyWanted(visit, state.inForce !== null || state.proposed !== null)
  const [seen, reason, act] = [textOf(typed.seen), textOf(typed.reason).trim(), textOf(typed.act)]
  const draft: TemplateDraft = { key, lines: linesIn(typed), reason, seen }
  const problems = problemsOf(draft)
  if (act !== 'propose') return templateFormPage(visit, { ...draft, problems })
  if (reason === '') return templateFormPage(visit, { ...draft, problems, notice: staffWords.needsReason })
  if (draft.lines.length === 0) return templateFormPage(visit, { ...draft, problems })
  const proposed = await propose(tx, { key, lines: draft.lines, cause: 'page', reason }, seen === '' ? null : seen)
  if (proposed.ok) return redirect(templatePath(key), { notice: staffWords.proposed })
  return templateFormPage(visit, { ...draft, problems, notice: staffWords[proposed.why] })
}

/** The lines that hold anything, in order; line feeds inside a text become spaces, as a channel would print them. */
function linesIn(typed: TemplateVisit['typed']): TemplateLine[] {
  const lines = Array.from({ length: TEMPLATE_LIMITS.lines }, (_, index): TemplateLine => ({
    text: Object.fromEntries(LANGUAGE_FIELDS.map(([language, ending]) => [language, textOf(typed[`line${index}.${ending}`]).replace(/\s*\n\s*/g, ' ').trim()])) as Record<Language, string>,
    isOptional: textOf(typed[`line${index}.optional`]) !== '',
  }))
  return lines.filter(({ text }) => LANGUAGES.some((language) => text[language] !== ''))
}

const REFUSALS: Readonly<Record<DecisionRefusal, Phrase<never>>> = {
  overtaken: staffWords.overtaken, 'own-words': staffWords.ownWords, 'not-writer': staffWords.notWriter, 'no-duty': staffWords.noDuty, 'has-problems': staffWords.hasProblems,
}
const DONE: Readonly<Record<Verdict, Phrase<never>>> = { approved: staffWords.approved, declined: staffWords.declined, withdrawn: staffWords.withdrawn }

export async function decideTemplate(visit: TemplateVisit): Promise<Answer> {
  const { tx, typed, params } = visit
  const key = keyWanted(visit, true)
  const [version, verdict] = [textOf(typed.version), textOf(typed.verdict)]
  if (!isUuid(version) || !isVerdict(verdict)) throw new Fault('bad-request', 'the form lacks its hidden fields')
  const decided = await decide(tx, { key: params.key ?? '', version, verdict, remark: textOf(typed.remark).trim() })
  return redirect(templatePath(key), { notice: decided.ok ? DONE[verdict] : REFUSALS[decided.why] })
}

function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(DONE, text)
}

/** Proposes the words of an earlier version again; somebody else must approve them like any others. */
export async function undoTemplate(visit: TemplateVisit): Promise<Answer> {
  const { tx, typed } = visit
  const key = keyWanted(visit, true)
  const id = textOf(typed.version)
  const version = isUuid(id) ? await findVersion(tx, id) : undefined
  if (version === undefined || version.key !== key) throw new Fault('not-found', 'there is no such version')
  const seen = textOf(typed.seen)
  const reason = `${staffWords.undoReason.ja.replace(/\{([^|}]*)\|[^}]*\}/g, '$1')} (${version.writtenAt.toString({ smallestUnit: 'minute', timeZone: 'Asia/Tokyo' }).slice(0, 16).replace('T', ' ')})`
  const proposed = await propose(tx, { key, lines: version.lines, cause: 'undo', reason }, seen === '' ? null : seen)
  return redirect(templatePath(key), { notice: proposed.ok ? staffWords.proposed : staffWords[proposed.why] })
}

export async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
