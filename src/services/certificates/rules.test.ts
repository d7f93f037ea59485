import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CopiedPerson, RecordCopy } from '#capabilities/residents/record-copy.ts'
import { cityIn } from '#kernel/city/city.ts'
import { KAMEYAMA } from '../../testing.ts'
import type { Applicant, Option, Refusal, Way } from './model.ts'
import { calendarOf } from './rules/calendar-file.ts'
import { decide, type Asked, type Reading } from './rules/decide.ts'
import { isOpen } from './rules/hours.ts'
import { readImpression } from './rules/impression.ts'
import { drawCode, groupedCode, readCode } from './rules/paper-code.ts'
import { contentOf } from './rules/paper-rows.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const person = (given: Partial<CopiedPerson> = {}): CopiedPerson => ({
  id: 'a', name: '亀山 太郎', kana: 'カメヤマ タロウ', alphabet: '', commonName: '', commonKana: '', formerName: '', formerKana: '', sex: 'male', birthDate: day('1980-04-01'),
  birthCertainty: 'day', relationship: '世帯主', registeredDomicile: '三重県亀山市本丸町1番地', domicileHead: '亀山 太郎', address: '三重県亀山市本丸町1番地', residentSince: day('2000-04-01'),
  residentCause: '転入', addressSince: day('2000-04-01'), addressNotifiedOn: null, previousAddress: '', nationality: 'JP', residenceCategory: '', residenceStatus: '', residencePeriod: '',
  residenceUntil: null, standing: 'resident', isProtected: false, ...given,
})
const copyOf = (people: readonly CopiedPerson[], isWhole = true): RecordCopy => ({
  on: day('2026-11-22'), knownAt: Temporal.Instant.from('2026-11-22T00:00:00Z'), version: '1', people, isWhole,
  household: { id: 'h', headId: 'a', headName: people[0]?.name ?? '', address: '三重県亀山市本丸町1番地' },
})
const asked = (given: Partial<Asked> = {}): Asked => ({ kind: 'resident-copy', way: 'online', subjectId: 'a', people: [], options: [], applicant: null, ownPersonId: 'a', ...given })
const reading = (given: Partial<Reading> = {}): Reading => ({ copy: copyOf([person(), person({ id: 'b', name: '亀山 花子', relationship: '妻' })]), stopped: new Set(), seal: null, isOpen: true, today: day('2026-11-22'), ...given })
const applicant = (kind: Applicant['kind'], reason = ''): Applicant => ({ kind, name: '請求 者', document: 'passport', reason })

describe('whether a certificate is issued', () => {
  test.each<[string, Partial<Asked>, Partial<Reading>, Refusal]>([
    ['outside of the hours', {}, { isOpen: false }, 'closed'],
    ['nobody of this key', {}, { copy: null }, 'not-registered'],
    ['moved out', {}, { copy: copyOf([person({ standing: 'moved-out' })]) }, 'moved-out'],
    ['deceased', {}, { copy: copyOf([person({ standing: 'deceased' })]) }, 'deceased'],
    ['removed', {}, { copy: copyOf([person({ standing: 'removed' })]) }, 'removed'],
    ['issuing stopped', {}, { stopped: new Set(['a']) }, 'stopped'],
    ['issuing stopped for somebody else on the paper', {}, { stopped: new Set(['b']) }, 'stopped'],
    ['a protected person, online', {}, { copy: copyOf([person({ isProtected: true })]) }, 'stopped'],
    ['a household of which somebody is hidden', {}, { copy: copyOf([person()], false) }, 'household-not-whole'],
    ['somebody of another household', { people: ['a', 'z'] }, {}, 'not-in-household'],
    ['a third party without a reason', { way: 'counter', applicant: applicant('third-party', ' ') }, {}, 'reason-missing'],
    ['an official without a reason', { way: 'counter', applicant: applicant('official') }, {}, 'reason-missing'],
    ['a number for a proxy', { way: 'counter', applicant: applicant('proxy'), options: ['individual-number'] }, {}, 'number-not-allowed'],
    ['a number for a third party with a reason', { way: 'counter', applicant: applicant('third-party', '債権'), options: ['resident-code'] }, {}, 'number-not-allowed'],
    ['a number for a guardian online', { ownPersonId: 'g', options: ['individual-number'] }, {}, 'number-not-allowed'],
    ['no seal', { kind: 'seal-certificate' }, {}, 'no-seal'],
    ['a seal of an earlier name', { kind: 'seal-certificate' }, { seal: { registeredName: '鈴鹿 太郎' } }, 'name-changed'],
    ['a seal of somebody of fourteen', { kind: 'seal-certificate' }, { copy: copyOf([person({ birthDate: day('2011-11-23') })]), seal: { registeredName: '亀山 太郎' } }, 'minor'],
  ])('not: %s', (_, given, found, refusal) => {
    expect(decide(asked(given), reading(found))).toEqual({ ok: false, refusal })
  })

  test.each<[string, Partial<Asked>, Partial<Reading>, string[]]>([
    ['the whole household', {}, {}, ['a', 'b']],
    ['a part of it', { people: ['b'] }, {}, ['b']],
    ['those who left are not on it', {}, { copy: copyOf([person(), person({ id: 'c', standing: 'moved-out' })]) }, ['a']],
    ['a part, where somebody else is hidden', { people: ['a'] }, { copy: copyOf([person()], false) }, ['a']],
    ['a part, where somebody else is stopped', { people: ['a'] }, { stopped: new Set(['b']) }, ['a']],
    ['a protected person at the counter', { way: 'counter', applicant: applicant('self') }, { copy: copyOf([person({ isProtected: true })]) }, ['a']],
    ['own number', { options: ['individual-number', 'resident-code'] }, {}, ['a', 'b']],
    ['a number for the household at the counter', { way: 'counter', applicant: applicant('household'), options: ['individual-number'] }, {}, ['a', 'b']],
    ['a seal on the fifteenth birthday', { kind: 'seal-certificate' }, { copy: copyOf([person({ birthDate: day('2011-11-22') })]), seal: { registeredName: '亀山 太郎' } }, ['a']],
  ])('issued: %s', (_, given, found, people) => {
    const decision = decide(asked(given), reading(found))
    expect(decision.ok && decision.people.map(({ id }) => id)).toEqual(people)
  })
})

describe('what stands on a paper', () => {
  const labelsOf = (options: readonly Option[], given: Partial<CopiedPerson> = {}) => {
    const people = [person(given)]
    const numbers = { individual: new Map([['a', '123456789018']]), residentCode: new Map([['a', '12345678902']]) }
    return contentOf({ request: { kind: 'resident-copy', people: [], options }, copy: copyOf(people), people, numbers, seal: null }).sections.flatMap(({ rows }) => rows)
  }

  test('is only what was chosen', () => {
    const hidden = ['続柄', '世帯主', '本籍', '筆頭者', '住民票コード', '個人番号']
    expect(labelsOf([]).map(([label]) => label).filter((label) => hidden.includes(label))).toEqual([])
    expect(labelsOf(['relationship', 'domicile', 'resident-code', 'individual-number']).map(([label]) => label)).toEqual(expect.arrayContaining(hidden))
  })

  test.each([
    ['day', '昭和55年4月1日'], ['month', '昭和55年4月日不詳'], ['year', '昭和55年月日不詳'],
  ] as const)('of a birth of which the %s is known', (birthCertainty, text) => {
    expect(labelsOf([], { birthCertainty })).toContainEqual(['生年月日', text])
  })

  test('of foreign residents: other items, the common calendar, no domicile', () => {
    const rows = labelsOf(['domicile'], { nationality: 'BR', alphabet: 'SILVA MARIA', commonName: '青木 マリア', residenceStatus: '永住者', residenceUntil: day('2030-01-02') })
    expect(rows).toEqual(expect.arrayContaining([['国籍・地域', 'ブラジル'], ['通称', '青木 マリア'], ['生年月日', '1980年4月1日'], ['在留期間の満了の日', '2030年1月2日']]))
    expect(rows.map(([label]) => label)).not.toContain('本籍')
  })
})

describe('hours', () => {
  const calendar = calendarOf(cityIn(KAMEYAMA))
  test.each<[Way, string, boolean]>([
    ['kiosk', '2026-11-24T06:29:59', false], ['kiosk', '2026-11-24T06:30', true], ['kiosk', '2026-11-24T22:59:59', true], ['kiosk', '2026-11-24T23:00', false],
    ['kiosk', '2026-12-28T12:00', true], ['kiosk', '2026-12-29T12:00', false], ['kiosk', '2027-01-01T12:00', false], ['kiosk', '2027-01-03T22:00', false], ['kiosk', '2027-01-04T06:30', true],
    ['online', '2026-12-05T12:00', false], ['online', '2026-12-06T06:30', true], ['counter', '2026-12-29T03:00', true],
  ])('%s at %s: %s', (way, at, expected) => {
    expect(isOpen(calendar, way, 'resident-copy', Temporal.PlainDateTime.from(at))).toBe(expected)
  })
})

describe('an impression', () => {
  /** A grey scan of so many dots with a filled square of ink. */
  const scan = (side: number, ink: number, at = 10) => {
    const raw = Buffer.alloc(side * (side + 1), 255)
    for (let row = 0; row < side; row++) {
      raw[row * (side + 1)] = 0
      if (row >= at && row < at + ink) raw.fill(0, row * (side + 1) + 1 + at, row * (side + 1) + 1 + at + ink)
    }
    const chunk = (type: string, data: Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(data.length)
      return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
    }
    const head = Buffer.from([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255, 8, 0, 0, 0, 0])
    return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
  }

  test.each([
    ['8.0 mm', 80, 'too-small-a-seal'], ['8.1 mm', 81, null], ['25.0 mm', 250, null], ['25.1 mm', 251, 'too-large-a-seal'],
  ])('of %s', (_, dots, problem) => {
    const read = readImpression(scan(dots + 30, dots), 254)
    expect(read.ok ? null : read.problem).toBe(problem)
    if (read.ok) expect([read.widthTenths, read.heightTenths]).toEqual([dots, dots])
  })

  test.each([
    ['no image', Buffer.from('hello'), 'not-a-png'], ['white paper', scan(100, 0), 'empty'], ['ink at the edge', scan(100, 50, 0), 'at-the-edge'],
    ['too many bytes', Buffer.alloc(2_000_001), 'too-large'], ['a broken stream', Buffer.concat([scan(100, 50).subarray(0, 60), Buffer.alloc(40)]), 'not-a-png'],
  ])('that is %s is refused', (_, bytes, problem) => {
    expect(readImpression(bytes, 254)).toEqual({ ok: false, problem })
  })

  test('is read again from what was kept, dot for dot', () => {
    const read = readImpression(scan(200, 120), 254)
    const framed = read.ok ? read.png : Buffer.alloc(0)
    // All ink: it touches its own edge now, which says that the reader understood it.
    expect(readImpression(framed, 254)).toEqual({ ok: false, problem: 'at-the-edge' })
  })
})

describe('the number on a paper', () => {
  test('is read as it was typed', () => {
    fc.assert(fc.property(fc.constant(null), () => {
      const code = drawCode()
      expect([readCode(code), readCode(groupedCode(code)), readCode(groupedCode(code).toLowerCase()), readCode(` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `)]).toEqual([code, code, code, code])
    }))
  })

  test.each(['', 'abc', '0000-0000-0000-000U', '0'.repeat(17), "'; drop table"])('%j is none', (text) => {
    expect(readCode(text)).toBeNull()
  })
})
