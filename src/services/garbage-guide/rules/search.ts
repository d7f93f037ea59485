import type { Item } from '../model.ts'
import { gramPostings, StepLimit, type GramPostings } from './gram-postings.ts'
import { foldSearch as foldKey, formsOf, searchKeysOf, type SearchKeys } from './search-keys.ts'
import { Ranking, scaled, SCORES, type ItemHit } from './search-ranking.ts'
import { slipsBetween, slipsWithin } from './slips.ts'

export type { ItemHit } from './search-ranking.ts'

export interface SearchWishes {
  /** Most hits given back, at least 1; `MOST_HITS` where it is left out. */
  readonly limit?: number
}

export interface ItemIndex {
  /** Best first, ties by reading; empty where nothing is like what was typed. Never throws, whatever is typed. */
  search(typed: string, wishes?: SearchWishes): readonly ItemHit[]
}

export const MOST_HITS = 50

/** What is typed beyond this is not looked at: no thing has so long a name. Before folding, and after it. */
const LONGEST_TYPED = 300
const LONGEST_FOLDED = 60
const MOST_WORDS = 5
/** Of searches over 1,200 items most take 1,000 steps, the longest 25,000. */
const MOST_STEPS = 200_000
/** With so many sure hits nobody needs guesses below them. */
const ENOUGH_HITS = 10

/** A text as the search compares it; only for comparing, never for showing. */
export function foldSearch(text: string): string {
  return foldKey(text.slice(0, LONGEST_TYPED))
}

/** To be built anew when items change: 600 items take a tenth of a second. */
export function buildItemIndex(items: readonly Item[]): ItemIndex {
  const keys = searchKeysOf(items)
  const postings = gramPostings(keys.keys.map(({ text }) => text))
  const exact = Map.groupBy(keys.keys.keys(), (place) => keys.keys[place]?.text ?? '')
  return {
    search(typed, { limit = MOST_HITS } = {}) {
      const ranking = new Ranking(keys)
      const forms = formsTyped(typed.slice(0, LONGEST_TYPED))
      const same = { words: wordsOf(typed), keys, postings, exact, steps: new StepLimit(MOST_STEPS) }
      const asked = forms.map((form, place): Asked => {
        const loss = place < forms.length - 1 ? SCORES.lossOfLongVowels : 0
        const rank: Asked['rank'] = (key, score, isGuess) => ranking.add(key, score - loss, isGuess)
        return { ...same, folded: form.slice(0, LONGEST_FOLDED), rank }
      })
      for (const each of asked) rankSureHits(each)
      const isFound = ranking.size >= ENOUGH_HITS || ranking.bestScore >= SCORES.beginning[0]
      for (const each of asked) rankSlipsAndGuesses(each, isFound)
      return ranking.best(Math.max(1, limit))
    },
  }
}

interface Asked {
  readonly folded: string
  readonly words: readonly string[]
  readonly keys: SearchKeys
  readonly postings: GramPostings
  /** Places of the keys by their text. */
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly steps: StepLimit
  rank(place: number, score: number, isGuess?: boolean): void
}

/** A single letter that is left without its long vowels says less than it did with them: ター is no た. */
function formsTyped(typed: string): readonly string[] {
  const forms = formsOf(typed).filter((form) => form !== '')
  return forms.length > 1 ? forms.filter((form) => form.length > 1) : forms
}

function wordsOf(typed: string): readonly string[] {
  const words = typed
    .slice(0, LONGEST_TYPED)
    .split(/[\s・、，,/／+＋]+/u)
    .map(foldSearch)
  return words.filter((word) => word !== '').slice(0, MOST_WORDS)
}

function rankSureHits(asked: Asked): void {
  const { folded, keys, postings, steps, rank } = asked
  for (const place of postings.holding(folded, steps)) {
    const text = keys.keys[place]?.text ?? ''
    const covered = folded.length / text.length
    if (text === folded) rank(place, SCORES.exact)
    else if (text.startsWith(folded)) rank(place, scaled(SCORES.beginning, covered))
    else rank(place, scaled(SCORES.holding, covered))
  }
  if (asked.words.length > 1) rankAllWords(asked)
}

/** Things of which every typed word is somewhere, in whatever order: ボトル 油. */
function rankAllWords({ words, keys, postings, steps, rank }: Asked): void {
  const [first = [], ...others] = words.map((word) => postings.holding(word, steps))
  const found = others.map((places) => new Set(places.map((place) => keys.keys[place]?.item)))
  for (const place of first) {
    if (found.every((items) => items.has(keys.keys[place]?.item))) rank(place, SCORES.allWords)
  }
}

/** A shorter word is not compared; one of two characters only with one of three. */
const SHORTEST_WITH_SLIP = 2
const SHORTEST_KEY_WITH_SLIP = 3
/** Beside でんち, which is there, nobody means ベンチ. */
const SHORTEST_KEY_BESIDE_FOUND = 4
/** What the length of the word adds to the score of a slip at most. */
const MOST_FOR_LENGTH = 30
/** Of fewer characters a piece with a slip, or half the pairs, say nothing. */
const SHORTEST_TO_GUESS = 4
/** Two slips only where six characters are still right. */
const SHORTEST_FOR_TWO_SLIPS = 8
/** A swap spoils three pairs of neighbours, every other slip two. */
const PAIRS_PER_SLIP = 3
/** Share of the typed pairs that a word must have to be a guess at all. */
const LEAST_ALIKE = 0.5

function rankSlipsAndGuesses(asked: Asked, isFound: boolean): void {
  const { folded, keys, postings, steps, rank } = asked
  if (!isFound) rankWithinTyped(asked)
  if (folded.length < SHORTEST_WITH_SLIP) return
  const pairs = postings.pairsIn(folded)
  const least = isFound
    ? pairs - PAIRS_PER_SLIP
    : Math.min(pairs - 2 - PAIRS_PER_SLIP * slipsAllowed(folded), pairs * LEAST_ALIKE)
  for (const { place, pairs: shared } of postings.sharing(folded, Math.max(1, Math.ceil(least)), steps)) {
    const text = keys.keys[place]?.text ?? ''
    const isLongEnough = text.length >= (isFound ? SHORTEST_KEY_BESIDE_FOUND : SHORTEST_KEY_WITH_SLIP)
    const slip = isLongEnough ? slipScore(folded, text, pairs - shared, steps) : null
    const score = slip ?? (isFound ? null : guessScore(folded, text, { shared, pairs, steps }))
    if (score !== null) rank(place, score, true)
  }
}

function slipsAllowed(folded: string): number {
  return folded.length >= SHORTEST_FOR_TWO_SLIPS ? 2 : 1
}

function slipScore(folded: string, text: string, pairsLost: number, steps: StepLimit): number | null {
  if (pairsLost > PAIRS_PER_SLIP || Math.abs(text.length - folded.length) > 1) return null
  if (!steps.allows(folded.length) || slipsBetween(folded, text, 1) !== 1) return null
  if (folded.length < SHORTEST_KEY_WITH_SLIP) return SCORES.oneSlipInTwo
  // The more letters are right, the surer it is that the slip was one.
  return SCORES.oneSlip + Math.min(text.length, MOST_FOR_LENGTH)
}

interface Likeness {
  readonly shared: number
  readonly pairs: number
  readonly steps: StepLimit
}

function guessScore(folded: string, text: string, { shared, pairs, steps }: Likeness): number | null {
  if (folded.length < SHORTEST_TO_GUESS || shared < 2) return null
  const most = slipsAllowed(folded)
  // Of a piece the pairs at both ends are lost as well.
  if (pairs - shared <= 2 + PAIRS_PER_SLIP * most && steps.allows(folded.length * text.length)) {
    const slips = slipsWithin(folded, text, most)
    if (slips <= most) return scaled(SCORES.slipWithin, folded.length / text.length) - slips * SCORES.perSlip
  }
  return shared / pairs >= LEAST_ALIKE ? scaled(SCORES.alike, shared / pairs) : null
}

const LONGEST_KEY_WITHIN = 30

/** Things whose whole name stands within what was typed: こわれた傘. */
function rankWithinTyped({ folded, exact, rank }: Asked): void {
  for (let from = 0; from < folded.length; from++) {
    for (let to = from + 1; to <= Math.min(folded.length, from + LONGEST_KEY_WITHIN); to++) {
      const part = folded.slice(from, to)
      // A single kana or letter says nothing, a single kanji does.
      if (part.length === 1 && !/\p{Script=Han}/u.test(part)) continue
      for (const place of exact.get(part) ?? []) rank(place, scaled(SCORES.withinTyped, part.length / folded.length))
    }
  }
}
