import { renderBadge } from '#design/badge/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { Alert, State } from '../model.ts'
import { alertWords as words } from '../text/alert-words.ts'
import { plainIn } from '#capabilities/notices/wording.ts'

export const STATE_WORDS: Readonly<Record<State, Phrase<never>>> = {
  draft: words.stateDraft, leaving: words.stateLeaving, waiting: words.stateWaiting, sent: words.stateSent, discarded: words.stateDiscarded,
}

const TONES = { draft: 'neutral', leaving: 'warning', waiting: 'warning', sent: 'success', discarded: 'neutral' } as const

/** State, and what is not ordinary about it: a drill, a correction, a withdrawal, an emergency. */
export function renderMarks(voice: Voice, { state, isDrill, kind, level }: Pick<Alert, 'state' | 'isDrill' | 'level'> & { readonly kind?: Alert['kind'] }): Html {
  return html`${renderBadge({ label: voice.say(STATE_WORDS[state]), tone: TONES[state] })}
    ${isDrill ? renderBadge({ label: voice.say(words.drillMark), tone: 'info' }) : nothing}
    ${kind === 'update' ? renderBadge({ label: voice.say(words.isCorrection), tone: 'accent' }) : nothing}
    ${kind === 'cancel' ? renderBadge({ label: voice.say(words.isWithdrawal), tone: 'accent' }) : nothing}
    ${level === 4 ? renderBadge({ label: voice.say(words.emergency), tone: 'error' }) : nothing}`
}

/** The title in the reader's language, or in Japanese where it was not translated. */
export function titleOf(voice: Voice, { texts }: Pick<Alert, 'texts'>): string {
  return plainIn((texts[voice.language] ?? texts.ja).title, voice.language === 'ja-x-yasashii' ? 'ja' : voice.language)
}

/** Date and time in Japan, as the reader writes them. */
export function timeText(voice: Voice, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Asia/Tokyo').toLocaleString(voice.locale, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' })
}

export function clockText(voice: Voice, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Asia/Tokyo').toLocaleString(voice.locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
}
