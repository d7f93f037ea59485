import { describe, expect, test } from 'vitest'
import type { District } from '#capabilities/notices/model.ts'
import type { Level } from '../model.ts'
import { capTermsOf, continuedBy, phraseKeyOf, placesOf, wishAfter, wishProblem, type EvacuationOrder, type OrderKind, type OrderWish } from './orders.ts'
import { nextOnRoster, settingOn, type DutySetting, type RosterLine } from './escalation.ts'
import { inOrderOfTime, momentIn, stretchesOf, type TimeLineStep } from './time-line.ts'

const TOWNS = ['安坂山町', '両尾町', '関町木崎']
const wish = (kind: OrderKind, level: Level, ...towns: string[]): OrderWish => ({ kind, hazard: 'landslide', level, towns })
const before = { level: 4, towns: ['安坂山町'] } as const

describe('whether a wish makes sense', () => {
  test.each<[OrderWish, typeof before | undefined, string | undefined]>([
    [wish('issue', 4, '安坂山町'), undefined, undefined],
    [wish('issue', 4), undefined, 'no-towns'],
    [wish('issue', 4, '安坂山町', 'ない町'), undefined, 'unknown-towns'],
    [wish('issue', 2, '安坂山町'), undefined, 'level-needed'],
    [wish('tell', 2, '安坂山町'), undefined, undefined],
    [wish('update', 4, '安坂山町', '両尾町'), before, undefined],
    [wish('update', 5, '安坂山町'), before, undefined],
    [wish('update', 4, '安坂山町'), before, 'nothing-new'],
    [wish('update', 4, '両尾町'), before, 'towns-missing'],
    [wish('lower', 3, '安坂山町'), before, undefined],
    [wish('lower', 4, '安坂山町'), before, 'not-lower'],
    [wish('cancel', 4, '安坂山町'), before, undefined],
  ])('%j after %j: %s', (given, held, problem) => {
    expect(wishProblem(given, held, TOWNS)).toBe(problem)
  })

  test('a town that is no more does not keep anybody from adding others', () => {
    expect(wishProblem(wish('update', 4, '安坂山町', '両尾町'), { level: 4, towns: ['安坂山町', '昔の町'] }, TOWNS)).toBeUndefined()
  })
})

test.each([
  [wish('issue', 4), '49', 'evacuation.landslide.4'], [wish('update', 5), '39', 'evacuation.landslide.5'], [wish('lower', 3), '', 'evacuation.lowered.landslide'],
  [wish('cancel', 4), '', 'evacuation.cancelled.landslide'], [{ ...wish('tell', 4), hazard: 'earthquake' as const }, '6-', 'earthquake.6-lower'],
  [{ ...wish('tell', 3), hazard: 'earthquake' as const }, '5+', 'earthquake.5-upper'], [{ ...wish('tell', 5), hazard: 'earthquake' as const }, '7', 'earthquake.7'],
  [{ ...wish('tell', 4), hazard: 'nankai-trough' as const }, '120', 'nankai-trough.warning'], [{ ...wish('tell', 3), hazard: 'nankai-trough' as const }, '130', 'nankai-trough.watch'],
  [{ ...wish('tell', 3), hazard: 'nankai-trough' as const }, '111', 'nankai-trough.investigating'], [{ ...wish('tell', 3), hazard: 'nankai-trough' as const }, '190', 'nankai-trough.end'],
  [{ ...wish('tell', 4), hazard: 'linear-rainband' as const }, '', 'linear-rainband'], [{ ...wish('tell', 3), hazard: 'wind' as const }, '05', 'warning.wind.3'],
])('the phrase for %j (%s) is %s', (given, code, key) => {
  expect(phraseKeyOf(given, code)).toBe(key)
})

test('what is issued continues the gravest order in force for some of its towns, and drops nobody who was told to leave', () => {
  const order = (id: string, level: Level, ...towns: string[]) => ({ id, hazard: 'landslide', level, towns }) as unknown as EvacuationOrder
  const inForce = [order('a', 3, '関町木崎'), order('b', 4, '安坂山町', '旧町'), order('c', 5, '両尾町')]
  const wishFor = (level: Level, ...towns: string[]) => ({ hazard: 'landslide', level, towns }) as const
  expect(continuedBy(inForce, wishFor(5, '安坂山町', '関町木崎'))?.id).toBe('b')
  expect(continuedBy(inForce, wishFor(4, '両尾町'))).toBeUndefined()
  expect(continuedBy(inForce, wishFor(4, '辺法寺町'))).toBeUndefined()
  const known = ['安坂山町', '両尾町', '関町木崎', '辺法寺町']
  expect(wishAfter(inForce[1], 'issue', ['辺法寺町'], known)).toEqual({ kind: 'update', towns: ['辺法寺町', '安坂山町'] })
  expect(wishAfter(undefined, 'tell', ['辺法寺町'], known)).toEqual({ kind: 'tell', towns: ['辺法寺町'] })
})

test('CAP: before it is too late one leaves, at level 5 one shelters where one is', () => {
  const terms = (kind: OrderKind, level: Level) => capTermsOf({ kind, level, hazard: 'landslide', eventId: 'event' }, []).responseType
  expect([terms('issue', 3), terms('issue', 4), terms('update', 5), terms('lower', 3), terms('cancel', 4)]).toEqual(['Prepare', 'Evacuate', 'Shelter', 'Monitor', 'AllClear'])
})

test('a whole district is named once, the rest town by town', () => {
  const phrase = (ja: string) => ({ ja, 'ja-x-yasashii': ja, en: ja, pt: ja })
  const district = (key: string, ...towns: string[]): District => ({ key, name: phrase(key), towns: towns.map((name) => ({ name, label: phrase(name) })) })
  const places = placesOf([district('川崎', '安坂山町', '両尾町'), district('関', '関町木崎', '関町新所')], ['安坂山町', '両尾町', '関町新所'])
  expect(places.map(({ ja }) => ja)).toEqual(['川崎', '関町新所'])
})

describe('who is asked', () => {
  const day = Temporal.PlainDate.from('2026-11-22')
  const line = (login: string, position: number, validTo: string | null = null): RosterLine =>
    ({ login, position, mail: '', validFrom: Temporal.PlainDate.from('2026-04-01'), validTo: validTo === null ? null : Temporal.PlainDate.from(validTo) })
  const roster = [line('second', 2), line('first', 1), line('gone', 0, '2026-11-21'), line('third', 3)]

  test.each([
    ['third', [], 'first'], ['first', [], 'second'], ['third', ['first'], 'second'], ['third', ['first', 'second'], undefined],
  ])('by %s, after %j: %s', (asker, asked, next) => {
    expect(nextOnRoster(roster, day, asker, asked)?.login).toBe(next)
  })

  test('a setting holds on its days; outside them the usual one', () => {
    const setting: DutySetting = { key: 'confirm-minutes', value: '3', validFrom: Temporal.PlainDate.from('2026-11-01'), validTo: Temporal.PlainDate.from('2026-11-30'), source: '' }
    expect(settingOn([setting], 'confirm-minutes', day)).toBe(3)
    expect(settingOn([setting], 'confirm-minutes', Temporal.PlainDate.from('2026-12-01'))).toBe(5)
  })
})

describe('the time line', () => {
  const at = Temporal.Instant.from('2026-11-22T11:00:00Z')

  test('what bears the same moment stands in the order of cause and effect', () => {
    const level: TimeLineStep = { kind: 'level', at, who: '', hazard: 'landslide', area: '亀山市', from: 2, to: 4, kindName: '' }
    const telegram: TimeLineStep = { kind: 'telegram', at, who: '', type: 'VPWW56', title: '', infoType: '発表', reportAt: at }
    const earlier: TimeLineStep = { kind: 'shelter', at: at.subtract({ seconds: 1 }), who: '', act: 'opened', name: '', occupants: 0 }
    expect(inOrderOfTime([level, telegram, earlier]).map(({ kind }) => kind)).toEqual(['shelter', 'telegram', 'level'])
  })

  test('stretches that were not walked are unknown, never zero', () => {
    const times = stretchesOf({ receivedAt: at, suggestedAt: at.add({ milliseconds: 240 }), askedAt: at.add({ seconds: 30 }), settledAt: null, handedAt: undefined })
    expect(times).toEqual({ telegramToSuggestion: 0.2, suggestionToAsk: 29.8, askToConfirm: null, confirmToHanded: null })
  })

  test.each([
    ['2026-11-22 20:00', '2026-11-22T11:00:00Z'], ['2026-11-22T20:00', '2026-11-22T11:00:00Z'], ['２０２６-11-22 20:00', '2026-11-22T11:00:00Z'],
    ['2026-02-30 20:00', undefined], ['2026-11-22 25:00', undefined], ['yesterday', undefined], ['', undefined],
  ])('%s is %s', (text, instant) => {
    expect(momentIn(text)?.toString()).toBe(instant)
  })
})
