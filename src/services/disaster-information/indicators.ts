import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** The first day of the fiscal year in which the disaster system began to count. */
const FROM = '2026-04-01'
const first = { from: FROM, reason: words.first } as const
/** Project ②(4)-2 of the plan: 防災情報伝達システム. */
const common = { projects: ['2-4-2'], direction: 'up' } as const
const isReal = [{ field: 'body.realm', is: 'live' }] as const

/** What the disaster system is judged by. Only real nights count; drills are counted as drills. */
export const indicators: readonly Indicator[] = [
  {
    ...common, key: 'disaster-information.orders', title: words.orders, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.orderIssued.name, count: { kind: 'count' }, where: isReal, category: 'body.hazard' }],
  },
  {
    ...common, key: 'disaster-information.seconds-to-issue', title: words.secondsToIssue, unit: words.seconds, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, fact: facts.orderIssued.name, count: { kind: 'median', of: 'body.secondsFromSuggestion' }, where: isReal }],
  },
  {
    ...common, key: 'disaster-information.drills', title: words.drills, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.drillHeld.name, count: { kind: 'count' } }],
  },
  {
    ...common, key: 'disaster-information.shelters-opened', title: words.sheltersOpened, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.shelterOpened.name, count: { kind: 'count' }, where: isReal }],
  },
  {
    ...common, key: 'disaster-information.shelter-places', title: words.shelterPlaces, unit: words.places, nature: 'output',
    definitions: [{ ...first, fact: facts.shelterOpened.name, count: { kind: 'distinct', of: 'body.shelter' }, where: isReal }],
  },
  {
    ...common, key: 'disaster-information.telegrams', title: words.telegrams, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.telegramReceived.name, count: { kind: 'count' }, where: isReal, category: 'body.way' }],
  },
  {
    ...common, key: 'disaster-information.warnings', title: words.warnings, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.levelChanged.name, count: { kind: 'count' }, where: [...isReal, { field: 'body.to', atLeast: 3 }], category: 'body.hazard' }],
  },
]
