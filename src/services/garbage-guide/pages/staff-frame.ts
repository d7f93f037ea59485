import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { ChangeCause } from '../store/items.ts'
import { staffWords } from '../text/staff-words.ts'
import { assertNever } from '#kernel/values/assert-never.ts'

export function staffCrumb(voice: Voice) {
  return { href: '/staff/garbage', label: voice.say(staffWords.deskTitle) }
}

export function causeText(voice: Voice, cause: ChangeCause): Html {
  switch (cause) {
    case 'seed':
      return voice.say(staffWords.causeSeed)
    case 'edit':
      return voice.say(staffWords.causeEdit)
    case 'import':
      return voice.say(staffWords.causeImport)
    case 'answer':
      return voice.say(staffWords.causeAnswer)
    case 'removal':
      return voice.say(staffWords.causeRemoval)
    case 'undo':
      return voice.say(staffWords.causeUndo)
    default:
      return assertNever(cause)
  }
}

export function renderMinute(at: Temporal.Instant): Html {
  return html`<time datetime="${at.toString()}">${minuteOf(at)}</time>`
}
