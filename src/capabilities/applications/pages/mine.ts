import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderErrorSummary } from '#design/notice/view.ts'
import { fieldId } from '#design/field/model.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { html, type HtmlValue } from '#kernel/html/html.ts'
import { momentText } from '#kernel/text/moments.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { lookUpForm } from '../forms.ts'
import { ownerOf } from '../model.ts'
import { listSeen } from '../actions/waits.ts'
import { findProcedure } from '../rules/desks.ts'
import { textIn } from '../rules/typed-answers.ts'
import { lookUpCodeIn, receiptNumberIn } from '../rules/receipt-number.ts'
import { findByNumber } from '../store/applications.ts'
import { words } from '../text/resident-words.ts'
import { codeOf, keyedCasePath } from './case-visit.ts'
import { draftPath } from './draft-visit.ts'
import { renderState } from './shown-parts.ts'

const MOST_SHOWN = 100

/** Everything an account filed or began, the latest change first: this is where a draft is resumed on another device. */
export async function showMine(visit: Visit): Promise<Answer> {
  const { voice, tx, actor, directory, seal } = visit
  const seen = actor.resident === null ? [] : await listSeen(tx, actor.resident, MOST_SHOWN)
  const cards = seen.map((one) => {
    const definition = findProcedure(directory.parts, one.procedure)?.definition
    const title = definition === undefined ? one.procedure : voice.say(definition.title)
    return {
      href: one.state === 'draft' ? `${draftPath(seal, one.procedure, one.id)}/1` : `/my/applications/${one.id}`,
      title: html`${title}`, body: one.number ?? voice.say(words.later), facts: html`${renderState(voice, one.state)} ${momentText(voice, one.changedAt)}`,
    }
  })
  const main = html`${renderPageTitle({ title: voice.say(words.myTitle), actions: renderLinkButton({ href: '/apply', label: voice.say(words.title), kind: 'secondary' }) })}
    ${cards.length === 0 ? renderEmpty({ title: voice.say(words.myEmpty), action: renderLinkButton({ href: '/apply', label: voice.say(words.title) }) }) : renderCards({ cards, level: 2 })}`
  return shown({ title: voice.plain(words.myTitle), main })
}

export async function showLookUp(visit: Visit): Promise<Answer> {
  return lookUpPage(visit, {})
}

export async function lookUpAgain({ typed, problems, ...visit }: Submission<Record<string, unknown>>): Promise<Answer> {
  const first = Object.values(problems)[0]
  return lookUpPage(visit, { number: textIn(typed, 'number'), ...(first === undefined ? {} : { error: visit.voice.say(first.phrase, first.values) }) })
}

/** Number and code together lead to the status page. Which of the two was wrong is not told. */
export async function lookUp(visit: Submission<ValuesOf<typeof lookUpForm>>): Promise<Answer> {
  const { tx, values, seal, voice } = visit
  const number = receiptNumberIn(values.number)
  const found = number === undefined ? undefined : await findByNumber(tx, number)
  if (found === undefined || lookUpCodeIn(values.code) !== codeOf(seal, found.id)) {
    if (found !== undefined) await tx.note({ act: 'refuse look-up', subject: ownerOf(found.id), basis: '個人情報の保護に関する法律第66条第1項(安全管理措置)' })
    return lookUpPage(visit, { number: values.number, error: voice.say(words.notFound) })
  }
  return redirect(keyedCasePath(seal, found.id))
}

function lookUpPage(visit: Visit, { number = '', error }: { number?: string; error?: HtmlValue }): Answer {
  const { voice } = visit
  const errors = error === undefined ? [] : [{ fieldId: fieldId('number'), message: error }]
  const main = html`${renderPageTitle({ title: voice.say(words.lookUpTitle), lead: voice.say(words.lookUpLead) })}
    ${renderStack({
      parts: [renderErrorSummary({ voice, errors }), renderForm({
        voice, action: '/applications/look-up', csrfToken: visit.formToken(),
        body: html`${renderField({ voice, kind: 'text', name: 'number', label: voice.say(words.number), hint: voice.say(words.numberHint), value: number, isRequired: true, width: 'medium', ...(error === undefined ? {} : { error }) })}
          ${renderField({ voice, kind: 'text', name: 'code', label: voice.say(words.code), isRequired: true, width: 'medium' })}`,
        buttons: renderButton({ label: voice.say(words.lookUp), icon: 'search' }),
      })],
    })}`
  return shown({ title: voice.plain(words.lookUpTitle), main, status: error === undefined ? 200 : 422, crumbs: [{ href: '/apply', label: voice.say(words.title) }] })
}
