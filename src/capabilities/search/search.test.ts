import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffIdentity } from '#capabilities/staff-identity/manifest.ts'
import { systemActor, visitorActor } from '#kernel/access/actor.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import { answering } from '#kernel/questions/answering.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { TEST_SECRET } from '#kernel/testing/test-city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { find } from './find.ts'
import { SEARCH_LIMITS } from './limits.ts'
import { search } from './manifest.ts'
import { CityIndex, indexOf } from './postings/city-index.ts'
import { readQuery } from './rules/query.ts'
import { assertSearchables } from './search.ts'
import { writeDocuments } from './store/documents.ts'
import { raiseEdition } from './store/edition.ts'
import { archiveMoved, burnPaper, keepPapers, papers, trialArchive, type Paper } from './trial-archive.ts'

const archive = trialArchive()
const parts = [staffIdentity, search, archive]
let web: TestWeb

beforeAll(async () => {
  web = await openTestWeb(parts)
})
afterAll(() => web.close())

async function keep(...kept: readonly Paper[]): Promise<void> {
  await web.open.database.act('archive', systemActor, (tx) => keepPapers(tx, kept))
  await web.workers.settle()
}

async function page(path: string, cookie = ''): Promise<{ status: number; body: string }> {
  const { statusCode, body } = await web.web.inject({ url: path, headers: { cookie } })
  return { status: statusCode, body }
}

const resultsOf = (words: string, cookie = '') => page(`/search?q=${encodeURIComponent(words)}`, cookie)

/** Titles of what is found, as the database of one process sees it. */
async function titlesFor(words: string, { database = web.open.database, audiences = ['everyone'] } = {}): Promise<string[]> {
  const found = await database.read('search', visitorActor, (tx) => find(tx, database, { query: readQuery(words), audiences, kind: null, best: 100 }))
  return found.groups.flatMap(({ best }) => best.map(({ id }) => found.documents.get(id)?.title ?? '?'))
}

async function isFoundIn(database: CityDatabase, words: string): Promise<boolean> {
  const wish = { query: readQuery(words), audiences: ['everyone'], kind: null, best: 1 }
  return (await database.read('search', visitorActor, (tx) => find(tx, database, wish))).groups.length > 0
}

describe('a change', () => {
  test('is found as soon as its fact is delivered, and no longer when it is gone', async () => {
    await keep({ key: 'a1', title: '宿場町の絵図', reading: 'しゅくばまちのえず', body: '江戸時代の東海道' })
    expect(await titlesFor('絵図')).toEqual(['宿場町の絵図'])
    await keep({ key: 'a1', title: '宿場町の地図' })
    expect(await titlesFor('絵図')).toEqual([])
    expect(await titlesFor('地図')).toEqual(['宿場町の地図'])
    await web.open.database.act('archive', systemActor, (tx) => burnPaper(tx, 'a1'))
    await web.workers.settle()
    expect(await titlesFor('地図')).toEqual([])
  })

  test('is found within a second where workers wait for the bell', async () => {
    const other = await openTestWeb(parts)
    await other.workers.settle()
    await other.workers.start()
    try {
      const { database } = other.open
      await database.act('archive', systemActor, (tx) => keepPapers(tx, [{ key: 'b1', title: '鈴鹿川の水位' }]))
      await expect.poll(() => isFoundIn(database, '鈴鹿川'), { timeout: 1_000, interval: 20 }).toBe(true)
    } finally {
      await other.workers.stop()
      await other.close()
    }
  })

  test('is seen by another process of the same city', async () => {
    const other = anotherProcess()
    try {
      await keep({ key: 'c1', title: '関宿の本陣' })
      expect(await titlesFor('本陣', { database: other })).toEqual(['関宿の本陣'])
      await keep({ key: 'c1', title: '関宿の脇本陣跡' }, { key: 'c2', title: '本陣の瓦' })
      expect((await titlesFor('本陣', { database: other })).toSorted()).toEqual(['本陣の瓦', '関宿の脇本陣跡'])
      expect((await titlesFor('本陣')).toSorted()).toEqual(['本陣の瓦', '関宿の脇本陣跡'])
    } finally {
      await other.close()
    }
  })

  test('that no fact told is found by comparing everything', async () => {
    await web.open.owner`insert into archive.paper values ('d1', '忘れられた帳面', '', '', null)`
    expect(await titlesFor('帳面')).toEqual([])
    await web.open.database.act('archive', systemActor, async (tx) => {
      tx.publish(archiveMoved, 'archive', { papers: 1 })
    })
    await web.workers.settle()
    expect(await titlesFor('帳面')).toEqual(['忘れられた帳面'])
    await web.open.owner`delete from archive.paper where key = 'd1'`
    await web.open.database.act('archive', systemActor, async (tx) => {
      tx.publish(archiveMoved, 'archive', { papers: 0 })
    })
    await web.workers.settle()
    expect(await titlesFor('帳面')).toEqual([])
  })
})

/** The same city as another process of it would open it. */
function anotherProcess({ connections = 2 } = {}): CityDatabase {
  const { database } = web.open
  const { options } = database.sql
  const server = { host: options.host[0] as string, port: options.port[0] as number, user: '', password: '', ssl: false }
  const login = { server, database: options.database, user: options.user, password: String(options.pass), connections }
  return new CityDatabase({ login, rolePrefix: database.rolePrefix, clock: database.clock, ask: answering(parts, database.rolePrefix), sealOf: (part) => new Seal(TEST_SECRET, web.open.city.key, part) })
}

describe('who may know', () => {
  beforeAll(() => keep(
    { key: 'e1', title: '用地買収の経緯', body: '非公開の交渉', duty: 'archive-keeper' },
    { key: 'e2', title: '用地の案内' },
  ))

  test('is part of what is looked up: neither counted nor shown nor similar', async () => {
    const visitor = await resultsOf('用地')
    expect(visitor.body).toContain('用地の案内')
    expect(visitor.body).not.toContain('買収')
    expect(await titlesFor('用地')).toEqual(['用地の案内'])
    expect(await titlesFor('交渉')).toEqual([])
    expect((await resultsOf('用地買収の径緯')).body).not.toContain('経緯')
  })

  test('sees it with the duty, and not with another', async () => {
    const keeper = await web.signInWith('archive-keeper')
    expect((await resultsOf('買収', keeper)).body).toContain('用地買収の経緯')
    const administrator = await web.signInWith('system-administrator')
    expect((await resultsOf('買収', administrator)).body).not.toContain('用地買収の経緯')
  })

  test('holds for answers that come without the index', async () => {
    const database = anotherProcess()
    const many = Array.from({ length: SEARCH_LIMITS.changesAtOnce + 1 }, (_, index) => ({ key: String(index), title: `多い${index}`, text: '', href: '/', audience: 'everyone' as const }))
    await database.act('search', systemActor, async (tx) => writeDocuments(tx, 'many', await raiseEdition(tx), many))
    try {
      // With one connection the index that the answer begins cannot be read before the answer has given it back.
      const fresh = anotherProcess({ connections: 1 })
      expect(indexOf(fresh).state.state).toBe('absent')
      expect(await titlesFor('用地', { database: fresh })).toEqual(['用地の案内'])
      expect(indexOf(fresh).state.state).toBe('building')
      await indexOf(fresh).rebuild()
      expect(await titlesFor('用地', { database: fresh })).toEqual(['用地の案内'])
      expect(indexOf(fresh).state).toMatchObject({ state: 'ready' })
      await fresh.close()
    } finally {
      await web.open.owner`update search.document set is_gone = true, edition = (select number + 1 from search.edition) where kind = 'many'`
      await web.open.owner`update search.edition set number = number + 1`
      await database.close()
    }
  })
})

describe('the index', () => {
  test('that is lost is built anew from the database, while the old one answers', async () => {
    await keep({ key: 'f1', title: '石水渓の滝' })
    const { database } = web.open
    const index = new CityIndex(database)
    expect(index.state.state).toBe('absent')
    await index.rebuild()
    const lookup = { words: [{ forms: ['滝'], errors: 0 }], audiences: ['everyone'], kind: null, best: 5 }
    expect(index.find(lookup)[0]?.count).toBe(1)
    const building = index.rebuild()
    expect(index.state.state).toBe('building')
    expect(index.find(lookup)[0]?.count).toBe(1)
    await building
    expect(index.find(lookup)[0]?.count).toBe(1)
    expect(index.state.done).toBe(index.state.total)
  })

  test('is built while people search and services change things, and touches nothing else', async () => {
    const titles = Array.from({ length: 30 }, (_, index) => `失われた索引${index}`)
    await keep(...titles.slice(0, 29).map((title, index) => ({ key: `l${index}`, title })))
    const tables = () => web.open.owner`
      select (select md5(string_agg(document::text, '|' order by id)) from search.document) as documents,
             (select md5(string_agg(run::text, '|' order by kind)) from search.run) as runs,
             (select md5(string_agg(paper::text, '|' order by key)) from archive.paper) as papers, (select count(*) from kernel.outbox) as outbox`
    const before = await tables()
    const other = anotherProcess()
    const building = indexOf(other).rebuild()
    expect((await titlesFor('失われた索引', { database: other })).toSorted()).toEqual(titles.slice(0, 29).toSorted())
    await building
    expect(await tables()).toEqual(before)
    const again = indexOf(other).rebuild()
    await keep({ key: 'l29', title: titles[29] as string })
    await Promise.all([again, ...titles.map(async (title) => expect(await titlesFor(title, { database: other })).toContain(title))])
    expect((await titlesFor('失われた索引', { database: other })).toSorted()).toEqual(titles.toSorted())
    await other.close()
  })

  test('says what the documents say, however many changes came one by one', async () => {
    const titles = Array.from({ length: 60 }, (_, index) => `連番${index}号の書類`)
    for (const [index, title] of titles.entries()) {
      await keep({ key: `g${index % 40}`, title })
      if (index % 7 === 0) await titlesFor('連番')
    }
    expect((await titlesFor('連番')).toSorted()).toEqual(titles.slice(20).toSorted())
  })

  test('follows a city that was emptied behind its back, after comparing', async () => {
    await web.open.owner`delete from search.document where kind = 'papers'`
    await web.open.owner`delete from search.run`
    expect((await resultsOf('連番')).status).toBe(200)
    const administrator = await web.signInWith('system-administrator')
    const sent = await web.send({ page: '/staff/search', action: '/staff/search/reindex', values: {}, cookie: administrator })
    expect(sent.statusCode).toBe(303)
    await web.workers.settle()
    expect((await resultsOf('連番59')).body).toContain('連番59号の書類')
    expect((await page('/staff/search', administrator)).body).toContain('公文書')
  })
})

describe('the page', () => {
  beforeAll(() => keep(
    { key: 'answer-1', title: '乾電池', reading: 'かんでんち\nでんち', body: '赤い箱に入れてください' },
    { key: 'h2', title: 'ボタン電池', body: '電池の回収箱' },
    { key: 'h3', title: '電池の話', body: 'むかしの電池' },
  ))

  test('shows the thing itself before links', async () => {
    const { body } = await resultsOf('電池')
    expect(body).toContain('THE THING ITSELF: answer-1')
    expect(body.indexOf('THE THING ITSELF')).toBeLessThan(body.indexOf('ボタン電池'))
    expect(body).toMatch(/電池の<\/mark>|<mark>電池<\/mark>/)
    for (const typed of ['デンチ', 'ﾃﾞﾝﾁ', 'かんでん', '赤い箱 電池']) expect((await resultsOf(typed)).body).toContain('乾電池')
  })

  test('ranks the whole title before its beginning, before its middle, before the text', async () => {
    await keep({ key: 'i1', title: 'よこ', body: '虹' }, { key: 'i2', title: 'まえの虹', body: '' }, { key: 'i3', title: '虹のはし' }, { key: 'i4', title: '虹' })
    expect(await titlesFor('虹')).toEqual(['虹', '虹のはし', 'まえの虹', 'よこ'])
  })

  test('forgives small typing errors only where nothing else is found, and says so', async () => {
    const { body } = await resultsOf('乾電地')
    expect(body).toContain('乾電池')
    expect(body).toContain('「乾電地」は見つかりませんでした')
    expect((await resultsOf('乾電池')).body).not.toContain('見つかりませんでした')
    expect((await resultsOf('かんてんち')).body).toContain('乾電池')
    expect((await resultsOf('乾電地 存在しない言葉の列')).body).not.toContain('href="/archive/answer-1"')
  })

  test.each(['!!!', '。、・', '-電池', '"電池"', '電池 AND 回収', '(((', '\\', '%', '_', "' or 1=1 --", '<script>alert(1)</script>', '\u202Eمرحبا بالعالم', 'שלום', '\u{1F1EF}\u{1F1F5}', '\0', '\uD800', '令和999年99月99日', 'R', '1', 'あ', 'a'.repeat(100)])('answers %j quickly and harmlessly', async (words) => {
    const began = performance.now()
    const { status, body } = await page(`/search?q=${encodeURIComponent(words.toWellFormed())}`)
    expect(status).toBe(200)
    expect(body).not.toContain('<script>alert')
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test.each([['مرحبا', 'مرحبا'], ['\u202Eمرحبا بالعالم', 'مرحبا بالعالم'], ['電\u2066池\u200F', '電池'], ['שלום עולם', 'שלום עולם']])('finds %j and turns no other word around', async (typed, read) => {
    await keep({ key: 'r1', title: `案内 ${read}`, body: 'left' })
    const { body } = await resultsOf(typed)
    expect(body).toContain(`<title>「${read}」の検索結果`)
    expect(body).toContain('/archive/r1')
    // The box keeps what was typed; an input turns nothing but its own words.
    expect(body.replace(/ value="[^"]*"/, '')).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/)
  })

  test('refuses an address of 10,000 characters and cuts a long query', async () => {
    expect((await page(`/search?q=${'a'.repeat(10_000)}`)).status).toBe(400)
    const { status, body } = await page(`/search?q=${'a'.repeat(3_000)}`)
    expect(status).toBe(200)
    expect(body).toContain('長すぎるため')
    const query = readQuery('電'.repeat(10_000))
    const began = performance.now()
    await web.open.database.read('search', visitorActor, (tx) => find(tx, web.open.database, { query, audiences: ['everyone'], kind: null, best: 5 }))
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('turns pages of one kind', async () => {
    await keep(...Array.from({ length: 45 }, (_, index) => ({ key: `j${String(index).padStart(2, '0')}`, title: `議事録 ${index}` })))
    const shownOn = async (address: string) => new Set((await page(address)).body.match(/href="\/archive\/j\d+"/g))
    const pages = [await shownOn('/search?q=議事録&in=papers'), await shownOn('/search?q=議事録&in=papers&page=2'), await shownOn('/search?q=議事録&in=papers&page=3')]
    expect(pages.map(({ size }) => size)).toEqual([20, 20, 5])
    expect(new Set(pages.flatMap((each) => [...each])).size).toBe(45)
    expect((await shownOn('/search?q=議事録')).size).toBe(SEARCH_LIMITS.hitsByKind)
    for (const odd of ['page=0', 'page=-1', 'page=1e9', 'page=x', 'in=nothing']) expect((await page(`/search?q=議事録&${odd}`)).status).toBe(200)
  })

  test('says what to do without words and without hits', async () => {
    expect((await page('/search')).body).toContain('探す言葉を入力してください')
    expect((await resultsOf('無い無い言葉')).body).toContain('見つかりませんでした')
  })

  test('leaves a fact without the words', async () => {
    const factsOf = () => web.open.owner<{ body: unknown; actor: string }[]>`
      select body, actor from kernel.fact where name = 'search.searched' union all select body, actor from kernel.outbox where name = 'search.searched'`
    const before = (await factsOf()).length
    await resultsOf('乾電池', await web.signInWith('archive-keeper'))
    await resultsOf('無い無い言葉')
    await page('/search?q=議事録&in=papers&page=2')
    const facts = (await factsOf()).map(({ body, actor }) => ({ body, actor }))
    expect(facts.length - before).toBe(2)
    expect(facts).toContainEqual({ body: { hit: true, kinds: ['papers'] }, actor: 'visitor' })
    expect(facts).toContainEqual({ body: { hit: false, kinds: [] }, actor: 'visitor' })
    expect(JSON.stringify(facts)).not.toContain('乾電池')
  })

  test('has the box on every page, filled with what was looked for', async () => {
    expect((await page('/')).body).toContain('<form class="site-search-form" action="/search">')
    expect((await resultsOf('"><b>')).body).toContain('value="&quot;&gt;&lt;b&gt;"')
  })
})

describe('what a service declares', () => {
  test.each([
    [[{ ...papers, kind: 'Papers' }], 'kebab case'],
    [[papers, papers], 'claim the kind papers'],
    [[{ ...papers, changes: [{ factName: 'archive.burnt', keysOf: () => 'all' as const }] }], 'archive.burnt'],
  ])('%# is refused when it cannot hold', (searchables, expected) => {
    expect(() => assertSearchables([{ ...archive, searchables }])).toThrow(expected)
  })
})
