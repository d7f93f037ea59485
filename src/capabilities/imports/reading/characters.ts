import { READING_LIMITS } from './limits.ts'

/** What is unusual about the characters of a cell, so that a person looks at it before it is stored. */
export type CellOddity = 'control-characters' | 'invisible-characters' | 'formula' | 'too-long' | 'undecodable'

export interface CleanCell {
  /** What would be stored: without control and invisible characters, cut at the limit. Formulas stay as text. */
  readonly text: string
  readonly oddities: readonly CellOddity[]
}

// C0 and C1 controls apart from tab and line feed, which separate words. Escapes keep this file readable.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
// Zero-width characters and the marks that turn the writing direction (Unicode Bidirectional Algorithm, UAX #9).
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/

/** Looks at the characters of one cell. Ordinary cells come back unchanged and cost one test. */
export function cleanCell(raw: string): CleanCell {
  const isFormula = looksLikeFormula(raw)
  const isLong = raw.length > READING_LIMITS.cellCharacters
  if (!isFormula && !isLong && !SUSPECT.test(raw)) return { text: raw, oddities: NONE }
  const oddities: CellOddity[] = []
  let text = raw
  if (isLong) {
    oddities.push('too-long')
    text = withoutHalfCharacter(text.slice(0, READING_LIMITS.cellCharacters))
  }
  const withoutControl = text.replace(CONTROL, '')
  if (withoutControl !== text) oddities.push('control-characters')
  const visible = withoutControl.replace(INVISIBLE, '')
  if (visible !== withoutControl) oddities.push('invisible-characters')
  if (visible.includes('\ufffd')) oddities.push('undecodable')
  if (isFormula) oddities.push('formula')
  return { text: visible.trim(), oddities }
}

const NONE: readonly CellOddity[] = []

/** A cut must not leave half of a surrogate pair behind. */
function withoutHalfCharacter(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}

/**
 * Whether a spreadsheet would compute the cell instead of showing it (OWASP, CSV injection). A lone dash or arrow is
 * a mark, and a dash before words is a bullet; neither computes.
 */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 0x3d || first === 0x40) return text.length > 1
  if (first !== 0x2b && first !== 0x2d) return false
  return /^[+-]\s*[\d.A-Za-z]+\s*[(!|+*/-]/.test(text)
}

/** Kana, kanji, Japanese punctuation and full-width forms: what is written without spaces between words. */
export function isJapanese(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x9fff && code !== 0x3000) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xffef)
  )
}

/** One printed line for a person: control characters shown by their code, line feeds by ⏎, long texts shortened. */
export function shownText(raw: string): string {
  const short = raw.length > SHOWN_CHARACTERS ? `${raw.slice(0, SHOWN_CHARACTERS)}…（${raw.length}文字）` : raw
  return short.replaceAll('\n', '⏎').replace(CONTROL, shownCode).replace(INVISIBLE, shownCode)
}

const SHOWN_CHARACTERS = 4_000

function shownCode(character: string): string {
  return `〔U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}〕`
}
