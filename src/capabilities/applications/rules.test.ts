import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ManifestFault } from '#kernel/service/manifest.ts'
import { assertProcedures } from './applications.ts'
import { all, any, atLeast, equals, filled, includes, not, onOrAfter, onOrBefore, type Condition } from './conditions.ts'
import { appealUntil, dueDay, eraseDay, urgencyOf } from './rules/office-days.ts'
import { lookUpCode, lookUpCodeIn, receiptNumber, receiptNumberIn } from './rules/receipt-number.ts'
import { ageOn } from './rules/register.ts'
import { openingOn } from './rules/seasons.ts'
import { weigh } from './rules/weighing.ts'
import { permits } from './trial-permits.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('conditions are weighed in three values', () => {
  const answers = { kind: 'first', age: 17, marks: ['a'], born: { kind: 'registered', registered: '2009-04-02', isRight: true, told: '' } } as const
  test.each<[Condition, string]>([
    [equals('kind', 'first'), 'yes'],
    [equals('kind', 'second'), 'no'],
    [equals('nobody-asked', 'x'), 'unknown'],
    [atLeast('age', 18), 'no'],
    [includes('marks', 'a'), 'yes'],
    [onOrAfter('born', '2009-04-02'), 'yes'],
    [onOrAfter('born', '2009-04-03'), 'no'],
    [onOrBefore('born', '2009-04-01'), 'no'],
    [filled('marks'), 'yes'],
    [all(equals('kind', 'first'), filled('later')), 'unknown'],
    [all(equals('kind', 'second'), filled('later')), 'no'],
    [any(equals('kind', 'first'), filled('later')), 'yes'],
    [any(equals('kind', 'second'), filled('later')), 'unknown'],
    [not(filled('later')), 'unknown'],
    [not(atLeast('age', 18)), 'yes'],
  ])('%j is %s', (condition, outcome) => expect(weigh(condition, answers)).toBe(outcome))
})

describe('numbers of receipts', () => {
  test('are read however they are typed, and a wrong digit or two that changed places are found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
        const number = receiptNumber(2026, serial)
        const digits = number.replace(/\D/g, '')
        expect(receiptNumberIn(`ａ${digits.slice(0, 2)}―${digits.slice(2)}`.replace('―', '-'))).toBe(number)
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1)
        expect(receiptNumberIn(wrong)).toBeUndefined()
      }),
    )
    expect(() => receiptNumber(2026, 0)).toThrow(RangeError)
  })

  test('codes survive being read aloud', () => {
    const code = lookUpCode(Buffer.from('0123456789abcdef01234567', 'hex'))
    expect(lookUpCodeIn(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
  })
})

describe('days', () => {
  test.each([
    // Over the new year: 12-29 to 01-03 the office is shut.
    ['2026-12-28', 1, '2027-01-04'],
    ['2026-11-20', 5, '2026-11-30'],
    ['2026-05-01', 1, '2026-05-07'],
  ])('filed on %s, %i business days end on %s', (filed, days, due) => expect(dueDay(day(filed), days).toString()).toBe(due))

  test.each([['2026-11-20', 'late'], ['2026-11-24', 'today'], ['2026-11-26', 'soon'], ['2026-12-10', 'calm']])('due on %s is %s on 24 November', (due, urgency) => {
    expect(urgencyOf(day(due), day('2026-11-24'))).toBe(urgency)
  })

  test('an appeal, a keeping and an age end on their days', () => {
    expect(appealUntil(day('2026-11-30')).toString()).toBe('2027-02-28')
    expect([eraseDay(day('2026-11-30'), 5), eraseDay(day('2027-03-31'), 5), eraseDay(day('2027-04-01'), 5)].map(String)).toEqual(['2032-04-01', '2032-04-01', '2033-04-01'])
    expect([ageOn(day('2008-02-29'), day('2026-02-28')), ageOn(day('2008-02-29'), day('2026-03-01'))]).toEqual([17, 18])
  })

  test('a season that runs over the new year opens again', () => {
    const [definition] = permits.procedures ?? []
    if (definition === undefined) throw new Error('the trial has no procedure')
    const seasonal = { ...definition, seasons: [{ from: '12-01', until: '01-31' }] }
    expect(openingOn(seasonal, [], day('2027-01-15'))).toEqual({ isOpen: true })
    expect(openingOn(seasonal, [], day('2026-11-24'))).toMatchObject({ isOpen: false, opensOn: day('2026-12-01') })
    expect(openingOn(definition, [], day('2026-03-31'))).toMatchObject({ isOpen: false, opensOn: day('2026-04-01') })
  })
})

describe('a definition that cannot work stops the city from opening', () => {
  const [good] = permits.procedures ?? []
  if (good === undefined) throw new Error('the trial has no procedure')
  const [version] = good.versions
  const [first, second] = version.pages
  const duties = [{ name: 'applications-decider', title: good.title }]
  const check = (definition: typeof good) => () => assertProcedures([{ ...permits, duties, procedures: [definition] }])
  const withVersion = (change: Partial<typeof version>) => check({ ...good, versions: [{ ...version, ...change }] })

  test.each<[string, () => void]>([
    ['a name of another service', check({ ...good, key: 'other.permit' })],
    ['fields that wait for a later one', withVersion({ pages: [second ?? first, { ...first, fields: [{ kind: 'consent', key: 'early', label: good.title, show: equals('later', 1) }] }] })],
    ['a field of no name', withVersion({ pages: [{ ...first, fields: [{ kind: 'consent', key: 'No', label: good.title }] }] })],
    ['a decider nobody can be', withVersion({ deciders: [{ title: good.title, duty: 'mayor', isFourEyes: false }] })],
    ['a table of deciders with a gap', withVersion({ deciders: [{ title: good.title, duty: 'applications-decider', isFourEyes: false, mostYen: 5 }] })],
    ['no reason to refuse', withVersion({ reasons: [] })],
    ['versions out of order', check({ ...good, versions: [version, version] })],
  ])('%s', (_, opening) => expect(opening).toThrow(ManifestFault))

  test('the trial itself passes', () => expect(check(good)).not.toThrow())
})
