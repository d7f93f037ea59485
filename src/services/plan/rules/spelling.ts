import { differsByOneCharacter } from '#capabilities/imports/reading/similarity.ts'
import { TEXT_COLUMNS } from './columns.ts'
import type { Corpus } from './corpus.ts'
import type { Entry } from './entry.ts'
import type { ReadingContext } from './reading-context.ts'
import { textField } from './row-content.ts'
import { placeOfSlot } from './row-text.ts'

/** A word that the rest of the report writes otherwise. */
interface OddWord {
  readonly word: string
  readonly usual: string
}

/** Words compared with one another, and odd ones asked about, in one reading. */
const WORDS_COMPARED = 700
const ODD_WORDS_ASKED = 40
/** The usual spelling must be this many times as frequent, and a katakana word this long, to be evidence. */
const TIMES_AS_FREQUENT = 3
const SHORTEST_WORD = 5

/**
 * Asks about words that the same report writes differently elsewhere, as misread characters leave them: a katakana
 * word one character off a frequent one, an abbreviation with a digit stuck to it. Slips without evidence in the
 * report itself are not guessed at.
 */
export function doubtSpelling(
  listings: readonly { readonly entry: Entry; readonly projectKey: string }[],
  context: ReadingContext,
): void {
  const odd = [...oddKatakana(context.corpus), ...oddAbbreviations(context.corpus)].slice(0, ODD_WORDS_ASKED)
  if (odd.length === 0) return
  for (const { entry, projectKey } of listings) {
    for (const key of TEXT_COLUMNS) {
      const slot = entry.row.slots.get(key)
      const found = slot && slot.text !== '' ? odd.find(({ word }) => holdsWord(slot.text, word)) : undefined
      if (!slot || !found) continue
      const place = placeOfSlot(slot, entry.row.raw.line, entry.number, textField(projectKey, key))
      const alternatives = [slot.text.replaceAll(found.word, found.usual)]
      context.doubts.add({ ...place, kind: 'spelling', alternatives, values: { word: found.word, usual: found.usual } })
    }
  }
}

function oddKatakana(corpus: Corpus): readonly OddWord[] {
  const words = [...corpus.words(/[ァ-ヺー]+/g)].filter(([word]) => word.length >= SHORTEST_WORD)
  const byFrequency = words.toSorted(([, left], [, right]) => right - left).slice(0, WORDS_COMPARED)
  const odd: OddWord[] = []
  for (const [word, count] of byFrequency) {
    const usual = byFrequency.find(([other, often]) => often >= count * TIMES_AS_FREQUENT && isSlipOf(word, other))
    if (usual) odd.push({ word, usual: usual[0] })
  }
  return odd
}

/** サーバ and サーバー are two habits and no slip. */
function isSlipOf(word: string, other: string): boolean {
  return word.replace(/ー$/, '') !== other.replace(/ー$/, '') && differsByOneCharacter(word, other)
}

function oddAbbreviations(corpus: Corpus): readonly OddWord[] {
  const words = corpus.words(/[A-Za-z0-9]{3,}/g)
  return [...words.keys()].flatMap((word) => {
    const usual = word.match(/^\d([A-Z]{2,})$/)?.[1]
    return usual && words.has(usual) ? [{ word, usual }] : []
  })
}

/** A word, not a part of a longer one. */
function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word)
  if (at < 0) return false
  const isKatakana = /[ァ-ヺー]/.test(word)
  const same = isKatakana ? /[ァ-ヺー]/ : /[A-Za-z0-9]/
  return !same.test(text[at - 1] ?? '') && !same.test(text[at + word.length] ?? '')
}
