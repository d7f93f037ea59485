import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { html, type HtmlValue } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { deskCrumb } from './staff-frame.ts'

/** One box: the number that stands on the resident's phone. */
export async function showPrepared(visit: Visit): Promise<Answer> {
  return preparedPage(visit, '', null)
}

export async function showPreparedAgain(visit: Submission<unknown>, error: HtmlValue = visit.voice.say(words.preparedUnknown)): Promise<Answer> {
  return preparedPage(visit, typeof visit.typed.number === 'string' ? visit.typed.number : '', error)
}

function preparedPage({ voice, formToken }: Visit, value: string, error: HtmlValue): Answer {
  const field = renderField({ voice, kind: 'text', name: 'number', label: voice.say(words.preparedNumber), hint: voice.say(words.preparedNumberHint), isRequired: true, isTagHidden: true, value, width: 'medium', ...(error ? { error } : {}) })
  const main = html`${renderPageTitle({ title: voice.say(words.openPrepared) })}
    ${renderForm({ voice, action: '/staff/residents/prepared', csrfToken: formToken(), body: field, buttons: renderButton({ label: voice.say(words.openPrepared), icon: 'search' }) })}`
  return shown({ title: voice.plain(words.openPrepared), main, area: 'staff', crumbs: [deskCrumb(voice)], status: error ? 422 : 200 })
}
