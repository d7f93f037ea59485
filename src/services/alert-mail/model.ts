import type { ChannelKey, Level, NoticeKind, NoticeTexts } from '#capabilities/notices/model.ts'
import type { Language, Phrase } from '#kernel/text/text.ts'

/** How far something written for many people is. From `leaving` it may be taken back until its time has come. */
export const STATES = ['draft', 'leaving', 'waiting', 'sent', 'discarded'] as const
export type State = (typeof STATES)[number]

/** What is not urgent waits so long before it leaves, so that whoever sees a mistake at once can take it back. */
export const SECONDS_TO_TAKE_BACK = 60

/** Ordinary, or where life is in danger now: at once, at night too, and without a second person. */
export const ALERT_LEVELS = [0, 4] as const satisfies readonly Level[]
export type AlertLevel = (typeof ALERT_LEVELS)[number]

/** Topics of the alerts for everybody. */
export const ALERT_TOPICS = ['crime', 'missing', 'fire', 'wildlife', 'events'] as const
export type AlertTopic = (typeof ALERT_TOPICS)[number]

/** Channels that an alert may take besides portal and feeds. */
export const ALERT_CHANNELS = ['mail', 'push', 'line', 'activitypub', 'cable-tv'] as const satisfies readonly ChannelKey[]

export interface Alert {
  readonly id: string
  readonly topic: AlertTopic
  readonly level: AlertLevel
  readonly kind: NoticeKind
  /** The alert that it corrects or withdraws. */
  readonly refersTo: string | null
  readonly towns: 'all' | readonly string[]
  readonly texts: NoticeTexts
  /** Key of the phrase that it was written from. */
  readonly phrase: string | null
  readonly channels: readonly ChannelKey[]
  readonly isDrill: boolean
  readonly state: State
  readonly leavesAt: Temporal.Instant | null
  readonly noticeId: string | null
  readonly writtenBy: string
  readonly writtenByName: string
  readonly changedAt: Temporal.Instant
  readonly askedBy: string | null
  readonly askedByName: string | null
  readonly confirmedBy: string | null
  readonly confirmedByName: string | null
  readonly sentAt: Temporal.Instant | null
}

export const SCHOOL_KINDS = ['elementary', 'junior-high', 'kindergarten', 'nursery'] as const
export type SchoolKind = (typeof SCHOOL_KINDS)[number]

export interface School {
  readonly key: string
  readonly kind: SchoolKind
  readonly name: Phrase<never>
  readonly town: string
}

export interface SchoolClass {
  readonly id: string
  readonly schoolKey: string
  /** Gregorian year in whose April it began (学校教育法施行規則 第59条: 1 April to 31 March). */
  readonly schoolYear: number
  /** School grade; age in kindergartens and nurseries. */
  readonly grade: number
  readonly name: string
}

export const ROLES = ['mother', 'father', 'grandparent', 'other'] as const
export type Role = (typeof ROLES)[number]

export type GuardianState = 'invited' | 'confirmed' | 'left'
export type LeftHow = 'guardian' | 'school' | 'promotion' | 'channel'

/** One guardian's place on a class list, for one child. */
export interface Guardian {
  readonly id: string
  readonly number: number
  readonly classId: string
  readonly childLabel: string
  readonly role: Role | null
  readonly language: Language
  readonly contactId: string | null
  readonly invitedAddress: string | null
  readonly codeRound: number
  readonly state: GuardianState
  readonly invitedAt: Temporal.Instant
  readonly confirmedAt: Temporal.Instant | null
}

export interface Message {
  readonly id: string
  readonly schoolKey: string
  /** As `targetText` writes it. */
  readonly target: string
  readonly classIds: readonly string[]
  readonly texts: NoticeTexts
  readonly level: AlertLevel
  readonly asksReceipt: boolean
  readonly isDrill: boolean
  readonly state: State
  readonly leavesAt: Temporal.Instant | null
  readonly noticeId: string | null
  readonly writtenBy: string
  readonly writtenByName: string
  readonly confirmedBy: string | null
  readonly confirmedByName: string | null
  readonly changedAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
}

export const RANKS = ['director', 'head', 'chief', 'clerk'] as const
export type Rank = (typeof RANKS)[number]

/** Somebody who may be called. */
export interface RosterPerson {
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly nameKana: string
  readonly unitCode: string
  readonly rank: Rank
  readonly phone: string
}

export interface MusterClass {
  readonly key: string
  readonly name: Phrase<never>
  readonly summary: Phrase<never>
}

/** A line of the dated table: blank rank and unit narrow nothing. */
export interface MusterRule {
  readonly classKey: string
  readonly rank: Rank | null
  readonly unitCode: string | null
}

export const WHENCE = ['home', 'work', 'elsewhere'] as const
export type Whence = (typeof WHENCE)[number]
export const REASONS = ['hurt', 'family', 'road', 'away', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** Answers that one tap gives, in minutes. */
export const MINUTES_OFFERED = [15, 30, 60, 90, 120, 180] as const

export type Reply =
  | { readonly kind: 'coming'; readonly minutes: number; readonly whence: Whence; readonly repliedAt: Temporal.Instant }
  | { readonly kind: 'cannot'; readonly reason: Reason; readonly repliedAt: Temporal.Instant }

export interface MusterCall {
  readonly id: string
  readonly classKeys: readonly string[]
  readonly reason: string
  readonly place: string
  readonly isDrill: boolean
  readonly noticeId: string | null
  readonly calledAt: Temporal.Instant
  readonly calledByName: string
  readonly remindAfterMinutes: number
  readonly remindTimes: number
  readonly endedAt: Temporal.Instant | null
}

/** Somebody called, with what they answered last and whether they stand at the door. */
export interface CalledPerson extends RosterPerson {
  readonly reply: Reply | null
  readonly arrivedAt: Temporal.Instant | null
}
