import { foldForSearch } from '#kernel/values/text-forms.ts'
import { SEARCH_LIMITS } from '../limits.ts'

/** A piece of a text around the first word that was found, with the found place apart; `found` may be empty. */
export interface Excerpt {
  readonly before: string
  readonly found: string
  readonly after: string
}

/** Longer sentences are looked through piece by piece, each with the end of the one before it. */
const PIECE = 200
const OVERLAP = 40

/** The text is folded sentence by sentence, because no place in the folded text says where it stood in the original. */
export function excerptOf(text: string, forms: readonly string[]): Excerpt {
  const pieces = piecesOf(text)
  for (const form of forms) {
    const index = pieces.findIndex((piece) => foldForSearch(piece).includes(form))
    const piece = pieces[index]
    if (piece !== undefined) return around(piece, pieces.slice(index + 1).join(' '), form)
  }
  return cutAfter({ before: '', found: '', after: pieces.join(' ') })
}

function piecesOf(text: string): string[] {
  const sentences = text.split(/(?<=[。！？!?])|\r?\n/).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  return sentences.flatMap((sentence) => {
    if (sentence.length <= PIECE) return [sentence]
    return Array.from({ length: Math.ceil(sentence.length / (PIECE - OVERLAP)) }, (_, index) => sentence.slice(index * (PIECE - OVERLAP), index * (PIECE - OVERLAP) + PIECE))
  })
}

/** The shortest beginning that holds the form ends where it ends; the shortest end of that beginning is the place itself. */
function around(piece: string, rest: string, form: string): Excerpt {
  const characters = [...piece]
  const end = shortest(characters.length, (length) => foldForSearch(characters.slice(0, length).join('')).includes(form))
  const length = shortest(end, (from) => foldForSearch(characters.slice(end - from, end).join('')).includes(form))
  const room = Math.max(0, Math.floor((SEARCH_LIMITS.excerptCharacters - length) / 2))
  const start = end - length
  const before = characters.slice(Math.max(0, start - room), start).join('')
  return cutAfter({
    before: `${start > room ? '…' : ''}${before}`,
    found: characters.slice(start, end).join(''),
    after: `${characters.slice(end).join('')} ${rest}`.trimEnd(),
  })
}

/** The smallest number up to `most` that is enough, where every greater one is too. */
function shortest(most: number, isEnough: (number: number) => boolean): number {
  let low = 1
  let high = most
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function cutAfter({ before, found, after }: Excerpt): Excerpt {
  const room = Math.max(0, SEARCH_LIMITS.excerptCharacters - before.length - found.length)
  return { before, found, after: after.length <= room ? after : `${after.slice(0, room).toWellFormed()}…` }
}
