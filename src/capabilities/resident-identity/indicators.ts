import '#capabilities/indicators/indicators.ts'
import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicators.ts'

/** The fiscal year in which residents began to sign in. */
const FROM = '2026-04-01'
const first = { from: FROM, reason: words.first } as const

/** Whether residents come in, by which way, and what hinders them. */
export const indicators: readonly Indicator[] = [
  {
    key: 'resident-identity.sign-ins', title: words.signIns, unit: words.times, nature: 'output', direction: 'up',
    definitions: [{ ...first, fact: facts.signedIn.name, count: { kind: 'count' }, category: 'body.way' }],
  },
  {
    key: 'resident-identity.card-share', title: words.cardShare, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.signedIn.name, count: { kind: 'share', of: [{ field: 'body.way', is: 'card' }] } }],
  },
  {
    key: 'resident-identity.refusals', title: words.refusals, unit: words.times, nature: 'output', direction: 'down',
    definitions: [{ ...first, fact: facts.signInRefused.name, count: { kind: 'count' }, category: 'body.reason' }],
  },
  {
    key: 'resident-identity.matched-by-card', title: words.matchedByCard, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.accountMatched.name, count: { kind: 'share', of: [{ field: 'body.by', is: 'card' }] } }],
  },
]
