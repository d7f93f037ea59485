import { differenceOf, foldText } from '#capabilities/imports/reading/similarity.ts'
import type { Corpus } from './corpus.ts'

/** A slip differs in a few characters; longer differences are different statements. */
const LONGEST_SLIP = 4
/** Characters that must agree again after a slip, and how far they are looked for. */
const AGREEMENT = 4
const REACH = 12
/** Occurrences elsewhere that make a spelling usual. */
const USUAL = 2

/**
 * Of several copies of a text the one to propose. The main listing speaks, unless two copies agree against it. Where a
 * copy differs in a few characters and the rest of the report writes the word as the copy does and never as here, the
 * word is mended.
 */
export function likelierText(main: string, copies: readonly string[], corpus: Corpus): string {
  const agreed = agreedText(main, copies)
  const texts = [main, ...copies]
  let text = agreed
  for (const copy of texts) {
    if (copy === text) continue
    for (const slip of slipsBetween(text, copy).toReversed()) {
      if (isMended(slip, texts, corpus))
        text = text.slice(0, slip.at) + slip.right + text.slice(slip.at + slip.left.length)
    }
  }
  return text
}

function agreedText(main: string, copies: readonly string[]): string {
  const votes = new Map<string, string[]>()
  for (const text of [main, ...copies]) {
    const folded = foldText(text)
    votes.set(folded, [...(votes.get(folded) ?? []), text])
  }
  const own = votes.get(foldText(main))?.length ?? 1
  const [most] = [...votes.values()].toSorted((left, right) => right.length - left.length)
  return most && most.length > own ? (most[0] as string) : main
}

/** Characters shown of a difference, and around a short one. */
const SHOWN_CHARACTERS = 24
const SHOWN_AROUND = 4

/** The first words in which two texts differ, short enough for one sentence. */
export function shortDifference(here: string, there: string): { readonly here: string; readonly there: string } {
  const [slip] = slipsBetween(here, there)
  const { from, left, right } = slip ? { from: slip.at, left: slip.left, right: slip.right } : differenceOf(here, there)
  // The other text has the same beginning up to its first difference.
  const shown = (text: string, length: number): string => {
    const part = text.slice(Math.max(0, from - SHOWN_AROUND), from + length + SHOWN_AROUND)
    return part.length > SHOWN_CHARACTERS ? `${part.slice(0, SHOWN_CHARACTERS)}…` : part
  }
  return { here: shown(here, left.length), there: shown(there, right.length) }
}

interface Slip {
  readonly at: number
  readonly left: string
  readonly right: string
  /** The differing words with what stands before and after them, in both writings. */
  readonly words: readonly { readonly here: string; readonly there: string }[]
}

/** The short stretches in which two texts differ; none when they part for longer. */
function slipsBetween(left: string, right: string): readonly Slip[] {
  const slips: Slip[] = []
  let [at, other] = [0, 0]
  while (at < left.length && other < right.length) {
    if (left[at] === right[other]) {
      at++
      other++
      continue
    }
    const next = agreementAfter(left, right, at, other)
    if (!next) return []
    const [lost, gained] = [left.slice(at, next[0]), right.slice(other, next[1])]
    if (lost.length <= LONGEST_SLIP && gained.length <= LONGEST_SLIP) slips.push(slipOf(left, at, lost, gained))
    ;[at, other] = next
  }
  return slips
}

function agreementAfter(left: string, right: string, at: number, other: number): readonly [number, number] | null {
  for (let sum = 1; sum <= REACH; sum++) {
    for (let skip = 0; skip <= sum; skip++) {
      const [from, to] = [at + skip, other + sum - skip]
      const rest = left.slice(from, from + AGREEMENT)
      if (rest !== '' && rest === right.slice(to, to + AGREEMENT)) return [from, to]
    }
  }
  return null
}

function slipOf(text: string, at: number, left: string, right: string): Slip {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + left.length, at + left.length + 2)
  const around = { here: before + left + after, there: before + right + after }
  // A word may begin or end with the slip, so that only one side of it recurs elsewhere.
  const sides = [
    { here: left + after, there: right + after },
    { here: before + left, there: before + right },
  ]
  return { at, left, right, words: left === '' || right === '' ? [around] : [around, ...sides] }
}

function isMended(slip: Slip, texts: readonly string[], corpus: Corpus): boolean {
  const elsewhere = (word: string): number => corpus.count(word) - texts.filter((text) => text.includes(word)).length
  return slip.words.some(({ here, there }) => elsewhere(there) >= USUAL && elsewhere(here) <= 0)
}
