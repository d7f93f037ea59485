// Written by `npm run tables` from the migrated database; edit the migrations, not this file.

export interface DisasterInformationTables {
  'disaster_information.level': LevelTable
  'disaster_information.level_change': LevelChangeTable
}

export interface LevelTable {
  /** internal: live, or a drill */
  realm: string
  /** public: what */
  hazard: string
  /** public: where, as in the telegram */
  area_code: string
  /** public: where, in words */
  area_name: string
  /** public: 0 to 5; null: not known, shown raw to staff */
  level: number | null
  /** public: as the telegram names it */
  kind_name: string
  /** public: means something only beside the telegram's type */
  kind_code: string
  /** public: e.g. VPWW56 */
  telegram_type: string
  /** internal: the newest telegram that spoke of it */
  telegram_id: string
  /** internal: Head/EventID */
  event_id: string
  /** public: when this level began */
  since: Temporal.Instant
  /** public: when it was last spoken of */
  reported_at: Temporal.Instant
  /** internal: what a person should know beside it */
  remarks: string[]
}

export interface LevelChangeTable {
  /** internal: identity */
  id: string
  /** internal: live, or a drill */
  realm: string
  /** public: what */
  hazard: string
  /** public: where, as in the telegram */
  area_code: string
  /** public: where, in words */
  area_name: string
  /** public: before */
  from_level: number | null
  /** public: after */
  to_level: number | null
  /** public: as the telegram names it */
  kind_name: string
  /** public: its code */
  kind_code: string
  /** public: e.g. VPWW56 */
  telegram_type: string
  /** internal: the telegram that caused it */
  telegram_id: string
  /** public: the telegram's report time */
  at: Temporal.Instant
  /** internal: when it was written down here */
  recorded_at: Temporal.Instant
  /** internal: issued, raised, lowered, lifted, corrected, cancelled … */
  reason: string
}
