import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { listUnits } from '#kernel/access/organisation.ts'
import type { Person } from '#kernel/access/people.ts'
import { html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { createForm } from '../forms.ts'
import type { OneTimePassphrase } from '../staff-identity.ts'
import { administrationWords as words } from '../text/administration.ts'
import { statusOf } from './account.ts'
import { belowAccounts } from './accounts.ts'
import { blankForm, renderFields, renderProblems, type FilledForm } from './fields.ts'

export async function showCreate(visit: Visit, filled: FilledForm = blankForm): Promise<Answer> {
  const { voice, tx } = visit
  const units = await listUnits(tx, tx.today)
  const choices = units.map((unit) => ({ value: unit.code, label: unit.name }))
  const form = renderForm({
    voice,
    action: '/staff/accounts/new',
    csrfToken: visit.formToken(),
    body: renderFields(voice, createForm, filled, {
      login: { width: 'medium' },
      name: { width: 'medium' },
      nameKana: { width: 'medium' },
      unit: { choices },
    }),
    buttons: renderButton({ label: voice.say(words.createButton) }),
  })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.create) })}
    ${renderProblems(voice, createForm, filled)} ${renderPanel({ body: form })}`
  return shown({
    title: voice.plain(words.create),
    main,
    crumbs: belowAccounts(voice),
    area: 'staff',
    status: statusOf(filled),
  })
}

/** The one time that a one-time passphrase is shown. */
export function showIssued(visit: Visit, person: Person, { passphrase, until }: OneTimePassphrase): Answer {
  const { voice } = visit
  const href = `/staff/accounts/${person.id}`
  const back = renderLinkButton({ label: voice.say(words.backToAccount), kind: 'secondary', href })
  const main = html`
    ${renderPageTitle({ title: voice.say(words.issuedTitle), kicker: `${person.name} (${person.login})` })}
    ${renderNotice({
      voice,
      kind: 'warning',
      title: html`<code>${passphrase}</code>`,
      body: voice.say(words.issuedBody, { until: minuteOf(until) }),
      isAnnounced: true,
    })}
    <p class="no-print">${back}</p>`
  return shown({
    title: voice.plain(words.issuedTitle),
    main,
    crumbs: belowAccounts(voice),
    area: 'staff',
    isSecret: true,
  })
}
