import type { Language, Phrase } from '#kernel/text/text.ts'

/**
 * One line of a template in four languages: the title first, then one sentence a line. In `ja` and `ja-x-yasashii`
 * `{漢字|かんじ}` carries a reading; `{towns}` is a slot, the same ones in all four.
 */
export interface TemplateLine {
  readonly text: Readonly<Record<Language, string>>
  /** Left out in all four languages when one of its slots has no value; the rest must be safe without it. */
  readonly isOptional: boolean
}

/** Approved words for one occasion, e.g. `evacuation.landslide.4`. */
export interface Template {
  readonly key: string
  /** The title, then the sentences. */
  readonly lines: readonly TemplateLine[]
}

/** What a message may have to name. Whoever composes one gives what it knows. */
export const SLOTS = ['towns', 'time', 'place', 'shelters', 'level', 'river', 'intensity'] as const
export type Slot = (typeof SLOTS)[number]

/** What stands in a slot. Names come in four languages, because no program can read a place's name aloud. */
export type SlotValue =
  | { readonly kind: 'name'; readonly name: Phrase<never> }
  | { readonly kind: 'names'; readonly names: readonly Phrase<never>[] }
  | { readonly kind: 'time'; readonly at: Temporal.Instant }
  | { readonly kind: 'number'; readonly value: number }

export type Slots = Readonly<Record<string, SlotValue>>

/** A slot that a text has and that was not said, and why: nothing was given, or a name is not there in some language. */
export interface MissingSlot {
  readonly slot: string
  /** In which it cannot be said; all of them where nothing was given. */
  readonly languages: readonly Language[]
  /** The names, as they are in Japanese, that these languages lack; empty where nothing was given. */
  readonly names: readonly string[]
}

/** How a version came to be written. */
export const VERSION_CAUSES = ['pack', 'page', 'import', 'undo'] as const
export type VersionCause = (typeof VERSION_CAUSES)[number]

/** What a second person said of a version; `withdrawn` is its writer's own word, `replaced` came by a newer proposal. */
export const DECISIONS = ['approved', 'declined', 'withdrawn', 'replaced'] as const
export type Decision = (typeof DECISIONS)[number]

export interface Version {
  readonly id: string
  readonly key: string
  readonly lines: readonly TemplateLine[]
  readonly cause: VersionCause
  /** What it is for, in its writer's words; the file of an import. */
  readonly reason: string
  /** Null: the city's folder, when the city was made. */
  readonly writtenBy: string | null
  readonly writtenByName: string
  readonly writtenAt: Temporal.Instant
  readonly decision: Decision | null
  readonly decidedByName: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly remark: string | null
}

/** Duties whose holders look things up in the book; whoever sits at the night desk reads it too. */
export const READERS = ['phrasebook-editor', 'phrasebook-approver', 'disaster-officer', 'alert-mail-editor', 'news-editor'] as const
