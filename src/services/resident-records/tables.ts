// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface ResidentRecordsTables {
  'resident_records.entry': EntryTable
  'resident_records.entry_change': EntryChangeTable
  'resident_records.entry_step': EntryStepTable
  'resident_records.household': HouseholdTable
  'resident_records.household_version': HouseholdVersionTable
  'resident_records.person': PersonTable
  'resident_records.person_version': PersonVersionTable
  'resident_records.pre_notification': PreNotificationTable
  'resident_records.protected_person': ProtectedPersonTable
  'resident_records.protection': ProtectionTable
  'resident_records.protection_refusal': ProtectionRefusalTable
  'resident_records.protection_step': ProtectionStepTable
  'resident_records.search_key': SearchKeyTable
  'resident_records.standard_piece': StandardPieceTable
  'resident_records.standard_refusal': StandardRefusalTable
  'resident_records.standard_transfer': StandardTransferTable
}

export interface EntryTable {
  /** internal: identity */
  id: string
  /** internal: 異動受付番号 */
  number: number
  /** internal: moving in, birth … */
  kind: string
  /** internal: draft, review, approved, applied, cancelled, withdrawn */
  status: string
  /** personal: 異動年月日, from when it holds in law */
  occurred_on: Temporal.PlainDate
  /** personal: 届出年月日, or the day the office learnt of it */
  notified_on: Temporal.PlainDate
  /** internal: how it came */
  source: string
  /** personal: whom it is about, as the desk shows it */
  title: string
  /** sensitive: the form as it was filled in */
  typed: unknown
  /** sensitive: the changes that it would make, and the editions they were drawn up on */
  plan: unknown
  /** personal: whom it touches */
  people: string[]
  /** personal: which households it touches */
  households: string[]
  /** internal: the entry that it takes back */
  refers_to: string | null
  /** internal: the drafter */
  drafted_by: string
  /** internal: when it was begun */
  drafted_at: Temporal.Instant
  /** internal: who sent it to the second person */
  submitted_by: string | null
  /** internal: when */
  submitted_at: Temporal.Instant | null
  /** internal: the second person */
  reviewed_by: string | null
  /** internal: when they approved it */
  reviewed_at: Temporal.Instant | null
  /** personal: why the second person did not approve */
  sent_back_reason: Generated<string>
  /** internal: the day on which an approved entry enters the register; null: at once */
  apply_on: Temporal.PlainDate | null
  /** internal: when it entered the register */
  applied_at: Temporal.Instant | null
  /** internal: when it was taken back */
  cancelled_at: Temporal.Instant | null
  /** internal: the entry that took it back */
  cancelled_by: string | null
  /** internal: edition of the draft itself */
  edition: Generated<number>
}

export interface EntryChangeTable {
  /** internal: by which entry */
  entry_id: string
  /** internal: person or household */
  subject_kind: string
  /** personal: whose */
  subject_id: string
  /** internal: the subject's edition that it made */
  edition: number
  /** personal: from which day */
  valid_from: Temporal.PlainDate
  /** sensitive: the fields that are other from then on */
  patch: unknown
}

export interface EntryStepTable {
  /** internal: of which entry */
  entry_id: string
  /** internal: drafted, changed, submitted, sent-back, approved, applied, cancelled, withdrawn */
  step: string
  /** internal: when */
  at: Temporal.Instant
  /** internal: who */
  by: string
  /** personal: why, in the words of who did it */
  reason: Generated<string>
}

export interface HouseholdTable {
  /** personal: the city's own key of a household */
  id: string
  /** personal: 世帯番号, nine digits and a check digit */
  number: string
  /** internal: how many applied entries touched the household */
  edition: number
}

export interface HouseholdVersionTable {
  /** internal: identity */
  id: string
  /** personal: whose */
  household_id: string
  /** internal: the entry that last shaped it */
  entry_id: string
  /** personal: first day for which it holds */
  valid_from: Temporal.PlainDate
  /** personal: first day for which it no longer holds; null: until further notice */
  valid_to: Temporal.PlainDate | null
  /** internal: since when the register says so */
  recorded_at: Temporal.Instant
  /** internal: until when it said so; null: it still does */
  superseded_at: Temporal.Instant | null
  /** internal: the entry that put another in its place */
  superseded_by: string | null
  /** personal: 世帯主; null while none is named */
  head_id: string | null
  /** personal: town of the city */
  town: string
  /** personal: 番地 */
  address_number: string
  /** personal: building and room */
  building: string
  /** personal: postal code */
  postal_code: string
  /** personal: as it is printed */
  address: string
  /** personal: nobody is left in it */
  is_dissolved: boolean
}

export interface PersonTable {
  /** personal: the city's own key of a person, never printed */
  id: string
  /** personal: 宛名番号, nine digits and a check digit */
  addressee_number: string
  /** internal: how many applied entries touched the person; who writes says which one they saw */
  edition: number
}

export interface PersonVersionTable {
  /** internal: identity */
  id: string
  /** personal: whose */
  person_id: string
  /** internal: the entry that last shaped it */
  entry_id: string
  /** personal: first day for which it holds */
  valid_from: Temporal.PlainDate
  /** personal: first day for which it no longer holds; null: until further notice */
  valid_to: Temporal.PlainDate | null
  /** internal: since when the register says so */
  recorded_at: Temporal.Instant
  /** internal: until when it said so; null: it still does */
  superseded_at: Temporal.Instant | null
  /** internal: the entry that put another in its place */
  superseded_by: string | null
  /** personal: 氏名, letter by letter (第7条第1号) */
  name: string
  /** personal: 氏名の振り仮名 (第1号の2), in katakana; empty where not yet known */
  kana: string
  /** personal: ローマ字氏名 of a foreign resident */
  alphabet: string
  /** personal: 通称 (施行令第30条の16) */
  common_name: string
  /** personal: its reading */
  common_kana: string
  /** personal: 旧氏 (施行令第30条の13) */
  former_name: string
  /** personal: its reading */
  former_kana: string
  /** personal: 男女の別 (第3号) */
  sex: string
  /** personal: 出生の年月日 (第2号) */
  birth_date: Temporal.PlainDate
  /** personal: whether the day, only the month, or only the year is known */
  birth_certainty: string
  /** personal: 国籍・地域 (第30条の45), ISO 3166-1 alpha-2 */
  nationality: string
  /** personal: 第30条の45の区分 of a foreign resident; empty for Japanese */
  residence_category: string
  /** personal: 在留資格 */
  residence_status: string
  /** personal: 在留期間 */
  residence_period: string
  /** personal: 在留期間の満了の日 */
  residence_until: Temporal.PlainDate | null
  /** personal: the household */
  household_id: string
  /** personal: 続柄 as a code */
  relationship_code: string
  /** personal: 続柄 as it is printed (第4号) */
  relationship: string
  /** internal: place in the household's list */
  position: number
  /** personal: town of the city; empty outside of it */
  town: string
  /** personal: 番地 */
  address_number: string
  /** personal: building and room */
  building: string
  /** personal: postal code */
  postal_code: string
  /** personal: 住所 as it is printed (第7号) */
  address: string
  /** personal: 本籍 (第5号); empty where there is none */
  registered_domicile: string
  /** personal: 戸籍の筆頭者 */
  domicile_head: string
  /** personal: 住民となった年月日 (第6号) */
  resident_since: Temporal.PlainDate
  /** personal: 住民となった事由 */
  resident_cause: string
  /** personal: 住所を定めた年月日 (第7号) */
  address_since: Temporal.PlainDate
  /** personal: 届出の年月日 (第8号) */
  address_notified_on: Temporal.PlainDate | null
  /** personal: 従前の住所 (第8号) */
  previous_address: string
  /** personal: 転出先 */
  moved_to: string
  /** personal: 転出年月日 or 転出予定年月日 */
  moved_to_on: Temporal.PlainDate | null
  /** personal: day on which moving out was notified */
  moved_to_notified_on: Temporal.PlainDate | null
  /** personal: resident, moved out, deceased, removed */
  standing: string
  /** personal: 消除の異動日 */
  ended_on: Temporal.PlainDate | null
  /** personal: 消除の事由 */
  ended_cause: string
}

export interface PreNotificationTable {
  /** internal: identity */
  id: string
  /** sensitive: keyed hash of the number that opens it; the number itself is kept nowhere */
  number_mac: Buffer
  /** personal: filled in this language */
  language: string
  /** internal: moving in, within or out */
  kind: string
  /** sensitive: what was filled in; null once forgotten */
  typed: unknown | null
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: when it is forgotten if nobody comes */
  forget_on: Temporal.PlainDate
  /** internal: when the counter opened it */
  opened_at: Temporal.Instant | null
  /** internal: the entry that was made of it */
  entry_id: string | null
}

export interface ProtectedPersonTable {
  /** sensitive: under which protection */
  protection_id: string
  /** sensitive: who */
  person_id: string
  /** sensitive: first day */
  begins_on: Temporal.PlainDate
  /** sensitive: last day */
  ends_on: Temporal.PlainDate
}

export interface ProtectionTable {
  /** internal: identity */
  id: string
  /** internal: 受付番号 */
  number: number
  /** sensitive: who asked for protection */
  person_id: string
  /** sensitive: dv, stalking, child-abuse, other */
  category: string
  /** sensitive: the person alone, or the household with them */
  scope: string
  /** sensitive: draft, approved, refused, ended */
  status: string
  /** sensitive: self, guardian, proxy */
  requester: string
  /** sensitive: who came for the person; empty where the person came */
  requester_name: string
  /** sensitive: what showed their right to act */
  requester_proof: string
  /** sensitive: from whom, as the application says */
  against: string
  /** sensitive: the body whose opinion confirmed the need: police, consultation centre, child guidance office */
  opinion_from: string
  /** sensitive: date of that opinion */
  opinion_on: Temporal.PlainDate | null
  /** sensitive: what else must be known */
  note: string
  /** sensitive: day of the application */
  applied_on: Temporal.PlainDate
  /** internal: the protection that it continues */
  extends: string | null
  /** internal: who took the application in */
  drafted_by: string
  /** internal: their name */
  drafted_by_name: string
  /** internal: when */
  drafted_at: Temporal.Instant
  /** internal: the second person, who approved or refused */
  decided_by: string | null
  /** internal: their name */
  decided_by_name: string | null
  /** internal: when */
  decided_at: Temporal.Instant | null
  /** sensitive: why it was refused */
  refusal_reason: Generated<string>
  /** sensitive: first day, once approved */
  begins_on: Temporal.PlainDate | null
  /** sensitive: last day, a year on or earlier */
  ends_on: Temporal.PlainDate | null
  /** internal: who ended it before its time */
  ended_by: string | null
  /** internal: when */
  ended_at: Temporal.Instant | null
  /** sensitive: why */
  end_reason: Generated<string>
}

export interface ProtectionRefusalTable {
  /** internal: identity */
  id: string
  /** sensitive: under which protection */
  protection_id: string
  /** sensitive: when they came */
  on_day: Temporal.PlainDate
  /** sensitive: who asked, as their papers said */
  asked_by: string
  /** sensitive: what they asked for */
  asked_for: string
  /** sensitive: what they were told */
  answer: string
  /** internal: who noted it */
  noted_by: string
  /** internal: their name */
  noted_by_name: string
  /** internal: when */
  noted_at: Temporal.Instant
}

export interface ProtectionStepTable {
  /** internal: of which protection */
  protection_id: string
  /** internal: drafted, approved, refused, extended, ended, joined */
  step: string
  /** internal: when */
  at: Temporal.Instant
  /** internal: who */
  by: string
  /** internal: their name */
  by_name: string
  /** sensitive: why */
  note: Generated<string>
}

export interface SearchKeyTable {
  /** personal: whose */
  person_id: string
  /** personal: a resident today, who stands before those who left */
  is_current: boolean
  /** personal: as the register says it today */
  birth_date: Temporal.PlainDate
  /** personal: folded names, readings, letters, addresses now and earlier, addressee number; one a line */
  words: string
  /** personal: pairs of neighbouring characters in the words, as 32-bit numbers */
  grams: number[]
  /** personal: sort key of the reading */
  sorting: string
}

export interface StandardPieceTable {
  /** internal: of which transfer */
  transfer_id: string
  /** internal: order */
  position: number
  /** sensitive: a piece of the ZIP archive with the files */
  bytes: Buffer
}

export interface StandardRefusalTable {
  /** internal: of which import */
  transfer_id: string
  /** internal: order */
  position: number
  /** internal: file of the set; empty where the set as a whole is meant */
  file: string
  /** internal: row of the file, the heading is 1; 0 for the file as a whole */
  line: number
  /** internal: id of the item; empty for the row as a whole */
  item: string
  /** internal: why, as a code */
  reason: string
}

export interface StandardTransferTable {
  /** internal: identity */
  id: string
  /** internal: export or import */
  direction: string
  /** internal: version of the layout of files and items */
  layout_version: string
  /** internal: what for, as the asker said */
  reason: string
  /** internal: who */
  asked_by: string
  /** internal: their name */
  asked_by_name: string
  /** internal: when */
  asked_at: Temporal.Instant
  /** internal: waiting, done, refused */
  state: Generated<string>
  /** internal: how many pieces of work it takes */
  pieces_total: number
  /** internal: where the counter of pieces stood when it was asked for */
  progress_base: number
  /** internal: rows written or taken in */
  row_count: Generated<number>
  /** internal: when it ended */
  ended_at: Temporal.Instant | null
  /** internal: when its files are forgotten */
  forget_on: Temporal.PlainDate
}
