import { replaceCharacters } from '#kernel/values/character-variants.ts'
import { parseNumeral } from '#kernel/values/numerals.ts'
import { foldForSearch } from '#kernel/values/text-forms.ts'
import { NAME_FORMS_IN_SEARCH } from '../names/name-forms.ts'

const COUNTED = /([〇一二三四五六七八九十百千]+)(?=丁目|番|号|の\d|の[〇一二三四五六七八九十百千])/g
const AFTER_A_COUNT = /(?<=(?:丁目|番地|番|号|\d)の?)([〇一二三四五六七八九十百千]+)(?=$|番|号|の|-)/g

/**
 * A written place for comparing: characters as `foldForSearch` has them, 大字 and 字 before a name left out, ヶ, ケ, が and
 * ヵ as one, numbers before 丁目, 番, 号 in digits, every dash as -. Kanji in names stay: 三寺町 is no number.
 */
export function placeKey(written: string): string {
  const folded = replaceCharacters(foldForSearch(written), NAME_FORMS_IN_SEARCH)
  const plain = folded.replace(/大字/g, '').replace(/(?<=[\p{Script=Han}])[けがか](?=[\p{Script=Han}])/gu, 'け')
  return plain.replace(COUNTED, digitsOf).replace(AFTER_A_COUNT, digitsOf).replace(/(?<=\d)[ー−](?=\d)/g, '-')
}

function digitsOf(numeral: string): string {
  const read = parseNumeral(numeral)
  return read.ok ? String(read.value) : numeral
}
