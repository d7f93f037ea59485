import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html } from '#kernel/html/html.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { findCertificate } from '../store.ts'
import { roleWords, words } from '../text.ts'

export function showRevoke(visit: Visit): Promise<Answer> {
  return showQuestion(visit, visit.params['id'] ?? '', 200)
}

export function askRevokeAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const id = visit.typed['certificate']
  return showQuestion(visit, typeof id === 'string' ? id : '', 422, visit)
}

async function showQuestion(visit: Visit, id: string, status: number, sent?: Submission<Record<string, unknown>>): Promise<Answer> {
  const { voice, tx, formToken } = visit
  const certificate = isUuid(id) ? await findCertificate(tx, id) : undefined
  if (certificate === undefined) throw new Fault('not-found')
  const problem = sent?.problems['because']
  const main = html`
    ${renderPageTitle({ title: voice.say(words.revokeTitle), lead: html`${voice.say(roleWords[certificate.role])} <code>${certificate.serialNumber}</code> ${dayOf(certificate.validTo).toString()}` })}
    ${renderConfirm({
      voice, title: voice.say(words.revokeTitle), body: voice.say(words.revokeBody), isDangerous: true,
      action: '/staff/signing/revoke', csrfToken: formToken(), hidden: { certificate: id },
      fields: renderField({ voice, kind: 'text', name: 'because', label: voice.say(words.because), isRequired: true, ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }) }),
      confirmLabel: voice.say(words.revoke), cancelHref: '/staff/signing',
    })}`
  return shown({ title: voice.plain(words.revokeTitle), main, area: 'staff', status, crumbs: [{ href: '/staff/signing', label: voice.say(words.title) }] })
}
