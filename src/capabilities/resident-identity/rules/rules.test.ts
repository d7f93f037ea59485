import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RegisteredHousehold, RegisteredPerson } from '#capabilities/residents/residents.ts'
import { cityIn } from '#kernel/city/city.ts'
import { KAMEYAMA } from '../../../testing.ts'
import { readAttributes, writeAttributes } from './card-match.ts'
import { newSerial } from './demo-cards.ts'
import { lastDayAsMinor, wardsOf } from './guardianship.ts'
import { maskedAddress, normalAddress } from './mail-address.ts'
import { newProxyCode, normalProxyCode } from './proxy-codes.ts'
import { returnWay } from './return-way.ts'
import { shownTo, viewRulesOn, type ViewRule } from './view-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the last day as a minor', () => {
  test.each([
    ['2008-06-10', '2026-06-09'],
    ['2008-01-01', '2025-12-31'],
    ['2008-03-01', '2026-02-28'],
    // 18 years after a leap day there is none: the year of age ends with February.
    ['2008-02-29', '2026-02-28'],
    ['2006-02-28', '2024-02-27'],
  ])('of who was born on %s is %s', (born, last) => {
    expect(lastDayAsMinor(day(born)).toString()).toBe(last)
  })

  test('is followed by a day on which 18 years have passed', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const born = day(date.toISOString().slice(0, 10))
      const adultOn = lastDayAsMinor(born).add({ days: 1 })
      expect(born.until(adultOn, { largestUnit: 'years' }).years).toBe(18)
    }))
  })
})

describe('whose guardian somebody is', () => {
  const on = day('2026-11-23')
  const member = (id: string, relationship: string, born: string, standing: RegisteredPerson['standing'] = 'resident'): RegisteredPerson => ({
    id, addresseeNumber: '', householdId: 'h', sex: 'female', birthDate: day(born), nationality: 'JP', relationship, standing, residentSince: on,
    name: { registered: id, kana: '', alphabet: null, common: null, commonKana: null },
    address: { town: '', number: '', building: '', postalCode: '', written: '' },
  })
  const household = (...members: RegisteredPerson[]): RegisteredHousehold => ({ id: 'h', headId: null, address: members[0]?.address as never, members })
  const head = member('head', '世帯主', '1980-01-01')
  const wife = member('wife', '妻', '1982-01-01')
  const husband = member('husband', '夫', '1982-01-01')
  const child = member('child', '子', '2015-01-01')

  test.each<[string, string, RegisteredPerson[], string[]]>([
    ['the head of their child', 'head', [head, child], ['child']],
    ['the wife of the head of a child of both', 'wife', [head, wife, child], ['child']],
    ['the wife of her own child', 'wife', [head, wife, member('hers', '妻の子', '2015-01-01')], ['hers']],
    ['the head not of the wife’s child', 'head', [head, wife, member('hers', '妻の子', '2015-01-01')], []],
    ['the husband of his own child', 'husband', [head, husband, member('his', '夫の子', '2015-01-01')], ['his']],
    ['the head not of a grandchild', 'head', [head, member('grandchild', '子の子', '2020-01-01')], []],
    ['a child not of a brother or sister', 'child', [head, child, member('other', '子', '2018-01-01')], []],
    ['a parent who lives with their own parents not through the register', 'son', [head, member('son', '子', '1999-01-01'), member('grandchild', '子の子', '2020-01-01')], []],
    ['nobody of who has grown up', 'head', [head, member('grown', '子', '2008-11-23')], []],
    ['a parent until the day before the 18th birthday', 'head', [head, member('nearly', '子', '2008-11-24')], ['nearly']],
    ['nobody of who has moved out', 'head', [head, member('gone', '子', '2015-01-01', 'moved-out')], []],
    ['a head who is a minor not of anybody', 'young', [member('young', '世帯主', '2010-01-01'), member('baby', '子', '2026-01-01')], []],
    ['somebody who is not in the household not of anybody', 'stranger', [head, child], []],
    ['a housemate not of anybody', 'mate', [head, member('mate', '同居人', '1980-01-01'), child], []],
  ])('%s', (_, who, members, wards) => {
    expect(wardsOf(who, household(...members), on).map(({ personId }) => personId)).toEqual(wards)
  })
})

describe('a proxy code', () => {
  test('is read however it was typed', () => {
    fc.assert(fc.property(fc.constantFrom('lower', 'spaces', 'plain', 'wide'), (how) => {
      const code = newProxyCode()
      const typed = { lower: code.toLowerCase(), spaces: code.replaceAll('-', ' '), plain: code.replaceAll('-', ''), wide: code.replace(/[A-Z0-9]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)) }[how]
      expect(normalProxyCode(typed)).toBe(code.replaceAll('-', ''))
    }))
  })

  test.each(['', 'AAAA-AAAA', 'AAAA-AAAA-AAAA-A', 'IIII-OOOO-UVUV'])('%j is none', (typed) => {
    expect(normalProxyCode(typed)).toBeNull()
  })
})

describe('a mail address', () => {
  test.each([
    [' Hanako@Example.JP ', 'Hanako@example.jp'],
    ['ｈａｎａｋｏ＠example.jp', 'hanako@example.jp'],
    ['a@b', null],
    ['@example.jp', null],
    ['a b@example.jp', null],
    ['a@example.jp\r\nBcc: b@example.jp', null],
  ])('%j is %j', (typed, normal) => {
    expect(normalAddress(typed)).toBe(normal)
  })

  test.each([['hanako@example.jp', 'ha…@example.jp'], ['a@example.jp', 'a…@example.jp']])('%s is shown as %s', (address, masked) => {
    expect(maskedAddress(address)).toBe(masked)
  })
})

test('the way back stays inside and never leads to the door again', () => {
  fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => { expect(returnWay(url)).toBe('/my') }))
  fc.assert(fc.property(fc.string(), (text) => { expect(returnWay(text).startsWith('/')).toBe(true) }))
  for (const way of ['/my/sign-in', '/my/sign-in?x=1', '/my/sign-in/card', '/my/sign-out']) expect(returnWay(way)).toBe('/my')
  expect(returnWay('/my/sign/1')).toBe('/my/sign/1')
})

test('attributes come back as they were sealed, letter by letter', () => {
  const holder = { name: '邉󠄀 花子', birthDate: day('1999-12-31'), address: '三重県亀山市本町9101番地', sex: 'female' } as const
  expect(readAttributes(writeAttributes(holder))).toEqual(holder)
})

test('a serial number of a certificate is positive', () => {
  fc.assert(fc.property(fc.string(), (from) => { expect(newSerial(from)).toMatch(/^[0-7][0-9a-f]{15}$/) }))
})

describe('what a resident sees of the uses of their data', () => {
  const rule = (terms: Partial<ViewRule>): ViewRule => ({ kind: 'leave-out', service: '', act: '', from: day('2026-01-01'), to: null, basis: 'x', ...terms })
  const lines = [{ service: 'resident-records', act: 'view' }, { service: 'resident-records', act: 'protection view' }, { service: 'mail', act: 'view' }]

  test.each<[string, ViewRule[], number]>([
    ['all of it without a rule', [], 3],
    ['all but what a rule leaves out', [rule({ service: 'resident-records', act: 'protection' })], 2],
    ['nothing of a service that a rule leaves out', [rule({ service: 'resident-records' })], 1],
    ['all of it where a rule only names clerks', [rule({ kind: 'name-clerks' })], 3],
  ])('is %s', (_, rules, shown) => {
    expect(shownTo(lines, rules)).toHaveLength(shown)
  })

  test('follows the city’s dated rules', () => {
    const city = cityIn(KAMEYAMA)
    expect(viewRulesOn(city, day('1990-01-01'))).toEqual([])
    expect(viewRulesOn(city, day('2026-11-23')).every(({ basis }) => basis !== '')).toBe(true)
  })
})
