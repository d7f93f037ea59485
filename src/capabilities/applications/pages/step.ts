import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderErrorSummary, renderNotice } from '#design/notice/view.ts'
import { renderSteps } from '#design/steps/view.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { FormPage } from '../procedure.ts'
import { askedDocuments, askedFields, askedPages } from '../rules/asked-fields.ts'
import { weighRequirements } from '../rules/requirements.ts'
import { typedAnswers } from '../rules/typed-answers.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'
import { casePath } from './case-visit.ts'
import { arriveAtDraft, type DraftVisit } from './draft-visit.ts'
import { problemLinks, renderProcedureField } from './fields.ts'
import { dayText, renderCalculation, renderRequirements } from './shown-parts.ts'

/** One page of the form, filled in with what was saved. */
export async function showStep(visit: Visit): Promise<Answer> {
  const arrival = await arriveAtDraft(visit)
  if (arrival.kind === 'filed') return redirect(casePath(visit.seal, arrival.application))
  const { draft } = arrival
  const place = placeIn(draft, visit.params.page)
  if (place === null) return redirect(`${draft.base}/check`)
  const fields = askedFields(place.page.fields, draft.application.answers)
  return stepPage(visit, draft, place, { typed: typedAnswers(fields, draft.application.answers), problems: {} })
}

export interface StepPlace {
  readonly index: number
  readonly page: FormPage
}

/** Null behind the last page: then there is nothing left but to check. */
export function placeIn({ version, application }: DraftVisit, wanted: string | undefined): StepPlace | null {
  const pages = askedPages(version, application.answers)
  const index = Math.max(1, Number(wanted) || 1) - 1
  const page = pages[index]
  return page === undefined ? null : { index, page }
}

interface StepContent {
  readonly typed: Typed
  readonly problems: FormProblems
}

export function stepPage(visit: Visit, draft: DraftVisit, { index, page }: StepPlace, { typed, problems }: StepContent): Answer {
  const { voice, query } = visit
  const fields = askedFields(page.fields, draft.application.answers)
  const more = query.more ?? ''
  const around = { voice, given: draft.given, typed, problems, more }
  const form = renderForm({
    voice, action: `${draft.base}/${index + 1}`, csrfToken: visit.formToken(),
    hidden: { shown: fields.map(({ key }) => key).join(',') },
    body: renderStack({ parts: fields.map((field) => renderProcedureField(field, around)) }),
    buttons: html`${renderButton({ label: voice.say(words.next) })}
      ${index > 0 ? renderLinkButton({ href: `${draft.base}/${index}`, label: voice.say(words.back), kind: 'secondary' }) : nothing}
      ${renderLinkButton({ href: `${draft.base}/later`, label: voice.say(words.later), kind: 'link' })}`,
  })
  const main = html`${renderPageTitle({ title: voice.say(page.title), kicker: voice.say(draft.definition.title), ...(page.lead === undefined ? {} : { lead: voice.say(page.lead) }) })}
    ${renderStack({
      gap: 'large',
      parts: [renderWay(visit, draft, index), renderErrorSummary({ voice, errors: problemLinks(voice, problems, page.fields) }), form, renderSoFar(visit, draft)],
    })}`
  return shown({ title: voice.plain(page.title), main, status: Object.keys(problems).length > 0 ? 422 : 200, crumbs: draftCrumbs(visit, draft), isSecret: true })
}

/** Pages, documents, check: where one is, and the way back. */
export function renderWay({ voice }: Visit, draft: DraftVisit, current: number): Html {
  const pages = askedPages(draft.version, draft.application.answers).map(({ title }, index) => ({ label: voice.say(title), href: `${draft.base}/${index + 1}` }))
  const documents = askedDocuments(draft.version, draft.application.answers).length === 0 ? [] : [{ label: voice.say(filingWords.documents), href: `${draft.base}/documents` }]
  return renderSteps({ voice, steps: [...pages, ...documents, { label: voice.say(filingWords.check), href: `${draft.base}/check` }], current })
}

/** Eligibility while one fills in: what is met, what is not and why, what is not known yet. */
export function renderSoFar({ voice }: Visit, { version, given }: DraftVisit): Html {
  const requirements = weighRequirements(version, given)
  const deadline = version.deadline?.(given) ?? null
  const isOver = deadline !== null && Temporal.PlainDate.compare(deadline.until, given.on) < 0
  return renderSection({
    heading: voice.say(words.soFar),
    body: html`${renderRequirements(voice, requirements)}
      ${deadline === null ? nothing : renderNotice({
        voice, kind: isOver ? 'warning' : 'info',
        title: html`${voice.say(words.deadline)}: ${dayText(voice, deadline.until)} ${isOver ? voice.say(words.deadlinePassed) : nothing}`,
        body: html`${voice.say(deadline.because.phrase, deadline.because.values)} <small>${deadline.article}</small>`,
      })}
      ${renderCalculation(voice, version.calculate?.(given) ?? [])}`,
  })
}

export function draftCrumbs({ voice }: Visit, { definition, application }: DraftVisit) {
  return application.channel === 'paper'
    ? [{ href: '/staff/applications', label: voice.say(words.title) }]
    : [{ href: '/apply', label: voice.say(words.title) }, { href: `/apply/${definition.key}`, label: voice.say(definition.title) }]
}
