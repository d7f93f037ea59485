import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_FIELDS } from '../forms.ts'
import { SLOTS, type TemplateLine } from '../model.ts'
import { TEMPLATE_LIMITS, type TemplateProblem } from '../rules/template-problems.ts'
import { findState } from '../store/templates.ts'
import { findVersion } from '../store/versions.ts'
import { LANGUAGE_NAMES, staffWords } from '../text/staff-words.ts'
import { bookCrumb, nameOfKey, plainNameOfKey, templatePath } from './names.ts'
import { renderPreview } from './preview.ts'
import { lineName, renderProblems, sayProblem } from './problem-list.ts'
import { keyWanted } from './template.ts'

/** Empty lines offered below those that are there. */
const FURTHER_LINES = 2

export interface TemplateDraft {
  readonly key: string
  readonly lines: readonly TemplateLine[]
  readonly reason: string
  /** Newest version when the page was shown; empty where there was none. */
  readonly seen: string
  /** Undefined where nobody has asked for them yet. */
  readonly problems?: readonly TemplateProblem[]
  readonly notice?: Phrase<never>
}

export async function showTemplateForm(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const state = await findState(tx, params.key ?? '')
  const newest = await findVersion(tx, state.proposed ?? state.inForce)
  const key = keyWanted(visit, newest !== undefined)
  return templateFormPage(visit, { key, lines: newest?.lines ?? [], reason: '', seen: newest?.id ?? '' })
}

/** The form with what was typed, what was found in it, and how it would read. */
export async function templateFormPage(visit: Visit, draft: TemplateDraft): Promise<Answer> {
  const { voice } = visit
  const { key, problems, notice, lines } = draft
  const main = html`${renderPageTitle({ title: nameOfKey(voice, key), kicker: key })}
    ${notice === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(notice), isAnnounced: true })}
    ${problems === undefined ? nothing : renderProblems(voice, problems)}
    ${renderLinesForm(visit, draft)}
    ${problems === undefined || lines.length === 0 ? nothing : await renderPreview(visit, key, lines)}`
  return shown({
    title: plainNameOfKey(voice, key), main, area: 'staff', crumbs: [bookCrumb(voice), { href: templatePath(key), label: nameOfKey(voice, key) }],
    status: notice === undefined ? 200 : 422,
  })
}

function renderLinesForm(visit: Visit, { key, lines, reason, seen, problems = [] }: TemplateDraft): Html {
  const { voice } = visit
  const shownLines = Math.min(Math.max(lines.length + FURTHER_LINES, 4), TEMPLATE_LIMITS.lines)
  const act = (value: string, label: Html, kind: 'primary' | 'secondary') => renderButton({ label, name: 'act', value, kind })
  return renderForm({
    voice, action: `${templatePath(key)}/edit`, csrfToken: visit.formToken(), hidden: { seen },
    body: renderStack({ gap: 'large', parts: [
      html`<p>${voice.say(staffWords.slotsHint, { example: '{避難|ひなん}' })} ${SLOTS.map((slot) => html`<code>{${slot}}</code> `)}</p>`,
      ...Array.from({ length: shownLines }, (_, index) => renderLine(voice, index, lines[index], problems.filter(({ line }) => line === index))),
      renderField({ voice, kind: 'text', name: 'reason', label: voice.say(staffWords.reason), isRequired: true, value: reason }),
    ] }),
    buttons: html`${act('check', voice.say(staffWords.check), 'secondary')} ${act('propose', voice.say(staffWords.propose), 'primary')}
      ${renderLinkButton({ href: `${templatePath(key)}/history`, label: voice.say(staffWords.history), kind: 'link' })}`,
  })
}

function renderLine(voice: Voice, index: number, line: TemplateLine | undefined, problems: readonly TemplateProblem[]): Html {
  const texts = LANGUAGE_FIELDS.map(([language, ending]) => {
    const own = problems.filter((problem) => problem.language === language)
    const said = (weight: TemplateProblem['weight']): HtmlValue | undefined => {
      const found = own.filter((problem) => problem.weight === weight)
      return found.length === 0 ? undefined : found.map((problem) => html`${sayProblem(voice, problem)} `)
    }
    const [error, hint] = [said('refused'), said('advice')]
    return renderField({
      voice, kind: 'textarea', name: `line${index}.${ending}`, label: voice.say(LANGUAGE_NAMES[language]), isRequired: false, isTagHidden: true, rows: 3,
      value: line?.text[language] ?? '', ...(error === undefined ? {} : { error }), ...(hint === undefined ? {} : { hint }),
    })
  })
  const optional = renderField({ voice, kind: 'checkbox', name: `line${index}.optional`, label: voice.say(staffWords.optional), isRequired: false, isTagHidden: true, isChecked: line?.isOptional ?? false })
  return renderPanel({ heading: lineName(voice, index), body: renderStack({ parts: [renderColumns({ kind: 'halves', parts: texts }), index === 0 ? nothing : optional] }) })
}
