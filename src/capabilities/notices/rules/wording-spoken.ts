import type { Language } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { wordingWords as words } from '../text/wording-words.ts'
import { readingOf } from './wording-plain.ts'

/**
 * A notice as a machine reads it aloud, a sentence a line, all of it twice, as loudspeakers do. Japanese follows the readings
 * of the easy text, which every kanji has; where only the Japanese text is there, what has no reading stays kanji.
 */
export function spokenText({ texts, isDrill }: Pick<Notice, 'texts' | 'isDrill'>, language: Language, cityName: string): string {
  const easy = texts['ja-x-yasashii'] ?? texts.ja
  const text = language === 'ja' ? easy : (texts[language] ?? easy)
  const [opening = '', ...once] = spokenSentences({ texts: { ...texts, [language]: text }, isDrill }, language, cityName).map((sentence) => aloud(readingOf(sentence)))
  return [opening, ...once, aloud(readingOf(words.spokenAgain[language])), ...once, ''].join('\n')
}

/** What is said, in order: who speaks, that it is a drill, the notice, that it is a drill. Readings are still in brackets. */
export function spokenSentences({ texts, isDrill }: Pick<Notice, 'texts' | 'isDrill'>, language: Language, cityName: string): string[] {
  const { title, sentences } = texts[language] ?? texts.ja
  const drill = isDrill ? [words.spokenDrill[language]] : []
  return [words.spokenOpening[language].replace('{city}', cityName), ...drill, title, ...sentences, ...drill]
}

/** Every line ends as a sentence, so that a voice lets it sink; brackets and marks would be read out. */
function aloud(sentence: string): string {
  const text = sentence.replace(/[【】「」『』[\]]/g, '').trim()
  return /[。.!?！？]$/.test(text) ? text : text + (/[\u3040-\u9fff]/.test(text) ? '。' : '.')
}
