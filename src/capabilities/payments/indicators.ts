import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** The first day of the fiscal year in which payments began here. */
const first = { from: '2026-04-01', reason: words.first } as const

/** What collecting money is judged by: how much comes without paper, how much finds its place by itself, what goes back. */
export const indicators: readonly Indicator[] = [
  {
    key: 'payments.electronic-share', title: words.electronic, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.paid.name, count: { kind: 'share', of: [{ field: 'body.isElectronic', is: true }] }, where: [{ field: 'body.yen', atLeast: 1 }], category: 'body.fee' }],
  },
  {
    key: 'payments.collected', title: words.paidYen, unit: words.yen, nature: 'output', direction: 'up',
    definitions: [{ ...first, fact: facts.paid.name, count: { kind: 'sum', of: 'body.yen' }, category: 'body.fee' }],
  },
  {
    key: 'payments.automatic-match', title: words.automatic, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, fact: facts.matched.name, count: { kind: 'share', of: [{ field: 'body.isAutomatic', is: true }] } }],
  },
  {
    key: 'payments.manual-cases', title: words.manual, unit: words.cases, nature: 'output', direction: 'down',
    definitions: [{ ...first, fact: facts.matched.name, count: { kind: 'count' }, where: [{ field: 'body.isAutomatic', is: false }] }],
  },
  {
    key: 'payments.refunded', title: words.refunds, unit: words.yen, nature: 'output', direction: 'down',
    definitions: [{ ...first, fact: facts.refunded.name, count: { kind: 'sum', of: 'body.yen' }, category: 'body.fee' }],
  },
]
