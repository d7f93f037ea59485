import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** The first day of the fiscal year in which sending began. */
const first = { from: '2026-04-01', reason: words.first } as const
const isReal = { field: 'body.isDrill', is: false } as const
/** What was handed over is told once, when a broadcast has ended; messages, not people, are counted. */
const ended = { ...first, fact: facts.broadcastEnded.name, where: [isReal], category: 'body.channel' } as const

/** Broadcasts to nobody are done at once and would flatter every share. */
const toSomebody = { ...ended, where: [isReal, { field: 'body.planned', atLeast: 1 }] } as const

/**
 * How many hear from the city, and how fast. Messages within 10 and 60 seconds are counted beside `handed`, of which they
 * are a part: a share is counted of facts, and a fact is a whole broadcast; so the shares are of broadcasts that were
 * through, to the last message, in that time. Who is subscribed today is `registered` less `left`.
 */
export const indicators: readonly Indicator[] = [
  {
    key: 'notices.registered', title: words.registered, unit: words.cases, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.subscribed.name, count: { kind: 'count' }, category: 'body.language' }],
  },
  {
    key: 'notices.registered-by-channel', title: words.registeredByChannel, unit: words.cases, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.subscribed.name, count: { kind: 'count' }, category: 'body.channel' }],
  },
  {
    key: 'notices.left', title: words.left, unit: words.cases, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, fact: facts.left.name, count: { kind: 'count' }, category: 'body.channel' }],
  },
  {
    key: 'notices.issued', title: words.issued, unit: words.cases, nature: 'output', direction: 'up',
    definitions: [{ ...first, fact: facts.issued.name, count: { kind: 'count' }, where: [isReal], category: 'body.origin' }],
  },
  {
    key: 'notices.drills', title: words.drills, unit: words.cases, nature: 'output', direction: 'up',
    definitions: [{ ...first, fact: facts.issued.name, count: { kind: 'count' }, where: [{ field: 'body.isDrill', is: true }], category: 'body.origin' }],
  },
  {
    key: 'notices.handed', title: words.handed, unit: words.messages, nature: 'output', direction: 'up',
    definitions: [{ ...ended, count: { kind: 'sum', of: 'body.handed' } }],
  },
  {
    key: 'notices.handed-within-10s', title: words.handed10, unit: words.messages, nature: 'outcome', direction: 'up',
    definitions: [{ ...ended, count: { kind: 'sum', of: 'body.within10s' } }],
  },
  {
    key: 'notices.handed-within-60s', title: words.handed60, unit: words.messages, nature: 'outcome', direction: 'up',
    definitions: [{ ...ended, count: { kind: 'sum', of: 'body.within60s' } }],
  },
  {
    key: 'notices.through-within-10s', title: words.through10, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...toSomebody, count: { kind: 'share', of: [{ field: 'body.seconds', below: 10 }] } }],
  },
  {
    key: 'notices.through-within-60s', title: words.through60, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...toSomebody, count: { kind: 'share', of: [{ field: 'body.seconds', below: 60 }] } }],
  },
  {
    key: 'notices.refused', title: words.refused, unit: words.messages, nature: 'outcome', direction: 'down',
    definitions: [{ ...ended, count: { kind: 'sum', of: 'body.refused' } }],
  },
  {
    key: 'notices.seconds-to-all', title: words.seconds, unit: words.secondsUnit, nature: 'outcome', direction: 'down',
    definitions: [{ ...ended, count: { kind: 'median', of: 'body.seconds' } }],
  },
]
