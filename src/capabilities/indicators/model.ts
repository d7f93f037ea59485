import type { Phrase } from '#kernel/text/text.ts'

/**
 * A number by which the plan is judged, counted from facts: what is counted is said by definitions with dates, so that
 * every figure can be followed to the facts behind it (総務省「政策評価に関する情報の公表に関するガイドライン」: data and
 * the way it was counted are published with the result).
 */
export interface Indicator {
  /** `service.name`, e.g. `garbage-guide.searches`; unique in the city and kept for good. */
  readonly key: string
  readonly title: Phrase<never>
  /** What the number counts: 件, 人, %, 秒. */
  readonly unit: Phrase<never>
  /** 活動指標 (what was done) or 成果指標 (what came of it). */
  readonly nature: Nature
  readonly direction: Direction
  readonly baseline?: Baseline
  /** At most one for each fiscal year. A city adds to and overrules them in its indicators.csv. */
  readonly targets?: readonly Target[]
  /** Codes of the plan's projects that it speaks for, as in `fulfils`; a city adds to them in its indicators.csv. */
  readonly projects?: readonly string[]
  /** In the order of their dates. An old one is never edited: a new one begins in a month that has not begun. */
  readonly definitions: readonly [Definition, ...Definition[]]
}

export type Nature = 'output' | 'outcome'

/** `up`: more is better; `keep`: as at the baseline; `range`: between a target's `value` and `upTo`. */
export type Direction = 'up' | 'down' | 'keep' | 'range'

export interface Baseline {
  readonly value: number
  /** The day on which it was so, e.g. `2017-03-31`. */
  readonly on: string
  /** Where it was read, when it was not counted here. */
  readonly source?: string
}

export interface Target {
  /** The Gregorian year in which the fiscal year begins. */
  readonly fiscalYear: number
  readonly value: number
  /** Upper end of a range. */
  readonly upTo?: number
  /** Where it was set; an assumption is called one here, so that it is never taken for the city's own. */
  readonly source?: string
}

/** What is counted from a day on. A month is counted by the definition that holds on its first day. */
export interface Definition {
  /** First day, e.g. `2017-04-01`; months that begin earlier are not counted by it. */
  readonly from: string
  /** Why it was made, or why it replaces the one before. */
  readonly reason: Phrase<never>
  /** Name of the fact, e.g. `plan.report-published`. */
  readonly fact: string
  readonly count: Counting
  /** All of them must hold for a fact to be counted. */
  readonly where?: readonly Condition[]
  /** The figure is also shown for each value of this field, e.g. a channel; it must be public or internal. */
  readonly category?: FactField
}

/** The subject of a fact, or a field of its body, e.g. `body.channel` or `body.place.town`. */
export type FactField = 'subject' | `body.${string}`

/** A fact that has no (numeric) value in the field `of` is not counted. */
export type Counting =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum'; readonly of: FactField }
  /** How many different values there were in the whole period. */
  | { readonly kind: 'distinct'; readonly of: FactField }
  /** Percentage of facts for which all of these hold as well. */
  | { readonly kind: 'share'; readonly of: readonly Condition[] }
  /** Of an even number of values the mean of the two in the middle. */
  | { readonly kind: 'median'; readonly of: FactField }
  /** Smallest value that at least `percent` per cent of the values do not exceed (nearest rank). */
  | { readonly kind: 'percentile'; readonly percent: number; readonly of: FactField }

export type Condition =
  | { readonly field: FactField; readonly is: Scalar }
  | { readonly field: FactField; readonly isNot: Scalar }
  | { readonly field: FactField; readonly oneOf: readonly Scalar[] }
  | { readonly field: FactField; readonly atLeast: number }
  | { readonly field: FactField; readonly below: number }

export type Scalar = string | number | boolean | null

/** A fiscal year, or whole months from and to, both included, e.g. `2021-04` to `2021-09`. */
export type Period = { readonly fiscalYear: number } | { readonly from: string; readonly to: string }

/** An indicator as the city keeps it: also when the service that declared it is gone. */
export interface KeptIndicator {
  readonly key: string
  readonly service: string
  readonly title: Phrase<never>
  readonly unit: Phrase<never>
  readonly nature: Nature
  readonly direction: Direction
  readonly baseline: Baseline | null
  readonly targets: readonly Target[]
  readonly projects: readonly string[]
  /** False once no part of the city declares it any more. */
  readonly isDeclared: boolean
  readonly definitions: readonly KeptDefinition[]
  readonly progress: Progress
}

export interface KeptDefinition extends Definition {
  readonly id: number
  /** From 1 on. */
  readonly version: number
  /** Name of the service whose facts are counted, in the reader's words where it is known. */
  readonly recordedAt: Temporal.Instant
}

/** How much of the chain has been counted, as places in it. */
export interface Progress {
  /** Everything up to here; facts behind `counted` and up to `joined` are still being counted by the backfill. */
  readonly counted: number
  readonly joined: number
  readonly isComplete: boolean
}

export interface Figure {
  readonly indicator: KeptIndicator
  /** First and last month, e.g. `2021-04` and `2022-03`. */
  readonly from: string
  readonly to: string
  /** Null when there is nothing to tell: no fact for a share or a median, or versions that count in different ways. */
  readonly value: number | null
  /** How many facts it was counted from. */
  readonly facts: number
  /** Every month of the period, in order. */
  readonly months: readonly MonthFigure[]
  /** Where the definition names a category; in the order of their names. */
  readonly categories: readonly CategoryFigure[]
  /** The definitions by which months of the period were counted; two where it changed on the way. */
  readonly versions: readonly VersionFigure[]
  /** Place in the chain up to which all facts were counted. */
  readonly countedTo: number
  /** False while the backfill of this indicator is under way: then the figure is not yet the figure. */
  readonly isComplete: boolean
}

export interface MonthFigure {
  readonly month: string
  /** Null before the first definition, and where there is nothing to tell. */
  readonly value: number | null
  readonly facts: number
  /** Null before the first definition. */
  readonly version: number | null
}

export interface CategoryFigure {
  readonly category: string
  readonly value: number | null
  readonly facts: number
}

export interface VersionFigure {
  readonly definition: KeptDefinition
  readonly value: number | null
  readonly facts: number
  readonly from: string
  readonly to: string
}

/** A figure of a fiscal year as it stood on the day on which it was set down. */
export interface Frozen {
  readonly key: string
  readonly fiscalYear: number
  /** 1 for the first; a year may be set down again after corrections, and each stays. */
  readonly revision: number
  readonly value: number | null
  readonly facts: number
  readonly months: readonly MonthFigure[]
  readonly versions: readonly number[]
  readonly position: number
  /** SHA-256 of the chain at that position, in hexadecimal digits. */
  readonly hash: string
  readonly at: Temporal.Instant
  readonly by: string
}
