/** Characters of a dump that are searched for evidence; a real report has 30,000. */
const CORPUS_AT_MOST = 300_000
/** Searches in one reading; each passes over the whole corpus. */
const SEARCHES_AT_MOST = 600

/** All texts of a dump in one, to look up how often a word is written in which way. */
export class Corpus {
  readonly #text: string
  readonly #counts = new Map<string, number>()
  #searches = 0

  constructor(texts: Iterable<string>) {
    let text = ''
    for (const part of texts) {
      text += `${part}\n`
      if (text.length > CORPUS_AT_MOST) break
    }
    this.#text = text
  }

  /** How often a word occurs; 0 also when the searches of this reading are used up. */
  count(word: string): number {
    const known = this.#counts.get(word)
    if (known !== undefined) return known
    if (word.length < 2 || this.#searches++ >= SEARCHES_AT_MOST) return 0
    let count = 0
    for (let at = this.#text.indexOf(word); at >= 0; at = this.#text.indexOf(word, at + word.length)) count++
    this.#counts.set(word, count)
    return count
  }

  /** Words of a script with how often they occur, e.g. all of katakana. */
  words(pattern: RegExp): ReadonlyMap<string, number> {
    const words = new Map<string, number>()
    for (const [word] of this.#text.matchAll(pattern)) words.set(word, (words.get(word) ?? 0) + 1)
    return words
  }
}
