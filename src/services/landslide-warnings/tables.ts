// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface LandslideWarningsTables {
  'landslide_warnings.city_level': CityLevelTable
  'landslide_warnings.home': HomeTable
  'landslide_warnings.mesh': MeshTable
  'landslide_warnings.mesh_feed': MeshFeedTable
  'landslide_warnings.mesh_reading': MeshReadingTable
  'landslide_warnings.place': PlaceTable
  'landslide_warnings.sign_report': SignReportTable
  'landslide_warnings.zone': ZoneTable
}

export interface CityLevelTable {
  /** internal: live, or a drill */
  realm: string
  /** public: 0 to 5; null: not known */
  level: number | null
  /** public: as the telegram names it */
  kind_name: string
  /** public: report time of the telegram */
  at: Temporal.Instant
  /** internal: place in the chain of the fact that said it */
  fact_position: Generated<number>
}

export interface HomeTable {
  /** internal: identity */
  id: string
  /** personal: whom to tell; null until confirmed */
  contact_id: string | null
  /** personal: mail address until confirmed, then empty */
  address: string
  /** personal: reads this */
  language: string
  /** personal: where, to about 100 m */
  latitude: number
  /** personal: where, to about 100 m */
  longitude: number
  /** personal: the meshes that count for it */
  place: string
  /** personal: the zones it lies in */
  zones: string[]
  /** personal: when it was entered */
  made_at: Temporal.Instant
  /** personal: when its owner confirmed it */
  confirmed_at: Temporal.Instant | null
  /** personal: when it left */
  ended_at: Temporal.Instant | null
}

export interface MeshTable {
  /** internal: live, or a drill */
  realm: string
  /** public: third-order mesh of JIS X 0410 */
  code: string
  /** public: 0, 2 to 5; null: not known */
  level: number | null
  /** public: null: missing or a broken gauge */
  rain_60min_mm: number | null
  /** public: 土壌雨量指数 */
  soil_water_index: number | null
  /** public: the moment it describes */
  base_time: Temporal.Instant
  /** internal: when it came */
  received_at: Temporal.Instant
}

export interface MeshFeedTable {
  /** internal: there is one feed */
  is_only: Generated<boolean>
  /** internal: named (the prefecture's server), stand-in (of a demo), or none (nothing is set up) */
  source: string
  /** internal: last round */
  asked_at: Temporal.Instant
  /** internal: last answer that was taken in, or said that there is nothing newer */
  answered_at: Temporal.Instant | null
  /** internal: why the last answer was not taken in; null: it was */
  problem: string | null
  /** internal: row and column of the sheet, or what the server said */
  detail: Generated<string>
  /** internal: rows of the last sheet that are of no mesh near the city */
  left_out: Generated<number>
}

export interface MeshReadingTable {
  /** internal: live, or a drill */
  realm: string
  /** public: mesh */
  code: string
  /** public: the moment it describes */
  base_time: Temporal.Instant
  /** public: 0, 2 to 5; null: not known */
  level: number | null
  /** public: null: not known */
  rain_60min_mm: number | null
  /** public: null: not known */
  soil_water_index: number | null
}

export interface PlaceTable {
  /** internal: live, or a drill */
  realm: string
  /** internal: the meshes that count */
  place: string
  /** internal: 0 to 5 */
  told_level: number
  /** internal: when */
  told_at: Temporal.Instant
  /** internal: the notice that a next one updates */
  notice_id: string | null
}

export interface SignReportTable {
  /** internal: identity */
  id: string
  /** public: when it was seen */
  at: Temporal.Instant
  /** internal: where */
  latitude: number
  /** internal: where */
  longitude: number
  /** public: what was seen */
  sign: string
  /** personal: in the reporter's words */
  note: string
  /** personal: keyed fingerprint of the network it came from, for the limit; erased after a week */
  reporter: string
  /** internal: new, seen or dismissed */
  state: Generated<string>
  /** internal: who looked at it */
  seen_by: string | null
  /** internal: when */
  seen_at: Temporal.Instant | null
}

export interface ZoneTable {
  /** public: 区域番号 of the prefecture's notice */
  key: string
  /** public: name of the place */
  name: string
  /** public: town it lies in */
  town: string
  /** public: steep slope, debris flow or slide */
  phenomenon: string
  /** public: 警戒区域 or 特別警戒区域 */
  kind: string
  /** public: 告示日 */
  designated_on: Temporal.PlainDate
  /** public: corners in order, latitude and longitude */
  ring: unknown
}
