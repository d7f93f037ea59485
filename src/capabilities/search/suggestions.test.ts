import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffIdentity } from '#capabilities/staff-identity/manifest.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { suggestionsShape } from './api/suggestions.ts'
import { SEARCH_LIMITS } from './limits.ts'
import { search } from './manifest.ts'
import { IN_TITLE } from './postings/segment.ts'
import { readQuery } from './rules/query.ts'
import { isWorthKeeping, isWorthSuggesting, suggestedHits } from './rules/suggestions.ts'
import { burnPaper, keepPapers, papers, trialArchive, type Paper } from './trial-archive.ts'

let web: TestWeb

beforeAll(async () => {
  const withOtherNames = { ...papers, load: async (...given: Parameters<typeof papers.load>) => (await papers.load(...given)).map((document) => ({ ...document, otherLanguages: { en: { title: `Paper ${document.key}` } } })) }
  web = await openTestWeb([staffIdentity, search, trialArchive([withOtherNames])])
})
afterAll(() => web.close())

async function keep(...kept: readonly Paper[]): Promise<void> {
  await web.open.database.act('archive', systemActor, (tx) => keepPapers(tx, kept))
  await web.workers.settle()
}

async function suggestionsFor(words: string, cookie = '') {
  const { statusCode, headers, body } = await web.web.inject({ url: `/search/suggestions.json?q=${encodeURIComponent(words)}`, headers: { cookie } })
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toContain('application/json')
  return suggestionsShape.strict().parse(JSON.parse(body))
}

async function titlesFor(words: string, cookie = ''): Promise<string[]> {
  return (await suggestionsFor(words, cookie)).groups.flatMap(({ suggestions }) => suggestions.map(({ title }) => title))
}

describe('what is suggested', () => {
  test.each<[string, boolean]>([['亀', true], ['か', false], ['カ', false], ['k', false], ['かめ', true], ['か 山', true], ['か め', false], ['', false], ['。', false], ['\u{20BB7}', true]])(
    'is looked for after %j: %s',
    (typed, expected) => expect(isWorthSuggesting(readQuery(typed))).toBe(expected),
  )

  test.each<[string, boolean]>([['亀山市', true], ['亀山市立', false], ['', true], ['\u{20BB7}\u{20BB7}\u{20BB7}', true]])('is kept for the next visitor after %j: %s', (typed, expected) =>
    expect(isWorthKeeping(readQuery(typed))).toBe(expected))

  test('has every word in its name, the best of all kinds first', () => {
    const group = (kind: string, ...scores: number[]) => ({ kind, count: scores.length, best: scores.map((score) => ({ id: score * 10, score })) })
    const scoresFor = (words: number) => suggestedHits([group('a', 6.5, 1.9), group('b', 6.9, 3.1, IN_TITLE)], words).map(({ score }) => score)
    expect(scoresFor(1)).toEqual([6.9, 6.5, 3.1, IN_TITLE])
    expect(scoresFor(2)).toEqual([6.9, 6.5])
    expect(suggestedHits([group('a', ...Array.from({ length: 20 }, () => 5))], 1)).toHaveLength(SEARCH_LIMITS.suggestions)
  })

  test('are names, as people type them, under the kind', async () => {
    await keep({ key: 'a1', title: '乾電池', reading: 'かんでんち' }, { key: 'a2', title: '箱', body: '乾電池の箱' })
    for (const typed of ['乾電', '乾電池', 'カンデン', 'ｶﾝﾃﾞﾝﾁ', 'かんでんち']) expect(await titlesFor(typed)).toEqual(['乾電池'])
    expect(await suggestionsFor('乾電池')).toEqual({
      query: '乾電池',
      status: '候補が1件あります。上下の矢印キーで選べます。',
      groups: [{ kind: 'papers', title: [{ text: '公文書' }], suggestions: [{ title: '乾電池', lang: 'ja', href: '/archive/a1' }] }],
      all: { title: [{ text: '「乾電池」のすべての検索結果' }], href: '/search?q=%E4%B9%BE%E9%9B%BB%E6%B1%A0' },
    })
  })

  test('speak the reader’s language, with readings where they are wanted', async () => {
    await keep({ key: 'b1', title: '東海道' })
    const inEnglish = await suggestionsFor('東海道', 'language=en')
    expect(inEnglish.groups[0]).toEqual({ kind: 'papers', title: [{ text: 'Papers' }], suggestions: [{ title: 'Paper b1', lang: 'en', href: '/archive/b1' }] })
    expect((await suggestionsFor('東海道', 'language=ja; furigana=on')).groups[0]?.title).toEqual([{ text: '公文書', reading: 'こうぶんしょ' }])
    const statuses = new Set<string>()
    for (const language of LANGUAGES) statuses.add((await suggestionsFor('東海道', `language=${language}`)).status)
    expect(statuses.size).toBe(LANGUAGES.length)
  })

  test('is at most eight', async () => {
    await keep(...Array.from({ length: 12 }, (_, index) => ({ key: `c${index}`, title: `八つまで${index}` })))
    expect(await titlesFor('八つまで')).toHaveLength(8)
  })

  test.each(['', ' ', '。、', 'あ', '(((', "' or 1=1 --", '<script>', '\u202Eمرحبا', '\0', 'a'.repeat(3_000), '鷲'.repeat(400)])('is an answer to %.20j too', async (typed) => {
    expect(await titlesFor(typed)).toEqual([])
  })
})

describe('who may know', () => {
  test('is part of the question', async () => {
    await keep({ key: 'd1', title: '秘密の用地', duty: 'archive-keeper' }, { key: 'd2', title: '用地の案内' })
    const keeper = await web.signInWith('archive-keeper')
    expect(await titlesFor('用地')).toEqual(['用地の案内'])
    expect((await titlesFor('用地', keeper)).toSorted()).toEqual(['用地の案内', '秘密の用地'])
    // The keeper’s answer was not kept for the next visitor.
    expect(await titlesFor('用地')).toEqual(['用地の案内'])
    expect(await titlesFor('用地', await web.signInWith('system-administrator'))).toEqual(['用地の案内'])
    await keep({ key: 'd2', title: '用地の案内', duty: 'archive-keeper' })
    expect(await titlesFor('用地')).toEqual([])
  })
})

describe('what is kept', () => {
  test('is an answer to few characters, until what can be found is otherwise', async () => {
    await web.web.listen({ port: 0, host: '127.0.0.1' })
    const origin = `http://127.0.0.1:${(web.web.server.address() as AddressInfo).port}`
    const fetched = async (words: string) => {
      const { groups } = suggestionsShape.parse(await (await fetch(`${origin}/search/suggestions.json?q=${words}`)).json())
      return groups.flatMap(({ suggestions }) => suggestions.map(({ title }) => title)).toSorted()
    }
    await keep({ key: 'e1', title: '鈴鹿峠の道' })
    expect(await fetched('鈴鹿')).toEqual(['鈴鹿峠の道'])
    // Nobody is told of this, so it shows which answer was kept and which was made anew.
    await web.open.owner`update search.document set title = '改めた名' where key = 'e1'`
    expect([await fetched('鈴鹿'), await fetched('鈴鹿峠の')]).toEqual([['鈴鹿峠の道'], ['改めた名']])
    await keep({ key: 'e2', title: '鈴鹿川' })
    expect(await fetched('鈴鹿')).toEqual(['改めた名', '鈴鹿川'].toSorted())
    await web.open.database.act('archive', systemActor, (tx) => burnPaper(tx, 'e1'))
    await web.workers.settle()
    expect(await fetched('鈴鹿')).toEqual(['鈴鹿川'])
  })

  test('nothing of what people type is told to anybody', async () => {
    const factsOf = () => web.open.owner<{ name: string }[]>`select name from kernel.fact union all select name from kernel.outbox`
    const before = (await factsOf()).length
    await titlesFor('用地')
    await titlesFor('人に知られたくない言葉')
    expect(await factsOf()).toHaveLength(before)
  })
})

test('machines read of it in /openapi.json', async () => {
  const { paths } = JSON.parse((await web.web.inject({ url: '/openapi.json' })).body)
  const { get } = paths['/search/suggestions.json']
  expect(get.security).toEqual([])
  expect(Object.keys(get.responses['200'].content['application/json'].schema.properties)).toEqual(['query', 'status', 'groups', 'all'])
})

test('the box tells browsers with scripts where to ask, and is a form without them', async () => {
  const { body } = await web.web.inject({ url: '/search' })
  expect(body).toContain('<search-suggestions class="suggesting" data-address="/search/suggestions.json"><form class="site-search-form" action="/search">')
  expect(body).not.toContain('combobox')
})
