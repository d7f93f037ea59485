import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, Voice } from '#kernel/text/text.ts'
import { HAZARDS, type Hazard } from '../model.ts'
import { isCounting, MOST_OCCUPANTS, realmIn, roomLeft, SHELTER_ACTS, standingAfter } from './shelter-acts.ts'
import { centreOf, distanceBetween } from './shelter-distance.ts'
import { fullLast, nearestFirst, whereaboutsOf } from './shelter-nearness.ts'
import { townOf } from './shelter-town.ts'
import { isMeantFor, neededFor, phraseOfName, SHELTER_HAZARDS, sheltersFor, type OpenShelter, type Shelter } from './shelters.ts'

function place(id: string, change: Partial<Shelter> = {}): Shelter {
  return {
    id, name: { written: id, kana: '', romaji: '', en: '', pt: '' }, address: '', town: null, point: null, kinds: ['emergency-site'], hazards: [],
    capacity: null, isBarrierFree: null, takesPets: null, note: '', isInvented: false, ...change,
  }
}

const NORTH = { latitude: 34.9, longitude: 136.4 }
const SOUTH = { latitude: 34.8, longitude: 136.4 }

describe('what a place is meant for', () => {
  test.each<[Hazard, Shelter['hazards'], Shelter['kinds'], boolean]>([
    ['landslide', ['landslide'], ['emergency-site'], true],
    ['landslide', ['flood', 'earthquake'], ['emergency-site', 'shelter'], false],
    ['landslide', [], ['shelter'], false],
    ['heavy-rain', ['flood'], ['emergency-site'], true],
    ['heavy-rain', ['landslide', 'earthquake'], ['shelter'], false],
    ['nankai-trough', ['earthquake'], ['emergency-site'], true],
    ['wind', ['earthquake'], ['emergency-site'], false],
    ['wind', [], ['shelter'], true],
  ])('%s, designated for %j, kinds %j: %s', (hazard, hazards, kinds, isMeant) => {
    expect(isMeantFor({ hazards, kinds }, hazard)).toBe(isMeant)
  })

  test('a blank hazard is never named, whatever threatens, wherever, however near', () => {
    fc.assert(fc.property(
      fc.constantFrom(...HAZARDS), fc.array(fc.record({ hazards: fc.subarray([...SHELTER_HAZARDS]), town: fc.constantFrom('a', 'b', null) }), { maxLength: 12 }),
      fc.constantFrom<'all' | string[]>('all', ['a'], ['a', 'b'], []),
      (hazard, given, towns) => {
        const shelters = given.map((one, index) => place(String(index), one))
        const needed = neededFor(hazard)
        const named = sheltersFor(shelters, hazard, towns)
        expect(named.every(({ hazards, kinds }) => (needed === null ? kinds.includes('shelter') : hazards.includes(needed)))).toBe(true)
        expect(named.length).toBe(shelters.filter((shelter) => isMeantFor(shelter, hazard)).length)
      },
    ))
  })

  test('those in the towns first, then the nearest; what lies nobody knows where comes last', () => {
    const hazards = ['flood'] as const
    const shelters = [place('nowhere', { hazards }), place('far', { hazards, point: NORTH }), place('near', { hazards, point: { ...SOUTH, latitude: 34.81 } }), place('here', { hazards, town: 'a' })]
    expect(sheltersFor(shelters, 'flood', ['a'], new Map([['a', SOUTH]])).map(({ id }) => id)).toEqual(['here', 'near', 'far', 'nowhere'])
    expect(sheltersFor(shelters, 'flood', 'all').map(({ id }) => id)).toEqual(['nowhere', 'far', 'near', 'here'])
  })
})

describe('names', () => {
  const name = { written: 'さくら会館', kana: 'さくらかいかん', romaji: 'Sakura Kaikan', en: 'Sakura Hall', pt: '' }
  test('stand in every language, and the sign’s own word is never altered', () => {
    expect(phraseOfName(name)).toEqual({ ja: '{さくら会館|さくらかいかん}', 'ja-x-yasashii': '{さくら会館|さくらかいかん}', en: 'Sakura Hall', pt: 'Sakura Kaikan' })
    expect(phraseOfName({ ...name, romaji: '', en: '' }).en).toBe('さくら会館')
  })

  test('with signs that phrases use themselves they are shown as they are', () => {
    const odd = { ...name, written: '会館{仮}|A', romaji: '', en: '' }
    expect(phraseOfName(odd).ja).toBe('会館{仮}|A')
  })

  test('are said in every language without a hole', () => {
    for (const language of LANGUAGES) expect(new Voice({ language, hasFurigana: true, textSize: 'standard' }).plain(phraseOfName(name))).not.toBe('')
  })
})

describe('where it lies', () => {
  test.each([
    ['亀山市本町1-9-9', '本町一丁目'], ['三重県亀山市天神3-2-33', '天神三丁目'], ['三重県亀山市みずきヶ丘', 'みずきが丘'], ['関町木崎9', '関町木崎'], ['三重県亀山市関町', null],
    ['亀山市天神10', null], ['東町二丁目8', '東町二丁目'], ['どこか', null], ['', null],
  ])('%s is in %s', (address, town) => {
    expect(townOf(address, ['本町一丁目', '本町二丁目', '天神一丁目', '天神三丁目', 'みずきが丘', '関町木崎', '東町二丁目'])).toBe(town)
  })

  test('distances are those of the map', () => {
    // One degree of latitude on the mean sphere.
    expect(distanceBetween({ latitude: 34, longitude: 136 }, { latitude: 35, longitude: 136 })).toBeCloseTo(111_195, -1)
    expect(distanceBetween(NORTH, NORTH)).toBe(0)
    expect(centreOf([NORTH, SOUTH])?.latitude).toBeCloseTo(34.85)
    expect(centreOf([])).toBeNull()
  })

  const districts = [{ towns: [{ name: 'a' }, { name: 'b' }] }, { towns: [{ name: 'c' }] }]
  test('a town without a centre stands in the middle of its district', () => {
    const centres = new Map([['b', NORTH]])
    expect(whereaboutsOf('a', districts, centres)).toEqual({ town: 'a', neighbours: ['a', 'b'], centre: NORTH })
    expect(whereaboutsOf('c', districts, centres)?.centre).toBeNull()
    expect(whereaboutsOf('z', districts, centres)).toBeUndefined()
  })

  test('nearest first; without coordinates the town, then the district; without a town the list’s order', () => {
    const shelters = [place('elsewhere', { town: 'c' }), place('district', { town: 'b' }), place('town', { town: 'a' }), place('near', { point: { ...SOUTH, latitude: 34.801 } }), place('far', { point: NORTH })]
    const order = (centre: typeof SOUTH | null) => nearestFirst(shelters, { town: 'a', neighbours: ['a', 'b'], centre }).map(({ shelter }) => shelter.id)
    expect(order(SOUTH)).toEqual(['near', 'town', 'district', 'far', 'elsewhere'])
    expect(order(null)).toEqual(['town', 'district', 'elsewhere', 'near', 'far'])
    expect(nearestFirst(shelters, null).map(({ shelter }) => shelter.id)).toEqual(['elsewhere', 'district', 'town', 'near', 'far'])
  })
})

describe('at an open place', () => {
  const empty = { occupants: 0, isFull: false, takesPets: null }
  test.each([
    ['plus-1', empty, { ...empty, occupants: 1 }], ['minus-10', { ...empty, occupants: 4 }, empty], ['plus-10', { ...empty, occupants: MOST_OCCUPANTS }, { ...empty, occupants: MOST_OCCUPANTS }],
    ['full', empty, { ...empty, isFull: true }], ['not-full', { ...empty, isFull: true }, empty], ['pets', empty, { ...empty, takesPets: true }], ['no-pets', empty, { ...empty, takesPets: false }],
    ['set', empty, { ...empty, occupants: 7 }],
  ] as const)('%s', (act, before, after) => {
    expect(standingAfter(before, act, 7)).toEqual(after)
  })

  test('setting without a number changes nothing; counting is known apart', () => {
    expect(standingAfter({ ...empty, occupants: 5 }, 'set', null).occupants).toBe(5)
    expect(SHELTER_ACTS.filter(isCounting)).toEqual(['plus-1', 'plus-10', 'minus-1', 'minus-10'])
  })

  test.each([[100, 30, false, 70], [100, 130, false, 0], [null, 30, false, null], [null, 30, true, 0], [100, 0, true, 0]])('of %s with %i inside, full %s: room for %s', (capacity, occupants, isFull, room) => {
    expect(roomLeft(capacity, { occupants, isFull })).toBe(room)
  })

  test('a full one comes last', () => {
    const open = (id: string, isFull: boolean): OpenShelter => ({ ...place(id), opening: { id, realm: 'live', openedAt: Temporal.Now.instant(), changedAt: Temporal.Now.instant(), edition: 1, ...empty, isFull } })
    expect(fullLast(nearestFirst([open('a', true), open('b', false)], null)).map(({ shelter }) => shelter.id)).toEqual(['b', 'a'])
  })

  test.each([[undefined, 'live'], ['', 'live'], ['live', 'live'], ['drill:autumn-1', 'drill:autumn-1'], ['drill:', undefined], ['drill:a b', undefined], ['other', undefined]])('the address says %s: %s', (text, realm) => {
    expect(realmIn(text)).toBe(realm)
  })
})
