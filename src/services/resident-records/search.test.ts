import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { staffActor, systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { residentRecords } from './manifest.ts'
import type { Change, Registration } from './model.ts'
import { readSearchQuery } from './rules/search-query.ts'
import { keepSearchKeys } from './store/search-keys.ts'
import { searchRegister } from './store/search.ts'
import { settleRegister } from './store/settlement.ts'
import { day, idOf, inventedAddress, inventedArrival } from './testing/invented.ts'

let city: TestWeb
const clerk = staffActor({ id: randomUUID(), login: 'clerk', name: '係', unitCode: null, duties: ['residents-clerk'] })

const PEOPLE: Readonly<Record<string, Partial<Registration>>> = {
  tsuji: { name: '辻\u{E0100} 健一', kana: 'ツジ ケンイチ', birthDate: day('1979-05-14'), ...inventedAddress('本町二丁目', '9101番地の2') },
  tsujii: { name: '辻井 花子', kana: 'ツジイ ハナコ', birthDate: day('1990-01-02'), ...inventedAddress('みどり町', '9102番地') },
  watanabe: { name: '渡邉 廣', kana: 'ワタナベ ヒロシ', birthDate: day('1954-05-14'), ...inventedAddress('関町木崎', '9103番地') },
  yoshida: { name: '𠮷田 髙志', kana: 'ヨシダ タカシ', birthDate: day('1985-07-30') },
  nguyen: { name: 'NGUYEN THI HOA', kana: 'グエン ティ ホア', alphabet: 'NGUYEN THI HOA', nationality: 'VN', commonName: '花田 ホア', commonKana: 'ハナダ ホア' },
  ono: { name: '小野 ハル', kana: 'オノ ハル', formerName: '辻', formerKana: 'ツジ' },
  oono: { name: '大野 春', kana: 'オオノ ハル' },
  gone: { name: '辻 旅人', kana: 'ツジ タビト', standing: 'moved-out', endedOn: day('2024-01-01'), endedCause: '転出' },
}

beforeAll(async () => {
  city = await openTestWeb([residents, residentRecords], { isDemo: false })
  await city.open.database.act('resident-records', systemActor, async (tx) => {
    await settle(tx, Object.entries(PEOPLE).map(([name, given]) => inventedArrival(`h-${name}`, '2020-01-01', { [name]: given })))
    await settle(tx, [inventedArrival('h-mover', '2019-01-01', { mover: { name: '村山 動', kana: 'ムラヤマ ウゴク' } }), [moved('mover', '2022-03-01', inventedAddress('栄町', '9300番地'))]])
    await keepSearchKeys(tx, 'everybody')
  })
}, 120_000)
afterAll(() => city.close())

/** Each list of changes is one entry, a minute after the one before. */
async function settle(tx: Tx, entries: readonly (readonly Change[])[]): Promise<void> {
  await settleRegister(tx, entries.map((changes, index) => ({
    id: randomUUID(), kind: 'in', occurredOn: day('2020-01-01'), notifiedOn: day('2020-01-01'), title: '試験', changes,
    appliedAt: Temporal.Instant.from('2020-01-01T00:00:00Z').add({ minutes: index }),
  })))
}

const moved = (name: string, on: string, patch: Partial<Registration>): Change => ({ subjectKind: 'person', subjectId: idOf(name), validFrom: day(on), patch })

async function found(typed: string): Promise<string[]> {
  const { people } = await city.open.database.read('resident-records', clerk, (tx) => searchRegister(tx, readSearchQuery(typed, tx.today), { limit: 50 }))
  const names = new Map([...Object.keys(PEOPLE), 'mover'].map((name) => [idOf(name), name]))
  return people.map(({ id }) => names.get(id) ?? id)
}

describe('a person is found by', () => {
  test.each([
    ['the plain character of a variant', '辻', ['ono', 'tsuji', 'gone', 'tsujii']],
    ['the variant itself', '辻\u{E0100} 健一', ['tsuji']],
    ['the reading, in any kana', 'ﾂｼﾞ', ['ono', 'tsuji', 'gone', 'tsujii']],
    ['another form of the name', '渡辺 広', ['watanabe']],
    ['a character outside the common plane', '吉田', ['yoshida']],
    ['letters with accents', 'Nguyễn Hòa', ['nguyen']],
    ['a common name', '花田', ['nguyen']],
    ['small kana written large', 'グエン テイ', ['nguyen']],
    ['the town', '木崎', ['watanabe']],
    ['town and number, however written', '本町2丁目9101-2', ['tsuji']],
    ['the whole address', '三重県亀山市本町二丁目9101番地の2', ['tsuji']],
    ['the birth date in an era', 'S54.5.14', ['tsuji']],
    ['the birth date without one: both that it may be', '54.5.14', ['tsuji', 'watanabe']],
    ['name, town and birth at once', 'つじ 本町 1979-05-14', ['tsuji']],
    ['an earlier address', '本町一丁目 むらやま', ['mover']],
    ['today’s address', '栄町9300', ['mover']],
    ['nothing that does not fit altogether', '辻 1990-05-05', []],
  ])('%s: %s', async (_, typed, expected) => {
    expect(await found(typed)).toEqual(expected)
  })

  test('オノ is not オオノ', async () => {
    expect(await found('おの')).toEqual(['ono', 'oono'])
    expect(await found('おおの')).toEqual(['oono'])
  })

  test('the number on the city’s letters', async () => {
    const [row] = await city.open.owner<{ number: string }[]>`select addressee_number as number from resident_records.person where id = ${idOf('tsuji')}`
    expect(await found(row?.number ?? '')).toEqual(['tsuji'])
  })

  test('signs and wildcards of the database find nothing by themselves', async () => {
    for (const typed of ['%', '_', '\\', "'", '%%', '" or 1=1']) expect(await found(typed)).toEqual([])
  })
})

test('a long list comes in pages, and each person once', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `twin${index}`)
  await city.open.database.act('resident-records', systemActor, async (tx) => {
    await settle(tx, names.map((name) => inventedArrival(`h-${name}`, '2020-01-01', { [name]: { name: `多田 ${name}`, kana: 'タダ フタゴ' } })))
    await keepSearchKeys(tx, names.map(idOf))
  })
  const page = (offset: number) => city.open.database.read('resident-records', clerk, (tx) => searchRegister(tx, readSearchQuery('多田', tx.today), { limit: 50, offset }))
  const [first, second] = [await page(0), await page(50)]
  expect([first.count, first.people.length, second.people.length, first.isMore]).toEqual([60, 50, 10, false])
  expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(60)
})

test('results leave as a workbook with a reason, and not without one', async () => {
  const cookie = await city.signInWith('residents-clerk')
  const ask = (values: Readonly<Record<string, string>>) => city.send({ page: '/staff/residents/search', action: '/staff/residents/search/file', cookie, values: { words: 'つじ', format: 'xlsx', ...values } })
  const [given, refused] = [await ask({ reason: '名簿の確認' }), await ask({})]
  expect([given.statusCode, given.rawPayload.subarray(0, 2).toString(), String(given.headers['content-disposition']).includes('residents.xlsx')]).toEqual([200, 'PK', true])
  expect([refused.statusCode, refused.body.includes('辻井'), refused.body.includes('field-error')]).toEqual([422, true, true])
})

test('keys follow the register: a new name finds, the one before still does', async () => {
  await city.open.database.act('resident-records', systemActor, async (tx) => {
    await settle(tx, [inventedArrival('h-bride', '2020-01-01', { bride: { name: '旧姓 恵', kana: 'キュウセイ メグミ' } }), [moved('bride', '2023-01-01', { name: '新姓 恵', kana: 'シンセイ メグミ' })]])
    await keepSearchKeys(tx, [idOf('bride')])
  })
  expect(await found('新姓')).toEqual([idOf('bride')])
  expect(await found('旧姓 恵')).toEqual([idOf('bride')])
})
