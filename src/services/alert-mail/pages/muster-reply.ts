import { plainIn } from '#capabilities/notices/wording.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { REASON_WORDS, WHENCE_WORDS } from '../forms/muster-forms.ts'
import { MINUTES_OFFERED, REASONS, WHENCE, type MusterCall, type Reply, type RosterPerson } from '../model.ts'
import { contactInToken } from '../rules/personal-links.ts'
import { findCall, findReply } from '../store/muster.ts'
import { findRosterByContact } from '../store/roster.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { timeText } from './alert-frame.ts'

/** The call of the address, and who was meant by the link; nobody where the link is not personal or not for this call. */
export async function personOfLink({ tx, params }: Visit): Promise<{ readonly call: MusterCall; readonly person: RosterPerson | undefined; readonly reply: Reply | null } | undefined> {
  const call = await findCall(tx, params.call ?? '')
  if (call === undefined) return undefined
  const contactId = contactInToken(params.token ?? '')
  const person = contactId === undefined ? undefined : await findRosterByContact(tx, contactId)
  const reply = person === undefined ? undefined : await findReply(tx, call.id, person.id)
  return reply === undefined ? { call, person: undefined, reply: null } : { call, person, reply }
}

/** Opened from a message on a phone: one look, one tap. */
export async function showReply(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const found = await personOfLink(visit)
  if (found === undefined) throw new Fault('not-found', 'there is no such call')
  const { call, person, reply } = found
  const main = html`${renderPageTitle({ title: voice.say(words.replyTitle), ...(person === undefined ? {} : { kicker: person.name, lead: html`${call.reason} – ${call.place}` }), facts: html`${timeText(voice, call.calledAt)} ${call.isDrill ? renderBadge({ label: voice.say(words.drillMark), tone: 'info' }) : nothing}` })}
    ${person === undefined ? renderNotice({ voice, kind: 'warning', title: voice.say(words.signInToReply), actions: html`<a href="/staff/muster/me">${voice.say(words.mine)}</a>` }) : renderReplyForm(visit, call, reply, visit.path.split('?')[0] ?? '')}`
  return shown({ title: voice.plain(words.replyTitle), main, isSecret: true })
}

/** Buttons big enough for a thumb; each sends the whole answer. */
export function renderReplyForm({ voice, formToken }: Visit, call: MusterCall, reply: Reply | null, action: string): Html {
  if (call.endedAt !== null) return renderNotice({ voice, kind: 'info', title: voice.say(words.callEnded) })
  const button = (value: string, label: Html, kind: 'primary' | 'secondary') => renderButton({ label, kind, name: 'answer', value })
  return renderStack({
    parts: [
      reply === null ? nothing : renderNotice({ voice, kind: 'success', title: html`${voice.say(words.yourReply)}: ${replyText(voice, reply)}`, body: voice.say(words.replied) }),
      renderForm({
        voice, action, csrfToken: formToken(),
        body: html`${renderField({ voice, kind: 'radios', name: 'whence', idPrefix: `call-${call.id.slice(0, 8)}`, label: voice.say(words.whence), isRequired: true, isTagHidden: true, isInline: true, value: reply?.kind === 'coming' ? reply.whence : 'home', choices: WHENCE.map((value) => ({ value, label: voice.say(WHENCE_WORDS[value]) })) })}
          <p><strong>${voice.say(words.pressMinutes)}</strong></p>
          ${renderCluster({ parts: MINUTES_OFFERED.map((minutes) => button(`minutes:${minutes}`, voice.say(words.minutes, { minutes }), 'primary')) })}
          <p><strong>${voice.say(words.cannotPress)}</strong></p>
          ${renderCluster({ parts: REASONS.map((reason) => button(`cannot:${reason}`, voice.say(REASON_WORDS[reason]), 'secondary')) })}`,
        buttons: nothing,
      }),
    ],
  })
}

export function replyText(voice: Voice, reply: Reply): string {
  return reply.kind === 'coming'
    ? voice.plain(words.inMinutes, { minutes: reply.minutes, whence: voice.plain(WHENCE_WORDS[reply.whence]) })
    : voice.plain(words.cannotBecause, { reason: voice.plain(REASON_WORDS[reply.reason]) })
}

/** For paper and workbooks, which have no reader of their own. */
export function officialReply(reply: Reply | null): string {
  if (reply === null) return ''
  return reply.kind === 'coming' ? `${reply.minutes}分(${plainIn(WHENCE_WORDS[reply.whence].ja, 'ja')})` : `不可(${plainIn(REASON_WORDS[reply.reason].ja, 'ja')})`
}
