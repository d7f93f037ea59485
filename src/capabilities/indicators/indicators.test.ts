import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { sealFacts } from '#kernel/facts/chain.ts'
import { deliverFacts } from '#kernel/facts/delivery.ts'
import { assertParts, type Manifest } from '#kernel/service/manifest.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { phrases } from '#kernel/text/text.ts'
import { openData } from '../open-data/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { factsBehind, figure, frozen, listFiguresFor } from './indicators.ts'
import { indicators } from './manifest.ts'
import type { Definition, Indicator } from './model.ts'
import { changedDefinition, closed, firstDefinition, served, trialDesk, trialIndicator } from './trial-desk.ts'

const words = phrases({ page: { ja: '{窓口|まどぐち}', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Desk', pt: 'Balcão' } })
const count = { kind: 'count' } as const
const number = trialIndicator('number', [firstDefinition(count)], { targets: [{ fiscalYear: 2020, value: 3 }], baseline: { value: 1, on: '2020-03-31' } })
const parts = [openData, indicators, trialDesk([number])]
let web: TestWeb

beforeAll(async () => {
  web = await openTestWeb(parts, { isDemo: false, clock: clockAt('2021-06-01T09:00:00+09:00') })
})
afterAll(() => web.close())

beforeEach(async () => {
  await web.open.owner.unsafe(`truncate indicators.tally, indicators.sums, indicators.definition, indicators.span, indicators.correction, indicators.frozen, indicators.indicator, indicators.fact_kind;
    update indicators.counted set position = 0; truncate kernel.fact, kernel.outbox, kernel.delivery, kernel.job; update kernel.chain_head set position = 0, hash = ''`)
})

type Channel = 'web' | 'counter' | 'post'

interface Serving {
  readonly on: string
  readonly channel?: Channel
  readonly corrects?: string
  readonly withdrawn?: boolean
}

async function serve({ on, channel = 'web', ...correction }: Serving): Promise<string> {
  const body = { channel, minutes: 4, name: '山田 花子', place: { town: '本町', house: '1番地' }, ...correction }
  return web.open.database.act('desk', systemActor, async (tx) => tx.publish(served, 'person:7', body, Temporal.Instant.from(`${on}T12:00:00+09:00`)))
}

/** Another array of the same parts stands for a process that starts anew. */
async function countAll(declared: readonly Manifest[] = [...parts]): Promise<readonly string[]> {
  await sealFacts(web.open.database)
  for (;;) {
    const { handled, failed } = await deliverFacts(web.open.database, declared, web.open.city)
    if (failed.length > 0) return failed.map(({ error }) => error)
    if (handled === 0) return []
  }
}

const figureNow = (fiscalYear = 2020, key = 'desk.number') => web.open.database.read('desk', systemActor, (tx) => figure(tx, key, { fiscalYear }))

function withDesk(...declared: readonly Indicator[]): readonly Manifest[] {
  return [openData, indicators, trialDesk(declared)]
}

describe('a figure', () => {
  test('is told by month, by category and with the definition that counted it', async () => {
    for (const [on, channel] of [['2020-04-30', 'web'], ['2020-05-01', 'post'], ['2021-03-31', 'web'], ['2021-04-01', 'web']] as const) await serve({ on, channel })
    expect(await countAll()).toEqual([])
    const shown = await figureNow()
    expect(shown).toMatchObject({ value: 3, facts: 3, from: '2020-04', to: '2021-03', countedTo: 4, isComplete: true, categories: [{ category: 'post', value: 1 }, { category: 'web', value: 2 }] })
    expect(shown?.months.filter(({ facts }) => facts > 0).map(({ month, value }) => [month, value])).toEqual([['2020-04', 1], ['2020-05', 1], ['2021-03', 1]])
    expect((await figureNow(2019))?.value).toBeNull()
    expect(await web.open.database.read('desk', systemActor, (tx) => figure(tx, 'desk.number', { from: '2020-05', to: '2020-05' }))).toMatchObject({ value: 1 })
  })

  test('is not changed by facts that are handed over twice', async () => {
    await serve({ on: '2020-04-30' })
    await countAll()
    await web.open.owner`update kernel.delivery set position = 0`
    expect(await countAll()).toEqual([])
    expect((await figureNow())?.value).toBe(1)
  })

  test('of an indicator that is declared later is backfilled, and says meanwhile that it is not complete', async () => {
    for (let day = 10; day < 20; day++) await serve({ on: `2020-05-${day}` })
    await countAll(withDesk())
    expect(await countAll([...parts])).toEqual([])
    expect(await figureNow()).toMatchObject({ value: 0, isComplete: false, countedTo: 0 })
    await serve({ on: '2020-06-01' })
    await web.workers.settle()
    expect(await figureNow()).toMatchObject({ value: 11, isComplete: true })
  })
})

describe('a definition', () => {
  test('that changes counts the months from its day on, and both are shown', async () => {
    const changing = trialIndicator('number', [firstDefinition(count), changedDefinition(count)])
    for (const on of ['2020-12-31', '2021-01-01']) for (const channel of ['web', 'post'] as const) await serve({ on, channel })
    await countAll(withDesk(changing))
    const shown = await figureNow()
    expect(shown?.value).toBe(3)
    expect(shown?.versions.map(({ definition, value, from, to }) => [definition.version, value, from, to])).toEqual([[1, 2, '2020-04', '2020-12'], [2, 1, '2021-01', '2021-03']])
  })

  test('that another way of counting replaces leaves no single figure', async () => {
    const changing = trialIndicator('number', [firstDefinition(count), changedDefinition({ kind: 'median', of: 'body.minutes' })])
    await serve({ on: '2021-01-01' })
    await countAll(withDesk(changing))
    const shown = await figureNow()
    expect(shown?.value).toBeNull()
    expect(shown?.versions.map(({ value }) => value)).toEqual([0, 4])
  })

  test.each<[string, Indicator['definitions'], string]>([
    ['edited', [firstDefinition(count, { where: [{ field: 'body.channel', is: 'web' }] })], 'was edited after the city had counted by it'],
    ['taken out', [firstDefinition(count, { from: '2020-05-01' })], 'was taken out after the city had counted by it'],
    ['added for months that are over', [firstDefinition(count), firstDefinition(count, { from: '2021-05-01' })], 'would count months again that are over'],
  ])('that is %s is refused with the way out, and what was counted stays', async (_, definitions, reason) => {
    await serve({ on: '2020-04-30' })
    await countAll()
    const [refusal] = await countAll(withDesk(trialIndicator('number', definitions)))
    expect(refusal).toContain(reason)
    expect((await figureNow())?.value).toBe(1)
  })

  test('from this month on is taken over, and counts this month from its beginning', async () => {
    await serve({ on: '2021-06-01', channel: 'post' })
    await serve({ on: '2021-05-31', channel: 'post' })
    await countAll()
    expect((await figureNow(2021))?.value).toBe(2)
    const next: Definition = { ...changedDefinition(count), from: '2021-06-01' }
    expect(await countAll(withDesk(trialIndicator('number', [firstDefinition(count), next])))).toEqual([])
    await web.workers.settle()
    expect((await figureNow(2021))?.value).toBe(1)
  })

  test.each<[string, Partial<Definition>, string]>([
    ['a fact that nobody tells', { fact: 'desk.opened' }, 'which no part publishes'],
    ['a field that is not there', { where: [{ field: 'body.colour', is: 'red' }] }, 'which its shape does not have'],
    ['a text as a number', { count: { kind: 'sum', of: 'body.channel' } }, 'which is no number'],
    ['a category that is not public', { category: 'body.name' }, 'does not call public'],
    ['a percentile of nothing', { count: { kind: 'percentile', percent: 0, of: 'body.minutes' } }, 'lies above 0'],
    ['a day that does not exist', { from: '2020-02-30' }, 'names a day that does not exist'],
  ])('that asks for %s keeps the city from opening', (_, wrong, reason) => {
    expect(() => assertParts(withDesk(trialIndicator('number', [firstDefinition(count, wrong)])))).toThrow(reason)
  })
})

describe('the facts behind a figure', () => {
  test('are masked as their shape says, and nobody sees what is said of people', async () => {
    await serve({ on: '2020-04-30' })
    await countAll()
    const [resident, staff] = await Promise.all([false, true].map(async (isStaff) => {
      const actor = isStaff ? { id: 'x', person: { id: 'x', login: 'x', name: 'x', unitCode: null, duties: [] }, resident: null } : systemActor
      const page = await web.open.database.read('desk', actor, (tx) => factsBehind(tx, 'desk.number', { fiscalYear: 2020 }, { parts }))
      return Object.fromEntries((page.facts[0]?.fields ?? []).map(({ field, value }) => [field, value]))
    }))
    const hidden = { subject: null, 'body.name': null, 'body.place.house': null }
    expect(resident).toEqual({ ...hidden, 'body.channel': 'web', 'body.place.town': '本町', 'body.minutes': null })
    expect(staff).toEqual({ ...hidden, 'body.channel': 'web', 'body.place.town': '本町', 'body.minutes': '4' })
    const page = await web.web.inject({ url: '/evidence/desk.number/facts?year=2020' })
    expect(page.body).not.toContain('山田')
    expect(page.body).not.toContain('person:7')
  })

  test('come a page at a time, each with its hash in the chain', async () => {
    for (let turn = 0; turn < 5; turn++) await serve({ on: `2020-0${4 + turn}-10` })
    await countAll()
    const pages = await web.open.database.read('desk', systemActor, async (tx) => {
      const first = await factsBehind(tx, 'desk.number', { fiscalYear: 2020 }, { parts, size: 3 })
      return [first, await factsBehind(tx, 'desk.number', { fiscalYear: 2020 }, { parts, size: 3, after: first.next ?? 0 })]
    })
    expect(pages.map((page) => [page?.facts.map(({ position }) => position), page?.next])).toEqual([[[1, 2, 3], 3], [[4, 5], null]])
    const rows = await web.open.owner<{ hash: string }[]>`select encode(hash, 'hex') as hash from kernel.fact order by position`
    expect(pages.flatMap((page) => page?.facts.map(({ hash }) => hash) ?? [])).toEqual(rows.map(({ hash }) => hash))
  })
})

describe('a figure that was set down', () => {
  const keeper = async () => web.signInWith('evidence-keeper')
  const setDown = async (values: Record<string, string> = {}) => {
    const cookie = `language=ja; ${await keeper()}`
    const page = '/staff/evidence/desk.number?year=2020'
    const seen = /name="seen" value="([^"]*)"/.exec((await web.web.inject({ url: page, headers: { cookie } })).body)?.[1] ?? ''
    return web.send({ page, action: '/staff/evidence/desk.number', values: { year: '2020', seen, ...values }, cookie })
  }

  test('stays, and later facts show as a difference with the facts that made it', async () => {
    const wrong = await serve({ on: '2020-04-30' })
    await serve({ on: '2020-05-10' })
    await countAll()
    expect((await setDown()).statusCode).toBe(303)
    const [head] = await web.open.owner<{ hash: string }[]>`select encode(hash, 'hex') as hash from kernel.fact where position = 2`
    const set = await web.open.database.read('desk', systemActor, (tx) => frozen(tx, 'desk.number', 2020))
    expect(set).toMatchObject({ value: 2, facts: 2, position: 2, hash: head?.hash, revision: 1, versions: [1] })
    const late = await serve({ on: '2020-06-10' })
    await serve({ on: '2021-04-10' })
    await serve({ on: '2020-04-30', corrects: wrong, withdrawn: true })
    await serve({ on: '2020-04-29' })
    await countAll()
    const shown = (await web.web.inject({ url: '/evidence/desk.number/figure.json?year=2020' })).json()
    expect(shown).toMatchObject({ value: 3, setDown: { value: 2 } })
    expect(shown.setDown.difference.putIn.map(({ id }: { id: string }) => id)).toContain(late)
    expect(shown.setDown.difference.putIn).toHaveLength(2)
    expect(shown.setDown.difference.takenOut).toMatchObject([{ id: wrong }])
    const page = await web.web.inject({ url: '/evidence/desk.number?year=2020', headers: { cookie: 'language=ja' } })
    expect(page.body).toContain('訂正で外れた記録')
    expect((await setDown()).statusCode).toBe(303)
    expect(await web.open.database.read('desk', systemActor, (tx) => frozen(tx, 'desk.number', 2020))).toMatchObject({ revision: 2, value: 3 })
  })

  test('is the one that was seen: another is shown again first', async () => {
    await serve({ on: '2020-04-30' })
    await countAll()
    expect((await setDown({ seen: '7 7' })).headers.location).toContain('/staff/evidence/desk.number')
    expect(await web.open.database.read('desk', systemActor, (tx) => frozen(tx, 'desk.number', 2020))).toBeUndefined()
  })

  test('is set down only by who is entrusted with it, and only for a year that is over', async () => {
    await countAll()
    expect((await web.web.inject({ url: '/staff/evidence/desk.number', headers: { cookie: await web.signInWith('auditor') } })).statusCode).toBe(403)
    const running = await web.web.inject({ url: '/staff/evidence/desk.number?year=2021', headers: { cookie: await keeper() } })
    expect(running.body).not.toContain('name="seen"')
  })
})

describe('what is shown', () => {
  test('pages, files and open data answer, in every state', async () => {
    await serve({ on: '2020-04-30' })
    await countAll()
    for (const url of ['/evidence', '/evidence?year=2020&by=project', '/evidence.json?year=2020', '/evidence/desk.number?year=2020', '/evidence/desk.number/facts?year=2020', '/evidence/desk.number/facts.json?year=2020', '/open-data/indicators.csv']) {
      expect((await web.web.inject({ url })).statusCode, url).toBe(200)
    }
    for (const url of ['/evidence?year=1', '/evidence/desk.nothing', '/evidence/desk.number?year=abcd', '/evidence/desk.nothing/facts']) expect((await web.web.inject({ url })).statusCode, url).toBe(404)
    expect((await web.web.inject({ url: '/open-data/indicators.csv' })).body).toContain('desk.number,窓口,件,2020-04,1,1,1')
  })

  test('stays when the service is gone', async () => {
    await serve({ on: '2020-04-30' })
    await countAll()
    expect(await countAll([openData, indicators])).toEqual([])
    expect(await figureNow()).toMatchObject({ value: 1, indicator: { isDeclared: false } })
    expect((await web.web.inject({ url: '/evidence/desk.number?year=2020' })).statusCode).toBe(200)
  })

  test('an indicator is found by its project', async () => {
    await countAll(withDesk(number, trialIndicator('other', [firstDefinition(count, { fact: closed.name, category: 'body.cases' })], { title: words.page, projects: ['2-2-2'] })))
    expect((await web.open.database.read('desk', systemActor, (tx) => listFiguresFor(tx, '2-2-2', { fiscalYear: 2026 }))).map(({ indicator }) => indicator.key)).toEqual(['desk.other'])
  })
})
