import { renderConfirm } from '#design/confirm/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import type { Person } from '#kernel/access/people.ts'
import { html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { issueForm, takeDutyForm } from '../forms.ts'
import { administrationWords as words } from '../text/administration.ts'
import { statusOf } from './account.ts'
import { belowAccounts } from './accounts.ts'
import { blankForm, renderFields, renderProblems, typedText, type FilledForm } from './fields.ts'
import { plainTitleOfDuty } from './people.ts'

interface Act {
  /** Below the account's address. */
  readonly path: string
  readonly title: Phrase<never>
  readonly question: HtmlValue
  readonly body: Phrase<never>
  readonly fields?: HtmlValue
  readonly hidden?: Readonly<Record<string, string>>
  readonly isDangerous?: boolean
}

/** Asks before something is done to an account. */
function showAct(visit: Visit, person: Person, act: Act, problems: HtmlValue = '', status = 200): Answer {
  const { voice } = visit
  const base = `/staff/accounts/${person.id}`
  const main = html`
    ${renderPageTitle({ title: voice.say(act.title), kicker: `${person.name} (${person.login})` })}
    ${problems}
    ${renderConfirm({
      voice,
      title: act.question,
      body: voice.say(act.body),
      action: `${base}/${act.path}`,
      csrfToken: visit.formToken(),
      confirmLabel: voice.say(act.title),
      cancelHref: base,
      isDangerous: act.isDangerous ?? false,
      ...(act.fields === undefined ? {} : { fields: act.fields }),
      ...(act.hidden === undefined ? {} : { hidden: act.hidden }),
    })}`
  const crumbs = [...belowAccounts(voice), { href: base, label: person.name }]
  return shown({ title: voice.plain(act.title), main, crumbs, area: 'staff', status })
}

export function showIssue(visit: Visit, person: Person): Answer {
  const { voice } = visit
  return showAct(visit, person, {
    path: 'passphrase',
    title: words.issue,
    question: voice.say(words.issueQuestion, { name: person.name }),
    body: words.issueBody,
    fields: renderFields(voice, issueForm, blankForm),
  })
}

export function showDisable(visit: Visit, person: Person): Answer {
  const question = visit.voice.say(words.disableQuestion, { name: person.name })
  return showAct(visit, person, {
    path: 'disable',
    title: words.disable,
    question,
    body: words.disableBody,
    isDangerous: true,
  })
}

export function showEnable(visit: Visit, person: Person): Answer {
  const question = visit.voice.say(words.enableQuestion, { name: person.name })
  return showAct(visit, person, { path: 'enable', title: words.enable, question, body: words.enableBody })
}

/** Which duty stands in the address, or in the form that came back. */
export async function showTakeDuty(
  visit: Visit,
  person: Person,
  filled: FilledForm = { typed: visit.query, problems: {} },
): Promise<Answer> {
  const { voice } = visit
  const duty = typedText(filled.typed.duty) ?? ''
  const act: Act = {
    path: 'duties/take',
    title: words.take,
    question: voice.say(words.takeQuestion, { name: person.name, duty: plainTitleOfDuty(visit, duty) }),
    body: words.takeBody,
    hidden: { duty, from: typedText(filled.typed.from) ?? '' },
    fields: renderFields(voice, takeDutyForm, filled),
    isDangerous: true,
  }
  return showAct(visit, person, act, renderProblems(voice, takeDutyForm, filled), statusOf(filled))
}
