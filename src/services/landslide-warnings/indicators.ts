import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ②(4)-4 of the plan. */
const first = { from: '2026-04-01', reason: words.first } as const
const common = { projects: ['2-4-4'], direction: 'up', nature: 'outcome' } as const

export const indicators: readonly Indicator[] = [
  {
    ...common, key: 'landslide-warnings.homes', title: words.homes, unit: words.homesUnit,
    definitions: [{ ...first, fact: facts.homeConfirmed.name, count: { kind: 'count' }, category: 'body.language' }],
  },
  {
    ...common, key: 'landslide-warnings.signs', title: words.signs, unit: words.cases, nature: 'output',
    definitions: [{ ...first, fact: facts.signReported.name, count: { kind: 'count' }, category: 'body.sign' }],
  },
  {
    ...common, key: 'landslide-warnings.drills', title: words.drills, unit: words.times, nature: 'output',
    definitions: [{ ...first, fact: facts.drillHeld.name, count: { kind: 'count' } }],
  },
]
