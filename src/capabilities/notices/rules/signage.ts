import type { Language } from '#kernel/text/text.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { Level, Notice } from '../model.ts'
import { fitWithRest, wordingOf } from '../wording.ts'
import { wordingWords } from '../text/wording-words.ts'
import { SIGNAGE_LIMIT } from './fitting-limits.ts'
import { joinerOf, plainIn } from './wording-plain.ts'

/** More than this nobody reads while walking past. */
export const MOST_ON_SCREEN = 2
/** A notice without an end stays on a screen only from this level on: what is no warning is taken down by its end. */
const STAYS_FROM: Level = 3

export interface ScreenText {
  readonly language: Language
  readonly title: string
  readonly text: string
}

export interface ScreenNotice {
  readonly id: string
  readonly level: Level
  readonly since: Temporal.Instant
  /** Null: until it is updated or cancelled. */
  readonly until: Temporal.Instant | null
  readonly texts: readonly ScreenText[]
}

/** What a screen in a town hall shows, of the notices that hold now (`currentOf`); the last one says how many more there are. */
export interface Screen {
  readonly notices: readonly ScreenNotice[]
  readonly more: number
}

export function screenOf(current: readonly Notice[]): Screen {
  const wanted = current.filter(({ level, expiresAt }) => expiresAt !== null || level >= STAYS_FROM)
  return { notices: wanted.slice(0, MOST_ON_SCREEN).map(screenNotice), more: Math.max(0, wanted.length - MOST_ON_SCREEN) }
}

/** Japanese always; another language where somebody has translated it: a screen has no room for saying that nobody has. */
function screenNotice(notice: Notice): ScreenNotice {
  const { id, level, issuedAt, expiresAt } = notice
  const texts = LANGUAGES.filter((language) => notice.texts[language] !== null).map((language) => screenText(notice, language))
  return { id, level, since: issuedAt, until: expiresAt, texts }
}

function screenText(notice: Notice, language: Language): ScreenText {
  const { title, sentences, preface } = wordingOf(notice, language)
  const parts = preface === null ? sentences : [preface, ...sentences]
  const { text } = fitWithRest(parts, SIGNAGE_LIMIT.body, plainIn(wordingWords.more[language], language), SIGNAGE_LIMIT.measure, joinerOf(language))
  return { language, title, text }
}
