import type { Indicator } from '#capabilities/indicators/model.ts'
import { facts } from './facts.ts'
import { indicatorWords as words } from './text/indicator-words.ts'

/** Project ①(2)-1 of the plan: applications of households with children, and whatever else is filed online. */
const common = { projects: ['1-2-1'] } as const
const first = { from: '2026-04-01', reason: words.first } as const
const byProcedure = { category: 'body.procedure' } as const

/** Whether people use it, how long they wait, how often a form misleads them, and how many give up. */
export const indicators: readonly Indicator[] = [
  { ...common, key: 'applications.filed', title: words.filed, unit: words.cases, nature: 'output', direction: 'up', definitions: [{ ...first, ...byProcedure, fact: facts.submitted.name, count: { kind: 'count' } }] },
  {
    ...common, key: 'applications.online-share', title: words.online, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, ...byProcedure, fact: facts.submitted.name, count: { kind: 'share', of: [{ field: 'body.channel', isNot: 'paper' }] } }],
  },
  {
    ...common, key: 'applications.days-to-decision', title: words.days, unit: words.daysUnit, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, ...byProcedure, fact: facts.decided.name, count: { kind: 'median', of: 'body.businessDays' } }],
  },
  {
    ...common, key: 'applications.in-time', title: words.inTime, unit: words.percent, nature: 'outcome', direction: 'up',
    definitions: [{ ...first, ...byProcedure, fact: facts.decided.name, count: { kind: 'share', of: [{ field: 'body.isInTime', is: true }] } }],
  },
  {
    ...common, key: 'applications.correction-rate', title: words.corrected, unit: words.percent, nature: 'outcome', direction: 'down',
    definitions: [{ ...first, ...byProcedure, fact: facts.decided.name, count: { kind: 'share', of: [{ field: 'body.hadCorrection', is: true }] } }],
  },
  { ...common, key: 'applications.drafts-abandoned', title: words.abandoned, unit: words.cases, nature: 'outcome', direction: 'down', definitions: [{ ...first, ...byProcedure, fact: facts.draftAbandoned.name, count: { kind: 'count' } }] },
]
