import { renderNotice } from '#design/notice/view.ts'
import type { Problem } from '#kernel/forms/form.ts'
import { nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Refusal } from '../rules/lockout.ts'
import { signInWords } from '../text/sign-in.ts'

/** What the sign-in page may have to say beside what every proof may meet. */
export type SignInRefusal = Refusal | { readonly kind: 'expired' } | { readonly kind: 'passkey-refused' }

/** Why somebody did not get in, and the way out. */
export function renderRefusal(voice: Voice, refusal: SignInRefusal | undefined): Html {
  if (refusal === undefined) return nothing
  const { title, body } = wordsFor(voice, refusal)
  return renderNotice({ voice, kind: 'error', title, body, isAnnounced: true })
}

function wordsFor(voice: Voice, refusal: SignInRefusal): { title: Html; body: Html } {
  const both = (title: Phrase<never>, body: Phrase<never>) => ({ title: voice.say(title), body: voice.say(body) })
  switch (refusal.kind) {
    case 'refused':
      return both(signInWords.refused, signInWords.refusedWay)
    case 'waiting':
      return {
        title: voice.say(signInWords.waiting, { time: timeOf(refusal.until) }),
        body: voice.say(signInWords.waitingWay),
      }
    case 'closed':
      return both(signInWords.closed, signInWords.closedWay)
    case 'crowded':
      return both(signInWords.crowded, signInWords.crowdedWay)
    case 'expired':
      return both(signInWords.expired, signInWords.closedWay)
    case 'passkey-refused':
      return both(signInWords.passkeyRefused, signInWords.passkeyRefusedWay)
    default:
      return assertNever(refusal)
  }
}

/** The next full minute, HH:MM: who comes at the time they were told must not be early. */
function timeOf(until: Temporal.Instant): string {
  return minuteOf(until.round({ smallestUnit: 'minute', roundingMode: 'ceil' })).slice(-5)
}

/** The same beside a field, for who is signed in already: `wrong` says it for the proof at hand. */
export function problemOfRefusal(refusal: Refusal, wrong: Phrase<never>): Problem {
  switch (refusal.kind) {
    case 'refused':
      return { phrase: wrong }
    case 'waiting':
      return { phrase: signInWords.waiting, values: { time: timeOf(refusal.until) } }
    case 'closed':
      return { phrase: signInWords.closed }
    case 'crowded':
      return { phrase: signInWords.crowded }
    default:
      return assertNever(refusal)
  }
}
