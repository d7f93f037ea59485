import type { Language } from '#kernel/text/text.ts'

const READING = /\{([^{}|]*)\|([^{}|]*)\}/g

/** `{避難|ひなん}` in plain text: 避難（ひなん） in easy Japanese, 避難 elsewhere. */
export function plainIn(text: string, language: Language): string {
  return text.replace(READING, language === 'ja-x-yasashii' ? '$1（$2）' : '$1')
}

/** Only the readings, for machines that read aloud: ひなん. */
export function readingOf(text: string): string {
  return text.replace(READING, '$2')
}

/** What stands between two sentences; Japanese has no space there. */
export function joinerOf(language: Language): string {
  return language === 'ja' ? '' : ' '
}
