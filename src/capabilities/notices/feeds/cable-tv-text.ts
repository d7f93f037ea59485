import iconv from 'iconv-lite'
import { Fault } from '#kernel/faults/faults.ts'
import type { City } from '#kernel/city/city.ts'
import type { Language } from '#kernel/text/text.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Notice } from '../model.ts'
import { cableTvLines } from '../rules/cable-tv.ts'
import { feedWords } from '../text/feed-words.ts'
import { currentNotices, feedLanguage, plainPhrase } from './feed-visit.ts'

const ENCODINGS = { 'utf-8': 'utf8', shift_jis: 'cp932' } as const
export type TextEncoding = keyof typeof ENCODINGS

/** The sign that Japanese printing puts where a character is missing (JIS X 0213, geta). */
const MISSING = '〓'

/** What holds now as plain text for a scroll or a caption; Shift_JIS for machines that know nothing else. */
export async function showCableTvText(visit: Visit): Promise<Answer> {
  const language = feedLanguage(visit)
  const encoding = visit.query.encoding ?? 'utf-8'
  if (encoding !== 'utf-8' && encoding !== 'shift_jis') throw new Fault('bad-request', 'encoding is utf-8 or shift_jis')
  if (encoding === 'shift_jis' && language === 'pt') throw new Fault('bad-request', 'Shift_JIS has no letters for Portuguese; ask for utf-8')
  const text = cableTvText(await currentNotices(visit), language, visit.city)
  return fileAnswer(encoded(text, encoding), `text/plain; charset=${encoding}`)
}

/** Screens one under the other, an empty line between; lines end as such machines expect it. */
export function cableTvText(notices: readonly Notice[], language: Language, city: Pick<City, 'displayName'>): string {
  const name = plainPhrase(city.displayName, language)
  if (notices.length === 0) return `${name}\r\n${plainPhrase(feedWords.nothingNow, language)}\r\n`
  return notices.map((notice) => [name, ...cableTvLines(notice, language)].map((line) => `${line}\r\n`).join('')).join('\r\n')
}

export function encoded(text: string, encoding: TextEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  const name = ENCODINGS[encoding]
  const known = [...text].map((character) => (iconv.decode(iconv.encode(character, name), name) === character ? character : MISSING))
  return iconv.encode(known.join(''), name)
}
