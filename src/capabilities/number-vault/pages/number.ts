import { personOf } from '#capabilities/residents/residents.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Typed } from '#kernel/forms/form.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { NUMBER_KINDS, type NumberKind } from '../check-digits.ts'
import { kindsKept } from '../number-vault.ts'
import { PURPOSES, type Purpose } from '../purposes.ts'
import { vaultWords as words } from '../text/vault-words.ts'

/** A number stands on the screen no longer than this. */
export const SHOWN_SECONDS = 60

export interface Again {
  readonly typed: Typed
  readonly problem: Phrase
}

/** Asks for what the number is wanted. Somebody the register does not know, or hides from this clerk, is not found. */
export async function showNumberForm(visit: Visit, again?: Again): Promise<Answer> {
  const { voice } = visit
  const name = await nameOf(visit)
  const kept = await kindsKept(visit.tx, visit.params.id ?? '')
  const main = html`${renderPageTitle({ title: voice.say(words.numberTitle), kicker: name, lead: voice.say(words.numberLead) })}
    ${kept.length === 0 ? renderNotice({ voice, kind: 'info', title: voice.say(words.none) }) : renderPurposes(visit, kept, again)}`
  return shown({ title: voice.plain(words.numberTitle), main, area: 'staff', isSecret: true })
}

/** The number, once: no browser keeps the page, and it leads away from itself. */
export function numberShown(visit: Visit, name: string, { kind, purpose, number }: { kind: NumberKind; purpose: Purpose; number: string | undefined }): Answer {
  const { voice, params } = visit
  const back = `/staff/numbers/people/${params.id ?? ''}`
  const body = number === undefined
    ? renderNotice({ voice, kind: 'warning', title: voice.say(words.none) })
    : html`${renderNotice({ voice, kind: 'warning', title: voice.say(words.shownFor, { seconds: SHOWN_SECONDS }) })}
      ${renderFactsList({ facts: [
        { term: voice.say(words[kind]), description: html`<strong>${grouped(number)}</strong>` },
        { term: voice.say(words.purpose), description: voice.say(purpose.title) },
        { term: voice.say(words.basis), description: purpose.basis },
      ] })}`
  const main = html`${renderPageTitle({ title: voice.say(words[kind]), kicker: name })}
    <div class="no-print" data-leave-after="${SHOWN_SECONDS}">${body}</div>
    ${renderCluster({ parts: [renderLinkButton({ href: back, label: voice.say(words.again), kind: 'secondary' })] })}
    <script src="/staff/numbers/vault.js" defer></script>`
  return shown({ title: voice.plain(words[kind]), main, area: 'staff', isSecret: true, refreshSeconds: SHOWN_SECONDS })
}

/** The person's name, as far as this clerk may know of them. */
export async function nameOf({ tx, params }: Visit): Promise<string> {
  const id = params.id ?? ''
  const person = isUuid(id) ? await tx.ask(personOf, { key: id }) : null
  if (person === null) throw new Fault('not-found')
  return person.name.registered
}

function renderPurposes(visit: Visit, kept: readonly NumberKind[], again: Again | undefined): Html {
  const { voice, path } = visit
  const typedOf = (name: string) => (typeof again?.typed[name] === 'string' ? again.typed[name] : '')
  const choices = PURPOSES.map(({ key, title, basis }) => ({ value: key, label: voice.say(title), hint: basis }))
  const kinds = NUMBER_KINDS.filter((kind) => kept.includes(kind)).map((value) => ({ value, label: voice.say(words[value]) }))
  return renderForm({
    voice, action: path.split('?')[0] ?? path, csrfToken: visit.formToken(),
    body: html`${renderField({ voice, kind: 'radios', name: 'kind', label: voice.say(words.kind), isRequired: true, isInline: true, choices: kinds, value: typedOf('kind') || (kinds[0]?.value ?? '') })}
      ${renderField({ voice, kind: 'radios', name: 'purpose', label: voice.say(words.purpose), isRequired: true, choices, value: typedOf('purpose'), ...(again === undefined ? {} : { error: voice.say(again.problem) }) })}`,
    buttons: renderButton({ label: voice.say(words.show), icon: 'key' }),
  })
}

/** In groups of four, as cards print it; the resident code in fours from the left as well. */
function grouped(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}
