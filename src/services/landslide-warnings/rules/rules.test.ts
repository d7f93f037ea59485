import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level, MeshReading, SignReport } from '../model.ts'
import { cellOf, pointOf } from './cells.ts'
import { clustersOf } from './clusters.ts'
import { readMeshSheet, writeMeshSheet } from './mesh-sheet.ts'
import { extentOf, meshesOf, meshOf, placeOf, withNeighbours } from './mesh.ts'
import { cityLevelNow, isOld, meshLevelNow, momentOf, placeStateOf } from './place-state.ts'
import { stormAt, STORM_STEPS } from './storm.ts'
import { tellingOf, toldAfter } from './telling.ts'
import { isInside } from './zones.ts'

const now = Temporal.Instant.from('2026-09-01T14:20:00+09:00')
const minutesAgo = (minutes: number) => now.subtract({ minutes })
const inJapan = fc.record({ latitude: fc.double({ min: 24.1, max: 45.4, noNaN: true }), longitude: fc.double({ min: 123.1, max: 145.7, noNaN: true }) })

describe('meshes of JIS X 0410', () => {
  // 東京駅 and 亀山市役所, reckoned by hand from the standard's formula.
  test.each([[35.681236, 139.767125, '53394611'], [34.8557, 136.4517, '52362326']])('%d, %d lies in %s', (latitude, longitude, mesh) => {
    expect(meshOf({ latitude, longitude })).toBe(mesh)
  })

  test('a point lies within the extent of its mesh, and its cell within both', () => {
    fc.assert(fc.property(inJapan, (point) => {
      const { south, west, height, width } = extentOf(meshOf(point))
      expect(point.latitude).toBeGreaterThanOrEqual(south - 1e-9)
      expect(point.latitude).toBeLessThan(south + height + 1e-9)
      expect(point.longitude).toBeGreaterThanOrEqual(west - 1e-9)
      expect(point.longitude).toBeLessThan(west + width + 1e-9)
      expect(meshOf(pointOf(cellOf(point)))).toBe(cellOf(point).slice(0, 8))
    }))
  })

  test.each([[0.5, 0.5, 1], [0.05, 0.5, 2], [0.5, 0.96, 2], [0.02, 0.02, 4]])('at %d north and %d east of its corner a home has %i meshes', (north, east, meshes) => {
    const { south, west, height, width } = extentOf('52363326')
    const place = placeOf({ latitude: south + north * height, longitude: west + east * width })
    expect(meshesOf(place)).toHaveLength(meshes)
    expect(meshesOf(place)[0]).toBe('52363326')
  })

  test.each(['5236332', '52368326', '5236332x', ''])('%j is no mesh', (text) => expect(() => extentOf(text)).toThrow(RangeError))
})

describe('what is known of a place', () => {
  const reading = (mesh: string, level: Level | null, minutes: number): MeshReading => ({ mesh, level, rain60MinutesMm: 0, soilWaterIndex: 0, baseTime: minutesAgo(minutes) })
  const state = (readings: readonly MeshReading[], city: Level | null) => placeStateOf('52363326-52363327', new Map(readings.map((one) => [one.mesh, one])), city, now)

  test('is the higher of its meshes and the city', () => {
    expect(state([reading('52363326', 2, 5), reading('52363327', 4, 5)], 3)).toMatchObject({ level: 4, meshLevel: 4, cityLevel: 3, isStale: false })
    expect(state([reading('52363326', 0, 5), reading('52363327', 0, 5)], 3)).toMatchObject({ level: 3, meshLevel: 0, isStale: false })
  })

  test('is never calm when data is old, missing or not known', () => {
    for (const city of [null, 0, 1] as const) {
      expect(state([reading('52363326', 0, 21), reading('52363327', 0, 5)], city), `old, city ${city}`).toMatchObject({ level: null, meshLevel: null, isStale: true })
      expect(state([reading('52363326', 0, 5)], city), `missing, city ${city}`).toMatchObject({ level: null, meshLevel: null, isStale: true })
      expect(state([], city), `nothing, city ${city}`).toMatchObject({ level: null, meshAt: null, isStale: true })
      expect(state([reading('52363326', null, 5), reading('52363327', 0, 5)], city), `not known, city ${city}`).toMatchObject({ level: null, meshLevel: null, isStale: true })
      expect(state([reading('52363326', 0, -11), reading('52363327', 0, 5)], city), `ahead, city ${city}`).toMatchObject({ level: null, meshLevel: null, isStale: true })
    }
  })

  test('is never calm, however old, missing or unknown the data is', () => {
    const level = fc.constantFrom<Level | null>(0, 1, 2, 3, 4, 5, null)
    const readings = fc.record({ mesh: fc.constantFrom('52363326', '52363327'), level, minutes: fc.integer({ min: -60, max: 60 }) })
    fc.assert(fc.property(fc.array(readings), level, (given, city) => {
      const known = state(given.map(({ mesh, level: said, minutes }) => reading(mesh, said, minutes)), city)
      if (known.isStale || city === null) expect(known.level ?? 5).toBeGreaterThanOrEqual(2)
      expect(known.level ?? 5).toBeGreaterThanOrEqual(city !== null && city >= 2 ? city : 0)
    }))
  })

  test('is not calm as long as the city is not known', () => {
    const fresh = [reading('52363326', 0, 5), reading('52363327', 0, 5)]
    expect(state(fresh, null)).toMatchObject({ level: null, meshLevel: 0, isStale: false, isSure: false })
    expect(state(fresh, 0)).toMatchObject({ level: 0, isSure: true })
  })

  test('says what is in force though the meshes are old, and is sure of a fall only where none was ever heard of', () => {
    expect(state([reading('52363326', 0, 90)], 3)).toMatchObject({ level: 3, meshLevel: null, isStale: true, isSure: false })
    expect(state([], 3)).toMatchObject({ level: 3, isStale: true, isSure: true })
  })

  test('stays grave when data is old', () => {
    for (const city of [null, 0, 1] as const) expect(state([reading('52363326', 4, 90), reading('52363327', 0, 90)], city)).toMatchObject({ level: 4, isStale: true, isSure: false })
  })

  test('is fresh at twenty minutes and old after', () => {
    expect(state([reading('52363326', 0, 20), reading('52363327', 0, 20)], 0)).toMatchObject({ level: 0, isStale: false })
  })
})

describe('the city’s own level', () => {
  const at = minutesAgo(30)
  test.each([
    [0, { kind: 'current', heardAt: at }, 0], [0, { kind: 'silent', heardAt: at }, null], [1, { kind: 'silent', heardAt: at }, null], [0, { kind: 'never' }, null],
    [2, { kind: 'silent', heardAt: at }, 2], [5, { kind: 'never' }, 5], [null, { kind: 'current', heardAt: at }, null],
  ] as const)('%s, with the agency %o, may be said as %s', (level, heard, said) => expect(cityLevelNow(level, heard)).toBe(said))
})

test.each([[0, 5, 0], [0, 21, null], [2, 21, 2], [0, -10, 0], [0, -11, null], [null, 5, null]] as const)('a mesh of level %s, %i minutes ago, may be said as %s', (level, minutes, said) => {
  expect(meshLevelNow({ mesh: '52363326', level, rain60MinutesMm: 0, soilWaterIndex: 0, baseTime: minutesAgo(minutes) }, now)).toBe(said)
})

test('a drill that runs ahead of the clock is looked at as of its newest sheet, the real night never', () => {
  const ahead = now.add({ hours: 5 })
  const readings = new Map([['52363326', { mesh: '52363326', level: 4 as const, rain60MinutesMm: 0, soilWaterIndex: 0, baseTime: ahead }]])
  expect(isOld(ahead, momentOf('drill:x', readings, now))).toBe(false)
  expect(isOld(ahead, momentOf('live', readings, now))).toBe(true)
  expect(momentOf('drill:x', new Map(), now)).toEqual(now)
})

describe('of a change', () => {
  test.each([
    [0, 2, 'nothing'], [0, 3, 'raised'], [2, 4, 'raised'], [3, 4, 'raised'], [4, 4, 'nothing'], [5, 4, 'eased'], [4, 3, 'eased'], [5, 3, 'eased'],
    [4, 2, 'lowered'], [3, 0, 'lowered'], [2, 0, 'nothing'], [4, null, 'nothing'],
  ] as const)('from %s to %s, %s is told', (from, to, telling) => {
    expect(tellingOf(from, to, true)).toBe(telling)
    expect(toldAfter(from, to, true)).toBe(to ?? from)
  })

  test.each([[5, 4], [4, 3], [4, 2], [3, 0], [2, 0], [4, null]] as const)('from %s to %s nothing is told while data is missing, and nothing counts as told', (from, to) => {
    expect(tellingOf(from, to, false)).toBe('nothing')
    expect(toldAfter(from, to, false)).toBe(from)
  })

  test.each([[0, 3], [3, 5]] as const)('from %s to %s it is told though data is missing', (from, to) => expect(tellingOf(from, to, false)).toBe('raised'))
})

test('the meshes around a city are those that its homes look at', () => {
  const around = withNeighbours(['52363326'])
  expect(around).toHaveLength(9)
  expect(withNeighbours(['52363326', '52363327'])).toHaveLength(12)
  fc.assert(fc.property(inJapan, (point) => {
    const near = withNeighbours([meshOf(point)])
    expect(meshesOf(placeOf(point)).filter((mesh) => !near.includes(mesh))).toEqual([])
  }))
})

describe('a sheet of the feed', () => {
  const header = 'mesh,baseTime,level,rain60MinutesMm,soilWaterIndex'
  const time = '2026-09-01T14:20:00+09:00'

  test('comes back as it was written', () => {
    const night = stormAt(['52363326', '52361271'], 12, now)
    expect(readMeshSheet(writeMeshSheet(night), now.add({ hours: 2 }))).toEqual({ ok: true, readings: night })
  })

  test.each([['', null], ['-1', null], ['999', null], ['1200', null], ['abc', null], ['12.5', 12.5], ['0', 0]])('a gauge that writes %j means %s', (written, meant) => {
    const read = readMeshSheet(`${header}\n52363326,${time},2,${written},\n`, now)
    expect(read).toMatchObject({ ok: true, readings: [{ level: 2, rain60MinutesMm: meant, soilWaterIndex: null }] })
  })

  test.each([
    [`mesh,baseTime,level\n52363326,${time},2`, { row: 1, column: 'rain60MinutesMm', why: 'missing-column' }],
    [`${header}\n52363326,${time},6,1,1`, { row: 2, column: 'level', why: 'not-a-level' }],
    [`${header}\n52363326,${time},2,1,1\n5236,${time},2,1,1`, { row: 3, column: 'mesh', why: 'not-a-mesh' }],
    [`${header}\n52363326,14:20,2,1,1`, { row: 2, column: 'baseTime', why: 'not-a-time' }],
    [`${header}\n52363326,${time},2,1,1\n52363326,${time},3,1,1`, { row: 3, column: 'mesh', why: 'twice' }],
    [`${header}\n52363326,${time},2,1,1\n52363327,2099-01-01T00:00:00+09:00,0,0,0`, { row: 3, column: 'baseTime', why: 'in-the-future' }],
    [`${header}\n52363326,2026-09-01T14:30:01+09:00,0,0,0`, { row: 2, column: 'baseTime', why: 'in-the-future' }],
    ['a"b\n"', { row: 0, column: '', why: 'not-csv' }],
    [`${header}\n${'x'.repeat(1_000_001)}`, { row: 0, column: '', why: 'too-long' }],
  ])('that makes no sense is refused as a whole: %#', (source, refusal) => expect(readMeshSheet(source, now)).toEqual({ ok: false, refusal }))

  test('from a clock ten minutes ahead of ours is taken', () => {
    expect(readMeshSheet(`${header}\n52363326,2026-09-01T14:30:00+09:00,4,1,1`, now)).toMatchObject({ ok: true, readings: [{ level: 4 }] })
  })

  test('level 1 of the tiles is no warning, and a blank is not known', () => {
    expect(readMeshSheet(`${header}\n52363326,${time},1,,\n52363327,${time},,,`, now)).toMatchObject({ ok: true, readings: [{ level: 0 }, { level: null }] })
  })
})

describe('reports of signs', () => {
  const report = (id: string, minutes: number, east: number): SignReport => ({ id, at: minutesAgo(minutes), point: { latitude: 34.85, longitude: 136.4 + east / 91_000 }, sign: 'cracks', note: '' })
  const idsOf = (reports: readonly SignReport[]) => clustersOf(reports).map((cluster) => cluster.reports.map(({ id }) => id))

  test('near each other in place and time are one cluster, the newest first', () => {
    expect(idsOf([report('a', 60, 0), report('b', 10, 200), report('c', 20, 2_000)])).toEqual([['b', 'a'], ['c']])
  })

  test('one between two clusters joins them, in whatever order they came', () => {
    const reports = [report('a', 30, 0), report('b', 20, 500), report('c', 10, 250)]
    fc.assert(fc.property(fc.shuffledSubarray(reports, { minLength: 3 }), (shuffled) => {
      expect(idsOf(shuffled)).toEqual([['c', 'b', 'a']])
    }))
  })

  test('of the same slope on another day stand apart', () => {
    expect(idsOf([report('a', 600, 0), report('b', 0, 0)])).toEqual([['b'], ['a']])
  })
})

test('a ring holds its inside, and nothing of its outside', () => {
  const square = [[0, 0], [0, 1], [1, 1], [1, 0]].map(([latitude = 0, longitude = 0]) => ({ latitude, longitude }))
  fc.assert(fc.property(fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }), (latitude, longitude) => {
    fc.pre(![0, 1].includes(latitude) && ![0, 1].includes(longitude))
    expect(isInside(square, { latitude, longitude })).toBe(latitude > 0 && latitude < 1 && longitude > 0 && longitude < 1)
  }))
})

test('the invented night rises to level 5 in the west and is calm in the end', () => {
  const meshes = ['52361271', '52363326']
  const levels = Array.from({ length: STORM_STEPS }, (_, step) => stormAt(meshes, step, now)[0]?.level ?? 0)
  expect(Math.max(...levels)).toBe(5)
  expect(levels[0]).toBe(0)
  expect(levels.at(-1)).toBeLessThan(5)
})
