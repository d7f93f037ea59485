import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { issueNotice } from '#capabilities/notices/notices.ts'
import type { NoticeDraft, NoticeText } from '#capabilities/notices/model.ts'
import { parts } from '../../src/city.ts'
import { openJourney, WIDTHS, type Journey, type Visitor } from './browser.ts'

/** What a phone on a bad line may have to load for the first page, with everything: bytes on the wire, headers too. */
const MOST_BYTES = 30_000
const PHONE = 390

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

const text = (title: string, ...sentences: readonly string[]): NoticeText => ({ title, sentences, origin: 'phrasebook' })

const order: NoticeDraft = {
  topic: 'disaster-information.evacuation', level: 4, kind: 'issue', refersTo: null, audience: { kind: 'subscribers', towns: ['関町木崎', '関町新所'] },
  texts: {
    ja: text('{警戒|けいかい}レベル4 {避難|ひなん}{指示|しじ}', '{土砂災害|どしゃさいがい}の{危険|きけん}が{高|たか}まっています。', '{関町木崎|せきちょうこざき}、{関町新所|せきちょうしんじょ}の{危険|きけん}な{場所|ばしょ}から、{全員|ぜんいん}{避難|ひなん}してください。'),
    'ja-x-yasashii': text('レベル4 みんな {逃|に}げて ください', 'がけが くずれるかも しれません。', '{関町木崎|せきちょうこざき}と {関町新所|せきちょうしんじょ}の {人|ひと}は {逃|に}げて ください。'),
    en: text('Level 4: evacuation order', 'There is a growing danger of landslides.', 'Everybody in dangerous places in Seki-cho Kozaki and Seki-cho Shinjo: leave now.'),
    pt: text('Nível 4: ordem de evacuação', 'O perigo de deslizamento está aumentando.', 'Todos em lugares perigosos de Seki-cho Kozaki e Seki-cho Shinjo: saiam agora.'),
  },
  isDrill: false, channels: [], link: '/disaster', issuedBy: null, confirmedBy: null, expiresAt: null,
  cap: { event: 'storm of the journey', category: 'Geo', responseType: 'Evacuate', certainty: 'Likely', codes: [] },
}

async function issue(change: Partial<NoticeDraft> = {}): Promise<string> {
  const issued = await journey.city.open.database.act('disaster-information', systemActor, (tx) => issueNotice(tx, parts, { ...order, ...change }))
  if (!issued.ok) throw new Error(JSON.stringify(issued.refusal))
  standing.push(issued.id)
  return issued.id
}

const standing: string[] = []
const cancel = (id: string) => issue({ kind: 'cancel', refersTo: id, level: 0 })

afterEach(async () => {
  for (const id of standing.splice(0)) await cancel(id)
  standing.length = 0
})

/** Bytes that came over the wire for one visit of a page, by Chromium's own count. */
async function transferred(visitor: Visitor, path: string): Promise<{ bytes: number; requests: number }> {
  const network = await visitor.page.context().newCDPSession(visitor.page)
  await network.send('Network.enable')
  const loads: number[] = []
  network.on('Network.loadingFinished', ({ encodedDataLength }) => loads.push(encodedDataLength))
  await visitor.page.goto(path, { waitUntil: 'networkidle' })
  await network.detach()
  return { bytes: loads.reduce((sum, bytes) => sum + bytes, 0), requests: loads.length }
}

describe.each([true, false])('while an evacuation order stands (JavaScript: %s)', (hasScripts) => {
  test.each(LANGUAGES)('in %s the first page is the order, what to do and where to go, in under 30 kB', async (language) => {
    await issue()
    const visitor = await journey.arrive({ language, furigana: language.startsWith('ja'), width: PHONE, hasScripts })
    const { bytes, requests } = await transferred(visitor, '/')
    await visitor.look()
    const main = await visitor.page.locator('main').innerText()
    expect(bytes).toBeLessThan(MOST_BYTES)
    expect(requests).toBeGreaterThanOrEqual(2)
    const words = { ja: ['避難', 'すること', '近くの'], 'ja-x-yasashii': ['みんな', 'すること', 'さがす'], en: ['evacuation order', 'What to do', 'nearest shelter'], pt: ['ordem de evacuação', 'O que fazer', 'mais próximo'] }[language]
    // Ruby stands between the letters of a word.
    const places = words.map((word) => main.indexOf(language.startsWith('ja') ? word.slice(0, 1) : word))
    expect(places).not.toContain(-1)
    expect(await visitor.page.locator('article h2').count()).toBe(1)
    await visitor.leave()
  })

  test('another language is one press away, and so are the portal and the shelters', async () => {
    await issue()
    const visitor = await journey.arrive({ language: 'ja', width: PHONE, hasScripts })
    await visitor.go('/')
    await visitor.press('Português', 'link')
    expect(await visitor.page.locator('article h2').innerText()).toBe('Nível 4: ordem de evacuação')
    await visitor.press('Encontrar o abrigo mais próximo', 'link')
    expect(new URL(visitor.page.url()).pathname).toBe('/disaster')
    await visitor.go('/')
    await visitor.press('À página inicial de sempre', 'link')
    expect(await visitor.page.locator('.site-header').count()).toBe(1)
    await visitor.go('/?full')
    expect(await visitor.page.locator('.light-notice').count()).toBe(0)
    await visitor.leave()
  })
})

describe('the first page goes back to what it was', () => {
  test('with the cancellation, and not before', async () => {
    const visitor = await journey.arrive({ language: 'en', width: PHONE })
    const id = await issue()
    await visitor.go('/')
    expect(await visitor.page.locator('.light-notice').count()).toBe(1)
    await cancel(id)
    await visitor.go('/')
    expect(await visitor.page.locator('.light-notice').count()).toBe(0)
    await visitor.leave()
  })

  test.each([['a notice below level 3', { level: 2 }], ['a drill', { isDrill: true }]] as const)('%s never takes it', async (_, change) => {
    await issue(change)
    expect(await (await fetch(journey.origin)).text()).not.toContain('light-notice')
  })

  test('the lowered one takes the place of what stood before', async () => {
    const id = await issue({ level: 5 })
    await issue({ kind: 'update', refersTo: id, level: 3 })
    const body = await (await fetch(journey.origin)).text()
    expect([body.includes('level-3'), body.includes('level-5')]).toEqual([true, false])
  })
})

describe('shelters', () => {
  test.each([true, false])('an officer opens one from a phone, counts, and residents see it at once (JavaScript: %s)', async (hasScripts) => {
    const officer = await journey.arrive({ language: 'ja', width: PHONE, signedInAs: 'kitamura.shun', hasScripts })
    const resident = await journey.arrive({ language: 'en', width: PHONE, hasScripts })
    const town = `/disaster?town=${encodeURIComponent('関町坂下')}&hazard=landslide`
    await resident.go(town)
    expect(await resident.page.locator('main').innerText()).not.toContain('room for about')
    await officer.go('/staff/disaster/shelters?district=kabuto')
    await officer.press(/開設する.*坂下峠の館/)
    await officer.press('10人増やす')
    await resident.go(town)
    expect(await resident.page.locator('main').innerText()).toMatch(/1\. Sakashita Pass House \(坂下峠の館\)[\s\S]*room for about 100/)
    await officer.press('10人減らす')
    await officer.press('閉鎖する')
    await resident.go(town)
    expect(await resident.page.locator('main').innerText()).not.toContain('room for about')
    await Promise.all([officer.leave(), resident.leave()])
  })

  test.each(LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ language, width }))))('in $language, $width pixels wide, every page of them holds', async (manner) => {
    const visitor = await journey.arrive({ ...manner, signedInAs: 'kitamura.shun' })
    const paths = ['/disaster', '/disaster/levels', '/staff/disaster/shelters', '/staff/disaster/shelters/wall', '/staff/disaster/shelters/history']
    for (const path of paths) {
      await visitor.go(path)
      expect(await visitor.page.locator('h1').count()).toBe(1)
    }
    await visitor.leave()
  })
})

test('by night it is dark, and still read by everybody', async () => {
  await issue()
  const visitor = await journey.arrive({ language: 'ja', furigana: true, width: PHONE })
  await visitor.page.emulateMedia({ colorScheme: 'dark' })
  await visitor.go('/')
  expect(await visitor.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(12, 12, 14)')
  await visitor.leave()
})

test('the crowd is answered from memory', async () => {
  await issue()
  const hits = async () => Number(/^tsunagu_page_cache_hits_total (\d+)$/m.exec(await (await fetch(`${journey.origin}/metrics`)).text())?.[1])
  const visit = async () => (await fetch(journey.origin, { headers: { cookie: 'language=en' } })).text()
  expect(await visit()).toContain('light-notice')
  const before = await hits()
  for (let visits = 0; visits < 200; visits++) await visit()
  // A telegram that comes in meanwhile empties it once.
  expect((await hits()) - before).toBeGreaterThan(190)
})
