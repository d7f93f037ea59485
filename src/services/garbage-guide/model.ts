import type { Language } from '#kernel/text/text.ts'
import type { Rest, RestRule } from './rules/rests.ts'

/**
 * What a resident reads, in the four languages. Unlike the program's own phrases it comes from the city's folder and
 * from staff; Japanese carries no furigana marks, because names are searched and printed as they stand.
 */
export type Wording = Readonly<Record<Language, string>>

/** A class of the city's rules (分別区分): how and when a thing is put out. */
export interface WasteClass {
  readonly key: string
  readonly name: Wording
  /** How it is put out, in a sentence or two. */
  readonly how: Wording
  /** `#rrggbb`, with a contrast of 4.5 or more against white. */
  readonly colour: string
  /** False for what is brought somewhere, ordered, or not taken at all: it stands on no calendar. */
  readonly isCollected: boolean
}

/** Why a thing harms people or burns a lorry when it is put out wrongly; shown before anything else. */
export interface Danger {
  readonly key: string
  readonly title: Wording
  readonly body: Wording
}

/** One way of putting a thing out. A thing has several where size or state decides. */
export interface Way {
  readonly classKey: string
  /** When this way applies, e.g. 30 cm or more; empty where there is only one way. */
  readonly size: Wording
  readonly note: Wording
}

/** A thing that residents ask about (品目). */
export interface Item {
  readonly key: string
  readonly name: Wording
  /** Hiragana, for the index of the fifty sounds and for the search. */
  readonly reading: string
  /** Other words for the same thing; hiragana or katakana readings of them belong here too. */
  readonly aliases: readonly string[]
  readonly ways: readonly Way[]
  readonly dangerKey: string | null
}

/** An area whose rubbish is collected on the same days (収集地区). */
export interface District {
  readonly key: string
  readonly name: Wording
  readonly reading: string
  /** Names of the towns in it, as in the city's towns.csv. */
  readonly towns: readonly string[]
  /** The centre that its lorries drive to, or null: while a centre rests nothing is collected. */
  readonly centreKey: string | null
  /** Collection days of each class in the notation of 5374, e.g. `月 木`, `火2 火4`, `金4:4 6 8`, `20260505`. */
  readonly days: Readonly<Record<string, string>>
}

/** Where rubbish is treated, and when it rests; both days included. */
export interface Centre {
  readonly key: string
  readonly name: Wording
  readonly rests: readonly { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }[]
}

/** A centre with what becomes of the collections while it rests, and on national holidays. */
export interface WorkingCentre extends Centre {
  readonly rests: readonly Rest[]
  readonly onHoliday: 'collect' | RestRule
}

/** One usual day whose collections take place on another day or not at all, as staff decided; it comes before any rest. */
export interface MovedDay {
  readonly key: string
  readonly usualOn: Temporal.PlainDate
  /** Null where nothing is collected instead. */
  readonly insteadOn: Temporal.PlainDate | null
  /** Null for all districts. */
  readonly districtKey: string | null
  /** Null for all classes. */
  readonly classKey: string | null
  /** Empty where staff gave none. */
  readonly reason: Wording
}

/** What the items of a guide stand in; staff keep every kind of it in the same way. */
export interface Frame {
  readonly class: WasteClass
  readonly danger: Danger
  readonly centre: WorkingCentre
  readonly district: District
  readonly 'moved-day': MovedDay
}

export const FRAME_KINDS = ['class', 'danger', 'centre', 'district', 'moved-day'] as const satisfies readonly (keyof Frame)[]
export type FrameKind = (typeof FRAME_KINDS)[number]
export type FramePart = Frame[FrameKind]

/** Everything the guide says, as it stands. */
export interface Guide {
  /** Another one after every change. */
  readonly edition: string
  readonly isInvented: boolean
  /** 全国地方公共団体コード. */
  readonly municipalityCode: string
  readonly classes: readonly WasteClass[]
  readonly dangers: readonly Danger[]
  readonly centres: readonly WorkingCentre[]
  readonly districts: readonly District[]
  readonly movedDays: readonly MovedDay[]
  readonly items: readonly Item[]
}
