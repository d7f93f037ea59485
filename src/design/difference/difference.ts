/** One stretch of two texts laid over each other: in both, only in the old one, only in the new one. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** `word` cuts at word boundaries of the language, `character` between the letters people see. */
export type Granularity = 'word' | 'character'

/**
 * Edits that are looked for before the texts count as unrelated: the search costs about the square of it, and a
 * reader of more than this many small changes sees only confetti anyway.
 */
const LARGEST_EDIT = 400

/** The shortest way from one text to another, by Myers' O(ND) algorithm (1986); old before new at every change. */
export function differenceOf(before: string, after: string, granularity: Granularity): readonly Stretch[] {
  const old = piecesOf(before, granularity)
  const young = piecesOf(after, granularity)
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start++
  let end = 0
  const shorter = Math.min(old.length, young.length) - start
  while (end < shorter && old[old.length - 1 - end] === young[young.length - 1 - end]) end++

  const middle = shortestEdit(old.slice(start, old.length - end), young.slice(start, young.length - end))
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}

function piecesOf(text: string, granularity: Granularity): readonly string[] {
  const segmenter = granularity === 'word' ? WORDS : LETTERS
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' })
const LETTERS = new Intl.Segmenter('ja', { granularity: 'grapheme' })

function shortestEdit(old: readonly string[], young: readonly string[]): readonly Stretch[] {
  if (old.length === 0 || young.length === 0) return replacementOf(old, young)
  const limit = Math.min(old.length + young.length, LARGEST_EDIT)
  // furthest[k + limit + 1]: how far into `old` the best path with `step` edits reaches on diagonal k = old − young.
  const furthest = new Int32Array(2 * limit + 3)
  const history: Int32Array[] = []
  for (let step = 0; step <= limit; step++) {
    history.push(furthest.slice())
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      const middle = diagonal + limit + 1
      let reached = isReachedByAdding(furthest, middle, diagonal, step)
        ? (furthest[middle + 1] as number)
        : (furthest[middle - 1] as number) + 1
      while (reached < old.length && reached - diagonal < young.length && old[reached] === young[reached - diagonal]) {
        reached++
      }
      furthest[middle] = reached
      if (reached >= old.length && reached - diagonal >= young.length) return walkBack(old, young, history, limit)
    }
  }
  return replacementOf(old, young)
}

function isReachedByAdding(furthest: Int32Array, middle: number, diagonal: number, step: number): boolean {
  const below = furthest[middle - 1] as number
  const above = furthest[middle + 1] as number
  return diagonal === -step || (diagonal !== step && below < above)
}

function walkBack(
  old: readonly string[],
  young: readonly string[],
  history: readonly Int32Array[],
  limit: number,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let x = old.length
  let y = young.length
  for (let step = history.length - 1; step >= 0; step--) {
    const furthest = history[step] as Int32Array
    const diagonal = x - y
    const isAdded = isReachedByAdding(furthest, diagonal + limit + 1, diagonal, step)
    const previous = isAdded ? diagonal + 1 : diagonal - 1
    const previousX = step === 0 ? 0 : (furthest[previous + limit + 1] as number)
    const previousY = step === 0 ? 0 : previousX - previous
    while (x > previousX && y > previousY) {
      stretches.push({ kind: 'same', text: old[--x] as string })
      y--
    }
    if (step === 0) break
    if (isAdded) stretches.push({ kind: 'added', text: young[--y] as string })
    else stretches.push({ kind: 'removed', text: old[--x] as string })
  }
  return stretches.reverse()
}

function replacementOf(old: readonly string[], young: readonly string[]): readonly Stretch[] {
  return [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: young.join('') },
  ]
}

/** Joins neighbours of one kind, and between two sames gathers what went before what came. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  let removed = ''
  let added = ''
  let same = ''
  const flushChange = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of stretches) {
    if (kind === 'same') {
      if (text === '') continue
      flushChange()
      same += text
      continue
    }
    if (text === '') continue
    if (same !== '') result.push({ kind: 'same', text: same })
    same = ''
    if (kind === 'removed') removed += text
    else added += text
  }
  flushChange()
  if (same !== '') result.push({ kind: 'same', text: same })
  return result
}
