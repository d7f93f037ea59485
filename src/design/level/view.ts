import { attributes, html, nothing, trusted, type Html, type HtmlValue } from '#kernel/html/html.ts'
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
 * A warning level by its sign and in words.
 */
export function renderLevel({ voice, level, label, size = 'standard' }: LevelProps): Html {
  return html`<span${attributes({ class: `level level-${level ?? 'unknown'} level-${size}` })}
    >${renderLevelSign(level, SIZES[size])}<span class="level-text">${label ? html`<span class="level-label">${label}</span>` : nothing}<span class="level-name">${voice.say(nameOf(level))}</span></span></span
  >`
}

/** The words for a level, for sentences and files. */
export function nameOf(level: ShownLevel): Phrase<never> {
  return level === null ? levelWords.unknown : NAMES[level]
}

const SIZES = { standard: 36, large: 52, board: 96 } as const

const NAMES = [levelWords.level0, levelWords.level1, levelWords.level2, levelWords.level3, levelWords.level4, levelWords.level5] as const

interface Look {
  readonly fill: string
  readonly ink: string
  readonly shape: Html
}

/**
 * Each level has its colour (内閣府・気象庁 配色: 5 #0C000C, 4 #AA00AA, 3 #FF2800, 2 #F2E700, 1 white), a shape and its number, so that it is
 * known from across the room, in black and white, and by whoever sees no difference between red and green. The sign
 * decorates words that stand beside it.
 */
export function renderLevelSign(level: ShownLevel, size = 72): Html {
  const { fill, ink, shape } = level === null ? UNKNOWN : LOOKS[level]
  const given = attributes({ viewBox: '0 0 72 72', width: size, height: size, 'aria-hidden': 'true', class: 'level-sign' })
  const text = attributes({ x: 36, y: 36, 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': 38, 'font-weight': 700, fill: ink })
  const label = level === null ? '?' : level === 0 ? nothing : String(level)
  return html`<svg${given}><g${attributes({ fill, stroke: '#57504a', 'stroke-width': 2 })}>${shape}</g><text${text}>${label}</text></svg>`
}

const OCTAGON = trusted('<path d="M22 3h28l19 19v28L50 69H22L3 50V22z"/>')
const DIAMOND = trusted('<path d="M36 2l34 34-34 34L2 36z"/>')
const PENTAGON = trusted('<path d="M36 3l33 26-11 40H14L3 29z"/>')
const SQUARE = trusted('<rect x="6" y="6" width="60" height="60" rx="6"/>')
const CIRCLE = trusted('<circle cx="36" cy="36" r="32"/>')
const RING = trusted('<circle cx="36" cy="36" r="32" stroke-dasharray="8 6"/>')
const DASH = trusted('<circle cx="36" cy="36" r="32"/><path d="M22 36h28"/>')

const LOOKS: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5, Look>> = {
  5: { fill: '#0c000c', ink: '#ffffff', shape: OCTAGON },
  4: { fill: '#aa00aa', ink: '#ffffff', shape: DIAMOND },
  3: { fill: '#ff2800', ink: '#000000', shape: PENTAGON },
  2: { fill: '#f2e700', ink: '#1a1a1a', shape: SQUARE },
  1: { fill: '#ffffff', ink: '#1a1a1a', shape: CIRCLE },
  0: { fill: '#ffffff', ink: '#1a1a1a', shape: DASH },
}

const UNKNOWN: Look = { fill: '#ffffff', ink: '#1a1a1a', shape: RING }
