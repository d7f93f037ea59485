import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { levelWords } from '../text.ts'

/** 警戒レベル; null: not known, which is never shown as calm. */
export type ShownLevel = 0 | 1 | 2 | 3 | 4 | 5 | null

export interface LevelProps {
  readonly voice: Voice
  readonly level: ShownLevel
  /** What is at this level; without it the sign and the level's own words stand alone. */
  readonly label?: HtmlValue
  /** `board`: to be read from across a room. */
  readonly size?: 'standard' | 'large' | 'board'
}

/**
 * A warning level by number, shape, colour and words. The colours are the official ones of 避難情報に関するガイドライン
 * (内閣府, 2021-05); the number stands in them, so that nobody needs to tell them apart.
 */
export function renderLevel({ voice, level, label, size = 'standard' }: LevelProps): Html {
  return html`<span${attributes({ class: `level level-${level ?? 'unknown'} level-${size}` })}
    ><span class="level-sign" aria-hidden="true">${level === null ? '?' : level === 0 ? '–' : String(level)}</span
    ><span class="level-text">${label ? html`<span class="level-label">${label}</span>` : nothing}<span class="level-name">${voice.say(nameOf(level))}</span></span></span
  >`
}

/** The words for a level, for sentences and files. */
export function nameOf(level: ShownLevel): Phrase<never> {
  return level === null ? levelWords.unknown : NAMES[level]
}

const NAMES = [levelWords.level0, levelWords.level1, levelWords.level2, levelWords.level3, levelWords.level4, levelWords.level5] as const
