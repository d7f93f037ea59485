import type { Level } from '#capabilities/notices/model.ts'

export type { Level } from '#capabilities/notices/model.ts'

/**
 * What can happen, in the words of 気象業務法 and the telegrams. Advisories without levels of their own (雷, 濃霧 …) stand
 * at level 2.
 */
export const HAZARDS = [
  'heavy-rain', 'landslide', 'flood', 'storm-surge', 'wind', 'snowstorm', 'heavy-snow', 'wave',
  'thunder', 'snow-melt', 'dense-fog', 'dry-air', 'avalanche', 'low-temperature', 'frost', 'icing', 'snow-accretion', 'other-advisory',
  'linear-rainband', 'record-rain', 'short-heavy-snow', 'tornado', 'earthquake', 'nankai-trough', 'tsunami',
] as const
export type Hazard = (typeof HAZARDS)[number]

/**
 * Where a telegram's word counts: `live` is the real night; everything else is a drill, with its own telegrams, levels and
 * orders, and never seen by residents. Telegrams whose Control/Status is 訓練 or 試験 belong to `drill:telegrams`.
 */
export type Realm = 'live' | `drill:${string}`

/** What is known of one hazard in one area. */
export interface HazardLevel {
  readonly realm: Realm
  readonly hazard: Hazard
  /** As in the telegram: JMA's city code (`2421000`), a river forecast's code, a seismic area … */
  readonly areaCode: string
  readonly areaName: string
  /** 0 nothing in force; null: a telegram said something that the program does not know, shown raw to staff. */
  readonly level: Level | null
  /** Kind as the telegram names it, e.g. `レベル４土砂災害危険警報`, code `49`; codes mean something only beside the telegram's type. */
  readonly kindName: string
  readonly kindCode: string
  /** Type of the telegram, e.g. `VPWW56`. */
  readonly telegramType: string
  readonly telegramId: string
  readonly eventId: string
  /** Since when this level has been in force: the report time of the telegram that brought it. */
  readonly since: Temporal.Instant
  /** Report time of the newest telegram that spoke of it. */
  readonly reportedAt: Temporal.Instant
  /** What a person should know beside it: `old-scheme-only`, `unknown-code`, `no-expiry` … */
  readonly remarks: readonly string[]
}

/** One step from a level to another, with the telegram that caused it. */
export interface LevelChange {
  readonly id: string
  readonly realm: Realm
  readonly hazard: Hazard
  readonly areaCode: string
  readonly areaName: string
  readonly from: Level | null
  readonly to: Level | null
  readonly kindName: string
  readonly kindCode: string
  readonly telegramType: string
  readonly telegramId: string
  /** Report time of the telegram. */
  readonly at: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  /** Why, in a word: `issued`, `raised`, `lowered`, `lifted`, `corrected`, `cancelled`, `late` … */
  readonly reason: string
}

/** The city's own evacuation information (避難情報に関するガイドライン): a human decision, never a telegram's. */
export const ORDER_LEVELS = [3, 4, 5] as const
export type OrderLevel = (typeof ORDER_LEVELS)[number]
