import { replaceCharacters } from '#kernel/values/character-variants.ts'
import { toFullWidthKana, toHiragana } from '#kernel/values/kana.ts'
import { foldForComparison, foldForSearch } from '#kernel/values/text-forms.ts'
import { NAME_FORMS_IN_COMPARISON, NAME_FORMS_IN_SEARCH } from './names/name-forms.ts'

/**
 * Keys of names: equal where people mean the same name, however it was written or typed. A key is compared and searched
 * and never shown; the name itself stays as it is registered. All folds are idempotent.
 */

/**
 * A name in kanji for searching: 髙𣘺 as 高橋, 渡邉 as 渡辺, 辻 with its selector as 辻, 斉藤 as 斎藤; no spaces, small letters,
 * hiragana. Characters that are only mistaken for one another (畑, 畠) are one here, so rank what is equal without this first.
 */
export function foldName(name: string): string {
  return replaceCharacters(foldForSearch(name), NAME_FORMS_IN_SEARCH)
}

/** A name for comparing two records: the same character in another form counts as the same, a related one does not. */
export function nameKey(name: string): string {
  // Folded once more: without the space a dash may stand behind a kana, where it is a long vowel.
  const joined = foldForComparison(foldForComparison(name).replaceAll(' ', ''))
  return replaceCharacters(joined, NAME_FORMS_IN_COMPARISON).toLowerCase()
}

/**
 * A reading as it sounds: hiragana and katakana, half and full width, small and large kana, ヂ and ジ, ヅ and ズ, ヴァ and
 * バ, ヲ and オ, and a long vowel however it is written (コウ, コオ, コー). オノ and オオノ stay two names.
 */
export function foldReading(reading: string): string {
  const kana = toHiragana(toFullWidthKana(reading).normalize('NFKC')).replace(/[\s・=＝.,-]+/g, '')
  const plain = [...kana.replace(V_ROW, (sound) => B_ROW.get(sound) ?? sound)].map((character) => ONE_SOUND.get(character) ?? character)
  let folded = ''
  for (const character of plain) {
    const before = VOWEL_OF.get(folded.at(-1) ?? '')
    folded += before === undefined ? character : lengthened(character, before)
  }
  return folded
}

/**
 * Letters of the alphabet: no accents (João, Nguyễn Thị Hòa, Đặng), no case, hyphens and apostrophes gone, one space
 * between words, in the order given.
 */
export function foldLetters(text: string): string {
  const small = foldForComparison(text).toLowerCase().replace(/[đøłßæœıð]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
  const plain = small.normalize('NFD').replace(/\p{Mn}+/gu, '')
  return plain.replace(/['’.]/g, '').replace(/[^a-z0-9]+/g, ' ').trim()
}

/** Letters for comparing, whichever name stands first: the words in the order of the alphabet. */
export function lettersKey(text: string): string {
  return foldLetters(text).split(' ').toSorted().join(' ')
}

/** Only letters of the alphabet, with accents or not: what belongs to `foldLetters`. */
export function isLetters(text: string): boolean {
  return /^[\p{Script=Latin}\p{Mn}\s'’.-]+$/u.test(text.normalize('NFKC')) && /\p{Script=Latin}/u.test(text.normalize('NFKC'))
}

/** Only kana in any width: what belongs to `foldReading`. */
export function isKana(text: string): boolean {
  return /^[ぁ-ゖゝゞァ-ヺヽヾー\s・-]+$/.test(toFullWidthKana(text).normalize('NFKC'))
}

/** Kana of names that sound alike, after hiragana: small kana are written large in older files and on bank slips. */
const ONE_SOUND: ReadonlyMap<string, string> = new Map(pairsOf('ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけぢじづずをおゐいゑえ'))

const V_ROW = /ゔ[ぁぃぇぉあいえお]?/g
const B_ROW: ReadonlyMap<string, string> = new Map([
  ['ゔぁ', 'ば'], ['ゔぃ', 'び'], ['ゔぇ', 'べ'], ['ゔぉ', 'ぼ'], ['ゔあ', 'ば'], ['ゔい', 'び'], ['ゔえ', 'べ'], ['ゔお', 'ぼ'], ['ゔ', 'ぶ'],
])

const VOWEL_OF: ReadonlyMap<string, string> = new Map(
  ['あかさたなはまやらわがざだばぱ', 'いきしちにひみりぎじびぴ', 'うくすつぬふむゆるぐずぶぷ', 'えけせてねへめれげぜでべぺ', 'おこそとのほもよろごぞどぼぽ']
    .flatMap((row) => [...row].map((kana) => [kana, row.charAt(0)] as const)),
)

/** After a kana of the え row い lengthens it (ケイ as ケエ), after the お row う does (コウ as コオ), and ー after any. */
function lengthened(kana: string, vowelBefore: string): string {
  if (kana === 'ー') return vowelBefore
  if (kana === 'い' && vowelBefore === 'え') return 'え'
  if (kana === 'う' && vowelBefore === 'お') return 'お'
  return kana
}

const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'], ['ø', 'o'], ['ł', 'l'], ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ı', 'i'], ['ð', 'd'],
])

function pairsOf(run: string): readonly (readonly [string, string])[] {
  return Array.from({ length: run.length / 2 }, (_, index) => [run.charAt(2 * index), run.charAt(2 * index + 1)] as const)
}
