import { expect, test } from 'vitest'
import { remarksOnTime } from './time-ahead.ts'

const NOW = Temporal.Instant.from('2026-07-14T10:00:00Z')

test.each([
  [0, 0, []], [-86_400, -86_400, []], [120, 120, []], [121, 121, ['from-the-future']], [0, 121, ['from-the-future']],
  [3600, 3600, ['from-the-future']], [3601, 0, ['held-back']], [3601, 3601, ['held-back']],
  // A sender whose own clock is wrong, though it dates its report rightly: the report counts.
  [0, 315_360_000, ['from-the-future']],
])('a report %s s and a sending %s s ahead: %j', (report, sent, remarks) => {
  expect(remarksOnTime({ reportAt: NOW.add({ seconds: report }), sentAt: NOW.add({ seconds: sent }) }, NOW)).toEqual(remarks)
})
