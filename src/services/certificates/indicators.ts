import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ①(1)-1 of the plan: certificates at convenience stores. */
const PROJECT = '1-1-1'
/** The first day of the fiscal year in which certificates began to be counted here. */
const FROM = '2026-04-01'
const first = { from: FROM, reason: words.first } as const

/** How many papers, how many of them without a visit, and what stood in the way of the others. */
export const indicators: readonly Indicator[] = [
  {
    key: 'certificates.issued', projects: [PROJECT], direction: 'up', title: words.issued, unit: words.papers, nature: 'output',
    definitions: [{ ...first, fact: facts.issued.name, count: { kind: 'count' }, category: 'body.way' }],
  },
  {
    key: 'certificates.away-share', projects: [PROJECT], direction: 'up', title: words.away, unit: words.percent, nature: 'outcome',
    definitions: [{ ...first, fact: facts.issued.name, count: { kind: 'share', of: [{ field: 'body.way', isNot: 'counter' }] }, category: 'body.kind' }],
  },
  {
    key: 'certificates.refused', projects: [PROJECT], direction: 'down', title: words.refused, unit: words.cases, nature: 'output',
    definitions: [{ ...first, fact: facts.refused.name, count: { kind: 'count' }, category: 'body.reason' }],
  },
]
