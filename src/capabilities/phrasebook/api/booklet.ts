import { readFileSync } from 'node:fs'
import { printPdf, type PrintContent } from '#capabilities/documents/pdf.ts'
import { plainIn } from '#capabilities/notices/wording.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Template } from '../model.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { plainNameOfKey } from '../pages/names.ts'
import { listAllInForce } from '../store/templates.ts'
import { LANGUAGE_NAMES, staffWords } from '../text/staff-words.ts'
import { FAMILY_WORDS } from '../text/subject-words.ts'

/** The words in force on paper, for the night when the screen is dark; gaps are printed too. */
export async function showBooklet(visit: Visit): Promise<Answer> {
  const { voice, tx, city } = visit
  const title = voice.plain(staffWords.bookletTitle)
  const printed = await printPdf({
    template: readFileSync(new URL('./booklet.typ', import.meta.url), 'utf8'),
    content: contentOf(visit, await listAllInForce(tx)),
    title, author: city.name, createdAt: tx.now, standard: 'ua-1', missingCharacters: 'geta',
  })
  if (!printed.ok) throw new Fault('too-large', `the booklet cannot be printed: ${printed.reason}`)
  return fileAnswer(Buffer.from(printed.bytes), 'application/pdf')
}

function contentOf({ voice, tx, city }: Visit, templates: readonly Template[]): PrintContent {
  const byKey = new Map(templates.map((template) => [template.key, template]))
  return {
    title: voice.plain(staffWords.bookletTitle), lead: `${voice.plain(staffWords.lead)} * ${voice.plain(staffWords.optionalMark)}`, city: voice.plain(city.displayName),
    printed: minuteOf(tx.now), gap: voice.plain(staffWords.gap), languages: LANGUAGES.map((language) => voice.plain(LANGUAGE_NAMES[language])),
    families: CATALOGUE.map(({ name, rows }) => ({
      name: voice.plain(FAMILY_WORDS[name]),
      entries: rows.flatMap(({ cells }) => cells.map(({ key }) => ({ key, name: plainNameOfKey(voice, key), lines: linesOf(byKey.get(key)) }))),
    })),
  }
}

function linesOf(template: Template | undefined): PrintContent[] {
  return (template?.lines ?? []).map(({ text, isOptional }, index) => ({
    mark: index === 0 ? '' : `${index}${isOptional ? ' *' : ''}`, isTitle: index === 0,
    texts: LANGUAGES.map((language) => plainIn(text[language], language)),
  }))
}
