import { renderTimeline, type TimelineEntry } from '#design/timeline/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase, PhraseValue, Voice } from '#kernel/text/text.ts'
import type { Happening } from '../model.ts'
import type { KeptEvent } from '../store/events.ts'
import { historyWords } from '../text/history-words.ts'
import { dayText, renderMinute, wayPlain } from './frame.ts'

/** What happened to a request, the newest first. */
export function renderHistory(voice: Voice, events: readonly KeptEvent[]): Html {
  const newestFirst = events.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
  return renderTimeline({ entries: newestFirst.map((event) => entryOf(voice, event)) })
}

function entryOf(voice: Voice, event: KeptEvent): TimelineEntry {
  const phrase: Phrase = historyWords[event.kind]
  const reason = 'reason' in event ? event.reason : ''
  return {
    at: renderMinute(event.at), dateTime: event.at.toString(), who: event.actorName, what: voice.say(phrase, valuesOf(voice, event)),
    ...(reason === '' ? {} : { detail: html`<p>${reason}</p>` }),
    tone: TONES[event.kind] ?? 'neutral',
  }
}

const TONES: Readonly<Partial<Record<Happening['kind'], TimelineEntry['tone']>>> = {
  paid: 'success', confirmed: 'success', failed: 'warning', 'taken-back': 'error', 'double-found': 'warning', 'refund-failed': 'error', expired: 'warning',
}

function valuesOf(voice: Voice, event: Happening): Readonly<Record<string, PhraseValue>> {
  const day = 'paidOn' in event ? event.paidOn : 'cashOn' in event ? event.cashOn : 'dueOn' in event ? event.dueOn : null
  return {
    way: 'way' in event ? wayPlain(voice, event.way) : '',
    amount: 'yen' in event ? event.yen : 0,
    day: day === null ? '' : dayText(voice, day),
  }
}
