import { foldForSearch } from '#kernel/values/text-forms.ts'
import type { Item } from '../model.ts'
import { sortByReading } from './fifty-sounds.ts'

/** From the surest to the least: a thing found by several is said to be found by the first. */
export const KEY_KINDS = ['name', 'reading', 'alias', 'other-language'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

/** One folded word under which an item is found. */
export interface SearchKey {
  readonly text: string
  readonly kind: KeyKind
  /** False for a name without its remark in brackets, which many things may share. */
  readonly isWhole: boolean
  /** The item's place in `SearchKeys.items`. */
  readonly item: number
}

export interface SearchKeys {
  /** By reading, so that a place is also the order among equal hits. */
  readonly items: readonly Item[]
  readonly keys: readonly SearchKey[]
}

/**
 * A text as the search compares it. Beyond `foldForSearch` of the kernel: small kana as full ones, no long vowel marks
 * or other signs anywhere, ぢ づ を as じ ず お, PET before kana as ペット. Only for comparing, never for showing.
 */
export function foldSearch(text: string): string {
  return lettersOf(foldForSearch(text)).replaceAll('ー', '')
}

/**
 * Both forms under which a word is kept and looked for: without long vowel marks, and with every one of them as a
 * letter. Of セーター only two characters are left without them, too few to tell a slip by.
 */
export function formsOf(text: string): readonly string[] {
  const short = foldSearch(text)
  if (!/[ーｰ]/.test(text) || short === '') return [short]
  return [short, lettersOf(foldForSearch(text.replace(/[ーｰ]/g, LONG_VOWEL)))]
}

/** From the private use area, so that no fold of the kernel takes it for a dash. */
const LONG_VOWEL = '\uE000'

function lettersOf(folded: string): string {
  const plain = folded.replace(/[ぁぃぅぇぉっゃゅょゎゕゖぢづを]/g, (kana) => KANA_FORMS.get(kana) ?? kana)
  const letters = plain.replace(/[^\p{L}\p{N}\uE000]/gu, '').normalize('NFC')
  return letters.replace(/pet(?=[ぁ-ん])/g, PET)
}

/** ぢ and づ sound like じ and ず, and people type either. */
const KANA_FORMS = new Map(
  [...'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけぢじづずをお'.matchAll(/(.)(.)/gu)].map(([, met, form]) => [
    met as string,
    form as string,
  ]),
)
const PET = 'ぺつと'

/** Every word of every item, folded; of equal ones of an item the surest kind stays. */
export function searchKeysOf(items: readonly Item[]): SearchKeys {
  const sorted = sortByReading(items)
  const keys = sorted.flatMap((item, place) => {
    const found = new Map<string, SearchKey>()
    for (const { word, kind, isWhole } of wordsOf(item)) {
      for (const text of formsOf(word)) {
        if (text !== '' && !found.has(text)) found.set(text, { text, kind, isWhole, item: place })
      }
    }
    return [...found.values()]
  })
  return { items: sorted, keys }
}

/** A remark in brackets, as in 電球（白熱球）: the name without it is a name, too. */
const IN_BRACKETS = /[(（［[【〔][^()（）［］[\]【】〔〕]*[)）］\]】〕]/g

interface Word {
  readonly word: string
  readonly kind: KeyKind
  readonly isWhole: boolean
}

function wordsOf({ name, reading, aliases }: Item): readonly Word[] {
  const others = [name['ja-x-yasashii'], name.en, name.pt]
  const words: readonly Word[] = [
    { word: name.ja, kind: 'name', isWhole: true },
    { word: reading, kind: 'reading', isWhole: true },
    ...aliases.map((word) => ({ word, kind: 'alias', isWhole: true }) as const),
    ...others.map((word) => ({ word, kind: 'other-language', isWhole: true }) as const),
  ]
  const plain = words.map(({ word, kind }) => ({ word: word.replace(IN_BRACKETS, ''), kind, isWhole: false }))
  return [...words, ...plain.filter(({ word }, place) => word !== words[place]?.word)]
}
