import { HAND_OVER_NAMES, HAND_OVER_STATES, saidWords, type HandOverProgress } from '#capabilities/notices/hand-overs.ts'
import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { timeLineWords } from '../text/time-line-words.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { clockText } from './duty-visit.ts'

const TONES = { waiting: 'warning', held: 'info', taken: 'success', 'given-up': 'error', withheld: 'neutral' } as const satisfies Record<HandOverProgress['state'], BadgeTone>

/** What became of a notice at those who pass it on: state, when, and why it was not taken. `id` must be unique on the page. */
export function renderHandOvers({ voice, tx }: Pick<Visit, 'voice' | 'tx'>, lines: readonly HandOverProgress[], id: string): Html {
  if (lines.length === 0) return nothing
  return html`${renderTable({
    id,
    caption: voice.say(words.handOvers),
    isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.channel) }, { heading: voice.say(words.handOverState), width: 'narrow' }, { heading: voice.say(words.handOverWhen), width: 'narrow' }, { heading: voice.say(words.handOverSaid), width: 'wide' }],
    rows: lines.map((line) => [voice.say(HAND_OVER_NAMES[line.channel]), renderState(voice, line), whenText({ voice, tx }, line), whyText(voice, line)]),
  })}
  ${lines.some(({ state }) => state !== 'taken') ? html`<p><a href="/staff/notices/hand-overs">${voice.say(words.handOverDesk)}</a></p>` : nothing}`
}

/** Why it was not taken: our own reasons in the reader's words, what a receiver said as it said it. Of what was taken the receipt stands on the hand-overs' own page. */
export function whyText(voice: Voice, { state, said }: Pick<HandOverProgress, 'state' | 'said'>): string {
  if (said === null || state === 'taken') return '–'
  const own = saidWords(said)
  return own === undefined ? said : voice.plain(own)
}

function renderState(voice: Voice, { state, receivers, taken, attempts }: HandOverProgress): Html {
  return html`${renderBadge({ label: voice.say(HAND_OVER_STATES[state]), tone: TONES[state] })}
    ${receivers > 1 ? html`${voice.number(taken)} / ${voice.number(receivers)}` : nothing}
    ${attempts > 1 ? html`<small>${voice.say(timeLineWords.tries, { attempts })}</small>` : nothing}`
}

/** When it ended; of what waits, when it is tried again. */
function whenText({ voice, tx }: Pick<Visit, 'voice' | 'tx'>, { endedAt, dueAt, attempts }: HandOverProgress): string {
  if (endedAt !== null) return clockText(endedAt, tx.today)
  return dueAt === null || attempts === 0 ? '–' : voice.plain(words.handOverNext, { time: clockText(dueAt, tx.today) })
}
