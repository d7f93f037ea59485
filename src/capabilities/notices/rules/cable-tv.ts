import type { Language } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { wordingWords } from '../text/wording-words.ts'
import { wordingOf } from '../wording.ts'
import { inColumns } from './fitting.ts'
import { CABLE_TV_SCREEN } from './fitting-limits.ts'
import { plainIn } from './wording-plain.ts'

/** What a line does not begin with (JIS X 4051 section 6.1.1, the part that plain text meets). */
const NOT_FIRST = /^[、。，．・：；？！」』）】〉》ーァィゥェォッャュョぁぃぅぇぉっゃゅょ,.:;?!)\]]/u

/** One notice on one screen of cable television: title and whole sentences, in lines of the station's width. */
export function cableTvLines(notice: Pick<Notice, 'texts' | 'isDrill'>, language: Language, screen = CABLE_TV_SCREEN): string[] {
  const { title, sentences, preface } = wordingOf(notice, language)
  const rest = wrapColumns(plainIn(wordingWords.more[language], language), screen.columns)
  const heading = wrapColumns(title, screen.columns)
  const blocks = [...(preface === null ? [] : [preface]), ...sentences].map((sentence) => wrapColumns(sentence, screen.columns))
  const room = screen.lines - heading.length
  return [...heading, ...fittingBlocks(blocks, room, rest)]
}

/** Sentences stand on lines of their own, so that what is left out is never in the middle of a line. */
function fittingBlocks(blocks: readonly (readonly string[])[], room: number, rest: readonly string[]): string[] {
  const all = blocks.flat()
  if (all.length <= room) return all
  const kept: string[] = []
  for (const block of blocks) {
    if (kept.length + block.length + rest.length > room) break
    kept.push(...block)
  }
  return [...kept, ...rest]
}

/** Breaks a text into lines of at most so many columns, between words where there are any, never inside a character. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, columns)) {
    if (line !== '' && inColumns(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Words of Latin script with the space after them, single characters else, each with the marks that must follow it. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = []
  for (const [piece] of text.matchAll(/[\p{Script=Latin}\d'’.,:/-]+\s*|\P{M}\p{M}*/gu)) {
    const before = pieces.at(-1)
    const joined = before === undefined ? piece : before + piece
    if (before !== undefined && NOT_FIRST.test(piece) && inColumns(joined) <= columns) pieces[pieces.length - 1] = joined
    else if (inColumns(piece.trimEnd()) > columns) pieces.push(...piece)
    else pieces.push(piece)
  }
  return pieces
}
