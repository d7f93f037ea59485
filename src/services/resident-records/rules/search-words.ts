import { foldPlace } from '#capabilities/addresses/addresses.ts'
import { foldLetters, foldName, foldReading, isLetters } from '#capabilities/addresses/names.ts'
import { readingSortKey } from '#kernel/values/kana.ts'

/** What a version of the register says that a person is found by. */
export interface FoundBy {
  readonly name: string
  readonly kana: string
  readonly alphabet: string
  readonly commonName: string
  readonly commonKana: string
  readonly formerName: string
  readonly formerKana: string
  readonly town: string
  readonly addressNumber: string
  readonly building: string
  readonly address: string
  readonly previousAddress: string
}

export interface SearchWords {
  /** One folded word or name a line, with a line end before the first and behind the last. */
  readonly words: string
  readonly grams: readonly number[]
  readonly sorting: string
}

/** Everything that a person is or was known by, of all versions that the register says today; the latest last. */
export function searchWordsOf(addresseeNumber: string, versions: readonly FoundBy[]): SearchWords {
  const lines = new Set([addresseeNumber, ...versions.flatMap(linesOf)])
  lines.delete('')
  return { words: `\n${[...lines].join('\n')}\n`, grams: gramsOfLines([...lines]), sorting: readingSortKey(versions.at(-1)?.kana ?? '') }
}

/**
 * The pairs of neighbouring characters of a text that stands inside a line; of a single character the pair with the line's
 * beginning, so that one character finds what begins with it. A pair is a number of 32 bits: two UTF-16 units.
 */
export function gramsOf(text: string): readonly number[] {
  const grams = new Set<number>()
  if (text.length === 1) return [pairOf(LINE_END, text.charCodeAt(0))]
  for (let index = 0; index + 1 < text.length; index++) grams.add(pairOf(text.charCodeAt(index), text.charCodeAt(index + 1)))
  return [...grams]
}

/**
 * An address for searching: as places are folded, its numbers parted by hyphens whatever was written between them, so
 * that 9101番地の2, 9101番2 and 9101-2 are one.
 */
export function foldAddress(text: string): string {
  return foldPlace(text).replace(/(?<=\d)(?:番地の|番地|番の|番|号の|号|の)(?=\d)/g, '-').replace(/(?<=\d)(?:番地|番|号)(?!\p{L})/gu, '')
}

function gramsOfLines(lines: readonly string[]): readonly number[] {
  const grams = new Set<number>()
  for (const line of lines) {
    grams.add(pairOf(LINE_END, line.charCodeAt(0)))
    for (let index = 0; index + 1 < line.length; index++) grams.add(pairOf(line.charCodeAt(index), line.charCodeAt(index + 1)))
  }
  return [...grams]
}

function linesOf(by: FoundBy): string[] {
  const names = [by.name, by.commonName, by.formerName].flatMap(nameLines)
  const kana = [by.kana, by.commonKana, by.formerKana].flatMap((reading) => partsOf(reading).map(foldReadingOnce))
  const places = [foldAddress(`${by.town}${by.addressNumber}`), foldAddress(by.address), foldNameOnce(by.building), foldAddress(by.previousAddress)]
  return [...names, ...lettersLines(by.alphabet), ...kana, ...places]
}

function nameLines(name: string): string[] {
  return isLetters(name) ? lettersLines(name) : partsOf(name).map(foldNameOnce)
}

/** Each word, and all of them as one. */
function lettersLines(letters: string): string[] {
  const folded = foldLetters(letters)
  return folded === '' ? [] : [folded.replaceAll(' ', ''), ...folded.split(' ')]
}

/** The whole name and its parts: 森川 誠 is found as 森川誠, 森川 and 誠. */
function partsOf(name: string): string[] {
  if (name === '') return []
  const parts = name.split(/[\s\u3000]+/).filter((part) => part !== '')
  return parts.length > 1 ? [parts.join(''), ...parts] : parts
}

/** A city has far fewer names than people: each is folded once, as long as there is room. */
const MOST_REMEMBERED = 50_000
const foldNameOnce = once(foldName)
const foldReadingOnce = once(foldReading)

function once(fold: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const folded = fold(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, folded)
    return folded
  }
}

const LINE_END = 0x0a

function pairOf(first: number, second: number): number {
  return (first << 16) | second
}
