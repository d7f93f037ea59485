import { describe, expect, test } from 'vitest'
import { day, idOf, inventedAddress, inventedPerson } from '../testing/invented.ts'
import type { Change, EntryKind, Registration } from '../model.ts'
import { timelinessOf } from './deadlines.ts'
import { drawUp } from './draw-up.ts'
import type { Known, KnownHousehold, KnownPerson } from './known.ts'
import { foldedNumber, preparedNumberOf } from './prepared-numbers.ts'
import { isRegisterNumber, registerNumberOf } from './register-numbers.ts'

const TODAY = '2026-06-10'
const HOME = idOf('home')

function someone(name: string, given: Partial<Registration>): KnownPerson {
  return { id: idOf(name), addresseeNumber: registerNumberOf(100_000_001), edition: 3, since: day('2000-04-01'), registration: inventedPerson({ householdId: HOME, name, ...given }) }
}

function household(name: string, head: string, address = inventedAddress('本町一丁目', '9201番地')): KnownHousehold {
  return { id: idOf(name), number: registerNumberOf(200_000_001), edition: 5, registration: { headId: idOf(head), ...address, isDissolved: false } }
}

const father = someone('山田 父', {})
const mother = someone('山田 母', { sex: 'female', relationship: '妻', relationshipCode: 'wife', position: 2, birthDate: day('1982-02-02') })
const child = someone('山田 子', { relationship: '子', relationshipCode: 'child', position: 3, birthDate: day('2015-03-03') })
const FAMILY = [father, mother, child]

function known(given: Partial<Known> = {}, people: readonly KnownPerson[] = FAMILY): Known {
  return {
    today: day(TODAY), draftId: idOf('draft'), cityAddress: '三重県亀山市', towns: new Map([['本町一丁目', '519-0116'], ['関町木崎', '519-1107']]), household: household('home', '山田 父'), joined: null,
    people: new Map(people.map((each) => [each.id, each])), hasUnseenMembers: false, bornSameDay: [], target: null, ...given,
  }
}

const days = { occurredOn: '2026-06-01', notifiedOn: '2026-06-05' }
const newAddress = { town: '関町木崎', addressNumber: '9301番地', building: '' }
const arrival = { ...days, ...newAddress, where: 'japan', 'arrival0.name': '鈴木 花子', 'arrival0.kana': 'スズキ ハナコ', 'arrival0.sex': 'female', 'arrival0.birthDate': 'H2.5.6', 'arrival0.relation': '世帯主', 'arrival0.nationality': 'JP', 'arrival0.registeredDomicile': '津市' }
const who = (...people: readonly KnownPerson[]) => Object.fromEntries(people.map(({ id }) => [`who.${id}`, 'yes']))
const codes = (kind: EntryKind, typed: Record<string, string>, given: Partial<Known> = {}, people = FAMILY) => {
  const { refusals, warnings } = drawUp(kind, typed, known(given, people))
  return [...refusals, ...warnings].map(({ code }) => code)
}

describe('an entry that holds makes a plan', () => {
  test('転入: a household of their own, with all that the law asks for', () => {
    const { plan, refusals, title, applyOn } = drawUp('in', { ...arrival, previousAddress: '津市丸之内1' }, known({ household: null }))
    expect([refusals, title, applyOn]).toEqual([[], '鈴木 花子', null])
    const [made, person] = plan.changes as [Change, Change]
    expect(made).toMatchObject({ subjectKind: 'household', patch: { headId: person.subjectId, address: '三重県亀山市関町木崎9301番地', postalCode: '519-1107', isDissolved: false } })
    expect(person.patch).toMatchObject({ name: '鈴木 花子', relationship: '世帯主', relationshipCode: 'head', position: 1, residentCause: '転入', previousAddress: '津市丸之内1', standing: 'resident', householdId: made.subjectId })
    expect(plan.editions).toEqual({ [made.subjectId]: 0, [person.subjectId]: 0 })
    expect(drawUp('in', arrival, known({ household: null })).plan.changes[0]?.subjectId).toBe(made.subjectId)
  })

  test('転居 of the whole household keeps its number and everybody what they are to the head', () => {
    const { plan, refusals } = drawUp('move', { ...days, ...newAddress, ...who(...FAMILY) }, known())
    expect(refusals).toEqual([])
    expect(plan.changes).toHaveLength(4)
    expect(plan.changes[0]).toMatchObject({ subjectId: HOME, patch: { headId: father.id, town: '関町木崎' } })
    expect(plan.changes[2]?.patch).toMatchObject({ relationship: '妻', previousAddress: father.registration.address, addressSince: day(days.occurredOn) })
    expect(plan.editions).toEqual({ [HOME]: 5, [father.id]: 3, [mother.id]: 3, [child.id]: 3 })
  })

  test('転居 of a part makes a second household; who stays is not touched where nothing changes for them', () => {
    const { plan, refusals } = drawUp('move', { ...days, ...newAddress, ...who(mother) }, known())
    expect(refusals).toEqual([])
    expect(plan.changes.map(({ subjectId }) => subjectId)).toEqual([expect.not.stringMatching(HOME), mother.id, HOME])
    expect(plan.changes[1]?.patch).toMatchObject({ relationship: '世帯主', position: 1 })
  })

  test('the head leaves and another takes the place once everybody has been asked anew', () => {
    const typed = { ...days, ...who(father), where: 'japan', movedTo: '津市丸之内1', [`relation.${mother.id}`]: '世帯主' }
    expect(codes('out', typed)).toEqual(['ask-relations-anew'])
    const { plan, refusals } = drawUp('out', { ...typed, relationsChecked: 'yes' }, known())
    expect(refusals).toEqual([])
    expect(plan.changes[0]).toMatchObject({ subjectId: father.id, patch: { standing: 'moved-out', endedCause: '転出', movedTo: '津市丸之内1' } })
    expect(plan.changes[1]).toMatchObject({ subjectId: HOME, patch: { headId: mother.id } })
  })

  test('the last one who leaves dissolves the household, unless somebody lives there of whom nobody may know', () => {
    const typed = { ...days, ...who(...FAMILY), where: 'abroad', movedTo: 'ブラジル' }
    expect(drawUp('out', typed, known()).plan.changes.at(-1)?.patch).toEqual({ headId: null, isDissolved: true })
    expect(drawUp('out', typed, known({ hasUnseenMembers: true })).plan.changes.at(-1)?.patch).toEqual({ headId: null, isDissolved: false })
  })

  test('世帯分離 and 世帯合併 leave the address as it is', () => {
    const split = drawUp('household', { ...days, act: 'split', ...who(mother) }, known())
    expect([split.refusals, split.plan.changes.some(({ patch }) => 'addressSince' in patch)]).toEqual([[], false])
    const other = someone('別 世帯', { householdId: idOf('other') })
    const joined = { ...household('other', '別 世帯'), edition: 2 }
    const merge = drawUp('household', { ...days, act: 'merge', joins: joined.number, ...who(...FAMILY), [`relation.${father.id}`]: '同居人', [`relation.${mother.id}`]: '同居人', [`relation.${child.id}`]: '縁故者' }, known({ joined }, [...FAMILY, other]))
    expect(merge.refusals).toEqual([])
    expect(merge.plan.changes.at(-1)).toMatchObject({ subjectId: HOME, patch: { isDissolved: true } })
  })

  test('a birth needs the day of birth once, and is written last among the children', () => {
    const typed = { ...days, occurredOn: '2026-06-04', 'arrival0.name': '山田 新', 'arrival0.kana': 'ヤマダ アラタ', 'arrival0.sex': 'male', 'arrival0.relation': '子', 'arrival0.registeredDomicile': '亀山市' }
    const { plan, refusals } = drawUp('birth', typed, known())
    expect(refusals).toEqual([])
    expect(plan.changes.at(-1)?.patch).toMatchObject({ birthDate: day('2026-06-04'), residentSince: day('2026-06-04'), residentCause: '出生', position: 4, address: father.registration.address })
  })

  test('an amendment says only what is other, and what follows from it', () => {
    const typed = { ...days, person: mother.id, 'set.name': '山田 母美', 'set.kana': mother.registration.kana, 'set.relationship': '同居人' }
    expect(drawUp('koseki', typed, known()).plan.changes).toEqual([{ subjectKind: 'person', subjectId: mother.id, validFrom: day(days.occurredOn), patch: { name: '山田 母美', relationship: '同居人', relationshipCode: 'cohabitant' } }])
  })
})

test('a wrong house number is corrected for the whole household', () => {
  const { plan, refusals } = drawUp('correction', { ...days, person: mother.id, 'set.addressNumber': '9202番地' }, known())
  expect([refusals, plan.changes.map(({ subjectId }) => subjectId)]).toEqual([[], [mother.id, HOME, father.id, child.id]])
  expect(plan.changes.every(({ patch }) => 'address' in patch && patch.address === '三重県亀山市本町一丁目9202番地')).toBe(true)
})

describe('what stands in the way', () => {
  const cases: readonly [string, EntryKind, Record<string, string>, readonly string[], Partial<Known>?][] = [
    ['a moving in that lies ahead', 'in', { ...arrival, occurredOn: '2026-06-11' }, ['in-future'], { household: null }],
    ['a birth date in the future', 'in', { ...arrival, 'arrival0.birthDate': '2026-07-01' }, ['in-future', 'young-head'], { household: null }],
    ['somebody born after they moved in', 'in', { ...arrival, 'arrival0.birthDate': '2026-06-02' }, ['born-after-entry', 'young-head'], { household: null }],
    ['a day that the calendar has not', 'in', { ...arrival, occurredOn: 'R8.2.30' }, ['no-such-day'], { household: null }],
    ['a notice before the event', 'in', { ...arrival, notifiedOn: '2026-05-30' }, ['after-notice'], { household: null }],
    ['a notice from tomorrow', 'in', { ...arrival, notifiedOn: '2026-06-11' }, ['notice-in-future'], { household: null }],
    ['a town of another city', 'in', { ...arrival, town: '丸之内' }, ['unknown-town'], { household: null }],
    ['nobody', 'in', { ...days, ...newAddress }, ['nobody-chosen'], { household: null }],
    ['a proxy without a name', 'move', { ...days, ...newAddress, ...who(...FAMILY), notifierKind: 'proxy' }, ['missing', 'not-by-themselves']],
    ['a reading in hiragana', 'in', { ...arrival, 'arrival0.kana': 'すずき はなこ' }, ['not-katakana'], { household: null }],
    ['a name with a space behind it', 'in', { ...arrival, 'arrival0.name': '鈴木 花子 ' }, ['edge-spaces'], { household: null }],
    ['a number with a wrong digit', 'in', { ...arrival, 'arrival0.number': '1000000019' }, ['wrong-check-digit'], { household: null }],
    ['a number that nobody has', 'in', { ...arrival, 'arrival0.number': registerNumberOf(999_999_999) }, ['unknown-number'], { household: null }],
    ['somebody who lives here already', 'in', { ...arrival, 'arrival0.number': father.addresseeNumber }, ['already-resident'], { household: null }],
    ['the same person twice', 'in', { ...arrival, 'arrival1.name': '鈴木 花子', 'arrival1.kana': 'スズキ ハナコ', 'arrival1.sex': 'female', 'arrival1.birthDate': '1990-05-06', 'arrival1.relation': '子', 'arrival1.registeredDomicile': '津市' }, ['same-person-twice'], { household: null }],
    ['two heads', 'in', { ...arrival, 'arrival1.name': '鈴木 次郎', 'arrival1.kana': 'スズキ ジロウ', 'arrival1.sex': 'male', 'arrival1.birthDate': '1992-05-06', 'arrival1.relation': '世帯主', 'arrival1.registeredDomicile': '津市' }, ['two-heads'], { household: null }],
    ['a household without a head', 'in', { ...arrival, 'arrival0.relation': '妻', 'arrival1.name': '鈴木 次郎', 'arrival1.kana': 'スズキ ジロウ', 'arrival1.sex': 'male', 'arrival1.birthDate': '1992-05-06', 'arrival1.relation': '子', 'arrival1.registeredDomicile': '津市' }, ['household-without-head'], { household: null }],
    ['a foreign resident without a category', 'in', { ...arrival, 'arrival0.nationality': 'BR', 'arrival0.registeredDomicile': '' }, ['residence-needed'], { household: null }],
    ['a foreign resident with a 本籍', 'in', { ...arrival, 'arrival0.nationality': 'BR', 'arrival0.residenceCategory': '中長期在留者' }, ['domicile-of-foreigner'], { household: null }],
    ['a period of stay that is over', 'in', { ...arrival, 'arrival0.nationality': 'BR', 'arrival0.residenceCategory': '中長期在留者', 'arrival0.registeredDomicile': '', 'arrival0.residenceUntil': '2026-05-01' }, ['residence-over'], { household: null }],
    ['joining those who live elsewhere', 'in', { ...arrival, joins: registerNumberOf(200_000_001), 'arrival0.relation': '同居人' }, ['other-address'], { joined: household('home', '山田 父') }],
    ['a move to where they live', 'move', { ...days, ...inventedAddress('本町一丁目', '9201番地'), ...who(...FAMILY) }, ['nothing-changes']],
    ['a move before they came', 'move', { ...days, occurredOn: '1999-06-01', ...newAddress, ...who(father, mother, child) }, ['before-beginning', 'before-beginning', 'before-beginning', 'late']],
    ['a head who leaves a household without one', 'out', { ...days, ...who(father), where: 'japan', movedTo: '津市' }, ['household-without-head']],
    ['nobody who moves out', 'out', { ...days, where: 'japan', movedTo: '津市' }, ['nobody-chosen']],
    ['somebody of another household', 'out', { ...days, [`who.${idOf('stranger')}`]: 'yes', where: 'japan', movedTo: '津市' }, ['not-resident']],
    ['a move in half a year', 'out', { ...days, occurredOn: '2026-12-10', ...who(mother), where: 'japan', movedTo: '津市' }, ['too-far-ahead']],
    ['everybody splitting off', 'household', { ...days, act: 'split', ...who(...FAMILY) }, ['everybody-leaves']],
    ['a change of head that changes nothing', 'household', { ...days, act: 'head' }, ['nothing-changes']],
    ['two deaths in one notice', 'death', { ...days, ...who(mother, child) }, ['too-many-people']],
    ['an amendment that says nothing new', 'correction', { ...days, person: mother.id, 'set.name': mother.registration.name }, ['nothing-changes']],
    ['another head by way of an amendment', 'koseki', { ...days, person: mother.id, 'set.relationship': '世帯主' }, ['two-heads']],
    ['a head who becomes none by an amendment', 'correction', { ...days, person: father.id, 'set.relationship': '夫' }, ['household-without-head']],
    ['a person without a name', 'correction', { ...days, person: mother.id, 'set.name': '' }, ['missing']],
    ['a cancellation of nothing', 'cancel', { note: '誤り' }, ['not-cancellable']],
  ]
  test.each(cases)('%s', (_, kind, typed, expected, given = {}) => expect(codes(kind, typed, given)).toEqual(expected))

  test('a cancellation while a later entry stands on what it takes back', () => {
    const target = { id: idOf('entry'), number: 7, kind: 'move' as const, status: 'applied', occurredOn: day('2026-01-01'), title: '山田 父', changes: [], editions: {}, later: [{ number: 9, kind: 'koseki' as const, title: '山田 父' }] }
    expect(drawUp('cancel', { note: '誤り' }, known({ target })).refusals).toMatchObject([{ code: 'stands-on-it', values: { number: 9 } }])
  })
})

describe('what is to be looked at once more, and stands in nobody’s way', () => {
  test.each<[string, EntryKind, Record<string, string>, readonly string[], Partial<Known>]>([
    ['a notice after the deadline', 'in', { ...arrival, occurredOn: '2026-05-01' }, ['late'], { household: null }],
    ['no 本籍', 'in', { ...arrival, 'arrival0.registeredDomicile': '' }, ['domicile-missing'], { household: null }],
    ['no reading', 'in', { ...arrival, 'arrival0.kana': '' }, ['kana-missing'], { household: null }],
    ['a day of birth that is not wholly known', 'in', { ...arrival, 'arrival0.birthCertainty': 'year' }, ['birth-not-certain'], { household: null }],
    ['a child as head', 'in', { ...arrival, 'arrival0.birthDate': '2015-01-01' }, ['young-head'], { household: null }],
    ['somebody of that name and birthday is known', 'in', arrival, ['double-register'], { household: null, bornSameDay: [someone('鈴木　花子', { birthDate: day('1990-05-06') })] }],
    ['an entry that reaches back behind another', 'koseki', { ...days, occurredOn: '2026-01-01', person: mother.id, 'set.name': '山田 母美' }, ['reaches-back'], { people: new Map([[mother.id, { ...mother, since: day('2026-03-01') }]]) }],
  ])('%s', (_, kind, typed, expected, given) => {
    expect(drawUp(kind, typed, known(given)).refusals).toEqual([])
    expect(codes(kind, typed, given)).toEqual(expected)
  })
})

test.each([
  ['in', '2026-06-01', '2026-06-15', '2026-06-15', 0],
  ['in', '2026-06-01', '2026-06-16', '2026-06-15', 1],
  // 13 June 2026 is a Saturday: the last day moves on to Monday the 15th (地方自治法第4条の2第4項).
  ['move', '2026-05-30', '2026-06-15', '2026-06-15', 0],
  ['death', '2026-06-01', '2026-06-09', '2026-06-08', 1],
  ['birth', '2026-04-21', '2026-05-07', '2026-05-07', 0],
] as const)('%s on %s, notified on %s: last day %s, %i days late', (kind, on, notified, lastDay, daysLate) => {
  expect(timelinessOf(kind, day(on), day(notified))).toMatchObject({ lastDay: day(lastDay), daysLate })
})

test('acts of the office know no deadline', () => expect(timelinessOf('official', day('2020-01-01'), day('2026-01-01'))).toBeNull())

test('a register number is ten digits, and each wrong digit is found', () => {
  const number = registerNumberOf(123_456_789)
  expect(isRegisterNumber(number)).toBe(true)
  for (let place = 0; place < 10; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const other = number.slice(0, place) + String(digit) + number.slice(place + 1)
      expect(isRegisterNumber(other)).toBe(other === number)
    }
  }
})

test('a number for the counter is read however it is typed', () => {
  const number = preparedNumberOf(Uint8Array.from({ length: 32 }, (_, index) => index * 7))
  expect(number).toMatch(/^[2-9A-HJ-NP-Y]{5}-[2-9A-HJ-NP-Y]{5}$/)
  const folded = number.replace('-', '')
  for (const typed of [number, number.toLowerCase(), ` ${folded} `, number.replace('-', ' ')]) expect(foldedNumber(typed)).toBe(folded)
  expect(foldedNumber('12345')).toBeNull()
})
