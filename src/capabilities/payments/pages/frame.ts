import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Crumb } from '#kernel/web/answers.ts'
import type { BadgeTone } from '#design/badge/view.ts'
import { renderBadge } from '#design/badge/view.ts'
import type { PaymentState, Way, Wording } from '../model.ts'
import { deskWords } from '../text/desk-words.ts'
import { payWords } from '../text/pay-words.ts'
import { words } from '../text/words.ts'

/** The law under which staff look at who paid what: written into the audit with every look. */
export const DESK_BASIS = '地方自治法第231条(歳入の収入の方法)、個人情報の保護に関する法律第69条第1項'

/** The reader's words; Japanese where a service gave none in the reader's language. */
export function said(wording: Wording, { language }: Voice): string {
  return wording[language] || wording.ja
}

export function yenText(voice: Voice, yen: number): string {
  return voice.plain(payWords.yen, { amount: yen })
}

/** A day as people read it, with its year. */
export function dayText(voice: Voice, day: Temporal.PlainDate): string {
  return day.toLocaleString(voice.locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })
}

export function renderDay(voice: Voice, day: Temporal.PlainDate): Html {
  return html`<time datetime="${day.toString()}">${dayText(voice, day)}</time>`
}

export function renderMinute(at: Temporal.Instant): Html {
  return html`<time datetime="${at.toString()}">${minuteOf(at)}</time>`
}

const STATE_TONES: Readonly<Record<PaymentState, BadgeTone>> = {
  requested: 'neutral', 'way-chosen': 'info', authorised: 'info', failed: 'warning', paid: 'success', cancelled: 'neutral', expired: 'warning', refunded: 'accent',
}

export function renderState(voice: Voice, state: PaymentState): Html {
  return renderBadge({ label: voice.say(deskWords[state]), tone: STATE_TONES[state] })
}

const WAY_WORDS: Readonly<Record<Way, Phrase<never>>> = { card: payWords['way-card'], slip: payWords['way-slip'], cash: payWords['way-cash'] }

export function wayText(voice: Voice, way: Way | null): Html {
  return way === null ? html`–` : voice.say(WAY_WORDS[way])
}

export function wayPlain(voice: Voice, way: Way): string {
  return voice.plain(WAY_WORDS[way])
}

export function deskCrumb(voice: Voice): Crumb {
  return { href: '/staff/payments', label: voice.say(words.deskTitle) }
}
