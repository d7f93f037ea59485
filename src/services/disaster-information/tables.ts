// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface DisasterInformationTables {
  'disaster_information.area': AreaTable
  'disaster_information.arrival': ArrivalTable
  'disaster_information.confirmation_ask': ConfirmationAskTable
  'disaster_information.delivery': DeliveryTable
  'disaster_information.drill': DrillTable
  'disaster_information.duty_change': DutyChangeTable
  'disaster_information.duty_roster': DutyRosterTable
  'disaster_information.duty_setting': DutySettingTable
  'disaster_information.evacuation_order': EvacuationOrderTable
  'disaster_information.feed': FeedTable
  'disaster_information.feed_entry': FeedEntryTable
  'disaster_information.level': LevelTable
  'disaster_information.level_change': LevelChangeTable
  'disaster_information.office': OfficeTable
  'disaster_information.push_key': PushKeyTable
  'disaster_information.push_refusal': PushRefusalTable
  'disaster_information.push_signature': PushSignatureTable
  'disaster_information.refused_telegram': RefusedTelegramTable
  'disaster_information.response_rule': ResponseRuleTable
  'disaster_information.shelter': ShelterTable
  'disaster_information.shelter_change': ShelterChangeTable
  'disaster_information.shelter_opening': ShelterOpeningTable
  'disaster_information.shelter_step': ShelterStepTable
  'disaster_information.statement': StatementTable
  'disaster_information.suggestion': SuggestionTable
  'disaster_information.telegram': TelegramTable
  'disaster_information.town_centre': TownCentreTable
}

export interface AreaTable {
  /** public: as in telegrams */
  code: string
  /** public: in words */
  name: string
  /** public: place, municipality, group, primary, prefecture, wide */
  size: string
  /** public: the area whose state it is part of */
  counts_as: string
  /** public: whence, and doubts */
  note: string
}

export interface ArrivalTable {
  /** internal: identity */
  id: Generated<number>
  /** internal: which */
  telegram_id: string
  /** internal: feed, folder, push, replay */
  way: string
  /** internal: when */
  at: Temporal.Instant
}

export interface ConfirmationAskTable {
  /** internal: what was to be confirmed */
  order_id: string
  /** internal: 1 is the first, each further one an escalation */
  step: number
  /** internal: who was asked; empty: nobody further is on the roster */
  login: string
  /** internal: their name */
  name: string
  /** internal: when */
  asked_at: Temporal.Instant
}

export interface DeliveryTable {
  /** internal: the order in which they came */
  id: Generated<number>
  /** internal: by which way */
  way: string
  /** public: as sent */
  body: Buffer
  /** internal: when */
  delivered_at: Temporal.Instant
  /** internal: how often taking it in has failed */
  tries: number
  /** internal: when to try again */
  next_at: Temporal.Instant
  /** internal: why it failed last */
  problem: string
}

export interface DrillTable {
  /** internal: identity; its realm is drill: and this */
  id: string
  /** internal: what is practised */
  name: string
  /** internal: name of the recorded night; empty is by hand */
  night: string
  /** internal: begun */
  started_at: Temporal.Instant
  /** internal: by whom */
  started_by_name: string
  /** internal: ended */
  ended_at: Temporal.Instant | null
  /** internal: by whom */
  ended_by_name: string | null
  /** internal: telegrams taken in until its end */
  telegrams: Generated<number>
}

export interface DutyChangeTable {
  /** internal: order */
  id: Generated<number>
  /** internal: roster, setting or rule */
  about: string
  /** internal: login, key of the setting, or number of the rule */
  subject: string
  /** personal: as it stood, in words; empty: nothing stood there */
  before: string
  /** personal: as it stands from that day on; empty: no longer there */
  after: string
  /** internal: first day on which the change counts */
  valid_from: Temporal.PlainDate
  /** internal: why, as it was typed */
  ground: string
  /** internal: when */
  changed_at: Temporal.Instant
  /** internal: by whom */
  changed_by_name: string
}

export interface DutyRosterTable {
  /** internal: member of staff */
  login: string
  /** internal: asked first, second … */
  position: number
  /** personal: where they are asked; empty is by the board alone */
  mail: string
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day */
  valid_to: Temporal.PlainDate | null
}

export interface DutySettingTable {
  /** internal: name */
  key: string
  /** internal: what it is set to */
  value: string
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day */
  valid_to: Temporal.PlainDate | null
  /** internal: whence */
  source: string
}

export interface EvacuationOrderTable {
  /** public: identity */
  id: string
  /** public: the same over one event */
  event_id: string
  /** internal: live, or a drill */
  realm: string
  /** public: issue, update, lower or cancel; or tell, which is no evacuation information */
  kind: string
  /** public: what */
  hazard: string
  /** public: 3, 4 or 5; of a warning 0 to 5; of a cancellation the level that ends */
  level: number
  /** public: for these towns */
  towns: string[]
  /** public: why, in a sentence */
  reason: string
  /** public: title and sentences by language */
  texts: unknown
  /** public: shelters named */
  shelters: string[]
  /** internal: what suggested it */
  suggestion_id: string | null
  /** public: the act that it changes */
  refers_to: string | null
  /** public: two people, or a prepared rule */
  way: string
  /** internal: how far it is */
  state: string
  /** internal: when confirmation was asked for */
  asked_at: Temporal.Instant
  /** internal: who asked */
  asked_by: string | null
  /** internal: their name */
  asked_by_name: string
  /** public: when it was confirmed, refused or taken back */
  settled_at: Temporal.Instant | null
  /** internal: who confirmed or refused */
  settled_by: string | null
  /** internal: their name */
  settled_by_name: string | null
  /** internal: what was said when it was refused or taken back */
  settled_why: string | null
  /** internal: the notice by which it left */
  notice_id: string | null
}

export interface FeedTable {
  /** internal: URL */
  address: string
  /** internal: of the last answer */
  etag: string
  /** internal: of the last answer */
  last_modified: string
  /** internal: when last asked */
  asked_at: Temporal.Instant | null
  /** internal: when it last answered as it should */
  answered_at: Temporal.Instant | null
  /** internal: time of its newest entry */
  newest_at: Temporal.Instant | null
  /** internal: times in a row that it did not answer as it should */
  failures: number
  /** internal: what was wrong last */
  problem: string
  /** internal: when to ask again */
  next_at: Temporal.Instant
}

export interface FeedEntryTable {
  /** internal: in which */
  feed: string
  /** internal: atom:id */
  entry_id: string
  /** internal: of the document */
  address: string
  /** public: atom:title */
  title: string
  /** public: atom:author */
  office: string
  /** public: atom:updated */
  updated_at: Temporal.Instant
  /** internal: waiting, taken, refused, passed-over, lost */
  state: string
  /** internal: times asked for */
  tries: number
  /** internal: when to ask (again) */
  next_at: Temporal.Instant
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

export interface OfficeTable {
  /** public: as in Control/EditorialOffice */
  name: string
}

export interface PushKeyTable {
  /** internal: identity */
  id: string
  /** sensitive: the key, sealed */
  sealed: string
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: by whom */
  made_by: string
  /** internal: no longer accepted since */
  ended_at: Temporal.Instant | null
}

export interface PushRefusalTable {
  /** internal: when */
  day: Temporal.PlainDate
  /** internal: unsigned, forged, replayed, out-of-time, no-key */
  reason: string
  /** internal: how often */
  times: number
  /** internal: when last */
  last_at: Temporal.Instant
}

export interface PushSignatureTable {
  /** internal: as sent */
  signature: string
  /** internal: when */
  at: Temporal.Instant
}

export interface RefusedTelegramTable {
  /** internal: identity */
  id: string
  /** internal: SHA-256 of the bytes kept */
  digest: string
  /** internal: why */
  reason: string
  /** internal: where in it */
  place: string
  /** internal: what stood there */
  detail: string
  /** internal: by which way first */
  way: string
  /** internal: name it came under */
  file_name: string
  /** internal: when first */
  received_at: Temporal.Instant
  /** internal: when last */
  last_at: Temporal.Instant
  /** internal: how often */
  times: number
  /** internal: length as sent, as far as known */
  bytes: number
  /** internal: its first bytes */
  beginning: Buffer
}

export interface ResponseRuleTable {
  /** internal: identity */
  id: Generated<number>
  /** public: what */
  hazard: string
  /** public: from this level on; empty where the kind alone decides */
  level: number | null
  /** public: codes of kinds that it is for; empty is all */
  kinds: string[]
  /** public: codes of areas that it is for; empty is every area of the city */
  areas: string[]
  /** public: evacuation information suggested; empty is none */
  order_level: number | null
  /** public: level of a notice that is no evacuation information; empty is none */
  notice_level: number | null
  /** public: for these towns; empty is the whole city */
  towns: string[]
  /** public: class of staff call-out; empty is none */
  call_out: string
  /** public: approved texts leave at once, without two people */
  is_prepared: boolean
  /** public: first day */
  valid_from: Temporal.PlainDate
  /** public: last day */
  valid_to: Temporal.PlainDate | null
  /** public: whence */
  source: string
  /** public: key of the muster's class that is called; empty: the officer chooses */
  muster_class: Generated<string>
}

export interface ShelterTable {
  /** public: 共通ID of the national list, e.g. E2421000000101 */
  id: string
  /** public: order of the city's list */
  position: number
  /** public: as the city writes it */
  name: string
  /** public: hiragana; empty where it is not known */
  name_kana: string
  /** public: in Roman letters; empty where it is not known */
  name_romaji: string
  /** public: in English; empty where there is none */
  name_en: string
  /** public: in Portuguese; empty where there is none */
  name_pt: string
  /** public: as the city writes it */
  address: string
  /** public: town of the city's towns.csv; null where the address does not tell */
  town: string | null
  /** public: degrees north (JGD2011); null where it is not known */
  latitude: number | null
  /** public: degrees east */
  longitude: number | null
  /** public: emergency-site (指定緊急避難場所), shelter (指定避難所) */
  kinds: string[]
  /** public: designated for these; a hazard that is missing is not designated, never safe */
  hazards: string[]
  /** public: people; null where it is not known */
  capacity: number | null
  /** public: steps, doors and toilets for wheelchairs; null where it is not known */
  is_barrier_free: boolean | null
  /** public: as planned; null where it is not known */
  takes_pets: boolean | null
  /** public: what else to know */
  note: string
  /** public: part of a demo city, no real place */
  is_invented: boolean
  /** public: first day on which it was no longer in the city's list */
  retired_on: Temporal.PlainDate | null
}

export interface ShelterChangeTable {
  /** public: identity */
  id: string
  /** public: which place */
  shelter_id: string
  /** public: when */
  at: Temporal.Instant
  /** internal: by whom */
  changed_by: string | null
  /** internal: seed or import */
  cause: string
  /** public: as it stood; null: it is new */
  before: unknown | null
  /** public: as it stands; null: it was taken off the list */
  after: unknown | null
}

export interface ShelterOpeningTable {
  /** public: identity */
  id: string
  /** internal: live, or a drill */
  realm: string
  /** public: which place */
  shelter_id: string
  /** public: since when */
  opened_at: Temporal.Instant
  /** internal: by whom */
  opened_by: string | null
  /** public: people inside, as last counted */
  occupants: number
  /** public: no more people can be taken in */
  is_full: boolean
  /** public: pets are let in tonight; null where nobody has said */
  takes_pets: boolean | null
  /** internal: grows with every change, so that two officers do not overwrite each other */
  edition: number
  /** public: when it was last counted or changed */
  changed_at: Temporal.Instant
  /** public: when it was closed */
  closed_at: Temporal.Instant | null
  /** internal: by whom */
  closed_by: string | null
}

export interface ShelterStepTable {
  /** public: of which opening */
  opening_id: string
  /** internal: the opening's edition after it */
  edition: number
  /** public: when */
  at: Temporal.Instant
  /** internal: by whom */
  taken_by: string | null
  /** public: opened, changed or closed */
  act: string
  /** public: people inside after it */
  occupants: number
  /** public: after it */
  is_full: boolean
  /** public: after it */
  takes_pets: boolean | null
}

export interface StatementTable {
  /** internal: which */
  telegram_id: string
  /** internal: live, or a drill */
  realm: string
  /** public: what */
  hazard: string
  /** public: the area whose state it is part of */
  area_code: string
  /** public: the area as in the telegram */
  said_code: string
  /** public: in words */
  area_name: string
  /** public: 0 to 5; null: unknown code */
  level: number | null
  /** public: as in the telegram */
  kind_name: string
  /** public: as in the telegram */
  kind_code: string
  /** public: the level before, as the telegram says it */
  last_level: number | null
  /** public: false where it says that this goes on */
  is_fresh: boolean
  /** internal: new, old … */
  scheme: string
}

export interface SuggestionTable {
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
  /** internal: what is suggested */
  act: string
  /** public: evacuation information or notice of this level */
  level: number | null
  /** public: for these towns; empty is the whole city */
  towns: string[]
  /** internal: class of staff call-out */
  call_out: string
  /** internal: by which rule */
  rule_id: number | null
  /** internal: the change that caused it */
  change_id: string
  /** public: as in the telegram */
  kind_code: string
  /** public: as in the telegram */
  kind_name: string
  /** public: e.g. VPWW56 */
  telegram_type: string
  /** internal: which */
  telegram_id: string
  /** internal: the event that the telegram speaks of; one event is told once */
  event_id: string
  /** internal: whether it waits for somebody */
  state: string
  /** public: report time of the telegram */
  changed_at: Temporal.Instant
  /** internal: when it stood on the board */
  made_at: Temporal.Instant
  /** internal: when it no longer waited */
  settled_at: Temporal.Instant | null
  /** internal: name of who settled it; empty is by itself */
  settled_by: string | null
  /** internal: issued, dismissed, overtaken, level-changed */
  settled_why: string | null
  /** internal: the rule's, as it stood when it suggested */
  muster_class: Generated<string>
}

export interface TelegramTable {
  /** internal: identity */
  id: string
  /** internal: live, or a drill */
  realm: string
  /** internal: SHA-256 over the content, whatever its spacing */
  digest: string
  /** public: e.g. VPWW56 */
  type: string
  /** public: Control/Title */
  title: string
  /** public: 通常, 訓練, 試験 */
  status: string
  /** public: Control/EditorialOffice */
  office: string
  /** public: Control/PublishingOffice */
  published_by: string
  /** public: Head/Title */
  head_title: string
  /** public: Control/DateTime */
  sent_at: Temporal.Instant
  /** public: Head/ReportDateTime */
  report_at: Temporal.Instant
  /** public: Head/TargetDateTime */
  target_at: Temporal.Instant | null
  /** public: Head/ValidDateTime */
  valid_until: Temporal.Instant | null
  /** public: Head/EventID */
  event_id: string
  /** public: 発表, 訂正, 取消, 遅延 */
  info_type: string
  /** public: Head/Serial */
  serial: number | null
  /** internal: what corrects and cancels each other */
  series: string
  /** public: Head/Headline/Text */
  headline: string
  /** internal: changed, confirmed, elsewhere, not-relevant, forecast, text */
  effect: string
  /** internal: unknown-code, from-the-future … */
  remarks: string[]
  /** internal: name it came under */
  file_name: string
  /** internal: by which way first */
  way: string
  /** internal: when first */
  received_at: Temporal.Instant
  /** internal: length as sent */
  bytes: number
  /** public: as sent, gzip */
  body: Buffer
  /** internal: the telegram that corrected or cancelled it */
  voided_by: string | null
  /** internal: corrected or cancelled */
  voided_how: string | null
}

export interface TownCentreTable {
  /** public: as in the city's towns.csv */
  town: string
  /** public: degrees north */
  latitude: number
  /** public: degrees east */
  longitude: number
}
