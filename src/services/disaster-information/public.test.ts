import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { systemActor } from '#kernel/access/actor.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { openData } from '../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { receiveTelegram } from './actions/receive-telegram.ts'
import { facts } from './facts.ts'
import { disasterInformation } from './manifest.ts'
import type { HazardLevel, Realm } from './model.ts'
import { composeIntensity } from './rules/nights/compose-earth.ts'
import type { ComposedTelegram } from './rules/nights/compose-telegram.ts'
import { composeWarnings } from './rules/nights/compose-weather.ts'
import { keepLevels } from './store/levels.ts'
import { openShelter } from './store/shelters.ts'
import type { Way } from './store/telegrams.ts'

/** Set by hand, so that silence can be waited for. */
let now = Temporal.Instant.from('2026-09-08T04:20:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
let web: TestWeb

beforeAll(async () => {
  web = await openTestWeb([staffIdentity, imports, mail, notices, openData, disasterInformation], { clock })
})
afterAll(() => web.close())

beforeEach(async () => {
  now = now.add({ hours: 1 })
  await web.open.owner`truncate disaster_information.level, disaster_information.shelter_opening, disaster_information.feed, disaster_information.telegram cascade`
})

/** A feed that answered then, and had brought a telegram the day before. */
async function heard(at: Temporal.Instant, address?: string): Promise<void> {
  await bring(warning, now.subtract({ hours: 24 }))
  await answered(at, address)
}

const answered = (at: Temporal.Instant, address: string = randomUUID()) => web.open.owner`
  insert into disaster_information.feed (address, etag, last_modified, answered_at, failures, problem, next_at)
  values (${address}, '', '', ${at.toString()}, 0, '', ${at.toString()})`

const minutesAgo = (minutes: number) => now.subtract({ minutes })
const warning = (reportAt: Temporal.Instant) => composeWarnings('VPWW61', [], { reportAt })
const earthquake = (reportAt: Temporal.Instant) => composeIntensity(null, 1, { reportAt, eventId: '20260908130000' })

/** Lets a telegram come in at a moment of the past. */
async function bring(compose: (reportAt: Temporal.Instant) => ComposedTelegram, at: Temporal.Instant, way: Way = 'feed'): Promise<void> {
  const present = now
  now = at
  const { source } = compose(at)
  await web.open.database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source, way }))
  now = present
}

async function know(level: Partial<HazardLevel> & Pick<HazardLevel, 'hazard' | 'level'>): Promise<void> {
  const whole: HazardLevel = {
    realm: 'live', areaCode: '2421000', areaName: '亀山市', kindName: `レベル${level.level ?? ''}`, kindCode: '49', telegramType: 'VPWW56', telegramId: randomUUID(),
    eventId: '', since: now, reportedAt: now, remarks: [], ...level,
  }
  await web.open.database.act('disaster-information', systemActor, async (tx) => {
    await keepLevels(tx, [whole])
    const { realm, hazard, areaCode, areaName, kindName, kindCode, telegramType } = whole
    tx.publish(facts.levelChanged, `${hazard}/${areaCode}`, { realm, hazard, areaCode, areaName, from: 0, to: whole.level, kindName, kindCode, telegramType, at: now.toString() })
  })
}

const open = (realm: Realm, ...ids: readonly string[]) => web.open.database.act('disaster-information', systemActor, async (tx) => {
  for (const id of ids) {
    await openShelter(tx, realm, id, { occupants: 10, isFull: false, takesPets: null })
    tx.publish(facts.shelterOpened, id, { realm, shelter: id })
  }
})

async function read(url = '/disaster', language = 'ja'): Promise<string> {
  const { statusCode, body } = await web.web.inject({ url, headers: { cookie: `language=${language}` } })
  expect(statusCode).toBe(200)
  return body.replace(/<r[tp]>[^<]*<\/r[tp]>|<[^>]+>/g, '').replace(/\s+/g, ' ')
}

const [SCHOOL, BY_RIVER, SEKI, KABUTO] = ['E2421000900101', 'E2421000902301', 'E2421000902201', 'E2421000902501'] as const

describe('what is in force', () => {
  test('nothing, with its time, while the agency is heard', async () => {
    await heard(now)
    expect(await read()).toContain('警報・注意報は出ていません(9月8日(火) 14:20現在)')
  })

  test('not known, where feeds answer and no telegram has come yet', async () => {
    await answered(now)
    expect(await read()).toContain('まだ受け取っていません')
  })

  test.each([
    ['never heard', [], 'まだ受け取っていません'],
    ['silent for 21 minutes', [21], '最後に受け取ったのは9月8日(火) 16:59です'],
    ['one feed of two silent', [0, 40], '気象庁からの情報が届いていません'],
    ['the other of two silent', [40, 0], '気象庁からの情報が届いていません'],
  ])('%s: said plainly, and never shown as calm', async (_, minutes, said) => {
    now = Temporal.Instant.from('2026-09-08T08:20:00Z')
    for (const ago of minutes) await heard(now.subtract({ minutes: ago }))
    const text = await read()
    expect(text).toContain(said)
    expect(text).not.toContain('警報・注意報は出ていません')
  })

  test.each<[string, () => Promise<void>]>([
    ['the warning feed, while an earthquake comes by the other feed', async () => {
      await heard(minutesAgo(180), 'https://feed.example/extra.xml')
      await answered(now, 'https://feed.example/eqvol.xml')
      await bring(earthquake, minutesAgo(1))
    }],
    ['the warning feed, while telegrams come by push', async () => {
      await heard(minutesAgo(180), 'https://feed.example/extra.xml')
      await bring(warning, minutesAgo(1), 'push')
    }],
    ['push, where there is no feed', () => bring(warning, minutesAgo(300), 'push')],
    ['push of warnings, while earthquakes come by push and by a feed', async () => {
      await bring(warning, minutesAgo(300), 'push')
      await bring(earthquake, minutesAgo(1), 'push')
      await answered(now, 'https://feed.example/eqvol.xml')
    }],
    ['the folder, where an old drill is played', async () => {
      await bring(warning, minutesAgo(300), 'folder')
      await bring((reportAt) => composeWarnings('VPWW61', [], { reportAt, status: '訓練' }), minutesAgo(1), 'folder')
    }],
  ])('silent is %s', async (_, happens) => {
    now = Temporal.Instant.from('2026-09-08T08:20:00Z')
    await happens()
    const text = await read()
    expect(text).toContain('気象庁からの情報が届いていません')
    expect(text).not.toContain('警報・注意報は出ていません')
  })

  test.each<[string, () => Promise<void>]>([
    ['by push alone', () => bring(warning, minutesAgo(10), 'push')],
    ['by the folder and an earthquake feed', async () => {
      await bring(warning, minutesAgo(10), 'folder')
      await answered(minutesAgo(1), 'https://feed.example/eqvol.xml')
    }],
    ['by two feeds', async () => {
      await heard(minutesAgo(2), 'https://feed.example/extra.xml')
      await answered(minutesAgo(1), 'https://feed.example/eqvol.xml')
    }],
  ])('calm is what was heard %s', async (_, happens) => {
    await happens()
    expect(await read()).toContain('警報・注意報は出ていません')
  })

  test('not known, where only earthquakes were ever told of', async () => {
    await answered(now)
    await bring(earthquake, minutesAgo(1))
    const text = await read()
    expect(text).toContain('まだ受け取っていません')
    expect(text).not.toContain('警報・注意報は出ていません')
  })

  test('a page kept while the agency was heard says so no longer when it is silent, though no fact happens', async () => {
    await heard(now)
    expect(await read()).toContain('出ていません')
    now = now.add({ minutes: 22 })
    expect(await read()).toContain('気象庁からの情報が届いていません')
  })

  test('the gravest first, with what to do; what cannot be read is shown and is not calm', async () => {
    await heard(now)
    await know({ hazard: 'thunder', level: 2 })
    await know({ hazard: 'landslide', level: 4 })
    await know({ hazard: 'flood', level: null, areaCode: '24001', areaName: '鈴鹿川' })
    await know({ hazard: 'wind', level: 0 })
    const text = await read()
    const places = ['土砂災害', '河川の氾濫', '雷'].map((word) => text.slice(0, text.indexOf('開いている避難所')).indexOf(word))
    expect(places).not.toContain(-1)
    expect(places.toSorted((one, other) => one - other)).toEqual(places)
    expect(text).toContain('レベルを読み取れません')
    expect(text).toContain('危険な場所にいる人は、全員避難してください')
    expect(text).not.toContain('暴風')
  })

  test.each([['ja', '土砂災害'], ['ja-x-yasashii', '山が くずれる'], ['en', 'Landslide'], ['pt', 'Deslizamento de terra']])('in %s', async (language, word) => {
    await know({ hazard: 'landslide', level: 5 })
    expect(await read('/disaster', language)).toContain(word)
  })
})

describe('a drill', () => {
  test('is on no page and in no data of residents', async () => {
    await heard(now)
    await know({ hazard: 'landslide', level: 5, realm: 'drill:autumn' })
    await open('drill:autumn', SCHOOL)
    for (const url of ['/disaster', '/disaster.json', '/open-data/open-shelters.csv']) {
      const text = await read(url)
      expect(text).not.toMatch(/みどり台小学校|landslide|drill/)
    }
    expect(await read()).toContain('警報・注意報は出ていません')
  })
})

describe('where to go', () => {
  test('nearest to the chosen town first, with room and distance; a full one last', async () => {
    await open('live', SCHOOL, SEKI, KABUTO)
    const near = async () => JSON.parse((await web.web.inject({ url: `/disaster.json?town=${encodeURIComponent('関町新所')}` })).body) as { openShelters: { id: string; metres: number }[] }
    const { openShelters } = await near()
    expect(openShelters.map(({ id }) => id)).toEqual([SEKI, KABUTO, SCHOOL])
    expect(openShelters.map(({ metres }) => metres).every((metres, index, all) => index === 0 || metres > (all[index - 1] as number))).toBe(true)
    await web.open.owner`update disaster_information.shelter_opening set is_full = true where shelter_id = ${SEKI}`
    await open('live', 'E2421000901001')
    expect((await near()).openShelters.at(-1)?.id).toBe(SEKI)
  })

  test('a place that is not designated for what threatens is never named, however near it is', async () => {
    await open('live', BY_RIVER, SEKI)
    await know({ hazard: 'flood', level: 4, areaCode: '24001' })
    const town = encodeURIComponent('関町木崎')
    const flooding = await read(`/disaster?town=${town}`)
    expect([flooding.includes('関宿なごみ中学校'), flooding.includes('関木崎まちかど会館')]).toEqual([true, false])
    const shaking = await read(`/disaster?town=${town}&hazard=earthquake`)
    expect(shaking.indexOf('関木崎まちかど会館')).toBeGreaterThan(0)
    expect(shaking.indexOf('関木崎まちかど会館')).toBeLessThan(shaking.indexOf('関宿なごみ中学校'))
  })

  test('on a night of floods and landslides only a place that is designated for both is named', async () => {
    const designatedFor = async (hazard: string) => (JSON.parse((await web.web.inject({ url: `/disaster.json?hazard=${hazard}` })).body) as { openShelters: { id: string; name: string }[] }).openShelters
    await open('live', SCHOOL, BY_RIVER, SEKI, KABUTO)
    const [flood, landslide] = [await designatedFor('flood'), await designatedFor('landslide')]
    const both = landslide.filter(({ id }) => flood.some((one) => one.id === id))
    const oneOnly = [...flood, ...landslide].filter(({ id }) => !both.some((one) => one.id === id))
    expect([both.length > 0, oneOnly.length > 0]).toEqual([true, true])
    await know({ hazard: 'flood', level: 4, areaCode: '24001' })
    await know({ hazard: 'landslide', level: 4 })
    const text = await read()
    for (const { name } of both) expect(text).toContain(name)
    for (const { name } of oneOnly) expect(text).not.toContain(name)
  })

  test('none open is said with its time, and where one would go', async () => {
    const text = await read(`/disaster?town=${encodeURIComponent('関町木崎')}&hazard=landslide`)
    expect(text).toMatch(/開いている避難所はありません\(9月\d日\(.\) \d+:\d\d現在\)/)
    expect(text).toContain('関木崎まちかど会館 町の中心から')
  })

  test.each(['?town=nowhere', '?hazard=nothing', '?town=%E3%80%80&hazard=all'])('%s is no reason to fail', async (query) => {
    expect(await read(`/disaster${query}`)).toContain('開いている避難所')
  })
})

test('the levels are told in four languages, the city’s and the agency’s apart', async () => {
  const texts = await Promise.all(['ja', 'ja-x-yasashii', 'en', 'pt'].map((language) => read('/disaster/levels', language)))
  expect(texts.map((text, index) => text.includes(['避難指示', 'みんな 逃', 'Evacuation order', 'Ordem de evacuação'][index] as string))).toEqual([true, true, true, true])
})
