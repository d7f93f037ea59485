import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level, MeshReading, SignReport } from '../model.ts'
import { cellOf, pointOf } from './cells.ts'
import { clustersOf } from './clusters.ts'
import { readMeshSheet, writeMeshSheet } from './mesh-sheet.ts'
import { extentOf, meshesOf, meshOf, placeOf } from './mesh.ts'
import { placeStateOf } from './place-state.ts'
import { stormAt, STORM_STEPS } from './storm.ts'
import { tellingOf } from './telling.ts'
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
    expect(state([reading('52363326', 0, 21), reading('52363327', 0, 5)], null)).toMatchObject({ level: null, isStale: true })
    expect(state([reading('52363326', 0, 5)], null)).toMatchObject({ level: null, isStale: true })
    expect(state([], null)).toMatchObject({ level: null, meshAt: null, isStale: true })
    expect(state([reading('52363326', null, 5), reading('52363327', 0, 5)], null)).toMatchObject({ level: null, isStale: true })
  })

  test('stays grave when data is old', () => {
    expect(state([reading('52363326', 4, 90), reading('52363327', 0, 90)], null)).toMatchObject({ level: 4, isStale: true })
  })

  test('is fresh at twenty minutes and old after', () => {
    expect(state([reading('52363326', 0, 20), reading('52363327', 0, 20)], 0)).toMatchObject({ level: 0, isStale: false })
  })
})

test.each([
  [0, 2, 'nothing'], [0, 3, 'raised'], [2, 4, 'raised'], [3, 4, 'raised'], [4, 4, 'nothing'], [5, 4, 'nothing'], [4, 2, 'lowered'], [3, 0, 'lowered'], [2, 0, 'nothing'], [4, null, 'nothing'],
] as const)('from %s to %s: %s is told', (from, to, telling) => expect(tellingOf(from, to)).toBe(telling))

describe('a sheet of the feed', () => {
  const header = 'mesh,baseTime,level,rain60MinutesMm,soilWaterIndex'
  const time = '2026-09-01T14:20:00+09:00'

  test('comes back as it was written', () => {
    const night = stormAt(['52363326', '52361271'], 12, now)
    expect(readMeshSheet(writeMeshSheet(night))).toEqual({ ok: true, readings: night })
  })

  test.each([['', null], ['-1', null], ['999', null], ['1200', null], ['abc', null], ['12.5', 12.5], ['0', 0]])('a gauge that writes %j means %s', (written, meant) => {
    const read = readMeshSheet(`${header}\n52363326,${time},2,${written},\n`)
    expect(read).toMatchObject({ ok: true, readings: [{ level: 2, rain60MinutesMm: meant, soilWaterIndex: null }] })
  })

  test.each([
    [`mesh,baseTime,level\n52363326,${time},2`, { row: 1, column: 'rain60MinutesMm', why: 'missing-column' }],
    [`${header}\n52363326,${time},6,1,1`, { row: 2, column: 'level', why: 'not-a-level' }],
    [`${header}\n52363326,${time},2,1,1\n5236,${time},2,1,1`, { row: 3, column: 'mesh', why: 'not-a-mesh' }],
    [`${header}\n52363326,14:20,2,1,1`, { row: 2, column: 'baseTime', why: 'not-a-time' }],
    [`${header}\n52363326,${time},2,1,1\n52363326,${time},3,1,1`, { row: 3, column: 'mesh', why: 'twice' }],
    ['a"b\n"', { row: 0, column: '', why: 'not-csv' }],
    [`${header}\n${'x'.repeat(1_000_001)}`, { row: 0, column: '', why: 'too-long' }],
  ])('that makes no sense is refused as a whole: %#', (source, refusal) => expect(readMeshSheet(source)).toEqual({ ok: false, refusal }))

  test('level 1 of the tiles is no warning, and a blank is not known', () => {
    expect(readMeshSheet(`${header}\n52363326,${time},1,,\n52363327,${time},,,`)).toMatchObject({ ok: true, readings: [{ level: 0 }, { level: null }] })
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
