import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Answering } from '../rules/telegrams/silence.ts'
import { intakeWords as words } from '../text/intake-words.ts'

/** Says which feeds are silent and since when; nothing while all answer. */
export function renderSilence(voice: Voice, silent: readonly Answering[]): Html {
  if (silent.length === 0) return nothing
  const lines = silent.map(({ address, answeredAt, problem }) => html`<p>${voice.say(words.silentSince, {
    feed: address, since: answeredAt === null ? voice.plain(words.never) : minuteOf(answeredAt), problem: problem === '' ? '–' : problem,
  })}</p>`)
  return renderNotice({ voice, kind: 'error', title: voice.say(words.silentTitle), body: html`${lines}`, isAnnounced: true })
}
