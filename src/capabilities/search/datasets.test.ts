import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openData } from '#capabilities/open-data/manifest.ts'
import { trialLibrary } from '#capabilities/open-data/trial-library.ts'
import { staffIdentity } from '#capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { search } from './manifest.ts'

describe('a dataset', () => {
  let whole: TestWeb

  beforeAll(async () => {
    whole = await openTestWeb([staffIdentity, search, openData, trialLibrary()])
    await whole.workers.settle()
  })
  afterAll(() => whole.close())

  const resultsOf = async (words: string, language = 'ja') => (await whole.web.inject({ url: `/search?q=${encodeURIComponent(words)}`, headers: { cookie: `language=${language}` } })).body

  test.each(['蔵書の一覧', 'ぞうしょ', 'すべての本', '購入日', '図書館 購入日', 'List of books', 'comprado em', 'ぜんぶの本'])('is found by %s', async (words) => {
    expect(await resultsOf(words)).toContain('/open-data/books"')
  })

  test('stands there with its files', async () => {
    const body = await resultsOf('List of books', 'en')
    expect(body).toContain('<a href="/open-data/books">List of books</a>')
    expect(body).toContain('Every book there is')
    for (const file of ['books.csv', 'books.csv?encoding=cp932', 'books.json']) expect(body).toContain(`href="/open-data/${file}"`)
  })

  test('is suggested while one types', async () => {
    const { body } = await whole.web.inject({ url: '/search/suggestions.json?q=蔵書' })
    expect(JSON.parse(body).groups[0].suggestions).toEqual([{ title: '蔵書の一覧', lang: 'ja', href: '/open-data/books' }])
  })
})
