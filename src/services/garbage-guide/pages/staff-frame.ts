import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { ChangeCause } from '../store/items.ts'
import { staffWords } from '../text/staff-words.ts'

export function staffCrumb(voice: Voice) {
  return { href: '/staff/garbage', label: voice.say(staffWords.deskTitle) }
}

const CAUSE_WORDS: Readonly<Record<ChangeCause, Phrase<never>>> = {
  seed: staffWords.causeSeed, edit: staffWords.causeEdit, import: staffWords.causeImport,
  answer: staffWords.causeAnswer, removal: staffWords.causeRemoval, undo: staffWords.causeUndo,
}

export function causeText(voice: Voice, cause: ChangeCause): Html {
  return voice.say(CAUSE_WORDS[cause])
}

export function renderMinute(at: Temporal.Instant): Html {
  return html`<time datetime="${at.toString()}">${minuteOf(at)}</time>`
}
