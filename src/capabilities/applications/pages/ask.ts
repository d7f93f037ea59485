import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { Typed } from '#kernel/forms/form.ts'
import { html, nothing, type HtmlValue } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { askedDocuments, askedFields } from '../rules/asked-fields.ts'
import { textIn } from '../rules/typed-answers.ts'
import { deskWords } from '../text/desk-words.ts'
import { seenOf } from './desk-forms.ts'
import { arriveAtDesk, type DeskCase } from './desk-visit.ts'

export async function showAsk(visit: Visit): Promise<Answer> {
  return askPage(visit, await arriveAtDesk(visit), { typed: {} })
}

export async function showAskAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return askPage(visit, await arriveAtDesk(visit), { typed: visit.typed })
}

/** Every question and document that was asked, each with a box for what should be put right. */
export async function askPage(visit: Visit, { application, version, base }: DeskCase, { typed, problem }: { typed: Typed; problem?: HtmlValue }): Promise<Answer> {
  const { voice } = visit
  const fields = version.pages.flatMap((page) => askedFields(page.fields, application.answers)).map(({ key, label }) => ({ key, label }))
  const slots = askedDocuments(version, application.answers).map(({ key, title }) => ({ key: `document:${key}`, label: title }))
  const main = html`${renderPageTitle({ title: voice.say(deskWords.askCorrection), kicker: `${application.number} ${application.applicantName}`, lead: voice.say(deskWords.askLead) })}
    ${renderStack({ parts: [
      problem === undefined ? nothing : renderNotice({ voice, kind: 'error', title: problem, isAnnounced: true }),
      renderForm({
        voice, action: `${base}/ask`, csrfToken: visit.formToken(), hidden: { seen: seenOf(application) },
        body: [...fields, ...slots].map(({ key, label }) => renderField({ voice, kind: 'textarea', name: `reason.${key}`, label: voice.say(label), isRequired: false, isTagHidden: true, rows: 2, value: textIn(typed, `reason.${key}`) })),
        buttons: html`${renderButton({ label: voice.say(deskWords.askCorrection) })} ${renderLinkButton({ href: base, label: application.number, kind: 'secondary' })}`,
      }),
    ] })}`
  return shown({ title: voice.plain(deskWords.askCorrection), main, area: 'staff', status: problem === undefined ? 200 : 422, isSecret: true, crumbs: [{ href: '/staff/applications', label: voice.say(deskWords.title) }, { href: base, label: application.number }] })
}
