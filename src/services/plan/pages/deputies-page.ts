import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { fieldId } from '#design/field/model.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns } from '#design/layout/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { may } from '#kernel/access/actor.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { deputyForm } from '../forms/rounds.ts'
import { listDeputies, type Deputy } from '../store/deputies.ts'
import { roundWords } from '../text/round-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { dayText } from './tongue.ts'

export const DEPUTIES_PATH = '/staff/plan/deputies'

export async function showDeputies(visit: Visit): Promise<Answer> {
  return showDeputiesOf(visit)
}

export async function askDeputyAgain(visit: Submission<unknown>): Promise<Answer> {
  return showDeputiesOf(visit, { typed: visit.typed, problems: visit.problems })
}

interface Again {
  readonly typed: Typed
  readonly problems: FormProblems
}

/** Who stands in for whom; everybody names their own deputy, publishers anybody's. */
export async function showDeputiesOf(visit: Visit, again?: Again): Promise<Answer> {
  const { voice, tx, actor } = visit
  const all = await listDeputies(tx)
  const isOffice = may(actor, 'plan-publisher')
  const deputies = all.filter(({ personId, deputyId }) => isOffice || personId === actor.id || deputyId === actor.id)
  await tx.note({ act: 'view deputies', subject: 'people', basis: 'rounds of the plan' })
  const errors = Object.entries(again?.problems ?? {}).map(([name, { phrase, values }]) => ({ fieldId: fieldId(name), message: voice.say(phrase, values) }))
  const main = html`${renderPageTitle({ title: voice.say(roundWords.deputies), lead: voice.say(roundWords.deputiesLead) })} ${renderErrorSummary({ voice, errors })}
    ${deputies.length === 0 ? renderEmpty({ title: voice.say(roundWords.noDeputies), icon: 'people' }) : renderDeputies(visit, deputies, isOffice)} ${renderNaming(visit, isOffice, again)}`
  const crumbs = [{ href: '/staff/plan', label: voice.say(staffWords.deskTitle) }, { href: '/staff/plan/rounds', label: voice.say(roundWords.rounds) }]
  return shown({ title: voice.plain(roundWords.deputies), main, area: 'staff', status: again === undefined ? 200 : 422, crumbs })
}

function renderDeputies(visit: Visit, deputies: readonly Deputy[], isOffice: boolean): Html {
  const { voice, actor } = visit
  const end = ({ id, personName }: Deputy) =>
    renderForm({
      voice, action: `${DEPUTIES_PATH}/end`, csrfToken: visit.formToken(), hidden: { id: String(id) }, body: nothing,
      buttons: renderButton({ label: html`${voice.say(roundWords.endDeputy)}<span class="visually-hidden">: ${personName}</span>`, kind: 'secondary', size: 'small' }),
    })
  return renderTable({
    caption: voice.say(roundWords.deputies),
    isCaptionHidden: true,
    id: 'deputies',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(roundWords.deputyPerson) }, { heading: voice.say(roundWords.deputyActing) }, { heading: voice.say(roundWords.days) }, { heading: voice.say(roundWords.endDeputy) },
    ],
    rows: deputies.map((deputy) => [
      deputy.personName, deputy.deputyName, voice.say(roundWords.fromTo, { from: dayText(voice, deputy.from), to: dayText(voice, deputy.to) }),
      isOffice || deputy.personId === actor.id ? end(deputy) : nothing,
    ]),
  })
}

function renderNaming(visit: Visit, isOffice: boolean, again: Again | undefined): Html {
  const { voice, actor, tx } = visit
  const today = tx.today.toString()
  const kept: Readonly<Record<string, string>> = { person: isOffice ? '' : (actor.person?.login ?? ''), from: today, to: today }
  const frame = (name: keyof typeof deputyForm) => {
    const sent = again?.typed[name]
    const problem = again?.problems[name]
    return {
      voice, name, label: voice.say(deputyForm[name].label), isRequired: true, value: typeof sent === 'string' ? sent : (kept[name] ?? ''),
      ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }),
    }
  }
  const logins = (['person', 'deputy'] as const).map((name) => renderField({ ...frame(name), kind: 'text', autocomplete: 'off', width: 'medium' }))
  const days = (['from', 'to'] as const).map((name) => renderField({ ...frame(name), kind: 'date' }))
  const form = renderForm({
    voice, action: DEPUTIES_PATH, csrfToken: visit.formToken(),
    body: html`${renderColumns({ kind: 'halves', parts: logins })} ${renderColumns({ kind: 'halves', parts: days })}`,
    buttons: renderButton({ label: voice.say(roundWords.nameDeputy), icon: 'plus' }),
  })
  return renderPanel({ heading: voice.say(roundWords.nameDeputy), body: form })
}
