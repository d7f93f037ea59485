import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { deskCrumb } from './staff-frame.ts'

export async function showIntake(visit: Visit): Promise<Answer> {
  return intakePage(visit, '')
}

export function intakePage({ voice, formToken }: Visit, error: string): Answer {
  const field = renderField({ voice, kind: 'file', name: 'file', accept: '.json,application/json', label: voice.say(words.intakeFile), isRequired: true, isTagHidden: true, ...(error === '' ? {} : { error }) })
  const main = html`${renderPageTitle({ title: voice.say(words.intake), lead: voice.say(words.intakeLead) })}
    ${renderForm({ voice, action: '/staff/residents/intake', csrfToken: formToken(), hasFiles: true, body: field, buttons: renderButton({ label: voice.say(words.intakeButton), icon: 'upload' }) })}`
  return shown({ title: voice.plain(words.intake), main, area: 'staff', crumbs: [deskCrumb(voice)], status: error === '' ? 200 : 422 })
}
