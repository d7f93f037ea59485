import { describe, expect, test } from 'vitest'
import { LANGUAGES, officialVoice, partsOf, type Phrase } from '#kernel/text/text.ts'
import { cellReason, CELL_REASONS, SHEET_REASONS } from './cell-reasons.ts'
import { FILE_PROBLEMS } from './five-three-seven-four-reading.ts'
import { CELL_PROBLEMS } from './cell-problems.ts'
import { FILE_REASONS, scheduleReason, SCHEDULE_REASONS } from './schedule-reasons.ts'
import { SCHEDULE_REFUSALS } from './schedule.ts'

const ALL: readonly (readonly [string, Phrase])[] = [
  ...Object.entries(CELL_REASONS),
  ...Object.entries(SHEET_REASONS),
  ...Object.entries(SCHEDULE_REASONS),
  ...Object.entries(FILE_REASONS),
]

test('there is a reason for each problem', () => {
  expect(Object.keys(CELL_REASONS).toSorted()).toEqual(CELL_PROBLEMS.toSorted())
  expect(Object.keys(SCHEDULE_REASONS).toSorted()).toEqual(SCHEDULE_REFUSALS.toSorted())
  expect(Object.keys(FILE_REASONS).toSorted()).toEqual(FILE_PROBLEMS.toSorted())
})

describe.each(ALL)('%s', (_, phrase) => {
  const namesIn = (text: string) => partsOf(text).flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []))

  test('names the same values in every language', () => {
    for (const language of LANGUAGES) {
      expect([...new Set(namesIn(phrase[language]))].toSorted()).toEqual([...new Set(namesIn(phrase.ja))].toSorted())
    }
  })

  test('gives every kanji its reading', () => {
    for (const language of ['ja', 'ja-x-yasashii'] as const) {
      const bare = partsOf(phrase[language]).flatMap((part) => (part.kind === 'text' ? [part.text] : []))
      expect(bare.join('')).not.toMatch(/[一-鿿]/)
    }
  })
})

test('a finding is said with what was read and the row that says the same', () => {
  const finding = {
    weight: 'error',
    row: 9,
    column: 1,
    read: '机',
    problem: 'said-before',
    proposed: null,
    sameAsRow: 4,
  } as const
  expect(cellReason(officialVoice, finding)).toContain('「机」は同じ区分で行4に')
})

test('a schedule is refused with the piece that is wrong', () => {
  expect(scheduleReason(officialVoice, { ok: false, reason: 'no-such-day', part: '20260231', at: 2 })).toContain(
    '「20260231」',
  )
})
