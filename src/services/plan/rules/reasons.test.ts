import { describe, expect, test } from 'vitest'
import { LANGUAGES, partsOf } from '#kernel/text/text.ts'
import { EDIT_REFUSALS } from './answer-reasons.ts'
import { CONTRADICTION_EXPLANATIONS } from './contradiction-explanations.ts'
import { QUESTION_REASONS } from './question-reasons.ts'
import { NO_TABLE_REASON } from './read-report.ts'

const ALL = { ...QUESTION_REASONS, ...EDIT_REFUSALS, ...CONTRADICTION_EXPLANATIONS, ...NO_TABLE_REASON }

describe.each(Object.entries(ALL))('%s', (_, phrase) => {
  test('names the same values in every language', () => {
    const names = LANGUAGES.map((language) =>
      partsOf(phrase[language])
        .flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []))
        .toSorted(),
    )
    for (const other of names) expect(other).toEqual(names[0])
  })

  test('gives every kanji its reading', () => {
    for (const language of ['ja', 'ja-x-yasashii'] as const) {
      const bare = partsOf(phrase[language]).flatMap((part) => (part.kind === 'text' ? [part.text] : []))
      expect(bare.join('')).not.toMatch(/[一-鿿]/)
    }
  })
})
