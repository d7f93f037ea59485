import { PERSONAL_CHANNELS } from '#capabilities/notices/model.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { reachOfMessage } from '../actions/issue-message.ts'
import type { Message, School } from '../model.ts'
import { wayOf } from '../rules/leaving.ts'
import { classTitle } from '../rules/school-year.ts'
import { findMessage, listReceipts, listReminders, type Receipt } from '../store/messages.ts'
import { findSchool, listClassesById } from '../store/schools.ts'
import { alertWords } from '../text/alert-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { clockText, renderMarks, timeText, titleOf } from './alert-frame.ts'
import { renderPreviews, renderProgressTable, renderReach } from './broadcast.ts'
import { keptSchool, LIST_BASIS, schoolCrumbs, schoolPath } from './school-visit.ts'

/** A school's message: on its way, or with who has read it. */
export async function showMessage(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { voice, tx, params } = visit
  const message = await findMessage(tx, params.message ?? '')
  if (message?.schoolKey !== school.key) throw new Fault('not-found', 'there is no such message')
  const receipts = message.state === 'sent' ? await listReceipts(tx, message.id) : []
  if (receipts.length > 0) await tx.note({ act: 'view who has read', subject: `message:${message.id}`, basis: LIST_BASIS })
  const main = html`${await renderHead(visit, school, message)}
    ${renderStack({
      gap: 'large',
      parts: [
        await renderNext(visit, message, schoolPath(school, `/messages/${message.id}`)),
        message.asksReceipt && message.state === 'sent' ? await renderReceipts(visit, school, message, receipts) : nothing,
        message.noticeId === null ? nothing : await renderProgressTable(tx, voice, message.noticeId),
        renderPreviews(voice, message, PERSONAL_CHANNELS),
      ],
    })}`
  return shown({ title: titleOf(voice, message), main, area: 'staff', crumbs: schoolCrumbs(voice, school) })
}

/** The same words for an editor of alerts who is asked to be the second person: no names of children or guardians. */
export async function showWaitingMessage(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const message = await findMessage(tx, params.message ?? '')
  const school = message === undefined ? undefined : await findSchool(tx, message.schoolKey)
  if (message === undefined || school === undefined || message.state === 'draft' || message.state === 'discarded') throw new Fault('not-found', 'there is no such message')
  const path = `/staff/alerts/school-messages/${message.id}`
  const main = html`${await renderHead(visit, school, message)}
    ${renderStack({ gap: 'large', parts: [message.state === 'waiting' ? await renderNext(visit, message, path) : nothing, renderPreviews(voice, message, PERSONAL_CHANNELS)] })}`
  return shown({ title: titleOf(voice, message), main, area: 'staff', crumbs: [{ href: '/staff/alerts', label: voice.say(serviceWords.alertDesk) }] })
}

async function renderHead({ voice, tx }: Visit, school: School, message: Message): Promise<Html> {
  const classes = await listClassesById(tx, message.classIds)
  return html`${renderPageTitle({ title: titleOf(voice, message), kicker: voice.say(school.name), facts: renderMarks(voice, message) })}
    ${renderFactsList({
      facts: [
        { term: voice.say(words.target), description: message.target === 'school' ? voice.say(words.wholeSchool) : classes.map((one) => classTitle(school.kind, one)).join('、') },
        { term: voice.say(alertWords.who), description: message.writtenByName },
        ...(message.confirmedByName === null ? [] : [{ term: voice.say(alertWords.secondPerson), description: message.confirmedByName }]),
        ...(message.sentAt === null ? [] : [{ term: voice.say(alertWords.when), description: timeText(voice, message.sentAt) }]),
      ],
    })}`
}

async function renderNext(visit: Visit, message: Message, path: string): Promise<Html> {
  const { voice, tx, actor } = visit
  switch (message.state) {
    case 'draft': {
      const reach = await reachOfMessage(tx, message)
      return html`${renderDraftNext(visit, message, path, reach.people)}${renderReach(voice, reach)}`
    }
    case 'waiting': {
      const isOwn = message.writtenBy === actor.id
      return renderNotice({
        voice, kind: 'warning', title: voice.say(alertWords.asked), body: voice.say(isOwn ? alertWords.notYourself : alertWords.confirmBody, { name: message.writtenByName }),
        actions: html`${isOwn ? nothing : press(visit, path, 'confirm', alertWords.confirm)}${visit.params.school === undefined ? nothing : press(visit, path, 'take-back', alertWords.sendBack, 'secondary')}`,
      })
    }
    case 'leaving':
      return renderNotice({
        voice, kind: 'warning', title: voice.say(alertWords.leavingAt, { time: message.leavesAt === null ? '' : clockText(voice, message.leavesAt) }),
        body: voice.say(alertWords.leavingBody), actions: press(visit, path, 'take-back', alertWords.takeBack, 'danger'),
      })
    case 'sent':
    case 'discarded':
      return nothing
    default:
      return assertNever(message.state)
  }
}

function renderDraftNext(visit: Visit, message: Message, path: string, people: number): Html {
  const { voice } = visit
  const edit = html`${renderLinkButton({ href: `${path}/edit`, label: voice.say(alertWords.edit), kind: 'secondary', icon: 'edit' })}${press(visit, path, 'discard', alertWords.discard, 'link')}`
  if (people === 0) return renderNotice({ voice, kind: 'warning', title: voice.say(words.noRecipients), actions: renderCluster({ parts: [edit] }) })
  const way = wayOf({ people, level: message.level, isDrill: message.isDrill, isConfirmed: false })
  const isSecond = way === 'second-person'
  const body = isSecond ? voice.say(alertWords.askSecondBody, { people }) : voice.say(way === 'now' ? alertWords.sendNowBody : alertWords.sendBody)
  const label = isSecond ? voice.say(alertWords.askSecond) : voice.say(alertWords.sendTo, { people })
  const send = renderForm({ voice, action: `${path}/send`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label, kind: way === 'now' ? 'danger' : 'primary', icon: 'mail' }) })
  return renderNotice({ voice, kind: way === 'now' ? 'warning' : 'info', title: label, body, actions: renderCluster({ parts: [send, edit] }) })
}

function press(visit: Visit, path: string, act: string, label: Phrase<never>, kind: 'primary' | 'secondary' | 'danger' | 'link' = 'primary'): Html {
  return renderForm({ voice: visit.voice, action: `${path}/${act}`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: visit.voice.say(label), kind }) })
}

/** Who has read it and who has not, for the teacher; counted by guardian, listed by child. */
async function renderReceipts(visit: Visit, school: School, message: Message, receipts: readonly Receipt[]): Promise<Html> {
  const { voice, tx } = visit
  const people = new Set(receipts.map(({ contactId }) => contactId)).size
  const read = new Set(receipts.filter(({ readAt }) => readAt !== null).map(({ contactId }) => contactId)).size
  const classes = new Map((await listClassesById(tx, message.classIds)).map((one) => [one.id, classTitle(school.kind, one)]))
  const reminders = await listReminders(tx, message.id)
  const sorted = receipts.toSorted((one, other) => Number(one.readAt !== null) - Number(other.readAt !== null))
  return renderSection({
    heading: voice.say(words.receipts),
    body: renderStack({
      parts: [
        renderProgress({ voice, id: 'receipts', label: voice.say(words.readCount, { people, read }), done: read, total: people }),
        reminders.length === 0 ? nothing : html`<ul>${reminders.map(({ sentAt, people: count }) => html`<li>${voice.say(words.remindedAt, { time: timeText(voice, sentAt), people: count })}</li>`)}</ul>`,
        read === people ? nothing : renderForm({ voice, action: schoolPath(school, `/messages/${message.id}/remind`), csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.remind, { people: people - read }), kind: 'secondary', icon: 'repeat' }) }),
        renderTable({
          caption: voice.say(words.receipts), isCaptionHidden: true,
          columns: [{ heading: voice.say(words.class) }, { heading: voice.say(words.child) }, { heading: voice.say(words.receipts), width: 'narrow' }],
          rows: sorted.map(({ classId, childLabel, readAt }) => [classes.get(classId) ?? '', childLabel, readAt === null ? voice.say(words.unread) : timeText(voice, readAt)]),
        }),
      ],
    }),
  })
}
