import { isJapanese } from './characters.ts'

/**
 * Line breaks of narrow table cells survive in dumps as spaces inside words (「システ ム」). Spaces that a writer set
 * (between paragraphs, before bullets, in lists) look different: they follow a sentence, or stand at uneven distances.
 */
export interface Wrapping {
  /** The text with the broken words joined; every other space untouched. */
  readonly text: string
  readonly joins: number
}

/** Full-width characters in the widest line of a cell that can count as wrapped. */
const WIDEST_LINE = 30
/** A wrapped line is filled but for a few characters (a word or a closing bracket that may not start a line). */
const UNFILLED_SHARE = 0.25
const UNFILLED_AT_LEAST = 2

/** Joins all breaks in a short text that has no spaces of its own: a name, a unit. */
export function joinName(text: string): Wrapping {
  return joinedWhere(text, (left, right) => isJapanese(left) && isJapanese(right))
}

/** Joins the breaks of a long text when they stand at the even distances of a narrow cell; else leaves all alone. */
export function joinProse(text: string): Wrapping {
  if (!hasBreaks(text) || !isWrapped(text)) return { text, joins: 0 }
  return joinedWhere(text, isBreakBetween)
}

/** Joins the breaks of a long text that is known to be wrapped, e.g. because the other cells of its row are. */
export function joinWrappedProse(text: string): Wrapping {
  return hasBreaks(text) ? joinedWhere(text, isBreakBetween) : { text, joins: 0 }
}

export function hasBreaks(text: string): boolean {
  for (const { left, right } of gapsOf(text)) if (isBreakBetween(left, right)) return true
  return false
}

/** Whether the spaces of a text stand where the lines of a narrow cell ended. */
export function isWrapped(text: string): boolean {
  const lines = text.split(/[ \n]/)
  if (lines.length < 3) return false
  const widths = lines.map(widthOf)
  const widest = Math.max(...widths)
  if (widest > WIDEST_LINE) return false
  let breaks = 0
  let filled = 0
  for (let index = 0; index < lines.length - 1; index++) {
    const left = lines[index] as string
    const right = lines[index + 1] as string
    if (!isBreakBetween(left.charCodeAt(left.length - 1), right.charCodeAt(0))) continue
    breaks++
    if ((widths[index] as number) >= widest - Math.max(UNFILLED_AT_LEAST, widest * UNFILLED_SHARE)) filled++
  }
  return breaks >= 2 && filled >= breaks * 0.75
}

interface Gap {
  readonly at: number
  readonly left: number
  readonly right: number
}

function* gapsOf(text: string): Generator<Gap> {
  for (let at = 1; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a) continue
    yield { at, left: text.charCodeAt(at - 1), right: text.charCodeAt(at + 1) }
  }
}

function joinedWhere(text: string, isBreak: (left: number, right: number) => boolean): Wrapping {
  let joined = ''
  let from = 0
  let joins = 0
  for (const { at, left, right } of gapsOf(text)) {
    if (!isBreak(left, right)) continue
    joined += text.slice(from, at)
    from = at + 1
    joins++
  }
  return joins === 0 ? { text, joins } : { text: joined + text.slice(from), joins }
}

/** A break inside a sentence: Japanese on one side at least, no sentence end before, no bullet or bracket after. */
function isBreakBetween(left: number, right: number): boolean {
  if (!isJapanese(left) && !isJapanese(right)) return false
  return isWord(left) && isWord(right) && !SENTENCE_ENDS.has(left) && !LINE_OPENERS.has(right)
}

function isWord(code: number): boolean {
  return isJapanese(code) || (code > 0x20 && code < 0x7f)
}

const SENTENCE_ENDS = codesOf('。！？：')
const LINE_OPENERS = codesOf('・•●○◎■□◆◇※【①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳-*')

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)))
}

/** Width in full-width characters: two letters or digits fill the room of one kanji. */
function widthOf(line: string): number {
  let width = 0
  for (let index = 0; index < line.length; index++) width += line.charCodeAt(index) < 0x80 ? 0.5 : 1
  return width
}
