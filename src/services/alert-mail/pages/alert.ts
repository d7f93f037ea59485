import { reachOf } from '#capabilities/notices/notices.ts'
import type { Reach } from '#capabilities/notices/model.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { CHANNEL_WORDS, TOPIC_WORDS } from '../forms/alert-forms.ts'
import type { ALERT_CHANNELS, Alert } from '../model.ts'
import { wayOf } from '../rules/leaving.ts'
import { topicKey } from '../rules/topics.ts'
import { findAlert, listActs, listFollowing, type AlertAct } from '../store/alerts.ts'
import { ACT_WORDS, alertWords as words } from '../text/alert-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { clockText, renderMarks, timeText, titleOf } from './alert-frame.ts'
import { renderPreviews, renderProgressTable, renderReach } from './broadcast.ts'

/** An alert on its way: what readers get, whom it reaches, and the one thing that is to be done next. */
export async function showAlert(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const alert = await findAlert(tx, params.id ?? '')
  if (alert === undefined) throw new Fault('not-found', 'there is no such alert')
  const isOver = alert.state === 'sent' || alert.state === 'discarded'
  const reach = isOver ? null : await reachOf(tx, topicKey(alert.topic), { kind: 'subscribers', towns: alert.towns })
  const main = html`${renderPageTitle({ title: titleOf(voice, alert), kicker: voice.say(TOPIC_WORDS[alert.topic]), facts: renderMarks(voice, alert) })}
    ${renderStack({
      gap: 'large',
      parts: [
        await renderNext(visit, alert, reach),
        renderFacts(voice, alert),
        reach === null ? nothing : renderReach(voice, reach),
        alert.noticeId === null ? nothing : await renderProgressTable(tx, voice, alert.noticeId),
        renderPreviews(voice, alert, alert.channels),
        renderHistory(voice, await listActs(tx, alert.id)),
      ],
    })}`
  return shown({ title: titleOf(voice, alert), main, area: 'staff', crumbs: [{ href: '/staff/alerts', label: voice.say(serviceWords.alertDesk) }] })
}

async function renderNext(visit: Visit, alert: Alert, reach: Reach | null): Promise<Html> {
  const { voice } = visit
  switch (alert.state) {
    case 'draft':
      return renderDraftNext(visit, alert, reach?.people ?? 0)
    case 'waiting':
      return renderNotice({
        voice, kind: 'warning', title: voice.say(words.asked),
        body: voice.say(alert.askedBy === visit.actor.id ? words.notYourself : words.confirmBody, { name: alert.askedByName ?? '' }),
        actions: html`${alert.askedBy === visit.actor.id ? nothing : press(visit, alert, 'confirm', words.confirm)}${press(visit, alert, 'back', words.sendBack, 'secondary')}`,
      })
    case 'leaving':
      return renderNotice({
        voice, kind: 'warning', title: voice.say(words.leavingAt, { time: alert.leavesAt === null ? '' : clockText(voice, alert.leavesAt) }),
        body: voice.say(words.leavingBody), actions: press(visit, alert, 'take-back', words.takeBack, 'danger'),
      })
    case 'sent':
      return renderSentNext(visit, alert)
    case 'discarded':
      return nothing
    default:
      return assertNever(alert.state)
  }
}

function renderDraftNext(visit: Visit, alert: Alert, people: number): Html {
  const { voice } = visit
  const way = wayOf({ people, level: alert.level, isDrill: alert.isDrill, isConfirmed: false })
  const body = people === 0 ? voice.say(words.nobody) : way === 'second-person' ? voice.say(words.askSecondBody, { people }) : voice.say(way === 'now' ? words.sendNowBody : words.sendBody)
  const label = way === 'second-person' ? voice.say(words.askSecond) : people === 0 ? voice.say(words.send) : voice.say(words.sendTo, { people })
  const form = (action: string, button: Html) => renderForm({ voice, action: `/staff/alerts/${alert.id}/${action}`, csrfToken: visit.formToken(), body: nothing, buttons: button })
  return renderNotice({
    voice, kind: way === 'now' ? 'warning' : 'info', title: label, body,
    actions: renderCluster({
      parts: [
        form('send', renderButton({ label, kind: way === 'now' ? 'danger' : 'primary', icon: 'megaphone' })),
        renderLinkButton({ href: `/staff/alerts/${alert.id}/edit`, label: voice.say(words.edit), kind: 'secondary', icon: 'edit' }),
        form('discard', renderButton({ label: voice.say(words.discard), kind: 'link' })),
      ],
    }),
  })
}

async function renderSentNext(visit: Visit, alert: Alert): Promise<Html> {
  const { voice, tx } = visit
  const following = await listFollowing(tx, alert.id)
  const links = following.map((one) => html`<p><a href="/staff/alerts/${one.id}">${titleOf(voice, one)}</a></p>`)
  const isOver = alert.kind === 'cancel' || following.some(({ kind }) => kind === 'cancel')
  if (isOver) return html`${links}`
  return html`${links}${renderCluster({ parts: [press(visit, alert, 'correct', words.correct, 'secondary'), press(visit, alert, 'withdraw', words.withdraw, 'secondary')] })}`
}

function press(visit: Visit, { id }: Alert, act: string, label: Phrase<never>, kind: 'primary' | 'secondary' | 'danger' = 'primary'): Html {
  return renderForm({ voice: visit.voice, action: `/staff/alerts/${id}/${act}`, csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: visit.voice.say(label), kind }) })
}

function renderFacts(voice: Voice, alert: Alert): Html {
  const channels = alert.channels.map((channel) => voice.plain(CHANNEL_WORDS[channel as (typeof ALERT_CHANNELS)[number]]))
  return renderFactsList({
    facts: [
      { term: voice.say(words.towards), description: alert.towns === 'all' ? voice.say(words.wholeCity) : alert.towns.join('、') },
      { term: voice.say(words.channels), description: channels.join('、') },
      { term: voice.say(words.who), description: alert.askedByName ?? alert.writtenByName },
      ...(alert.confirmedByName === null ? [] : [{ term: voice.say(words.secondPerson), description: alert.confirmedByName }]),
      ...(alert.sentAt === null ? [] : [{ term: voice.say(words.when), description: timeText(voice, alert.sentAt) }]),
    ],
  })
}

function renderHistory(voice: Voice, acts: readonly AlertAct[]): Html {
  return renderSection({
    heading: voice.say(words.history),
    body: renderTable({
      caption: voice.say(words.history), isCaptionHidden: true,
      columns: [{ heading: voice.say(words.when), width: 'narrow' }, { heading: voice.say(words.state) }, { heading: voice.say(words.who) }],
      rows: acts.map(({ act, at, byName }) => [timeText(voice, at), act in ACT_WORDS ? voice.say(ACT_WORDS[act as keyof typeof ACT_WORDS]) : act, byName]),
    }),
  })
}
