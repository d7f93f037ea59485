import type { Language } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { wordingWords } from '../text/wording-words.ts'
import { readingOf } from './wording-plain.ts'

/**
 * A notice as it is read aloud, a sentence a line, all of it twice, as loudspeakers do. Japanese follows the readings of
 * the easy text, which every kanji has; where only the Japanese text is there, what has no reading stays kanji.
 */
export function spokenText({ texts, isDrill }: Pick<Notice, 'texts' | 'isDrill'>, language: Language, cityName: string): string {
  const text = language === 'ja' || language === 'ja-x-yasashii' ? (texts['ja-x-yasashii'] ?? texts.ja) : (texts[language] ?? texts['ja-x-yasashii'] ?? texts.ja)
  const opening = wordingWords.spokenOpening[language].replace('{city}', cityName)
  const drill = isDrill ? [wordingWords.spokenDrill[language]] : []
  const once = [...drill, text.title, ...text.sentences, ...drill].map(aloud)
  return [aloud(opening), ...once, aloud(wordingWords.spokenAgain[language]), ...once, ''].join('\n')
}

/** Every line ends as a sentence, so that a voice lets it sink; brackets and marks would be read out. */
function aloud(sentence: string): string {
  const text = readingOf(sentence).replace(/[【】「」『』[\]]/g, '').trim()
  return /[。.!?！？]$/.test(text) ? text : text + (/[\u3040-\u9fff]/.test(text) ? '。' : '.')
}
