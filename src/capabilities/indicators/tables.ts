// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface IndicatorsTables {
  'indicators.correction': CorrectionTable
  'indicators.counted': CountedTable
  'indicators.definition': DefinitionTable
  'indicators.fact_kind': FactKindTable
  'indicators.frozen': FrozenTable
  'indicators.indicator': IndicatorTable
  'indicators.span': SpanTable
  'indicators.sums': SumsTable
  'indicators.tally': TallyTable
}

export interface CorrectionTable {
  /** internal: id of the fact that replaces */
  correcting: string
  /** internal: id of the fact that is replaced */
  corrected: string
  /** internal: name of both */
  fact_name: string
  /** internal: when the correction was written down */
  recorded_at: Temporal.Instant
  /** internal: its place in the chain */
  position: number
}

export interface CountedTable {
  /** internal: there is one row */
  is_only: Generated<boolean>
  /** public: place in the chain */
  position: number
  /** internal: another one after every alteration of indicators or definitions */
  version: Generated<string>
}

export interface DefinitionTable {
  /** internal: identity */
  id: Generated<number>
  /** public: what it defines */
  indicator: string
  /** public: from 1 on */
  version: number
  /** public: first day */
  valid_from: Temporal.PlainDate
  /** public: why, in four languages */
  reason: unknown
  /** public: which facts */
  fact_name: string
  /** public: way of counting, conditions, category */
  terms: unknown
  /** public: when the city first saw it */
  recorded_at: Temporal.Instant
}

export interface FactKindTable {
  /** public: e.g. plan.report-published */
  name: string
  /** internal: whether a fact of this name may replace an earlier one */
  is_correctable: boolean
}

export interface FrozenTable {
  /** public: of which indicator */
  indicator: string
  /** public: the year it begins in */
  fiscal_year: number
  /** public: from 1 on */
  revision: number
  /** public: the figure as it stood */
  value: number | null
  /** public: counted from so many facts */
  facts: number
  /** public: the months as they stood */
  months: unknown
  /** public: versions of the definition that counted them */
  versions: unknown
  /** public: place in the chain up to which was counted */
  position: number
  /** public: hash of the chain at that place */
  hash: string
  /** public: when */
  frozen_at: Temporal.Instant
  /** personal: who */
  frozen_by: string
}

export interface IndicatorTable {
  /** public: service and name, e.g. plan.reports-published */
  key: string
  /** public: who declares it */
  service: string
  /** public: its name in four languages */
  title: unknown
  /** public: what the number counts, in four languages */
  unit: unknown
  /** public: 活動指標 or 成果指標 */
  nature: string
  /** public: what is better */
  direction: string
  /** public: value, day and source of where it began */
  baseline: unknown | null
  /** public: target of each fiscal year */
  targets: unknown
  /** public: codes of the projects of the plan that it speaks for */
  projects: unknown
  /** public: false once no part declares it any more */
  is_declared: boolean
  /** internal: the facts behind this place of the chain are counted as they come */
  joined_at: number
  /** internal: the facts up to this place, before joined_at, have been counted afterwards */
  backfilled_to: number
}

export interface SpanTable {
  /** public: which facts */
  fact_name: string
  /** public: first day of the month in Japan */
  month: Temporal.PlainDate
  /** internal: place of the first of them */
  first_position: number
  /** internal: place of the last of them */
  last_position: number
}

export interface SumsTable {
  /** public: by which definition */
  definition: number
  /** internal: as in the tally */
  grain: string
  /** public: first day of the month, or of the fiscal year, in Japan */
  period: Temporal.PlainDate
  /** internal: as in the tally */
  category: string
  /** public: how many facts */
  facts: number
  /** public: sum of their values, or how many different ones there are */
  total: string
}

export interface TallyTable {
  /** public: by which definition */
  definition: number
  /** internal: month-category, month, year-category or year */
  grain: string
  /** public: first day of the month, or of the fiscal year, in Japan */
  period: Temporal.PlainDate
  /** internal: e.g. the channel; empty where the definition or the grain has none */
  category: string
  /** internal: the number, or a digest of what is told apart */
  value: string
  /** public: how many */
  facts: number
}
