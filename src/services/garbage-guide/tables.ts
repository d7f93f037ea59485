// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface GarbageGuideTables {
  'garbage_guide.calendar_fetch': CalendarFetchTable
  'garbage_guide.centre': CentreTable
  'garbage_guide.centre_rest': CentreRestTable
  'garbage_guide.danger': DangerTable
  'garbage_guide.district': DistrictTable
  'garbage_guide.district_day': DistrictDayTable
  'garbage_guide.district_town': DistrictTownTable
  'garbage_guide.edition': EditionTable
  'garbage_guide.frame_change': FrameChangeTable
  'garbage_guide.item': ItemTable
  'garbage_guide.item_change': ItemChangeTable
  'garbage_guide.moved_day': MovedDayTable
  'garbage_guide.question': QuestionTable
  'garbage_guide.question_address': QuestionAddressTable
  'garbage_guide.waste_class': WasteClassTable
  'garbage_guide.way': WayTable
}

export interface CalendarFetchTable {
  /** public: which district */
  district_key: string
  /** internal: on which day */
  day: Temporal.PlainDate
  /** internal: keyed fingerprint of address and program */
  client: Buffer
}

export interface CentreTable {
  /** public: name in files */
  key: string
  /** public: order */
  position: number
  /** public: name in four languages */
  name: unknown
  /** public: what becomes of a collection on a national holiday */
  on_holiday: string
  /** public: no longer used */
  is_retired: Generated<boolean>
}

export interface CentreRestTable {
  /** public: which centre */
  centre_key: string
  /** public: first day */
  starts_on: Temporal.PlainDate
  /** public: last day */
  ends_on: Temporal.PlainDate
  /** public: what becomes of a collection meanwhile */
  rule: string
}

export interface DangerTable {
  /** public: name in files */
  key: string
  /** public: order */
  position: number
  /** public: the danger in a few words, in four languages */
  title: unknown
  /** public: what to do, in four languages */
  body: unknown
  /** public: no longer used */
  is_retired: Generated<boolean>
}

export interface DistrictTable {
  /** public: name in addresses */
  key: string
  /** public: order */
  position: number
  /** public: name in four languages */
  name: unknown
  /** public: hiragana */
  reading: string
  /** public: where its lorries drive to */
  centre_key: string | null
  /** public: no longer used */
  is_retired: Generated<boolean>
}

export interface DistrictDayTable {
  /** public: which district */
  district_key: string
  /** public: what is collected */
  class_key: string
  /** public: when, in the notation of 5374 */
  days: string
}

export interface DistrictTownTable {
  /** public: name as in the city's list of towns */
  town: string
  /** public: which district */
  district_key: string
  /** public: order */
  position: number
}

export interface EditionTable {
  /** internal: there is one row */
  is_only: Generated<boolean>
  /** internal: another one after every change */
  number: string
  /** public: laid out to try the program, no rules of a real city */
  is_invented: boolean
  /** public: 全国地方公共団体コード, for open data */
  municipality_code: string
}

export interface FrameChangeTable {
  /** internal: order */
  id: Generated<number>
  /** public: class, danger, centre, district or moved-day */
  kind: string
  /** public: which one */
  part_key: string
  /** internal: changes that were made together */
  batch: string
  /** public: its cells as they stood, null where there was none */
  before: unknown | null
  /** public: its cells as they stand now, null where it is no longer used */
  after: unknown | null
  /** public: seed, edit, import, removal or undo */
  cause: string
  /** internal: file or change it came from */
  reference: Generated<string>
  /** personal: who */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: when */
  at: Temporal.Instant
}

export interface ItemTable {
  /** public: name in addresses */
  key: string
  /** public: order in which they came */
  position: Generated<number>
  /** public: name in four languages */
  name: unknown
  /** public: hiragana */
  reading: string
  /** public: other words for it */
  aliases: unknown
  /** public: which danger */
  danger_key: string | null
}

export interface ItemChangeTable {
  /** internal: order */
  id: Generated<number>
  /** public: which item */
  item_key: string
  /** internal: changes that were made together */
  batch: string
  /** public: the item as it stood, null where there was none */
  before: unknown | null
  /** public: the item as it stands now, null where it was taken out */
  after: unknown | null
  /** public: seed, edit, import, answer, removal or undo */
  cause: string
  /** internal: file, question or change it came from */
  reference: Generated<string>
  /** personal: who */
  by: string
  /** personal: name at that time */
  by_name: string
  /** public: when */
  at: Temporal.Instant
}

export interface MovedDayTable {
  /** public: name in addresses */
  key: string
  /** public: order in which they came */
  position: number
  /** public: the day it would have been */
  usual_on: Temporal.PlainDate
  /** public: the day it is; null where nothing is collected */
  instead_on: Temporal.PlainDate | null
  /** public: in which district; null for all */
  district_key: string | null
  /** public: which class; null for all */
  class_key: string | null
  /** public: why, in four languages */
  reason: unknown
  /** public: no longer holds */
  is_retired: Generated<boolean>
}

export interface QuestionTable {
  /** internal: number */
  id: string
  /** internal: what was looked for, as it was typed first */
  word: string
  /** internal: the same without differences of writing */
  folded: string
  /** internal: how many asked */
  times_asked: Generated<number>
  /** internal: when first */
  first_asked_at: Temporal.Instant
  /** internal: when last */
  last_asked_at: Temporal.Instant
  /** internal: open, answered or declined */
  state: Generated<string>
  /** public: the entry that answers it */
  item_key: string | null
  /** internal: what was told to who asked */
  reply: string | null
  /** internal: when it was answered */
  settled_at: Temporal.Instant | null
  /** personal: name of who answered */
  settled_by_name: string | null
}

export interface QuestionAddressTable {
  /** internal: number */
  id: string
  /** internal: which question */
  question_id: string
  /** personal: where the answer goes */
  address: string
  /** personal: language of who asked */
  language: string
  /** internal: when */
  given_at: Temporal.Instant
}

export interface WasteClassTable {
  /** public: name in files and addresses */
  key: string
  /** public: order */
  position: number
  /** public: name of the class in four languages */
  name: unknown
  /** public: how it is put out, in four languages */
  how: unknown
  /** public: #rrggbb, told apart on white */
  colour: string
  /** public: false for what is brought, ordered or not taken */
  is_collected: boolean
  /** public: no longer used */
  is_retired: Generated<boolean>
}

export interface WayTable {
  /** public: which item */
  item_key: string
  /** public: order */
  position: number
  /** public: which class */
  class_key: string
  /** public: when this way applies, in four languages */
  size: unknown
  /** public: what to mind, in four languages */
  note: unknown
}
