/** What a sentence weighs on a channel: characters, bytes or columns, whichever its limit is told in. */
export type Measure = (text: string) => number

/** Characters as people see them: an emoji of several code points is one, a letter with its accents too. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

export function inCharacters(text: string): number {
  return charactersOf(text).length
}

/** UTF-16 units, in which LINE and browsers count. */
export function inUnits(text: string): number {
  return text.length
}

export function inUtf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** Columns on a screen of fixed pitch: full-width characters take two (Unicode Standard Annex #11: W and F). */
export function inColumns(text: string): number {
  let columns = 0
  for (const character of charactersOf(text)) columns += WIDE.test(character) ? 2 : 1
  return columns
}

export interface Fitted {
  readonly text: string
  /** Sentences that found no room; those that stand are the first ones, in order, each whole. */
  readonly dropped: number
}

/**
 * The first sentences that fit together, each whole; never a part of one. With nothing fitting the text is empty, and it
 * is the channel's to say so and where the rest stands. `limit` is in what `measure` counts.
 */
export function fitSentences(sentences: readonly string[], limit: number, measure: Measure = inCharacters, joiner = ''): Fitted {
  let text = ''
  for (const [index, sentence] of sentences.entries()) {
    const longer = index === 0 ? sentence : `${text}${joiner}${sentence}`
    if (measure(longer) > limit) return { text, dropped: sentences.length - index }
    text = longer
  }
  return { text, dropped: 0 }
}

/**
 * The same, but what finds no room is told: `rest` says that there is more and where, and stands at the end for what was
 * left out, also when nothing else fits. `rest` alone must fit, or it is a `RangeError`.
 */
export function fitWithRest(sentences: readonly string[], limit: number, rest: string, measure: Measure = inCharacters, joiner = ''): Fitted {
  if (measure(rest) > limit) throw new RangeError(`There is no room for the word about the rest: ${rest}`)
  const whole = fitSentences(sentences, limit, measure, joiner)
  if (whole.dropped === 0) return whole
  for (let kept = sentences.length - whole.dropped; kept > 0; kept--) {
    const text = [...sentences.slice(0, kept), rest].join(joiner)
    if (measure(text) <= limit) return { text, dropped: sentences.length - kept }
  }
  return { text: rest, dropped: sentences.length }
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

// Blocks that are wide in a Japanese context, ambiguous ones (arrows, ruled lines, Greek) among them: JIS screens draw them in two columns.
const WIDE = /[\u00a7\u00b0\u00b1\u00d7\u00f7\u0391-\u0451\u1100-\u115f\u2010-\u2027\u2030-\u205e\u20a9\u2100-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u
