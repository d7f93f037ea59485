import type { NoticeText, NoticeTexts } from '#capabilities/notices/model.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'

/** A title and a text as people type them, for one language. */
export interface TypedText {
  readonly title: string
  readonly body: string
}

export type TypedTexts = Readonly<Record<Language, TypedText>>

/**
 * One sentence a line: the ends of lines part sentences, and so does `。` in Japanese. Nothing is altered or lost but
 * blank lines and the blanks around a sentence.
 */
export function sentencesOf(body: string, language: Language): string[] {
  const lines = body.split('\n')
  const parts = language === 'ja' || language === 'ja-x-yasashii' ? lines.flatMap((line) => line.split(/(?<=。)/u)) : lines
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** The lines of a text area again. */
export function bodyOf(text: NoticeText | null | undefined): string {
  return text?.sentences.join('\n') ?? ''
}

/**
 * Braces are only for readings, `{避難|ひなん}`: anything else in braces would be taken for a place to fill in. Gives what
 * stands wrongly, or undefined.
 */
export function strayBrace(text: string): string | undefined {
  const rest = text.replace(/\{[^{}|\n]+\|[^{}|\n]+\}/gu, '')
  return /[{}][^{}\n]{0,12}/u.exec(rest)?.[0]
}

/**
 * What was typed as texts of a notice. A language without title and text is not translated yet. What stands as the phrase
 * gave it keeps its origin; every other word is a person's.
 */
export function textsOf(typed: TypedTexts, composed: NoticeTexts | undefined): NoticeTexts {
  const own = Object.fromEntries(LANGUAGES.map((language) => [language, textOf(typed[language], language, composed?.[language] ?? null)]))
  return own as unknown as NoticeTexts
}

function textOf({ title, body }: TypedText, language: Language, composed: NoticeText | null): NoticeText | null {
  if (title.trim() === '' && body.trim() === '') return null
  const text = { title: title.trim(), sentences: sentencesOf(body, language) }
  // The phrase's own lines may hold more than one sentence: what counts is whether a letter was changed.
  const isComposed = composed !== null && composed.title === text.title && lettersOf(composed.sentences.join('\n')) === lettersOf(body)
  return isComposed ? composed : { ...text, origin: 'human' }
}

function lettersOf(text: string): string {
  return text.replace(/\s/gu, '')
}

/** The texts as they stand in the boxes of a form. */
export function typedOf(texts: NoticeTexts | undefined): TypedTexts {
  const own = Object.fromEntries(LANGUAGES.map((language) => [language, { title: texts?.[language]?.title ?? '', body: bodyOf(texts?.[language]) }]))
  return own as unknown as TypedTexts
}

