import type { Language } from '#kernel/text/text.ts'

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
