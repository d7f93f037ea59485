import type { Level } from '#capabilities/notices/model.ts'
import { question } from '#kernel/questions/question.ts'

export type { Level } from '#capabilities/notices/model.ts'

/** Degrees on JGD2011; at this scale the same as WGS 84. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** 土砂災害防止法施行令第1条: 急傾斜地の崩壊, 土石流, 地すべり. */
export const PHENOMENA = ['steep-slope', 'debris-flow', 'slide'] as const
export type Phenomenon = (typeof PHENOMENA)[number]

/** 土砂災害防止法第7条 (警戒区域) and 第9条 (特別警戒区域). */
export const ZONE_KINDS = ['warning', 'special'] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]

export interface Zone {
  /** 区域番号 as the prefecture's notice has it. */
  readonly key: string
  readonly name: string
  readonly town: string
  readonly phenomenon: Phenomenon
  readonly kind: ZoneKind
  readonly designatedOn: Temporal.PlainDate
  /** Corners in order; the last one is joined to the first. */
  readonly ring: readonly Point[]
}

/** A basic grid square of about a kilometre, 3次メッシュ of JIS X 0410: eight digits. */
export type MeshCode = string

/** What one sheet of the ten-minute feed says of a mesh. Null: missing, or a value that gauges write when they fail. */
export interface MeshReading {
  readonly mesh: MeshCode
  /** 0 nothing, 2 to 5 as in the scheme of 2026-05-28; null: not known. */
  readonly level: Level | null
  readonly rain60MinutesMm: number | null
  /** 土壌雨量指数, millimetres of water held in the ground. */
  readonly soilWaterIndex: number | null
  /** The moment that it describes. */
  readonly baseTime: Temporal.Instant
}

/** Telegrams, meshes and homes of the real night, or of a drill. */
export type Realm = 'live' | `drill:${string}`

/** Data older than this is said to be old, and never shown as calm: two of the feed's ten-minute steps. */
export const STALE_AFTER_MINUTES = 20
/** Clocks differ; what lies further ahead of ours is no word on the present. */
export const MOST_AHEAD_MINUTES = 10

/** Whether the weather agency is heard, by whose telegrams the city's own level changes. */
export type AgencyHeard = { readonly kind: 'current' | 'silent'; readonly heardAt: Temporal.Instant } | { readonly kind: 'never' }

export const agencyHeard = question<Record<string, never>, AgencyHeard>('disaster-information.agency-heard', {
  basis: 'what residents are told anyway: 災害対策基本法第56条 (warnings)',
  subjectOf: () => 'weather agency',
})

/** The city's own level as far as it may be said now. */
export interface CityWord {
  /** Null: not known; nor is a calm known of which the agency says nothing more. */
  readonly level: Level | null
  /** Report time of the telegram that said it; null: none has. */
  readonly at: Temporal.Instant | null
  readonly heard: AgencyHeard
}

/** Where the danger by mesh comes from: the prefecture's server, the stand-in of a demo, or nowhere, since nothing is set up. */
export type FeedSource = 'named' | 'stand-in' | 'none'

/** Why a sheet was not taken in; `no-answer` to `other-city` of the feed, the others of what stands in it. */
export type FeedProblem =
  | 'no-answer' | 'not-ok' | 'other-city' | 'too-long' | 'not-csv' | 'missing-column' | 'not-a-mesh' | 'not-a-time' | 'in-the-future' | 'not-a-level' | 'twice'

/** What came of the last round of the feed. */
export interface FeedState {
  readonly source: FeedSource
  readonly askedAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
  readonly problem: FeedProblem | null
  /** Row and column, or what the server said. */
  readonly detail: string
  /** Rows of the last sheet that are of no mesh near the city. */
  readonly leftOut: number
}

/**
 * The meshes that count for a home, in one text: its own, and those so near its edge that water and earth do not care.
 * Homes with the same place change level together.
 */
export type Place = string

/** What is known of a place. */
export interface PlaceState {
  /** The higher of mesh and city. Null: not known; below level 2 both must be known, and fresh. */
  readonly level: Level | null
  readonly meshLevel: Level | null
  readonly cityLevel: Level | null
  /** Of the newest mesh data; null: there has been none. */
  readonly meshAt: Temporal.Instant | null
  readonly isStale: boolean
  /** Whether a level lower than before is a fall, and not only missing data. */
  readonly isSure: boolean
}

/** Signs that come before a slope gives way, as the prefecture's leaflets list them. */
export const SIGNS = ['falling-stones', 'muddy-water', 'cracks', 'rumbling', 'new-spring', 'stream-dried-up', 'leaning-trees', 'smell-of-earth'] as const
export type Sign = (typeof SIGNS)[number]

export interface SignReport {
  readonly id: string
  readonly at: Temporal.Instant
  readonly point: Point
  readonly sign: Sign
  readonly note: string
}
