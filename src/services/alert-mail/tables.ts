// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface AlertMailTables {
  'alert_mail.addressee': AddresseeTable
  'alert_mail.alert': AlertTable
  'alert_mail.alert_act': AlertActTable
  'alert_mail.class': ClassTable
  'alert_mail.guardian': GuardianTable
  'alert_mail.guardian_move': GuardianMoveTable
  'alert_mail.list_trial': ListTrialTable
  'alert_mail.message': MessageTable
  'alert_mail.muster_call': MusterCallTable
  'alert_mail.muster_change': MusterChangeTable
  'alert_mail.muster_class': MusterClassTable
  'alert_mail.muster_person': MusterPersonTable
  'alert_mail.muster_reminder': MusterReminderTable
  'alert_mail.muster_reply': MusterReplyTable
  'alert_mail.muster_rule': MusterRuleTable
  'alert_mail.muster_setting': MusterSettingTable
  'alert_mail.muster_suggestion': MusterSuggestionTable
  'alert_mail.promotion': PromotionTable
  'alert_mail.promotion_move': PromotionMoveTable
  'alert_mail.receipt': ReceiptTable
  'alert_mail.reminder': ReminderTable
  'alert_mail.roster': RosterTable
  'alert_mail.roster_contact': RosterContactTable
  'alert_mail.school': SchoolTable
  'alert_mail.school_keeper': SchoolKeeperTable
}

export interface AddresseeTable {
  /** internal: which message */
  message_id: string
  /** personal: for whom */
  guardian_id: string
  /** personal: by what it was reached */
  contact_id: string
  /** personal: as whose guardian */
  class_id: string
}

export interface AlertTable {
  /** public: identity, also in the address of its page */
  id: string
  /** public: what it is about */
  topic: string
  /** public: 0, or 4 where life is in danger now */
  level: number
  /** public: issue, update or cancel */
  kind: string
  /** public: the alert that it corrects or withdraws */
  refers_to: string | null
  /** public: for all towns */
  is_whole_city: boolean
  /** public: for these towns; empty where it is for all */
  towns: string[]
  /** public: title and sentences by language */
  texts: unknown
  /** internal: key of the phrase that it was written from */
  phrase: string | null
  /** internal: over which channels */
  channels: string[]
  /** public: reaches stand-ins only */
  is_drill: boolean
  /** internal: how far it is */
  state: string
  /** internal: when it leaves unless it is taken back */
  leaves_at: Temporal.Instant | null
  /** public: under which it went out */
  notice_id: string | null
  /** internal: who wrote it */
  written_by: string
  /** internal: their name then */
  written_by_name: string
  /** internal: last change of the draft */
  changed_at: Temporal.Instant
  /** internal: who wanted it sent */
  asked_by: string | null
  /** internal: their name then */
  asked_by_name: string | null
  /** internal: the second person */
  confirmed_by: string | null
  /** internal: their name then */
  confirmed_by_name: string | null
  /** public: when it went out */
  sent_at: Temporal.Instant | null
}

export interface AlertActTable {
  /** internal: order */
  id: Generated<number>
  /** internal: of which alert */
  alert_id: string
  /** internal: what was done */
  act: string
  /** internal: when */
  at: Temporal.Instant
  /** internal: by whom */
  by_name: string
}

export interface ClassTable {
  /** internal: identity; its list is alert-mail.class.<id> */
  id: string
  /** public: of which school */
  school_key: string
  /** public: Gregorian year in whose April it began */
  school_year: number
  /** public: school grade, or age in nurseries and kindergartens */
  grade: number
  /** public: as the school calls it */
  name: string
}

export interface GuardianTable {
  /** internal: identity */
  id: string
  /** internal: begins the code */
  number: Generated<number>
  /** personal: of which class */
  class_id: string
  /** personal: number or name as the school typed it; empty some time after leaving */
  child_label: string
  /** personal: who the guardian is to the child; null until told */
  role: string | null
  /** personal: reads this */
  language: string
  /** personal: by what it is reached, in the capability notices */
  contact_id: string | null
  /** personal: where the invitation went; empty once answered */
  invited_address: string | null
  /** internal: a new one makes old codes and links void */
  code_round: Generated<number>
  /** internal: how far it is */
  state: string
  /** internal: since when */
  invited_at: Temporal.Instant
  /** personal: when the guardian confirmed */
  confirmed_at: Temporal.Instant | null
  /** personal: when it ended */
  left_at: Temporal.Instant | null
  /** internal: why it ended */
  left_how: string | null
}

export interface GuardianMoveTable {
  /** internal: order */
  id: Generated<number>
  /** personal: who moved */
  guardian_id: string
  /** personal: out of this class */
  from_class: string
  /** personal: into this one; null: left the school */
  to_class: string | null
  /** internal: when */
  moved_at: Temporal.Instant
  /** internal: who did it */
  moved_by_name: string
}

export interface ListTrialTable {
  /** internal: identity */
  id: string
  /** internal: for which school */
  school_key: string
  /** internal: for which year */
  school_year: number
  /** internal: who brought it */
  person_id: string
  /** internal: as it was called */
  file_name: string
  /** sensitive: children, guardians and addresses as they were read */
  rows: unknown
  /** internal: when */
  made_at: Temporal.Instant
}

export interface MessageTable {
  /** internal: identity, unguessable in addresses */
  id: string
  /** internal: who wrote */
  school_key: string
  /** internal: whole school, grade or class, as it was chosen */
  target: string
  /** internal: to these classes */
  class_ids: string[]
  /** personal: title and sentences by language */
  texts: unknown
  /** internal: 0, or 4 where it must not wait for the morning */
  level: number
  /** internal: whether guardians are asked to say that they have read it */
  asks_receipt: boolean
  /** internal: reaches stand-ins only */
  is_drill: boolean
  /** internal: how far it is */
  state: string
  /** internal: when it leaves unless it is taken back */
  leaves_at: Temporal.Instant | null
  /** internal: under which it went out */
  notice_id: string | null
  /** internal: who wrote it */
  written_by: string
  /** internal: their name then */
  written_by_name: string
  /** internal: the second person */
  confirmed_by: string | null
  /** internal: their name then */
  confirmed_by_name: string | null
  /** internal: last change */
  changed_at: Temporal.Instant
  /** internal: when it went out */
  sent_at: Temporal.Instant | null
  /** internal: when its receipts were counted for the figures */
  closed_at: Temporal.Instant | null
}

export interface MusterCallTable {
  /** internal: identity */
  id: string
  /** internal: which classes */
  class_keys: string[]
  /** internal: why, in a line */
  reason: string
  /** internal: where to come */
  place: string
  /** internal: reaches stand-ins only */
  is_drill: boolean
  /** internal: under which it went out */
  notice_id: string | null
  /** internal: when */
  called_at: Temporal.Instant
  /** internal: by whom */
  called_by_name: string
  /** internal: as set on that day */
  remind_after_minutes: number
  /** internal: as set on that day */
  remind_times: number
  /** internal: when it was closed */
  ended_at: Temporal.Instant | null
  /** internal: by whom */
  ended_by_name: string | null
}

export interface MusterChangeTable {
  /** internal: order */
  id: Generated<number>
  /** internal: a line was added or ended, or the setting changed */
  kind: string
  /** internal: first day, or of an ended line the last one */
  day: Temporal.PlainDate
  /** internal: class of the line */
  class_key: string | null
  /** internal: rank of the line; null: any */
  rank: string | null
  /** internal: unit of the line; null: any */
  unit_code: string | null
  /** internal: of the setting */
  remind_after_minutes: number | null
  /** internal: of the setting */
  remind_times: number | null
  /** internal: of the setting */
  class_by_level: unknown | null
  /** internal: why, as it was typed */
  ground: string
  /** internal: when */
  changed_at: Temporal.Instant
  /** internal: by whom */
  changed_by_name: string
}

export interface MusterClassTable {
  /** internal: name in files and lists */
  key: string
  /** internal: the widest last */
  position: number
  /** internal: name in four languages */
  name: unknown
  /** internal: when it is called */
  summary: unknown
}

export interface MusterPersonTable {
  /** internal: by which call */
  call_id: string
  /** personal: who */
  roster_id: string
  /** internal: unit on that day */
  unit_code: string
  /** personal: stood at the door */
  arrived_at: Temporal.Instant | null
  /** internal: who ticked it */
  arrived_by_name: string | null
}

export interface MusterReminderTable {
  /** internal: of which call */
  call_id: string
  /** internal: which reminder */
  number: number
  /** internal: how many were silent */
  people: number
  /** internal: under which it went out; null where nobody could be reached */
  notice_id: string | null
  /** internal: when */
  sent_at: Temporal.Instant
}

export interface MusterReplyTable {
  /** internal: order; the last one of a person holds */
  id: Generated<number>
  /** internal: to which call */
  call_id: string
  /** personal: who */
  roster_id: string
  /** personal: comes, or cannot */
  kind: string
  /** personal: in how many minutes from the reply */
  minutes: number | null
  /** personal: from home, from work, from elsewhere */
  whence: string | null
  /** sensitive: why not */
  reason: string | null
  /** personal: when */
  replied_at: Temporal.Instant
  /** internal: by link, by account, or told to the desk */
  way: string
}

export interface MusterRuleTable {
  /** internal: which class */
  class_key: string
  /** internal: order */
  number: number
  /** internal: of this rank */
  rank: string | null
  /** internal: of this unit */
  unit_code: string | null
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day; null while it lasts */
  valid_to: Temporal.PlainDate | null
  /** internal: from where */
  source: string
}

export interface MusterSettingTable {
  /** internal: holds from this day on */
  valid_from: Temporal.PlainDate
  /** internal: minutes of silence */
  remind_after_minutes: number
  /** internal: at most so often */
  remind_times: number
  /** internal: key of the class for levels 3, 4 and 5 */
  class_by_level: unknown
  /** internal: from where */
  source: string
}

export interface MusterSuggestionTable {
  /** internal: the order that it came from */
  subject: string
  /** internal: 3 to 5 */
  level: number
  /** internal: class that the dated table names */
  class_key: string
  /** internal: from a drill */
  is_drill: boolean
  /** internal: when */
  suggested_at: Temporal.Instant
  /** internal: when somebody called or put it aside */
  settled_at: Temporal.Instant | null
}

export interface PromotionTable {
  /** internal: identity */
  id: string
  /** internal: of which school */
  school_key: string
  /** internal: out of this school year */
  from_year: number
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: by whom */
  made_by_name: string
  /** internal: when it was carried out */
  done_at: Temporal.Instant | null
  /** internal: by whom */
  done_by_name: string | null
}

export interface PromotionMoveTable {
  /** internal: of which plan */
  promotion_id: string
  /** personal: who moves */
  guardian_id: string
  /** personal: into this grade; null: leaves the school */
  to_grade: number | null
  /** personal: and this class */
  to_name: string | null
}

export interface ReceiptTable {
  /** internal: which message */
  message_id: string
  /** personal: who said that they have read it */
  contact_id: string
  /** personal: when */
  read_at: Temporal.Instant
}

export interface ReminderTable {
  /** internal: of which message */
  message_id: string
  /** internal: which reminder */
  number: number
  /** internal: under which it went out */
  notice_id: string
  /** internal: to how many */
  people: number
  /** internal: when */
  sent_at: Temporal.Instant
}

export interface RosterTable {
  /** internal: identity */
  id: string
  /** internal: the account; null for who has none */
  person_id: string | null
  /** personal: as in the staff list */
  name: string
  /** personal: reading */
  name_kana: string
  /** internal: organisational unit */
  unit_code: string
  /** personal: director, head, chief or clerk */
  rank: string
  /** personal: for the printed list; empty where none was given */
  phone: string
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day; null while it lasts */
  valid_to: Temporal.PlainDate | null
}

export interface RosterContactTable {
  /** personal: whose */
  roster_id: string
  /** personal: in the capability notices */
  contact_id: string
  /** internal: since when */
  added_at: Temporal.Instant
}

export interface SchoolTable {
  /** public: name in files and addresses */
  key: string
  /** public: elementary, junior-high, kindergarten or nursery */
  kind: string
  /** public: name in four languages */
  name: unknown
  /** public: where it stands */
  town: string
  /** public: order */
  position: number
}

export interface SchoolKeeperTable {
  /** internal: member of staff */
  person_id: string
  /** internal: this school */
  school_key: string
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day; null while it lasts */
  valid_to: Temporal.PlainDate | null
}
