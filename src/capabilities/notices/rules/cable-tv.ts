import type { Language } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { wordingWords } from '../text/wording-words.ts'
import { wordingOf } from '../wording.ts'
import { charactersOf, inColumns } from './fitting.ts'
import { CABLE_TV_SCREEN } from './fitting-limits.ts'
import { plainIn } from './wording-plain.ts'

/** What a line does not begin with (JIS X 4051 section 6.1.1, the part that plain text meets). */
const NOT_FIRST = /^[、。，．・：；？！」』）】〉》ーァィゥェォッャュョぁぃぅぇぉっゃゅょ,.:;?!)\]]/u

const OF_A_WORD = /^[\p{Script=Latin}\d'’/-]/u

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

/** Words of Latin script with the space after them, single characters else, each with what must follow it on its line. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = []
  for (const character of charactersOf(text)) {
    const before = pieces.at(-1)
    const isJoined = before !== undefined && belongsTo(before, character) && inColumns((before + character).trimEnd()) <= columns
    if (isJoined) pieces[pieces.length - 1] = before + character
    else pieces.push(character)
  }
  return pieces
}

function belongsTo(before: string, character: string): boolean {
  return /^\s/u.test(character) || NOT_FIRST.test(character) || (OF_A_WORD.test(character) && OF_A_WORD.test(before) && !/\s$/u.test(before))
}
