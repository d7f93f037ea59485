import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { reasonWords } from '../hand-over/reasons.ts'
import { handOverSettings } from '../hand-over/settings.ts'
import type { Notice } from '../model.ts'
import { countFollowers } from '../store/followers.ts'
import { listHandOvers, type HandOverLine, type HandOverState } from '../store/hand-overs.ts'
import { findNoticeRow } from '../store/notices.ts'
import { handOverWords as words } from '../text/hand-over-words.ts'
import { renderBreakable } from './breakable.ts'
import { fediverseName } from './following.ts'
import { renderTitle } from './said.ts'
import { staffCrumbs } from './sent.ts'

const MOST_SHOWN = 100
const TONES = { waiting: 'info', held: 'info', taken: 'success', 'given-up': 'error', withheld: 'neutral' } as const satisfies Record<HandOverState, BadgeTone>

/** What was handed to those who pass it on, the newest first, and what can be done where it was not taken. */
export async function showHandOvers(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const lines = await listHandOvers(tx, MOST_SHOWN)
  const notices = new Map<string, Notice | undefined>()
  for (const { noticeId } of lines) if (!notices.has(noticeId)) notices.set(noticeId, await findNoticeRow(tx, noticeId))
  const list = lines.length === 0
    ? renderEmpty({ icon: 'list', title: voice.say(words.empty), body: voice.say(words.emptyBody) })
    : renderLines(visit, lines, notices)
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({ parts: [renderNotice({ voice, kind: 'info', title: voice.say(words.closedFormats) }), list, await renderFediverse(visit)], gap: 'large' })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: staffCrumbs(voice) })
}

/** A form without its hidden field did not come from our pages. */
export async function refuseHandOverForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

function renderLines(visit: Visit, lines: readonly HandOverLine[], notices: ReadonlyMap<string, Notice | undefined>): Html {
  const { voice } = visit
  return renderTable({
    caption: voice.say(words.title), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.notice), width: 'wide' }, { heading: voice.say(words.channel) }, { heading: voice.say(words.state) },
      { heading: voice.say(words.tries), isNumeric: true }, { heading: voice.say(words.answer) }, { heading: voice.say(words.act) },
    ],
    rows: lines.map((line) => [
      html`${titleOf(visit, notices.get(line.noticeId))}<br><small>${minuteOf(line.begunAt)}</small>`,
      html`${voice.say(words[line.channel])}${line.target === '' ? nothing : html`<br><small>${new URL(line.target).host}</small>`}`,
      renderState(visit, line), voice.number(line.attempts), renderAnswer(voice, line), renderActs(visit, line),
    ]),
  })
}

function titleOf({ voice }: Visit, notice: Notice | undefined): Html {
  return notice === undefined ? nothing : html`<a href="/staff/notices/${notice.id}">${renderTitle(voice, notice)}</a>`
}

function renderState({ voice }: Visit, { state, dueAt }: HandOverLine): Html {
  const label = state === 'waiting' ? voice.say(words.waiting, { time: minuteOf(dueAt) }) : voice.say(words[state])
  return renderBadge({ label, tone: TONES[state] })
}

/** Our own reasons in the reader's words; what a receiver said as it said it. */
export function renderAnswer(voice: Voice, { answer }: HandOverLine): Html {
  if (answer === null) return nothing
  const own = reasonWords(answer)
  return own === undefined ? renderBreakable(answer) : voice.say(own)
}

function renderActs({ voice, formToken }: Visit, { id, noticeId, channel, state }: HandOverLine): Html {
  const retry = state === 'taken' || state === 'held' ? nothing : renderForm({
    voice, action: '/staff/notices/hand-overs/retry', csrfToken: formToken(), hidden: { handOver: String(id) }, body: nothing,
    buttons: renderButton({ label: voice.say(words.retry), kind: 'secondary', size: 'small' }),
  })
  return html`<a href="/staff/notices/hand-overs/${noticeId}/files/${channel}">${voice.say(words.file)}</a><br>
    <a href="/staff/notices/hand-overs/${noticeId}/sheet">${voice.say(words.sheet)}</a> ${retry}`
}

async function renderFediverse({ voice, tx, city, formToken }: Visit): Promise<Html> {
  const isOpen = handOverSettings(city).activityPub?.isOpen === true
  const facts = [
    { term: voice.say(words.address), description: fediverseName(city) },
    { term: voice.say(words.followers), description: voice.number(await countFollowers(tx)) },
    { term: voice.say(words.opening), description: voice.say(isOpen ? words.isOpen : words.isClosed) },
  ]
  const form = renderForm({
    voice, action: '/staff/notices/hand-overs/follow', csrfToken: formToken(), body: nothing,
    buttons: renderButton({ label: voice.say(words.follow), kind: 'secondary' }),
  })
  return renderSection({ heading: voice.say(words.fediverse), body: html`${renderFactsList({ facts })}${form}` })
}
