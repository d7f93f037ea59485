import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import type { Version } from '../model.ts'
import { words } from '../text/phrasebook-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { ACTION_WORDS, FAMILY_WORDS, SUBJECT_WORDS } from '../text/subject-words.ts'

export const BOOK_PATH = '/staff/phrasebook'

export function templatePath(key: string): string {
  return `${BOOK_PATH}/templates/${key}`
}

export function bookCrumb(voice: Voice) {
  return { href: BOOK_PATH, label: voice.say(words.title) }
}

/** What a key is for in words, e.g. 避難の情報: 土砂災害 レベル4; the key itself where no service is known to ask for it. */
export function nameOfKey(voice: Voice, key: string, say: (phrase: Phrase<never>) => Html | string = (phrase) => voice.say(phrase)): Html {
  for (const { name, rows } of CATALOGUE) {
    for (const { subject, cells } of rows) {
      const cell = cells.find((one) => one.key === key)
      if (cell === undefined) continue
      const subjectWord = SUBJECT_WORDS[subject]
      const action = cells.length === 1 && cell.action === 'told' ? '' : html` ${say(ACTION_WORDS[cell.action] ?? staffWords.key)}`
      return html`${say(FAMILY_WORDS[name])}: ${subjectWord === undefined ? subject : say(subjectWord)}${action}`
    }
  }
  return html`${key}`
}

/** The same without markup, for titles of pages and papers. */
export function plainNameOfKey(voice: Voice, key: string): string {
  return nameOfKey(voice, key, (phrase) => voice.plain(phrase)).source.replace(/<[^>]*>/g, '')
}

export function writerOf(voice: Voice, { cause, writtenByName }: Version): Html {
  return cause === 'pack' ? voice.say(staffWords.cityFolder) : html`${writtenByName}`
}

export function approverOf(voice: Voice, { cause, decidedByName }: Version): Html {
  return cause === 'pack' ? voice.say(staffWords.cityFolder) : html`${decidedByName ?? ''}`
}
