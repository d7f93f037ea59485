import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { PaymentRequest } from '../model.ts'
import { spokenNumber } from '../rules/payment-number.ts'
import { listOpenDifferences, type Difference } from '../store/differences.ts'
import { findRequest } from '../store/requests.ts'
import { workWords } from '../text/work-words.ts'
import { deskCrumb, renderDay, yenText } from './frame.ts'
import { deskPath } from './paths.ts'

const DIFFERENCES_SHOWN = 200

/** What a person has to look at, the oldest first. */
export async function showDifferences(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const open = await listOpenDifferences(tx, DIFFERENCES_SHOWN)
  const parts = []
  for (const one of open) parts.push(renderDifference(visit, one, one.requestId === null ? undefined : await findRequest(tx, { id: one.requestId })))
  const main = html`${renderPageTitle({ title: voice.say(workWords.differences), lead: voice.say(workWords.differencesLead) })}
    ${open.length === 0 ? renderEmpty({ icon: 'check-circle', title: voice.say(workWords.noDifferences) }) : renderStack({ parts })}`
  return shown({ title: voice.plain(workWords.differences), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

/** What is wrong, what to do about it, and the form that ends it. */
export function renderDifference(visit: Visit, one: Difference, request: PaymentRequest | undefined): Html {
  const { voice } = visit
  return renderNotice({
    voice, kind: 'warning', title: html`${voice.say(workWords[`difference-${one.kind}`])}: ${yenText(voice, one.yen)}`,
    body: html`<p>${voice.say(workWords[`todo-${one.kind}`])}</p>
      <p>${renderDay(voice, one.day)} · ${one.detail}${request === undefined ? nothing : html` · <a href="${deskPath(request)}">${spokenNumber(request.number)}</a>`}</p>
      ${one.settledAt === null ? renderSettling(visit, one) : html`<p>${voice.say(workWords.settledBy, { name: one.settledByName ?? '' })}: ${one.note}</p>`}`,
  })
}

function renderSettling(visit: Visit, { id }: Difference): Html {
  const { voice } = visit
  return renderForm({
    voice, action: `/staff/payments/differences/${id}`, csrfToken: visit.formToken(),
    body: renderField({ voice, kind: 'text', name: 'note', idPrefix: `settle-${id.slice(0, 8)}`, label: voice.say(workWords.note), isRequired: true }),
    buttons: renderButton({ label: voice.say(workWords.settle), kind: 'secondary', icon: 'check' }),
  })
}
