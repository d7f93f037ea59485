import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '#capabilities/documents/csv.ts'
import type { FileReading, GivenAnswer } from '#capabilities/imports/importer.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { notices } from '../../../capabilities/notices/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { KAMEYAMA } from '../../../testing.ts'
import { sheltersDataset } from '../api/datasets.ts'
import { shelterExporter } from '../api/shelter-files.ts'
import { disasterInformation } from '../manifest.ts'
import { listShelterChanges } from '../store/shelter-list.ts'
import { listShelters } from '../store/shelters.ts'
import { shelterImporter, type ShelterDocument } from './shelter-importer.ts'

let city: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  city = await openTestCity({ parts: [staffIdentity, imports, notices, openData, disasterInformation], folder: KAMEYAMA })
})
afterAll(() => city.close())

class TakenBack extends Error {}

/** Works in a transaction that is taken back, so that every test begins with the demo city's own list. */
async function trying<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const kept: { result?: Result } = {}
  await city.database
    .act('disaster-information', systemActor, async (tx) => {
      kept.result = await work(tx)
      throw new TakenBack()
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof TakenBack)) throw thrown
    })
  return kept.result as Result
}

function csv(rows: readonly (readonly string[])[], encoding: 'utf-8-bom' | 'cp932' = 'utf-8-bom'): Buffer {
  const made = writeCsv(rows, { encoding, missingCharacters: 'refuse' })
  if (!made.ok) throw new Error(made.reason)
  return Buffer.from(made.bytes)
}

async function read(tx: Tx, bytes: Buffer): Promise<FileReading<ShelterDocument>> {
  const reading = await shelterImporter.read(tx, { fileName: 'list', bytes })
  if (!reading.ok) throw new Error(JSON.stringify(reading))
  return reading
}

async function bring(tx: Tx, bytes: Buffer, answers: readonly GivenAnswer[] = []) {
  const reading = await read(tx, bytes)
  const counts = Object.fromEntries((await shelterImporter.preview?.(tx, reading, answers) ?? []).map(({ name, count }) => [name, count]))
  const applied = await shelterImporter.apply(tx, reading, answers)
  return { reading, counts, applied, shelters: await listShelters(tx) }
}

/** 自治体標準オープンデータセット 指定緊急避難場所一覧, as far as it matters here. */
const STANDARD = [
  '全国地方公共団体コード', 'ID', '名称', '名称_カナ', '名称_英字', '所在地_連結表記', '緯度', '経度', '災害種別_洪水', '災害種別_崖崩れ、土石流及び地滑り', '災害種別_高潮', '災害種別_地震', '災害種別_津波',
  '災害種別_大規模な火事', '災害種別_内水氾濫', '災害種別_火山現象', '指定避難所との重複', '想定収容人数', '備考',
]
const row = (id: string, name: string, flags: string, change: Partial<Record<number, string>> = {}) =>
  ['242101', id, name, 'サクラカイカン', 'Sakura Hall', '三重県亀山市天神3-1', '34.84', '136.45', ...[...flags].map((flag) => flag.trim()), '1', '120', ''].map((cell, index) => change[index] ?? cell)

/** As the Geospatial Information Authority gives it, with invented places. */
const geoJson = (...features: readonly object[]) => Buffer.from(JSON.stringify({ type: 'FeatureCollection', name: '242101', features }))
const site = (id: string, name: string, flags: object, coordinates: readonly number[] = [136.45, 34.85]) => ({
  type: 'Feature', geometry: { type: 'Point', coordinates },
  properties: {
    NO: 1, 共通ID: id, 都道府県名及び市町村名: '三重県亀山市', '施設・場所名': name, 住所: '三重県亀山市本町1-9001', 洪水: '', '崖崩れ、土石流及び地滑り': '', 高潮: '', 地震: '', 津波: '', 大規模な火事: '', 内水氾濫: '', 火山現象: '',
    指定避難所との住所同一: '', 備考: '', ...flags,
  },
})

describe('a list that is brought in', () => {
  test.each(['xlsx', 'csv'])('our own export as %s changes nothing and asks nothing', async (format) => {
    const { reading, counts, applied } = await trying(async (tx) => {
      const file = await shelterExporter.write(tx, { format, options: {} })
      if ('ok' in file) throw new Error('no file')
      return bring(tx, Buffer.from(file.body))
    })
    expect([reading.questions, counts]).toEqual([[], { newShelters: 0, changedShelters: 0, unchangedShelters: 26, goneShelters: 0, leftOutRows: 0, withoutTown: 0, forFlood: 19 }])
    expect(applied).toMatchObject({ changes: 0 })
  })

  test.each(['utf-8-bom', 'cp932'] as const)('the municipal standard in %s: readings, place, designations and nothing more than is written', async (encoding) => {
    const { shelters, counts } = await trying((tx) => bring(tx, csv([STANDARD, row('242101-1', 'さくら会館', '1  1    '), row('242101-2', '山の家', '        ', { 16: '', 17: '' })], encoding)))
    expect(shelters).toHaveLength(2)
    expect(shelters[0]).toMatchObject({
      id: '242101-1', name: { written: 'さくら会館', kana: 'さくらかいかん', romaji: '', en: 'Sakura Hall', pt: '' }, town: '天神三丁目', point: { latitude: 34.84, longitude: 136.45 },
      kinds: ['emergency-site', 'shelter'], hazards: ['flood', 'earthquake'], capacity: 120, isBarrierFree: null, takesPets: null, isInvented: false,
    })
    expect(shelters[1]).toMatchObject({ hazards: [], capacity: null, kinds: ['emergency-site'] })
    expect(counts).toMatchObject({ newShelters: 2, goneShelters: 26, forFlood: 1 })
  })

  test('GeoJSON of sites, then of shelters: the same place under two numbers becomes one, and a null is nothing', async () => {
    const shelters = await trying(async (tx) => {
      await bring(tx, geoJson(site('E2421000000001', '本町学校', { 洪水: '1', 指定避難所との住所同一: '1' }), site('E2421000000002', '広場', { 地震: '1' })))
      const evacuation = { 'その他市町村長が必要と認める事項': null, 受入対象者: null, 指定緊急避難場所との住所同一: '1' }
      const { NO, 共通ID: id, '施設・場所名': name, 住所: address } = site('E2421000000111', '本町学校', {}).properties
      const shelter = { type: 'Feature', geometry: { type: 'Point', coordinates: [136.45, 34.85] }, properties: { NO, 共通ID: id, '施設・場所名': name, 住所: address, ...evacuation, 備考: '' } }
      return (await bring(tx, geoJson(shelter))).shelters
    })
    expect(shelters.map(({ id, kinds, hazards, town }) => [id, kinds, hazards, town])).toEqual([
      ['E2421000000001', ['emergency-site', 'shelter'], ['flood'], '本町一丁目'], ['E2421000000002', ['emergency-site'], ['earthquake'], '本町一丁目'],
    ])
  })

  test('what a list does not have is taken off it, its history stays, and it comes back as it was', async () => {
    const { gone, back, changes } = await trying(async (tx) => {
      const before = await listShelters(tx)
      const file = await shelterExporter.write(tx, { format: 'csv', options: {} })
      if ('ok' in file) throw new Error('no file')
      const gone = await bring(tx, csv([STANDARD, row('242101-1', 'さくら会館', '1  1    ')]))
      const back = await bring(tx, Buffer.from(file.body))
      return { gone, back: back.shelters.map(({ id }) => id).toSorted().join() === before.map(({ id }) => id).toSorted().join(), changes: await listShelterChanges(tx, 200) }
    })
    expect([gone.counts.goneShelters, back, changes.filter(({ after }) => after === null)]).toEqual([26, true, expect.arrayContaining([])])
    expect(changes.filter(({ after }) => after === null)).toHaveLength(27)
  })
})

describe('what is odd is told by its row, and counts as nothing until it is answered', () => {
  test.each([
    ['○ for a flag', 8, '○', '1', 'odd-flag', (shelter: { hazards: readonly string[] } | undefined) => shelter?.hazards.includes('flood')],
    ['0 for a flag', 11, '0', '1', 'odd-flag', (shelter: { hazards: readonly string[] } | undefined) => shelter?.hazards.includes('earthquake')],
    ['latitude and longitude exchanged', 6, '136.45', '34.84', 'odd-degrees', (shelter: { point: unknown } | undefined) => shelter?.point !== null],
    ['words for a number', 17, '約百人', '100', 'odd-capacity', (shelter: { capacity: number | null } | undefined) => shelter?.capacity === 100],
  ])('%s', async (_, column, written, mended, problem, isTaken) => {
    const file = csv([STANDARD, row('a', 'さくら会館', '        ', { [column]: written })])
    const unanswered = await trying((tx) => bring(tx, file))
    const [question] = unanswered.reading.questions
    expect(question).toMatchObject({ row: '2', column: STANDARD[column], read: written, id: `cell 2 ${column + 1} ${problem}` })
    expect(isTaken(unanswered.shelters[0] as never)).toBe(false)
    const answered = await trying((tx) => bring(tx, file, [{ questionId: question?.id ?? '', kind: 'edit', value: mended }]))
    expect(isTaken(answered.shelters[0] as never)).toBe(true)
  })

  test.each([
    ['no ID', { 1: '' }, 'no-id'], ['no name', { 2: '　' }, 'no-name'], ['an ID that no address can bear', { 1: 'a b/../c' }, 'odd-id'], ['an ID twice', { 1: 'first' }, 'id-twice'],
  ])('%s leaves the row out, and the rest is taken', async (_, change, problem) => {
    const { reading, shelters, counts } = await trying((tx) => bring(tx, csv([STANDARD, row('first', 'さくら会館', '1       '), row('second', '山の家', '1       ', change)])))
    expect([reading.questions.map(({ id, row: at }) => [id.split(' ')[3], at]), shelters.length, counts.leftOutRows]).toEqual([[[problem, '3']], 1, 1])
  })

  test.each([
    ['no headings that are known', csv([['a', 'b'], ['1', '2']]), '見出し'], ['only a heading', csv([STANDARD]), '一つもありません'], ['broken GeoJSON', Buffer.from('{"type":"FeatureCollection"'), 'GeoJSON'],
    ['a polygon', geoJson({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: {} }), 'GeoJSON'], ['nothing', Buffer.alloc(0), ''],
  ])('%s is refused, and the list stays as it is', async (_, bytes, word) => {
    const { reading, shelters } = await trying(async (tx) => ({ reading: await shelterImporter.read(tx, { fileName: 'x', bytes }), shelters: await listShelters(tx) }))
    expect(reading.ok).toBe(false)
    expect(reading.ok ? '' : reading.phrase.ja.replace(/\{([^{}|]*)\|[^{}]*\}/g, '$1')).toContain(word)
    expect(shelters).toHaveLength(26)
  })

  test('a list of rows that can all not be taken changes nothing', async () => {
    const { applied, shelters } = await trying((tx) => bring(tx, csv([STANDARD, row('', '', '1       ')])))
    expect([applied, shelters.length]).toEqual([expect.objectContaining({ ok: false }), 26])
  })
})

test('what goes out as the municipal standard comes back without a change', async () => {
  const { counts } = await trying(async (tx) => {
    const records = (await sheltersDataset.rows(tx)) as readonly Readonly<Record<string, string | number | null>>[]
    const names = sheltersDataset.columns.map(({ name }) => name)
    return bring(tx, csv([names, ...records.map((record) => names.map((name) => String(record[name] ?? '')))]))
  })
  expect(counts).toMatchObject({ newShelters: 0, changedShelters: 0, unchangedShelters: 26, goneShelters: 0 })
})
