import { expect, test } from 'vitest'
import { LANGUAGES, partsOf } from '#kernel/text/text.ts'
import { REFUSAL_REASONS, refusalText } from './refusals.ts'

test.each(Object.entries(REFUSAL_REASONS))('%s names the same values in every language', (_, phrase) => {
  const placeholders = LANGUAGES.map((language) =>
    partsOf(phrase[language])
      .flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []))
      .toSorted(),
  )
  for (const names of placeholders) expect(names).toEqual(placeholders[0])
})

test('a refusal says what is wrong and what to do', () => {
  expect(refusalText({ kind: 'other-format', format: 'PDF' })).toContain('PDF のファイルです')
  expect(refusalText({ kind: 'too-many-cells', line: 12, cells: 900, limit: 300 })).toMatch(/^12行目/)
})
