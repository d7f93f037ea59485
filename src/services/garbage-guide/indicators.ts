import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ①(3)-7 of the plan, listed again as ②(1)-2 and ③(4)-2. */
const PROJECT = '1-3-7'
/** The first day of the fiscal year in which the guide began to count. */
const FROM = '2026-04-01'
const first = { from: FROM, reason: words.first } as const
const common = { projects: [PROJECT], direction: 'up' } as const

/** What the guide is judged by: whether it is used, whether it knows what is asked, and whether it grows. */
export const indicators: readonly Indicator[] = [
  {
    ...common, key: 'garbage-guide.searches', title: words.searches, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.searched.name, count: { kind: 'count' }, category: 'body.channel' }],
  },
  {
    ...common, key: 'garbage-guide.hit-rate', title: words.hitRate, unit: words.percent, nature: 'outcome',
    definitions: [{ ...first, fact: facts.searched.name, count: { kind: 'share', of: [{ field: 'body.hit', is: true }] }, category: 'body.channel' }],
  },
  {
    ...common, key: 'garbage-guide.items-added', title: words.itemsAdded, unit: words.items, nature: 'output',
    definitions: [{ ...first, fact: facts.itemAdded.name, count: { kind: 'count' }, where: [{ field: 'body.cause', isNot: 'seed' }], category: 'body.cause' }],
  },
  {
    ...common, key: 'garbage-guide.questions', title: words.questions, unit: words.cases, nature: 'output', direction: 'down',
    definitions: [{ ...first, fact: facts.asked.name, count: { kind: 'count' } }],
  },
  {
    ...common, key: 'garbage-guide.calendar-fetches', title: words.fetches, unit: words.times, nature: 'outcome',
    definitions: [{ ...first, fact: facts.calendarSubscribed.name, count: { kind: 'count' }, category: 'body.district' }],
  },
]
