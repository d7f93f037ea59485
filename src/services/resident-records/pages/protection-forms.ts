import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { mayDecide, mayEnd, PROTECTION_CATEGORIES, PROTECTION_SCOPES, REQUESTERS, type Protection } from '../rules/protection.ts'
import type { PersonRecord } from '../store/people.ts'
import { protectionWords as words } from '../text/protection-words.ts'
import { applicationPath, protectionPath } from './protection-frame.ts'

/** What was typed and what was wrong with it. */
export interface Again {
  readonly typed: Typed
  readonly problems: FormProblems
}

export function renderApplicationForm(visit: Visit, person: PersonRecord, continued: Protection | undefined, again: Again | undefined): Html {
  const { voice } = visit
  const before: Readonly<Record<string, string>> = continued === undefined ? { scope: 'self', requester: 'self' } : { category: continued.category, scope: continued.scope, requester: 'self', against: continued.against }
  const valueOf = (name: string) => (again === undefined ? (before[name] ?? '') : textIn(again.typed[name]))
  const frameOf = (name: string, label: Phrase<never>) => ({ voice, name, label: voice.say(label), ...errorOf(visit, again?.problems, name) })
  const radios = (name: 'category' | 'scope' | 'requester', label: Phrase<never>, values: readonly (keyof typeof words)[]) =>
    renderField({ ...frameOf(name, label), kind: 'radios', isRequired: true, value: valueOf(name), choices: values.map((value) => ({ value, label: voice.say(words[value]) })) })
  const text = (name: string, label: Phrase<never>, isRequired: boolean, hint?: Phrase<never>) =>
    renderField({ ...frameOf(name, label), kind: 'text', isRequired, value: valueOf(name), ...(hint === undefined ? {} : { hint: voice.say(hint) }) })
  return renderForm({
    voice, action: applicationPath(person.id) + (continued === undefined ? '' : `?extends=${continued.id}`), csrfToken: visit.formToken(), hidden: { extends: continued?.id ?? '' },
    body: html`${radios('category', words.category, PROTECTION_CATEGORIES)} ${radios('scope', words.scope, PROTECTION_SCOPES)} ${radios('requester', words.requester, REQUESTERS)}
      ${text('requesterName', words.requesterName, false)} ${text('requesterProof', words.requesterProof, true)} ${text('against', words.against, true)}
      ${text('opinionFrom', words.opinionFrom, false, words.opinionHint)}
      ${renderField({ ...frameOf('opinionOn', words.opinionOn), kind: 'date', isRequired: false, value: valueOf('opinionOn') })}
      ${renderField({ ...frameOf('note', words.note), kind: 'textarea', isRequired: false, value: valueOf('note'), limit: 2_000 })}`,
    buttons: renderButton({ label: voice.say(words.take), icon: 'shield' }),
  })
}

/** Approve or refuse, for everybody but the drafter; to them it is said who may. */
export function renderDecision(visit: Visit, protection: Protection, problems: FormProblems): Html {
  const { voice, actor } = visit
  if (protection.status !== 'draft') return nothing
  if (!mayDecide(protection, actor.id)) return renderNotice({ voice, kind: 'info', title: voice.say(words.secondPerson) })
  const path = protectionPath(protection.id)
  return renderSection({
    heading: voice.say(words.approve),
    body: html`${renderForm({ voice, action: `${path}/approve`, csrfToken: visit.formToken(), hidden: { seen: protection.status }, body: nothing, buttons: renderButton({ label: voice.say(words.approve), icon: 'check' }) })}
      ${renderReason(visit, `${path}/refuse`, 'refuse', words.refuse, problems)}`,
  })
}

export function renderEnding(visit: Visit, protection: Protection, problems: FormProblems): Html {
  const { voice, tx } = visit
  if (!mayEnd(protection, tx.today)) return nothing
  return renderSection({ heading: voice.say(words.end), lead: voice.say(words.endLead), body: renderReason(visit, `${protectionPath(protection.id)}/end`, 'end', words.end, problems) })
}

export function renderRefusalForm(visit: Visit, protection: Protection, problems: FormProblems): Html {
  const { voice } = visit
  const text = (name: string, label: Phrase<never>) => renderField({ voice, kind: 'text', name, label: voice.say(label), isRequired: true, ...errorOf(visit, problems, name) })
  return renderForm({
    voice, action: `${protectionPath(protection.id)}/refusals`, csrfToken: visit.formToken(),
    body: html`${text('askedBy', words.askedBy)} ${text('askedFor', words.askedFor)}
      ${renderField({ voice, kind: 'textarea', rows: 2, name: 'answer', label: voice.say(words.answer), isRequired: true, ...errorOf(visit, problems, 'answer') })}`,
    buttons: renderButton({ label: voice.say(words.noteRefusal), kind: 'secondary' }),
  })
}

function renderReason(visit: Visit, action: string, idPrefix: string, label: Phrase<never>, problems: FormProblems): Html {
  const { voice } = visit
  return renderForm({
    voice, action, csrfToken: visit.formToken(),
    body: renderField({ voice, kind: 'textarea', rows: 2, name: 'reason', idPrefix, label: voice.say(words.reason), isRequired: true, ...errorOf(visit, problems, 'reason') }),
    buttons: renderButton({ label: voice.say(label), kind: 'danger' }),
  })
}

function errorOf({ voice }: Visit, problems: FormProblems | undefined, name: string): { readonly error?: Html } {
  const problem = problems?.[name]
  return problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }
}

function textIn(typed: unknown): string {
  return typeof typed === 'string' ? typed : ''
}
