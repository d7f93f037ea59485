import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { FeedSource, FeedState } from '../model.ts'
import { FEED_PROBLEM_WORDS, feedWords as words } from '../text/feed-words.ts'

/** For staff: where the danger by mesh comes from, when it was last heard, and why the last sheet was not taken in. */
export function renderFeed(voice: Voice, feed: FeedState | undefined): Html {
  if (feed === undefined) return html`<p>${voice.say(words.notYet)}</p>`
  const { source, askedAt, answeredAt, problem, detail, leftOut } = feed
  if (source === 'none') return renderNotice({ voice, kind: 'warning', title: voice.say(words.none), body: voice.say(words.noneBody) })
  const said = answeredAt === null ? words.never : words.answered
  return html`<p>${voice.say(SOURCES[source])} ${voice.say(said, { time: minuteOf(answeredAt ?? askedAt) })}${leftOut === 0 ? nothing : html` ${voice.say(words.leftOut, { count: leftOut })}`}</p>
    ${problem === null ? nothing : renderNotice({
      voice, kind: 'error', title: voice.say(words.refused, { time: minuteOf(askedAt) }), body: html`${voice.say(FEED_PROBLEM_WORDS[problem])}${detail === '' ? nothing : html` (${detail})`}`,
    })}`
}

const SOURCES: Readonly<Record<Exclude<FeedSource, 'none'>, typeof words.named>> = { named: words.named, 'stand-in': words.standIn }
