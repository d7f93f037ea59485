import { renderNotice } from '#design/notice/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listFeeds } from '../store/feeds.ts'
import { boardWords as words } from '../text/duty-board-words.ts'
import { clockText, minutesSince } from './duty-visit.ts'

/** A feed is asked every minute; after this long without an answer the board says that it may be blind. */
const SILENT_AFTER_MINUTES = 5

/** Whether telegrams can still reach us: a calm sky and a dead line look the same on every other part of the board. */
export async function renderFeedLine({ voice, tx }: Visit): Promise<Html> {
  const feeds = await listFeeds(tx)
  const answers = feeds.flatMap(({ answeredAt }) => answeredAt ?? [])
  const oldest = answers.toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
  if (oldest === undefined || answers.length < feeds.length) return renderNotice({ voice, kind: 'warning', title: voice.say(words.feedNever) })
  const time = clockText(oldest, tx.today)
  if (minutesSince(oldest, tx.now) > SILENT_AFTER_MINUTES) return renderNotice({ voice, kind: 'error', title: voice.say(words.feedSilent, { time }) })
  return html`<p>${voice.say(words.feedFine, { time })}</p>`
}
