import { longTextField, textField, type Field, type FormProblems, type Typed } from '#kernel/forms/form.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { strayBrace, type TypedTexts } from '../rules/sentences.ts'
import { alertWords as words } from '../text/alert-words.ts'

/** Longest texts in characters: a mail that people read on a phone is far shorter. */
export const TEXT_LIMITS = { title: 120, body: 2_000 } as const

/** Endings of a field's name for each language. */
export const LANGUAGE_FIELDS = { ja: 'ja', 'ja-x-yasashii': 'easy', en: 'en', pt: 'pt' } as const satisfies Record<Language, string>

export const LANGUAGE_WORDS = { ja: words.inJa, 'ja-x-yasashii': words.inEasy, en: words.inEn, pt: words.inPt } as const

/** A title becomes a subject line: nothing in it may end a header (RFC 5322 section 2.2). */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u

/** Title and text in four languages; the Japanese must be there, the others may follow by hand. */
export const textFields: Readonly<Record<string, Field<string>>> = Object.fromEntries(
  LANGUAGES.flatMap((language) => {
    const isRequired = language === 'ja'
    return [
      [`title.${LANGUAGE_FIELDS[language]}`, textField({ label: words.titleField, max: TEXT_LIMITS.title, isRequired, pattern: ONE_LINE })],
      [`body.${LANGUAGE_FIELDS[language]}`, longTextField({ label: words.bodyField, max: TEXT_LIMITS.body, isRequired })],
    ]
  }),
)

/** What was typed in the four pairs of boxes. */
export function textsIn(values: Readonly<Record<string, unknown>>): TypedTexts {
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  const own = LANGUAGES.map((language) => [language, { title: text(`title.${LANGUAGE_FIELDS[language]}`), body: text(`body.${LANGUAGE_FIELDS[language]}`) }])
  return Object.fromEntries(own)
}

/** The boxes filled again. */
export function typedTexts(texts: TypedTexts): Typed {
  return Object.fromEntries(LANGUAGES.flatMap((language) => [[`title.${LANGUAGE_FIELDS[language]}`, texts[language].title], [`body.${LANGUAGE_FIELDS[language]}`, texts[language].body]]))
}

/** What no single field can see: a title without its text, and braces that are no readings. */
export function textProblems(texts: TypedTexts): FormProblems {
  const problems: Record<string, FormProblems[string]> = {}
  for (const language of LANGUAGES) {
    const { title, body } = texts[language]
    const ending = LANGUAGE_FIELDS[language]
    if ((title.trim() === '') !== (body.trim() === '')) problems[`${title.trim() === '' ? 'title' : 'body'}.${ending}`] = { phrase: words.half }
    for (const [name, text] of [[`title.${ending}`, title], [`body.${ending}`, body]] as const) {
      const read = strayBrace(text)
      if (read !== undefined) problems[name] = { phrase: words.strayBrace, values: { read } }
    }
    if (!ONE_LINE.test(title)) problems[`title.${ending}`] = { phrase: words.oneLine }
  }
  return problems
}
