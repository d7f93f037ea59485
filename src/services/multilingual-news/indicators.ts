import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ①(3)-6 of the plan, listed again as ②(4)-3. */
const PROJECT = '1-3-6'
const first = { from: '2026-04-01', reason: words.first } as const
const common = { projects: [PROJECT] } as const

/** What the service is judged by: how much can be read in which language, how soon, and by how many it is received. */
export const indicators: readonly Indicator[] = [
  {
    ...common, key: 'multilingual-news.items', title: words.items, unit: words.unitItems, nature: 'output', direction: 'up',
    definitions: [{ ...first, fact: facts.published.name, count: { kind: 'count' }, where: [{ field: 'body.way', isNot: 'seed' }], category: 'body.kind' }],
  },
  {
    ...common, key: 'multilingual-news.texts', title: words.texts, unit: words.unitItems, nature: 'output', direction: 'up',
    definitions: [{ ...first, fact: facts.translated.name, count: { kind: 'count' }, category: 'body.language' }],
  },
  {
    ...common, key: 'multilingual-news.recipients', title: words.sends, unit: words.unitPeople, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.published.name, count: { kind: 'sum', of: 'body.people' }, category: 'body.topic' }],
  },
  {
    ...common, key: 'multilingual-news.minutes-to-translation', title: words.minutes, unit: words.unitMinutes, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, fact: facts.translated.name, count: { kind: 'median', of: 'body.minutesLate' }, category: 'body.language' }],
  },
]
