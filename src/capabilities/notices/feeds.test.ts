import iconv from 'iconv-lite'
import { SaxesParser } from 'saxes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clockAt, type Clock } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { evacuation, issue, watchtower } from './invented-notices.ts'
import { notices } from './manifest.ts'

let now = '2026-11-22T09:00:00+09:00'
const clock: Clock = { now: () => clockAt(now).now(), today: () => clockAt(now).today() }
const at = (instant: string) => Temporal.Instant.from(instant)
let city: TestWeb

beforeEach(async () => {
  now = '2026-11-22T09:00:00+09:00'
  city = await openTestWeb([staffIdentity, notices, watchtower], { clock })
})
afterEach(() => city.close())

const get = (url: string) => city.web.inject({ url, headers: { host: 'kameyama.localhost' } })
const read = async (url: string) => (await get(url)).body

/** Throws where it is not well-formed XML with namespaces; returns the texts of elements by name. */
function elements(source: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void open.push({ name, text: '' }))
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => {
    const { name, text } = open.pop() as { name: string; text: string }
    found.set(name, [...(found.get(name) ?? []), text])
  })
  parser.write(source).close()
  return found
}

describe('Atom and RSS', () => {
  test('are sound while nobody has said anything', async () => {
    for (const path of ['feed.atom', 'feed.rss', 'cap.atom']) {
      const { statusCode, body } = await get(`/notices/${path}`)
      expect(statusCode).toBe(200)
      expect(elements(body).get('entry') ?? elements(body).get('item')).toBeUndefined()
    }
    expect(JSON.parse(await read('/notices/signage.json'))).toMatchObject({ notices: [], more: 0 })
    expect(await read('/notices/cable-tv.txt')).toBe('亀山市\r\n今、お知らせはありません。\r\n')
  })

  test('tell a notice under its one id, in the language of the address', async () => {
    const id = await issue(city.open)
    const atom = elements(await read('/notices/feed.atom'))
    expect(atom.get('id')).toEqual(['http://kameyama.localhost:3000/notices/feed.atom', `urn:uuid:${id}`])
    expect(atom.get('title')).toEqual(expect.arrayContaining(['避難指示']))
    expect(atom.get('content')).toEqual(['椋川があふれそうです。\n関の人は逃げてください。'])
    const english = await get('/notices/feed.rss?lang=en')
    expect(english.headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    const rss = elements(english.body)
    expect(rss.get('guid')).toEqual([`urn:uuid:${id}`])
    expect(rss.get('description')).toEqual(['Kameyama City Notices from the city', 'The Mukugawa is about to flood.\nLeave <Seki> & go up.'])
    expect(rss.get('link')).toContain(`http://kameyama.localhost:3000/notices/${id}`)
    expect(elements(await read('/notices/feed.atom?lang=pt-BR')).get('content')?.[0]).toMatch(/^Ainda não traduzido.*\n椋川/)
    expect(elements(await read('/notices/feed.atom?lang=ja-x-yasashii')).get('title')).toContain('逃（に）げて ください')
  })

  test('of one topic know the others not, and refuse what nobody speaks', async () => {
    await issue(city.open)
    await issue(city.open, { topic: 'watchtower.events', level: 0, cap: null })
    expect(elements(await read('/notices/feed.atom')).get('entry')).toHaveLength(2)
    expect(elements(await read('/notices/feed.atom?topic=watchtower.events')).get('entry')).toHaveLength(1)
    expect((await get('/notices/feed.atom?topic=nobody.knows')).statusCode).toBe(404)
    expect((await get('/notices/feed.atom?lang=xx')).statusCode).toBe(400)
  })

  test('carry the address of the city, whatever host the request says', async () => {
    await issue(city.open)
    const { body } = await city.web.inject({ url: '/notices/feed.atom', headers: { host: 'evil.example' } })
    expect(body).not.toContain('evil')
  })

  test('never tell of drills or of what went to lists', async () => {
    const drill = await issue(city.open, { isDrill: true })
    for (const path of ['feed.atom', 'feed.rss', 'cap.atom', 'signage.json', 'signage', 'cable-tv.txt']) expect(await read(`/notices/${path}`)).not.toContain('避難指示')
    for (const path of ['', '.cap.xml', '/spoken.txt']) expect((await get(`/notices/${drill}${path}`)).statusCode).toBe(404)
  })
})

describe('people find the feeds', () => {
  const readIn = async (url: string, language: string) => (await city.web.inject({ url, headers: { host: 'kameyama.localhost', cookie: `language=${language}` } })).body
  const linksOf = (body: string) => [...body.matchAll(/(?:href)="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

  test('from the page of all ways to subscribe and from every notice', async () => {
    const id = await issue(city.open)
    for (const path of ['/notices', `/notices/${id}`]) expect(linksOf(await read(path)).some((href) => href.startsWith('/notices/feeds'))).toBe(true)
  })

  test.each(['ja', 'ja-x-yasashii', 'en', 'pt'])('in %s every address on the page is answered in that language', async (language) => {
    const own = linksOf((await readIn('/notices/feeds', language)).split('<main')[1] ?? '').filter((href) => href.startsWith('/notices/') && !href.includes('#'))
    expect(own).toEqual(expect.arrayContaining(['/notices/signage', '/notices/signage.json', `/notices/feed.rss?lang=${language}&topic=watchtower.events`, `/notices/cap.atom?lang=${language}`, `/notices/cable-tv.txt?lang=${language}`]))
    for (const href of own) expect(`${href} ${(await get(href)).statusCode}`).toBe(`${href} 200`)
  })

  test.each([['/notices', 'en'], ['/notices/feeds', 'pt'], ['/notices/NOTICE', 'ja']])('programs find them in the head of %s', async (page, language) => {
    const id = await issue(city.open)
    const [head = ''] = (await readIn(page.replace('NOTICE', id), language)).split('</head>')
    const found = [...head.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">/g)].map(([, type, href]) => [type, href])
    expect(found).toEqual(expect.arrayContaining([['application/atom+xml', `/notices/feed.atom?lang=${language}`], ['application/rss+xml', `/notices/feed.rss?lang=${language}`]]))
    expect(found.some(([type]) => type === 'application/cap+xml')).toBe(page.endsWith('NOTICE'))
  })
})

describe('kept pages', () => {
  test('are others as soon as a notice is issued, and when its time is over without any fact but that', async () => {
    const origin = await city.web.listen({ port: 0, host: '127.0.0.1' })
    const hasEntry = async () => (await (await fetch(`${origin}/notices/feed.atom`)).text()).includes('<entry>')
    expect(await hasEntry()).toBe(false)
    await issue(city.open, { expiresAt: at('2026-11-22T10:00:00+09:00') })
    expect(await hasEntry()).toBe(true)
    now = '2026-11-22T09:59:59+09:00'
    await city.workers.settle()
    expect(await hasEntry()).toBe(true)
    now = '2026-11-22T10:00:00+09:00'
    expect(await hasEntry()).toBe(true)
    await city.workers.settle()
    await expect.poll(hasEntry).toBe(false)
  })
})

describe('CAP 1.2', () => {
  test('has a block for each language that it was written in', async () => {
    const id = await issue(city.open, { expiresAt: at('2026-11-23T00:00:00+09:00') })
    const { body, headers } = await get(`/notices/${id}.cap.xml`)
    expect(headers['content-type']).toBe('application/cap+xml; charset=utf-8')
    const cap = elements(body)
    const single = (name: string) => cap.get(name)?.[0]
    expect([single('identifier'), single('sender'), single('sent'), single('status'), single('msgType'), single('scope')]).toEqual([
      id, 'kameyama.localhost', '2026-11-22T09:00:00+09:00', 'Actual', 'Alert', 'Public',
    ])
    expect(cap.get('language')).toEqual(['ja', 'ja-x-yasashii', 'en'])
    expect([single('severity'), single('urgency'), single('certainty'), single('category'), single('responseType')]).toEqual(['Severe', 'Expected', 'Observed', 'Met', 'Evacuate'])
    expect(single('incidents')).toBe('"flood 2026-11-22"')
    expect(cap.get('valueName')?.slice(0, 3)).toEqual(['jma:VXKO50', 'jp-alert-level', 'jp-municipality'])
    expect(cap.get('value')?.slice(0, 3)).toEqual(['40', '4', '242101'])
    expect(single('expires')).toBe('2026-11-23T00:00:00+09:00')
    expect(cap.has('references')).toBe(false)
    expect(await read('/notices/cap.atom')).toContain(`href="http://kameyama.localhost:3000/notices/${id}.cap.xml"`)
  })

  test('refers to everything that was said before, in its order', async () => {
    const first = await issue(city.open)
    now = '2026-11-22T09:10:00+09:00'
    const second = await issue(city.open, { kind: 'update', refersTo: first })
    now = '2026-11-22T09:20:00+09:00'
    const third = await issue(city.open, { kind: 'cancel', refersTo: second, level: 0 })
    const update = elements(await read(`/notices/${second}.cap.xml`))
    expect([update.get('msgType'), update.get('references')]).toEqual([['Update'], [`kameyama.localhost,${first},2026-11-22T09:00:00+09:00`]])
    const cancel = elements(await read(`/notices/${third}.cap.xml`))
    expect(cancel.get('references')).toEqual([`kameyama.localhost,${first},2026-11-22T09:00:00+09:00 kameyama.localhost,${second},2026-11-22T09:10:00+09:00`])
    expect([cancel.get('msgType'), cancel.get('responseType')?.[0], cancel.get('urgency')?.[0]]).toEqual([['Cancel'], 'AllClear', 'Past'])
  })

  test('names the towns it is for', async () => {
    const [town] = await city.open.owner<{ name: string }[]>`select name from notices.town where name = '関町木崎'`
    const id = await issue(city.open, { audience: { kind: 'subscribers', towns: [town!.name] } })
    const areas = elements(await read(`/notices/${id}.cap.xml`)).get('areaDesc')
    expect(areas?.[0]).toBe('亀山市 関町木崎')
    expect(areas?.[2]).toMatch(/^Kameyama City \w/)
  })
})

describe('a screen in the hall', () => {
  test('shows what holds: the gravest first, nothing that was taken back, even once the taking back has expired', async () => {
    const order = await issue(city.open)
    await issue(city.open, { topic: 'watchtower.events', level: 0, cap: null, texts: { ...evacuation.texts, ja: { title: '祭り', sentences: [], origin: 'human' } }, expiresAt: at('2026-11-22T20:00:00+09:00') })
    now = '2026-11-22T09:10:00+09:00'
    expect(JSON.parse(await read('/notices/signage.json')).notices.map((shown: { level: number; until: string | null }) => [shown.level, shown.until])).toEqual([[4, null], [0, '2026-11-22T20:00:00+09:00']])
    await issue(city.open, { kind: 'cancel', refersTo: order, level: 0, texts: { ...evacuation.texts, ja: { title: '解除', sentences: [], origin: 'human' } }, expiresAt: at('2026-11-22T10:00:00+09:00') })
    const titles = async () => JSON.parse(await read('/notices/signage.json')).notices.map(({ texts: [first] }: { texts: { title: string }[] }) => first!.title)
    expect(await titles()).toEqual(['解除', '祭り'])
    now = '2026-11-22T10:00:00+09:00'
    await city.workers.settle()
    expect(await titles()).toEqual(['祭り'])
  })

  test('is not emptied by a drill that takes back what is no drill', async () => {
    const order = await issue(city.open)
    await issue(city.open, { kind: 'cancel', refersTo: order, level: 0, isDrill: true })
    expect(JSON.parse(await read('/notices/signage.json')).notices).toHaveLength(1)
    expect(await read(`/notices/${order}`)).not.toContain('古くなりました')
  })

  test('says how much more there is, and needs nothing from elsewhere', async () => {
    for (const _ of [1, 2, 3]) await issue(city.open)
    const { body, headers } = await get('/notices/signage')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('<p class="more">+ 1</p>')
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="20"></noscript>')
    expect(body).not.toMatch(/https?:|style=/)
    for (const asset of ['css', 'js']) expect((await get(`/notices/signage.${asset}`)).statusCode).toBe(200)
  })
})

describe('text for cable television', () => {
  test('comes in Shift_JIS too, with a sign where that has no letter', async () => {
    await issue(city.open, { texts: { ...evacuation.texts, ja: { title: '𠮷野川の避難指示', sentences: ['逃げて。'], origin: 'human' } } })
    const { rawPayload, headers } = await get('/notices/cable-tv.txt?encoding=shift_jis')
    expect(headers['content-type']).toBe('text/plain; charset=shift_jis')
    expect(iconv.decode(rawPayload, 'cp932')).toBe('亀山市\r\n〓野川の避難指示\r\n逃げて。\r\n')
    expect((await get('/notices/cable-tv.txt?encoding=shift_jis&lang=pt')).statusCode).toBe(400)
    expect((await get('/notices/cable-tv.txt?encoding=ebcdic')).statusCode).toBe(400)
  })
})

describe('the page of a notice', () => {
  test('stands in all its languages, and leads whoever comes late to what holds now', async () => {
    const first = await issue(city.open)
    now = '2026-11-22T09:10:00+09:00'
    const second = await issue(city.open, { kind: 'cancel', refersTo: first, level: 0 })
    const old = await read(`/notices/${first}`)
    for (const part of ['避難指示', 'Evacuate now', '<ruby>逃<rp>(</rp><rt>に</rt><rp>)</rp></ruby>げて', 'Leave &lt;Seki&gt; &amp; go up.', 'このお知らせは古くなりました', `href="/notices/${second}"`]) expect(old).toContain(part)
    expect(await read(`/notices/${second}`)).not.toContain('古くなりました')
    const easy = (await city.web.inject({ url: `/notices/${second}`, headers: { host: 'kameyama.localhost', cookie: 'language=ja-x-yasashii' } })).body
    expect(easy).toMatch(/<title>逃げて ください｜/)
    expect(easy).not.toContain('（に）')
    const portuguese = await city.web.inject({ url: `/notices/${second}`, headers: { cookie: 'language=pt' } })
    expect(portuguese.body).toContain('Ainda não traduzido')
    expect((await get('/notices/0f8b1c52-6d0e-4c1a-9a55-1f2e3d4c5b6a')).statusCode).toBe(404)
    expect((await get('/notices/unknown')).statusCode).toBe(404)
  })

  test('can be read aloud by its readings, twice', async () => {
    const id = await issue(city.open)
    const lines = (await read(`/notices/${id}/spoken.txt`)).trimEnd().split('\n')
    expect(lines.slice(0, 4)).toEqual(['こちらはかめやましです。', 'にげて ください。', 'かわの みずが おおいです。', 'たかい ところへ いって ください。'])
    expect(lines).toHaveLength(8)
    expect(await read(`/notices/${id}/spoken.txt?lang=en`)).toMatch(/^This is Kameyama City\.\nEvacuate now\.\n/)
  })
})

test('a title for which a chosen channel has no room is refused, and says which channel', async () => {
  const long = { ...evacuation.texts, ja: { title: 'あ'.repeat(16), sentences: ['逃げて。'], origin: 'human' as const } }
  await expect(issue(city.open, { texts: long, channels: ['mail', 'area-mail'] })).rejects.toThrow('{"why":"title-too-long","channel":"area-mail","language":"ja","limit":15}')
  await issue(city.open, { texts: long, channels: ['mail', 'area-mail'], level: 3 })
  await issue(city.open, { texts: { ...long, ja: { ...long.ja, title: 'あ'.repeat(15) } }, channels: ['area-mail'], isDrill: true })
})
