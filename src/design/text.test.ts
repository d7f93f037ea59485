import { describe, expect, test } from 'vitest'
import { LANGUAGES, partsOf, type Phrase } from '#kernel/text/text.ts'
import { galleryWords, sampleWords } from './sample-text.ts'
import { contentWords, formWords, reviewWords, shellWords } from './text.ts'

const rooms = [shellWords, formWords, contentWords, reviewWords, galleryWords, sampleWords]
const words: readonly [string, Phrase][] = rooms.flatMap((room) => Object.entries(room))

const HAN = /\p{Script=Han}/u
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u

describe.each(words)('%s', (_, phrase) => {
  test('is there in every language, with the same placeholders', () => {
    const placeholders = LANGUAGES.map((language) =>
      partsOf(phrase[language]).flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])).sort(),
    )
    for (const language of LANGUAGES) expect(phrase[language].trim()).not.toBe('')
    for (const names of placeholders) expect(names).toEqual(placeholders[0])
  })

  test.each(['ja', 'ja-x-yasashii'] as const)('every kanji of its %s has a reading in kana', (language) => {
    const parts = partsOf(phrase[language])
    expect(parts.filter((part) => part.kind === 'text' && HAN.test(part.text))).toEqual([])
    expect(parts.filter((part) => part.kind === 'ruby' && !KANA.test(part.reading))).toEqual([])
  })

  test.each(['en', 'pt'] as const)('its %s is written in Latin letters', (language) => {
    expect(phrase[language]).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
  })
})
