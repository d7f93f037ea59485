import type { Indicator } from '#capabilities/indicators/model.ts'
import { workFacts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ③(1)-9 of the plan. */
const first = { from: '2026-04-01', reason: words.first } as const
const common = { projects: ['3-1-9'] } as const

/** What the register is judged by: how much it does, whether people come in time, how fast it is, and what the second person finds. */
export const indicators: readonly Indicator[] = [
  {
    ...common, key: 'resident-records.entries', title: words.entries, unit: words.cases, nature: 'output', direction: 'keep',
    definitions: [{ ...first, fact: workFacts.applied.name, count: { kind: 'count' }, category: 'body.kind' }],
  },
  {
    ...common, key: 'resident-records.late-notices', title: words.late, unit: words.percent, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, fact: workFacts.applied.name, count: { kind: 'share', of: [{ field: 'body.isLate', is: true }] }, where: [{ field: 'body.kind', oneOf: ['in', 'move', 'out', 'household', 'birth', 'death'] }], category: 'body.kind' }],
  },
  {
    ...common, key: 'resident-records.days-to-register', title: words.days, unit: words.daysUnit, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, fact: workFacts.applied.name, count: { kind: 'median', of: 'body.daysTaken' }, category: 'body.kind' }],
  },
  {
    ...common, key: 'resident-records.sent-back', title: words.sentBack, unit: words.cases, nature: 'output', direction: 'down',
    definitions: [{ ...first, fact: workFacts.sentBack.name, count: { kind: 'count' }, category: 'body.kind' }],
  },
  {
    ...common, key: 'resident-records.moves-prepared', title: words.prepared, unit: words.cases, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: workFacts.prepared.name, count: { kind: 'count' }, category: 'body.language' }],
  },
  {
    ...common, key: 'resident-records.preparations-opened', title: words.opened, unit: words.cases, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: workFacts.preparedOpened.name, count: { kind: 'count' } }],
  },
]
