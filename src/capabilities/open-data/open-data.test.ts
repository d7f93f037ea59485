import type { AddressInfo } from 'node:net'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '#capabilities/documents/csv.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { assertParts, ManifestFault } from '#kernel/service/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { openData } from './manifest.ts'
import type { Dataset, DatasetColumn } from './open-data.ts'
import { asked, books, buy, COLUMNS, trialLibrary } from './trial-library.ts'

const ODD = ['=cmd|calc', 'a,"b"\nc', '𠮷野の髙橋', '<b>bold</b>', '-12']
let city: TestWeb

const mistyped: Dataset = { ...books, id: 'mistyped', columns: [{ ...COLUMNS.title, type: 'number' }] }
const incomplete: Dataset = { ...books, id: 'incomplete', columns: [{ ...COLUMNS.title, name: '題名' }] }

beforeAll(async () => {
  city = await openTestWeb([openData, trialLibrary([books, mistyped, incomplete])])
  await city.open.database.act('library', systemActor, (tx) => buy(tx, 1, ODD))
})
afterAll(() => city.close())

function get(path: string, headers: Record<string, string> = {}) {
  return city.web.inject({ url: path, headers: { 'accept-language': 'en', ...headers } })
}

describe('files', () => {
  test('CSV: mark, headings, CRLF, ISO dates, empty where nothing is known, formulas guarded, nothing personal', async () => {
    const { headers, rawPayload } = await get('/open-data/books.csv')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(rawPayload.toString()).toBe(
      '\ufeff番号,書名,購入日\r\n1,\'=cmd|calc,\r\n2,"a,""b""\nc",2021-07-03\r\n3,𠮷野の髙橋,2021-07-03\r\n4,<b>bold</b>,2021-07-03\r\n5,-12,2021-07-03\r\n',
    )
  })

  test('CSV comes back as it went out', async () => {
    const read = readCsv((await get('/open-data/books.csv')).rawPayload)
    expect(read.ok && read.rows.slice(1).map((row) => row[1])).toEqual(ODD)
  })

  test('CSV in CP932 prints 〓 for what it lacks', async () => {
    const { headers, rawPayload } = await get('/open-data/books.csv?encoding=cp932')
    expect(headers['content-type']).toContain('Windows-31J')
    expect(iconv.decode(rawPayload, 'cp932')).toContain('3,〓野の髙橋,2021-07-03')
  })

  test('JSON describes itself', async () => {
    const { headers, body } = await get('/open-data/books.json')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body)).toEqual({
      id: 'books', title: '蔵書の一覧', publisher: '亀山市', licence: 'CC BY 4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      columns: [
        { name: '番号', type: 'whole-number', description: '番号' },
        { name: '書名', type: 'text', description: '書名' },
        { name: '購入日', type: 'date', description: '購入日' },
      ],
      records: ODD.map((title, index) => ({ 番号: index + 1, 書名: title, 購入日: index === 0 ? null : '2021-07-03' })),
    })
  })

  test.each([
    ['/open-data/none', 404], ['/open-data/none.csv', 404], ['/open-data/books.xml', 404], ['/open-data/books.csv?encoding=utf-7', 400],
    ['/open-data/mistyped.json', 500], ['/open-data/mistyped.csv', 500], ['/open-data/incomplete', 500],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).statusCode).toBe(status)
  })
})

describe('pages', () => {
  test('the catalogue is searched in every language, whatever it is read in', async () => {
    expect((await get('/open-data')).body).toContain('Datasets: 3')
    for (const words of ['ｂｏｏｋｓ', '蔵書', 'livros', '図書館 番号']) {
      const { body } = await get(`/open-data?q=${encodeURIComponent(words)}`)
      expect(body, words).toContain('href="/open-data/books"')
    }
    expect((await get(`/open-data?q=${encodeURIComponent('<script>')}`)).body).toContain('No dataset matches “&lt;script&gt;”')
  })

  test('a dataset: columns, first rows escaped, licence, files', async () => {
    const { body } = await get('/open-data/books')
    for (const words of ['&lt;b&gt;bold&lt;/b&gt;', 'CC BY 4.0', '/open-data/books.csv?encoding=cp932', '2017-04-01 to 2022-03-31', 'Whenever records change']) {
      expect(body).toContain(words)
    }
    expect(body).not.toContain('山田')
  })

  test('the catalogue for machines is DCAT-AP: catalogue, datasets, distributions with what each must have', async () => {
    const { headers, body } = await get('/open-data/catalog.json', { host: 'kameyama.localhost' })
    expect(headers['content-type']).toBe('application/ld+json; charset=utf-8')
    const catalogue = JSON.parse(body)
    expect(catalogue).toMatchObject({ '@id': 'http://kameyama.localhost/open-data/catalog.json', '@type': 'dcat:Catalog' })
    expect(catalogue['dct:publisher']).toMatchObject({ '@type': 'foaf:Agent', 'dct:identifier': '242101' })
    const dataset = catalogue['dcat:dataset'].find((one: { 'dct:identifier': string }) => one['dct:identifier'] === 'books')
    expect(dataset['dct:title']).toEqual([
      { '@language': 'ja', '@value': '蔵書の一覧' }, { '@language': 'ja-x-yasashii', '@value': '本の 一覧' },
      { '@language': 'en', '@value': 'List of books' }, { '@language': 'pt-BR', '@value': 'Lista de livros' },
    ])
    expect(dataset['dct:accrualPeriodicity']).toEqual({ '@id': 'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT' })
    expect(dataset['dcat:distribution'][0]).toMatchObject({
      'dcat:downloadURL': { '@id': 'http://kameyama.localhost/open-data/books.csv' },
      'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    })
  })
})

test('a file is kept for the next visitor until one of its facts happens', async () => {
  await city.web.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(city.web.server.address() as AddressInfo).port}/open-data/books.json`
  const fetched = async () => ((await (await fetch(url)).json()) as { records: unknown[] }).records.length
  const before = asked.times
  expect([await fetched(), await fetched(), asked.times - before]).toEqual([5, 5, 1])
  await city.open.database.act('library', systemActor, (tx) => buy(tx, 100, Array.from({ length: 3_500 }, (_, index) => `Book ${index}`)))
  expect([await fetched(), asked.times - before]).toEqual([3_505, 2])
  const read = readCsv((await get('/open-data/books.csv')).rawPayload)
  expect(read.ok && [read.rows.length, read.rows.at(-1)]).toEqual([3_506, ['3599', 'Book 3499', '2021-07-03']])
})

describe('the gate', () => {
  const withColumn = (column: DatasetColumn): Dataset => ({ ...books, columns: [...books.columns, column] })
  test.each<[string, readonly Dataset[], string | null]>([
    ['public and internal columns', [books], null],
    ['a personal column', [withColumn(COLUMNS.borrower)], 'would publish library.book.borrower, which is personal, without naming the law'],
    ['a personal column with an empty basis', [withColumn({ ...COLUMNS.borrower, publishes: { basis: ' ' } })], 'without naming the law'],
    ['a personal column that a law orders', [withColumn({ ...COLUMNS.borrower, publishes: { basis: '図書館条例 第9条' } })], null],
    ['personal among several sources', [withColumn({ ...COLUMNS.title, name: '二', from: ['library.book.title', 'library.book.borrower'] })], 'which is personal'],
    ['a column that no table has', [withColumn({ ...COLUMNS.title, name: '三', from: ['library.book.colour'] })], 'which no migration of library describes'],
    ['another service’s column', [withColumn({ ...COLUMNS.title, name: '四', from: ['kernel.person.name'] })], 'which no migration of library describes'],
    ['a computed column', [withColumn({ ...COLUMNS.number, name: '五', from: 'computed' })], null],
    ['two datasets of one address', [books, books], 'Two parts claim the dataset books'],
    ['the catalogue’s address', [{ ...books, id: 'catalog' }], 'cannot be called catalog'],
    ['two columns of one name', [withColumn(COLUMNS.title)], 'columns that can be told apart'],
    ['a fact that nobody publishes', [{ ...books, emptiedBy: ['library.burnt'] }], 'waits for library.burnt'],
  ])('%s', (_, datasets, why) => {
    const open = () => assertParts([openData, trialLibrary(datasets)])
    if (why === null) expect(open).not.toThrow()
    else {
      expect(open).toThrow(ManifestFault)
      expect(open).toThrow(why)
    }
  })
})
