import { describe, expect, test } from 'vitest'
import { isUnchanged, lengthOf, tooLongTexts, unchangedTexts } from './round-aids.ts'
import { boardOf } from './round-board.ts'
import { CalendarFault, readCalendar } from './round-calendar.ts'
import { draftReminders } from './reminders.ts'
import type { Stage } from './rounds.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each<[string, string, boolean]>([
  ['更新した。', '更新した。', true],
  ['更新 した。\n', '更新した。', true],
  ['更新１回', '更新1回', true],
  ['更新2回', '更新1回', false],
  ['', '', false],
])('“%s” after “%s” is unchanged: %s', (text, before, expected) => expect(isUnchanged(text, before)).toBe(expected))

test('lengths are counted as the form counts them', () => {
  expect(lengthOf('あ\r\nい')).toBe(3)
  expect(lengthOf('𠮷')).toBe(2)
})

test('a sheet’s unchanged and overlong texts', () => {
  const sheet = { year: 2021, results: 'あ'.repeat(301), outcomes: '同じ', periodStatus: '', achievement: null }
  expect(tooLongTexts({ sheet })).toEqual(['results'])
  expect(unchangedTexts({ sheet }, { results: '', outcomes: '同 じ', periodStatus: '' })).toEqual(['outcomes'])
  expect(unchangedTexts({ sheet }, undefined)).toEqual([])
})

const round = { writeBy: day('2026-06-20'), sectionBy: day('2026-06-27'), departmentBy: day('2026-07-04'), officeBy: day('2026-07-20') }
const sheet = (projectKey: string, stage: Stage, department: string, section: string) => ({ projectKey, stage, department, section })

test('the board counts by department and section, and names the latest first', () => {
  const sheets = [sheet('a', 'draft', '総務部', '人事課'), sheet('b', 'section', '総務部', '総務課'), sheet('c', 'accepted', '', '会計課'), sheet('d', 'office', '総務部', '総務課')]
  const board = boardOf(sheets, round, day('2026-06-30'))
  expect(board.departments.map(({ department, total, late }) => [department, total, late])).toEqual([['総務部', 3, 2], ['', 1, 0]])
  expect(board.sections.map(({ section, total }) => [section, total])).toEqual([['人事課', 1], ['総務課', 2], ['会計課', 1]])
  expect(board.late.map(({ projectKey, days }) => [projectKey, days])).toEqual([['a', 10], ['b', 3]])
  expect(board.whole).toMatchObject({ total: 4, late: 2, counts: { draft: 1, section: 1, office: 1, accepted: 1, department: 0, published: 0 } })
  expect(boardOf([], round, day('2026-06-30')).whole.total).toBe(0)
})

test('one letter for each holder, with all their late sheets and none of others', () => {
  const units = [{ code: 'dep', kind: 'department', parentCode: null, successorCode: null }, { code: 'sec', kind: 'section', parentCode: 'dep', successorCode: null }]
  const person = (id: string, unitCode: string, ...duties: string[]) => ({ id, login: id, name: id, language: 'ja', unitCode, duties })
  const late = [{ ...sheet('a', 'draft', '', ''), days: 3 }, { ...sheet('b', 'draft', '', ''), days: 1 }, { ...sheet('c', 'section', '', ''), days: 2 }]
  const drafts = draftReminders(late, [person('clerk', 'sec', 'plan-editor'), person('head', 'sec', 'plan-reviewer'), person('chief', 'dep', 'plan-reviewer')], () => ['sec'], units)
  expect(drafts.map(({ person: { id }, sheets }) => [id, sheets.map(({ projectKey }) => projectKey)])).toEqual([['clerk', ['a', 'b']], ['head', ['c']]])
})

describe('the calendar', () => {
  const row = {
    key: 'year-end', kind: 'year-end', name: '年度末', nameEn: 'Year end', inNextYear: 'true', opensOn: '06-01', writeBy: '06-20', sectionBy: '06-27', departmentBy: '07-04',
    officeBy: '07-20', openForWriters: 'sheet/results years/report/actual', openForOffice: 'purpose',
  }
  test('days fall into the year after; January to March belong to the year they end', () => {
    const [read] = readCalendar([row])
    expect(read!.days(2025).writeBy.toString()).toBe('2026-06-20')
    expect(readCalendar([{ ...row, inNextYear: 'false', opensOn: '02-01' }])[0]!.days(2025).opensOn.toString()).toBe('2026-02-01')
    expect(read!.fields).toContainEqual({ field: 'purpose', openedFor: 'office' })
    expect(read!.others).toEqual({ en: 'Year end' })
  })

  test.each([
    ['an unknown kind', { kind: 'monthly' }, 'line 2: there is no kind monthly'],
    ['a day that is none', { writeBy: '6/20' }, 'line 2, writeBy: a day is written MM-DD, not 6/20'],
    ['an empty name', { name: '' }, 'line 2: the column name is empty'],
  ])('%s is named with its place', (_, wrong, words) => {
    expect(() => readCalendar([{ ...row, ...wrong }])).toThrow(CalendarFault)
    expect(() => readCalendar([{ ...row, ...wrong }])).toThrow(words)
  })
})
