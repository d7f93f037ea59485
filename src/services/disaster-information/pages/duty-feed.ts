import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { HELD_BACK, HELD_BACK_HOURS } from '../rules/telegrams/time-ahead.ts'
import { waitingDeliveries } from '../store/deliveries.ts'
import { listFeeds } from '../store/feeds.ts'
import { listHeldBack } from '../store/held-telegrams.ts'
import { boardWords as words } from '../text/duty-board-words.ts'
import { clockText, minutesSince } from './duty-visit.ts'
import { remarkText, TELEGRAMS_PATH } from './telegram-paths.ts'

/** A feed is asked every minute; after this long without an answer the board says that it may be blind. */
const SILENT_AFTER_MINUTES = 5
/** What is delivered is taken in within a second; after this long somebody must look. */
const WAITS_SECONDS = 30

/** Whether telegrams can still reach us: a calm sky and a dead line look the same on every other part of the board. */
export async function renderFeedLine({ voice, tx }: Visit): Promise<Html> {
  return html`${await renderIntake({ voice, tx })}${await renderHeldBack({ voice, tx })}${await renderAnswers({ voice, tx })}`
}

/** What was delivered and has waited too long to be taken in: whoever works beside the pages stands still, and a level may be missing here. */
export async function renderIntake({ voice, tx }: Pick<Visit, 'voice' | 'tx'>): Promise<Html> {
  const { count, since, problem } = await waitingDeliveries(tx)
  if (since === null || Temporal.Instant.compare(since.add({ seconds: WAITS_SECONDS }), tx.now) > 0) return nothing
  return renderNotice({
    voice, kind: 'error', title: voice.say(words.intakeStands, { count, time: clockText(since, tx.today) }), body: html`<p>${voice.say(words.intakeStandsBody)}</p>${problem === '' ? nothing : html`<p lang="en">${problem}</p>`}`, isAnnounced: true,
  })
}

/** What came and does not count, since its time lies too far ahead: a level may be missing here until somebody has looked. */
async function renderHeldBack({ voice, tx }: Pick<Visit, 'voice' | 'tx'>): Promise<Html> {
  const held = await listHeldBack(tx, tx.now.subtract({ hours: HELD_BACK_HOURS }))
  if (held.length === 0) return nothing
  const links = held.map(({ id, type, headTitle, receivedAt }) =>
    html`<li><a href="${TELEGRAMS_PATH}/${id}">${type} ${headTitle}</a> ${clockText(receivedAt, tx.today)}</li>`)
  return renderNotice({ voice, kind: 'error', title: remarkText(voice, HELD_BACK), body: html`<ul>${links}</ul>`, isAnnounced: true })
}

async function renderAnswers({ voice, tx }: Pick<Visit, 'voice' | 'tx'>): Promise<Html> {
  const feeds = await listFeeds(tx)
  const answers = feeds.flatMap(({ answeredAt }) => answeredAt ?? [])
  const oldest = answers.toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
  if (oldest === undefined || answers.length < feeds.length) return renderNotice({ voice, kind: 'warning', title: voice.say(words.feedNever) })
  const time = clockText(oldest, tx.today)
  if (minutesSince(oldest, tx.now) > SILENT_AFTER_MINUTES) return renderNotice({ voice, kind: 'error', title: voice.say(words.feedSilent, { time }) })
  return html`<p>${voice.say(words.feedFine, { time })}</p>`
}
