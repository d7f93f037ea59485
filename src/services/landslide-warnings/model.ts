import type { Level } from '#capabilities/notices/model.ts'

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

/**
 * The meshes that count for a home, in one text: its own, and those so near its edge that water and earth do not care.
 * Homes with the same place change level together.
 */
export type Place = string

/** What is known of a place. */
export interface PlaceState {
  /** The higher of mesh and city; null when neither is known. */
  readonly level: Level | null
  readonly meshLevel: Level | null
  readonly cityLevel: Level | null
  /** Of the newest mesh data; null: there has been none. */
  readonly meshAt: Temporal.Instant | null
  readonly isStale: boolean
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
