import { wordingOf } from '#capabilities/notices/wording.ts'
import { renderButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Guardian, Message } from '../model.ts'
import { contactInToken, placesLink, readPlacesToken } from '../rules/personal-links.ts'
import { classTitle } from '../rules/school-year.ts'
import { findGuardian, listByContact } from '../store/guardians.ts'
import { findMessage, findReceipt } from '../store/messages.ts'
import { findSchool } from '../store/schools.ts'
import { serviceWords } from '../text/service-words.ts'
import { guardianWords as words } from '../text/guardian-words.ts'
import { timeText } from './alert-frame.ts'
import { invitationOf } from './join-pages.ts'
import { renderWords } from './public-alerts.ts'

/** The class lists that somebody is on, by their own link, each with the way out. */
export async function showMine(visit: Visit): Promise<Answer> {
  const { voice, tx, seal, params } = visit
  const contactId = readPlacesToken(seal, params.token ?? '')
  if (contactId === undefined) throw new Fault('not-found', 'this link is not one of ours')
  const places = await listByContact(tx, contactId)
  const rows: Html[][] = []
  for (const guardian of places) {
    const invitation = await invitationOf(tx, guardian)
    if (invitation === undefined) continue
    rows.push([html`${voice.say(invitation.school.name)} ${classTitle(invitation.school.kind, invitation.one)}`, html`${guardian.childLabel}`, html`<a href="${placesLink(seal, contactId)}/leave/${guardian.id}">${voice.say(words.leave)}</a>`])
  }
  const main = html`${renderPageTitle({ title: voice.say(words.mineTitle), lead: voice.say(words.mineLead) })}
    ${rows.length === 0 ? renderEmpty({ icon: 'school', title: voice.say(words.mineEmpty) }) : renderTable({
      caption: voice.say(words.mineTitle), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.forClass) }, { heading: voice.say(words.forChild) }, { heading: voice.say(serviceWords.acts) }], rows,
    })}`
  return shown({ title: voice.plain(words.mineTitle), main, isSecret: true })
}

/** Asks before somebody leaves. */
export async function showLeave(visit: Visit): Promise<Answer> {
  const { voice, tx, seal, params } = visit
  const contactId = readPlacesToken(seal, params.token ?? '')
  const guardian: Guardian | undefined = await findGuardian(tx, params.guardian ?? '')
  const invitation = guardian === undefined || contactId === undefined || guardian.contactId !== contactId ? undefined : await invitationOf(tx, guardian)
  if (invitation === undefined || contactId === undefined) throw new Fault('not-found', 'this link is not one of ours')
  const { school, one } = invitation
  const own = placesLink(seal, contactId)
  const main = html`${renderPageTitle({ title: voice.say(words.leave), kicker: html`${voice.say(school.name)} ${classTitle(school.kind, one)}` })}
    ${renderConfirm({ voice, title: voice.say(words.leave), body: voice.say(words.leaveBody), action: `${own}/leave`, csrfToken: visit.formToken(), hidden: { guardian: invitation.guardian.id }, confirmLabel: voice.say(words.leave), cancelHref: own, isDangerous: true })}`
  return shown({ title: voice.plain(words.leave), main, isSecret: true, crumbs: [{ href: own, label: voice.say(words.mineTitle) }] })
}

/** A message as a guardian reads it. With their own link they may say that they have. */
export async function showGuardianMessage(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const { message, contactId, receipt } = await messageOf(visit)
  const school = await findSchool(tx, message.schoolKey)
  const { title } = wordingOf(message, voice.language)
  const main = html`${renderPageTitle({ title, kicker: school === undefined ? nothing : voice.say(school.name), facts: message.sentAt === null ? nothing : timeText(voice, message.sentAt) })}
    ${renderStack({ gap: 'large', parts: [renderWords(voice, message), message.asksReceipt ? renderReceipt(visit, message, receipt) : nothing, contactId === undefined || receipt === undefined ? nothing : html`<p><a href="${placesLink(visit.seal, contactId)}">${voice.say(words.toMine)}</a></p>`] })}`
  return shown({ title, main, isSecret: true })
}

function renderReceipt(visit: Visit, message: Message, receipt: { readonly readAt: Temporal.Instant | null } | undefined): Html {
  const { voice, params } = visit
  if (receipt === undefined) return renderNotice({ voice, kind: 'info', title: voice.say(words.openOwnLink) })
  if (receipt.readAt !== null) return renderNotice({ voice, kind: 'success', title: voice.say(words.readAt, { time: timeText(voice, receipt.readAt) }) })
  return html`<p>${voice.say(words.readItHint)}</p>${renderForm({ voice, action: `/schools/messages/${message.id}/${params.token}`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.readIt), icon: 'check', size: 'wide' }) })}`
}

/** The message of the address, and for whom the link was made. */
export async function messageOf({ tx, params }: Visit) {
  const message = await findMessage(tx, params.message ?? '')
  if (message?.state !== 'sent') throw new Fault('not-found', 'there is no such message')
  const contactId = contactInToken(params.token ?? '')
  const receipt = contactId === undefined ? undefined : await findReceipt(tx, message.id, contactId)
  return { message, contactId, receipt }
}
