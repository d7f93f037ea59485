import { renderEmpty } from '#design/empty/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Notice } from '../model.ts'
import { subscribeWords as words } from '../text/subscribe-words.ts'
import { renderTitle } from './said.ts'

/** Most notices under the ways to subscribe. */
const MOST_RECENT = 5

export function renderRecent(voice: Voice, notices: readonly Notice[]): Html {
  if (notices.length === 0) return renderEmpty({ icon: 'bell', title: voice.say(words.noneRecent) })
  return html`<ul>${notices.slice(0, MOST_RECENT).map((notice) => html`<li><a href="/notices/${notice.id}">${renderTitle(voice, notice)}</a> <small><time datetime="${notice.issuedAt.toString()}">${minuteOf(notice.issuedAt)}</time></small></li>`)}</ul>`
}
