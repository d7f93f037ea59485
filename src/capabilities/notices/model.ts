import type { Language, Phrase } from '#kernel/text/text.ts'

/** What residents may subscribe to. Services name theirs in their manifests. */
export interface Topic {
  /** Service and topic, e.g. `disaster-information.evacuation`. */
  readonly key: string
  readonly title: Phrase<never>
  readonly summary: Phrase<never>
  /** Ticked when somebody subscribes anew. */
  readonly isPreselected: boolean
  /** Only for audiences of lists: nobody subscribes to it, so it is not offered. */
  readonly isForLists?: boolean
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    readonly topics?: readonly Topic[]
  }
}

/**
 * How grave it is: the five levels of 避難情報に関するガイドライン (内閣府, 2021-05) and 気象業務法's scheme of 2026-05-28;
 * 0 is no warning at all. From NO_QUIET_FROM on nobody's quiet hours count.
 */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const
export type Level = (typeof LEVELS)[number]
export const NO_QUIET_FROM: Level = 4

/** Channels that reach each person by an address of their own. */
export const PERSONAL_CHANNELS = ['mail', 'push', 'line'] as const
export type PersonalChannelKey = (typeof PERSONAL_CHANNELS)[number]

/** Channels that are told once, and reach people themselves. Closed formats among them are stand-ins and claim nothing. */
export const HAND_OVERS = ['activitypub', 'l-alert', 'area-mail', 'cable-tv'] as const
export type HandOverKey = (typeof HAND_OVERS)[number]

export type ChannelKey = PersonalChannelKey | HandOverKey

/** Whom a notice is for. Towns are those of the city's `towns.csv`. */
export type Audience =
  | { readonly kind: 'subscribers'; readonly towns: 'all' | readonly string[] }
  /** Everybody on lists that a service keeps: a class's guardians, the homes in a zone, the staff on call. */
  | { readonly kind: 'lists'; readonly lists: readonly string[] }

/** How a text came into its language. A machine's is always called so to its readers. */
export const TEXT_ORIGINS = ['phrasebook', 'human', 'machine'] as const
export type TextOrigin = (typeof TEXT_ORIGINS)[number]

/** In `ja` and `ja-x-yasashii` texts `{漢字|かんじ}` carries a reading: ruby on pages, brackets in mail (easy Japanese only). */
export interface NoticeText {
  readonly title: string
  /** One sentence each, so that a channel with little room drops whole sentences from the end, never parts of one. */
  readonly sentences: readonly string[]
  readonly origin: TextOrigin
}

/** Null: not translated yet. Its readers get the Japanese with a line that says so. Japanese is always there. */
export type NoticeTexts = Readonly<Record<Language, NoticeText | null>> & { readonly ja: NoticeText }

export type NoticeKind = 'issue' | 'update' | 'cancel'

/** What CAP 1.2 wants to know beyond the text (sections 3.2.1–3.2.4). */
export interface CapTerms {
  /** One event's notices share it: CAP references, the threads of mail and push replacement go by it. */
  readonly event: string
  readonly category: 'Met' | 'Geo' | 'Safety' | 'Security' | 'Rescue' | 'Infra' | 'Other'
  readonly responseType: 'Evacuate' | 'Shelter' | 'Prepare' | 'Monitor' | 'AllClear' | 'None'
  readonly certainty: 'Observed' | 'Likely' | 'Possible' | 'Unknown'
  /** `valueName` and `value`, e.g. `jma:VPWW56`, `49`. */
  readonly codes: readonly { readonly name: string; readonly value: string }[]
}

/** Something that the city tells many people, once. It is never altered: an update or a cancellation is another one. */
export interface Notice {
  readonly id: string
  /** The service that issued it. */
  readonly origin: string
  readonly topic: string
  readonly level: Level
  readonly kind: NoticeKind
  /** The notice that this one updates or cancels. */
  readonly refersTo: string | null
  readonly audience: Audience
  readonly texts: NoticeTexts
  /** A drill reaches stand-ins only, whatever the channels are set to. */
  readonly isDrill: boolean
  readonly channels: readonly ChannelKey[]
  readonly cap: CapTerms | null
  /** Path of the page that tells more. */
  readonly link: string
  readonly issuedAt: Temporal.Instant
  readonly issuedBy: string | null
  /** The second person; null where the rules let one person or a prepared rule issue it. */
  readonly confirmedBy: string | null
  /** After this it is history and leaves feeds and the portal. */
  readonly expiresAt: Temporal.Instant | null
}

/**
 * Stands in a notice's link for the token of whoever it is sent to: a receipt, a reply of one's own. Every
 * personal channel fills it in; what is handed over once for all cannot.
 */
export const OWN_TOKEN = '{contact}'

export type NoticeDraft = Omit<Notice, 'id' | 'origin' | 'issuedAt'>

/** Why a draft was not issued; nothing has left. */
export type IssueRefusal =
  /** The topic is in no manifest. */
  | { readonly why: 'unknown-topic'; readonly topic: string }
  /** Towns that the city does not have (any more). */
  | { readonly why: 'unknown-towns'; readonly towns: readonly string[] }
  /** More than MOST_ALONE people and below level 4: a second person must confirm. */
  | { readonly why: 'second-person-needed'; readonly people: number }
  | { readonly why: 'nobody'; readonly people: 0 }
  /** A title that a chosen channel would have to cut, which none does. `limit` is in characters. */
  | { readonly why: 'title-too-long'; readonly channel: ChannelKey; readonly language: Language; readonly limit: number }

export type Issued = { readonly ok: true; readonly id: string; readonly reach: Reach } | { readonly ok: false; readonly refusal: IssueRefusal }

/** How many people one notice is for, by channel and language, before it leaves. */
export interface Reach {
  readonly people: number
  readonly byChannel: Readonly<Record<PersonalChannelKey, number>>
  readonly byLanguage: Readonly<Record<Language, number>>
}

/** More people than this are not written to by one person alone, except from level 4 on. */
export const MOST_ALONE = 1_000

/** Somebody who can be reached over one personal channel. */
export interface Contact {
  readonly id: string
  readonly channel: PersonalChannelKey
  /** Mail address, push endpoint or LINE user id. */
  readonly address: string
  /** Push: `p256dh` and `auth` of the subscription (RFC 8291); null elsewhere. */
  readonly keys: { readonly p256dh: string; readonly auth: string } | null
  readonly language: Language
}

export interface District {
  readonly key: string
  readonly name: Phrase<never>
  readonly towns: readonly Town[]
}

export interface Town {
  /** As in the city's `towns.csv`; also its key. */
  readonly name: string
  readonly label: Phrase<never>
}
