import { checkEasyJapanese, type Finding } from '#capabilities/phrasebook/easy-japanese.ts'
import { LANGUAGES, partsOf, type Language } from '#kernel/text/text.ts'
import type { NewsText, NewsTexts } from '../model.ts'

/** A short item: what fits a mail that people read on the way. Letters with readings. */
export const NEWS_LIMITS = { titleLetters: 150, sentenceLetters: 600, sentences: 20 } as const

export type TextProblemKind = 'no-title' | 'no-body' | 'sentences-differ' | 'too-many' | 'too-long' | 'braces'

export interface TextProblem {
  readonly language: Language
  readonly kind: TextProblemKind
  readonly read: string
  /** Refused ones keep an item from leaving. */
  readonly weight: 'refused' | 'advice'
}

/** What keeps an item from being sent. A language without any text is none of it: it is told to its readers. */
export function textProblems(texts: NewsTexts): readonly TextProblem[] {
  const found = LANGUAGES.flatMap((language) => {
    const text = texts[language]
    return text === null ? [] : ownProblems(language, text, texts.ja)
  })
  return texts.ja === null ? [{ language: 'ja', kind: 'no-title', read: '', weight: 'refused' }, ...found] : found
}

function ownProblems(language: Language, { title, sentences }: NewsText, japanese: NewsText | null): TextProblem[] {
  const problem = (kind: TextProblemKind, read = '', weight: TextProblem['weight'] = 'refused'): TextProblem => ({ language, kind, read, weight })
  const loose = [title, ...sentences].map(looseBraces).find((read) => read !== '')
  const differs = japanese !== null && language !== 'ja' && language !== 'ja-x-yasashii' && sentences.length !== japanese.sentences.length
  return [
    ...(title === '' ? [problem('no-title')] : []),
    ...(sentences.length === 0 ? [problem('no-body')] : []),
    ...(sentences.length > NEWS_LIMITS.sentences ? [problem('too-many', String(NEWS_LIMITS.sentences))] : []),
    ...(title.length > NEWS_LIMITS.titleLetters ? [problem('too-long', String(NEWS_LIMITS.titleLetters))] : []),
    ...(sentences.some(({ length }) => length > NEWS_LIMITS.sentenceLetters) ? [problem('too-long', String(NEWS_LIMITS.sentenceLetters))] : []),
    ...(loose === undefined ? [] : [problem('braces', loose)]),
    ...(differs && sentences.length > 0 ? [problem('sentences-differ', `${sentences.length} / ${japanese.sentences.length}`, 'advice')] : []),
  ]
}

/** Braces are for readings: a slot has no meaning here, and a single one is a slip. */
function looseBraces(text: string): string {
  const part = partsOf(text).find((one) => one.kind === 'placeholder' || (one.kind === 'text' && /[{}]/.test(one.text)))
  return part === undefined ? '' : part.kind === 'placeholder' ? `{${part.name}}` : part.kind === 'text' ? part.text.trim() : ''
}

/** What the checker finds in the easy text as a whole; nothing where there is none. */
export function easyFindings({ 'ja-x-yasashii': easy }: NewsTexts): readonly Finding[] {
  return easy === null ? [] : checkEasyJapanese([easy.title, ...easy.sentences].join('\n'))
}
