import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { CertificateRequest } from '../model.ts'
import { words } from '../text/words.ts'

/** A request in a word, and its four facts side by side: none of them follows from another. */
export function stateOf({ endedAt, trouble, printedAt, issuedAt, paidAt, way }: CertificateRequest): readonly [Phrase<never>, BadgeTone] {
  if (endedAt !== null) return [words.ended, 'error']
  if (printedAt !== null) return [words.handedOver, 'success']
  if (issuedAt !== null) return [words.ready, 'success']
  if (trouble !== null) return [words.waitsForClerk, 'warning']
  if (way === 'online' && paidAt === null) return [words.waitsForPayment, 'info']
  return [words.beingMade, 'info']
}

export function renderState(voice: Voice, request: CertificateRequest): Html {
  const [phrase, tone] = stateOf(request)
  return renderBadge({ label: voice.say(phrase), tone })
}

export function renderRequestFacts(voice: Voice, request: CertificateRequest): Html {
  const at = (term: Phrase<never>, instant: Temporal.Instant | null): Fact => ({ term: voice.say(term), description: instant === null ? voice.say(words.notYet) : minuteOf(instant) })
  return renderFactsList({
    facts: [
      { term: voice.say(words.state), description: renderState(voice, request) },
      at(words.requestedAt, request.requestedAt), at(words.issuedAt, request.issuedAt), at(words.printedAt, request.printedAt),
      at(words.paidAt, request.paidAt), at(words.settledAt, request.settledAt),
    ],
  })
}
