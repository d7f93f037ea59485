import { expect, test } from 'vitest'
import { hourText, momentText } from './moments.ts'
import { Voice, type Language } from './text.ts'

const voiceIn = (language: Language) => new Voice({ language, hasFurigana: false, textSize: 'standard' })

test.each<[string, Language, string, string]>([
  ['2026-09-08T10:30:00Z', 'ja', '19:30', '9月8日(火) 19:30'],
  ['2026-09-08T10:30:00Z', 'ja-x-yasashii', '19:30', '9月8日(火) 19:30'],
  ['2026-09-08T10:30:00Z', 'en', '7:30 pm', 'Tue 8 Sept 7:30 pm'],
  ['2026-09-08T10:30:00Z', 'pt', '19h30', 'ter., 8 de set. 19h30'],
  ['2026-09-07T15:05:00Z', 'en', '12:05 am', 'Tue 8 Sept 12:05 am'],
  ['2026-09-07T15:05:00Z', 'pt', '0h05', 'ter., 8 de set. 0h05'],
])('%s in %s is %s, with its day %s', (at, language, hour, moment) => {
  const instant = Temporal.Instant.from(at)
  expect([hourText(voiceIn(language), instant), momentText(voiceIn(language), instant)]).toEqual([hour, moment])
})
