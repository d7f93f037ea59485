import { expect, test } from 'vitest'
import { Voice, type Language } from '#kernel/text/text.ts'
import { withShare } from './shares.ts'

test.each<[number, number, Language, string]>([
  [0, 0, 'en', '0'], [0, 5, 'en', '0 (0%)'], [5, 5, 'ja', '5 (100%)'], [1, 3, 'en', '1 (33.3%)'], [1, 3, 'pt', '1 (33,3%)'],
  [13_740, 13_741, 'en', '13,740 (99.9%)'], [29, 100, 'en', '29 (29%)'], [571, 1000, 'en', '571 (57.1%)'],
])('%i of %i in %s is %s', (part, whole, language, shown) => {
  expect(withShare(new Voice({ language, hasFurigana: false, textSize: 'standard' }), part, whole)).toBe(shown)
})
