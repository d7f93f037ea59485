import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RosterLine } from './escalation.ts'
import { beginningOn, rosterOn, rosterSteps } from './roster.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const line = (login: string, position: number, more: Partial<RosterLine> = {}): RosterLine => ({ login, position, mail: `${login}@staff.example`, validFrom: day('2026-04-01'), validTo: null, ...more })
const three = [line('a', 1), line('b', 2), line('c', 3)]
const NOVEMBER = day('2026-11-22')

describe('a place on the roster', () => {
  test.each([
    ['the last goes first, and the others move along', { login: 'c', place: 1, mail: 'c@staff.example' }, ['c 1', 'a 2', 'b 3']],
    ['somebody new in the middle', { login: 'd', place: 2, mail: '' }, ['d 2', 'b 3', 'c 4']],
    ['somebody who leaves closes the gap', { login: 'a', place: null, mail: '' }, ['a off', 'b 1', 'c 2']],
    ['another address is a change too', { login: 'b', place: 2, mail: 'new@staff.example' }, ['b 2']],
    ['what stands already changes nothing', { login: 'b', place: 2, mail: 'b@staff.example' }, []],
    ['a place beyond the last is the last', { login: 'a', place: 9, mail: 'a@staff.example' }, ['b 1', 'c 2', 'a 3']],
    ['whoever is not on it cannot leave it', { login: 'z', place: null, mail: '' }, []],
  ])('%s', (_, wish, expected) => {
    expect(rosterSteps(three, NOVEMBER, wish).map(({ login, after }) => `${login} ${after === null ? 'off' : after.position}`)).toEqual(expected)
  })

  test('places are always 1, 2, 3 … afterwards, whatever stood there before', () => {
    const roster = fc.uniqueArray(fc.record({ login: fc.constantFrom('a', 'b', 'c', 'd', 'e'), position: fc.integer({ min: 1, max: 9 }) }), { selector: ({ login }) => login })
    const wish = fc.record({ login: fc.constantFrom('a', 'b', 'c', 'd', 'e'), place: fc.option(fc.integer({ min: 1, max: 6 })), mail: fc.constant('') })
    fc.assert(fc.property(roster, wish, (stood, wanted) => {
      const lines = stood.map(({ login, position }) => line(login, position))
      const now = new Map(rosterOn(lines, NOVEMBER).map(({ login, position }) => [login, position]))
      for (const { login, after } of rosterSteps(lines, NOVEMBER, wanted)) if (after === null) now.delete(login)
        else now.set(login, after.position)
      expect([...now.values()].toSorted((one, other) => one - other)).toEqual([...now.keys()].map((_, index) => index + 1))
    }))
  })
})

describe('what begins on a day', () => {
  test.each([
    ['lasts on where nothing is planned', [line('a', 1)], null, true],
    ['ends as what it replaces would have', [line('a', 1, { validTo: day('2026-12-31') })], '2026-12-31', true],
    ['ends the day before the next begins', [line('a', 1, { validTo: day('2027-03-31') }), line('a', 2, { validFrom: day('2027-01-01') })], '2026-12-31', true],
    ['fills a gap', [line('a', 1, { validTo: day('2026-10-31') }), line('a', 2, { validFrom: day('2027-01-01') })], '2026-12-31', false],
  ])('%s', (_, lines, validTo, isStanding) => {
    const begins = beginningOn(lines, NOVEMBER)
    expect(begins.validTo?.toString() ?? null).toBe(validTo)
    expect(begins.standing !== undefined).toBe(isStanding)
  })
})
