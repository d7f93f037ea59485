import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../testing.ts'
import { mail } from '../mail/manifest.ts'
import { residents } from '../residents/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { residentIdentity } from './manifest.ts'
import { FLOW_COOKIE } from './card/flow.ts'
import { changeDemoCard, listDemoCards, type DemoCard } from './store/stand-in.ts'
import { TrialBrowser } from './testing/trial-browser.ts'
import { TrialRegister } from './testing/trial-register.ts'

const register = new TrialRegister()
let city: TestWeb
let cards: DemoCard[]
let good: DemoCard
const start = '/my/sign-in/card?return=%2Fmy%2Faccount'

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, residents, mail, residentIdentity, register.part])
  cards = await city.open.database.read('resident-identity', systemActor, listDemoCards)
  for (const card of cards.filter(({ note }) => note !== 'another city')) register.register(card)
  good = cards.find(({ state, previousSerial }) => state === 'valid' && previousSerial === null) as DemoCard
})
afterAll(() => city.close())

const browser = () => new TrialBrowser(city.web)
const accountOf = async (personId: string) => (await city.open.owner<{ id: string }[]>`select id from kernel.resident where person_id = ${personId} and is_open`)[0]?.id
const change = (card: DemoCard, to: Partial<DemoCard>) =>
  city.open.database.act('resident-identity', systemActor, (tx) => changeDemoCard(tx, card.id, { ...card, ...to }))

/** The keys of this part in the tests' city: what a stranger does not have. */
const seal = new Seal(Buffer.alloc(32, 7), 'kameyama', 'resident-identity')
const refusals = async () => {
  await city.workers.settle()
  return (await city.open.owner<{ reason: string }[]>`select body->>'reason' as reason from kernel.fact where name = 'resident-identity.sign-in-refused' order by position`).map(({ reason }) => reason)
}

describe('a card', () => {
  test('signs in through the provider and leads to where one wanted to go', async () => {
    const visitor = browser()
    expect(await visitor.withCard(start, good.id)).toMatchObject({ status: 303, location: '/my/account' })
    const page = await visitor.open('/my/account')
    expect(page).toMatchObject({ status: 200 })
    expect(page.body).toContain(good.name)
    const [row] = await city.open.owner`select subject, certificate_serial from resident_identity.card join kernel.resident on account_id = kernel.resident.id where person_id = ${good.id}`
    expect(row).toMatchObject({ certificate_serial: good.serial })
    // Pairwise: the provider's name for the person says nothing of who it is.
    expect(row?.['subject']).not.toContain(good.id)
  })

  test('leads to the same account each time', async () => {
    const [first, second] = [browser(), browser()]
    for (const visitor of [first, second]) await visitor.withCard(start, good.id)
    const rows = await city.open.owner`select id from kernel.resident where person_id = ${good.id}`
    expect(rows).toHaveLength(1)
    expect(first.cookies.get(SESSION_COOKIE)).not.toBe(second.cookies.get(SESSION_COOKIE))
  })

  test('never takes over a session that was planted in the browser', async () => {
    const visitor = browser()
    const planted = (await signInResident(city, { personId: null, proof: 'mail', name: 'planted' })).split('=')[1] as string
    visitor.cookies.set(SESSION_COOKIE, planted)
    await visitor.withCard(start, good.id)
    expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(planted)
    expect((await city.web.inject({ url: '/my', headers: { cookie: `${SESSION_COOKIE}=${planted}` } })).statusCode).toBe(401)
  })

  test('raises an account that was opened by mail, under a new secret', async () => {
    const card = cards.filter(({ state, previousSerial }) => state === 'valid' && previousSerial === null)[1] as DemoCard
    const visitor = browser()
    const weak = (await signInResident(city, { personId: null, proof: 'mail', name: 'ha…@example.jp' })).split('=')[1] as string
    visitor.cookies.set(SESSION_COOKIE, weak)
    expect((await visitor.open('/my/views')).status).toBe(401)
    await visitor.withCard(start, card.id)
    expect((await visitor.open('/my/views')).status).toBe(200)
    expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(weak)
    const [row] = await city.open.owner`select name from kernel.resident where person_id = ${card.id}`
    expect(row).toEqual({ name: 'ha…@example.jp' })
  })

  test('is not taken away, nor its account closed, by a weaker way', async () => {
    const account = await accountOf(good.id)
    const weak = browser()
    weak.cookies.set(SESSION_COOKIE, (await signInResident(city, { personId: good.id, proof: 'mail' })).split('=')[1] as string)
    const [way] = await city.open.owner`select id from resident_identity.card where account_id = ${account ?? null} and ended_at is null`
    for (const path of [`/my/account/ways/card/${String(way?.['id'])}/remove`, '/my/account/close']) expect((await weak.submit(path, path)).status).toBe(401)
    expect(await accountOf(good.id)).toBe(account)
  })

  test('that is new opens one account, however often it comes at once', async () => {
    const card = cards.filter(({ state, previousSerial }) => state === 'valid' && previousSerial === null)[3] as DemoCard
    const answers = await Promise.all([1, 2, 3].map(() => browser().withCard(start, card.id)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await city.open.owner`select id from kernel.resident where person_id = ${card.id}`).toHaveLength(1)
  })

  test('ends the session of a clerk in the same browser', async () => {
    const visitor = browser()
    const clerk = (await city.signInWith()).split('=')[1] as string
    visitor.cookies.set(SESSION_COOKIE, clerk)
    expect((await visitor.open('/my/sign-in')).status).toBe(200)
    await visitor.withCard(start, good.id)
    expect((await city.web.inject({ url: '/account', headers: { cookie: `${SESSION_COOKIE}=${clerk}` } })).statusCode).toBe(401)
  })
})

describe('a card that is not taken', () => {
  test.each(['expired', 'revoked'] as const)('because it is %s', async (state) => {
    const card = cards.find((one) => one.state === state) as DemoCard
    const page = await browser().withCard(start, card.id)
    expect(page.status).toBe(422)
    expect(page.body).toContain(state === 'expired' ? '期限' : '失効')
    expect((await refusals()).at(-1)).toBe(state)
    expect(await accountOf(card.id)).toBeUndefined()
  })

  test('because the person did not go on: that is no failure', async () => {
    const before = (await refusals()).length
    expect((await browser().withCard(start, '')).status).toBe(200)
    expect(await refusals()).toHaveLength(before)
  })
})

describe('an answer of the provider', () => {
  test('is good in the browser that asked, and in no other', async () => {
    const answer = await browser().answerOf(start, good.id)
    expect((await browser().open(answer)).status).toBe(422)
  })

  test('is good once', async () => {
    const visitor = browser()
    const answer = await visitor.answerOf(start, good.id)
    const flow = visitor.cookies.get(FLOW_COOKIE) as string
    expect((await visitor.open(answer)).status).toBe(303)
    const other = browser()
    other.cookies.set(FLOW_COOKIE, flow)
    expect((await other.open(answer)).status).toBe(422)
    expect(other.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  const alterations = [
    { what: 'another state', alter: (flow: Record<string, string>) => ({ ...flow, state: 'another' }) },
    { what: 'another nonce', alter: (flow: Record<string, string>) => ({ ...flow, nonce: 'another' }) },
    { what: 'another code verifier', alter: (flow: Record<string, string>) => ({ ...flow, verifier: 'a'.repeat(43) }) },
    { what: 'another provider', alter: (flow: Record<string, string>) => ({ ...flow, issuer: 'https://evil.example' }) },
    { what: 'a way that was begun too long ago', alter: (flow: Record<string, string>) => ({ ...flow, endsAt: '2020-01-01T00:00:00Z' }) },
  ]
  test.each(alterations)('is refused for $what', async ({ alter }) => {
    const visitor = browser()
    const answer = await visitor.answerOf(start, good.id)
    const flow = JSON.parse(seal.open(visitor.cookies.get(FLOW_COOKIE) ?? '', 'card flow') ?? '{}') as Record<string, string>
    visitor.cookies.set(FLOW_COOKIE, seal.close(JSON.stringify(alter(flow)), 'card flow'))
    expect((await visitor.open(answer)).status).toBe(422)
    expect(visitor.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  test('with a code that was made up signs nobody in', async () => {
    const visitor = browser()
    const answer = await visitor.answerOf(start, good.id)
    expect((await visitor.open(answer.replace(/code=[^&]+/, 'code=guessed'))).status).toBe(422)
    expect(visitor.cookies.has(SESSION_COOKIE)).toBe(false)
  })
})

describe('a renewed certificate keeps the account', () => {
  const renewals: { link: string; to: (card: DemoCard) => Partial<DemoCard> }[] = [
    { link: 'subject', to: () => ({ serial: '11'.repeat(8) }) },
    { link: 'provider', to: (card) => ({ serial: '22'.repeat(8), previousSerial: card.serial, subjectSeed: 'renewed' }) },
    { link: 'attributes', to: () => ({ serial: '33'.repeat(8), previousSerial: null, subjectSeed: 'renewed again' }) },
  ]
  test.each(renewals)('joined by $link', async ({ link, to }) => {
    const before = await accountOf(good.id)
    const now = (await city.open.database.read('resident-identity', systemActor, listDemoCards)).find(({ id }) => id === good.id) as DemoCard
    await change(now, to(now))
    await browser().withCard(start, good.id)
    expect(await accountOf(good.id)).toBe(before)
    const [renewal] = await city.open.owner`select old_serial, link from resident_identity.card_renewal order by renewed_at desc, new_serial desc limit 1`
    expect(renewal).toEqual({ old_serial: now.serial, link })
    const ways = await city.open.owner`select id from resident_identity.card where account_id = ${before ?? null} and ended_at is null`
    expect(ways).toHaveLength(1)
  })
})

describe('a card that the register cannot tell', () => {
  test('works for what needs no register, and becomes work for a clerk', async () => {
    const stranger = cards.find(({ note }) => note === 'another city') as DemoCard
    const visitor = browser()
    await visitor.withCard(start, stranger.id)
    expect((await visitor.open('/my')).status).toBe(200)
    expect((await visitor.open('/my/account')).body).toContain('市役所')
    const cases = await city.open.owner`select reason, sealed_attributes from resident_identity.match_case where settled_at is null`
    expect(cases).toMatchObject([{ reason: 'none' }])
    expect(String(cases[0]?.['sealed_attributes'])).not.toContain(stranger.name)
  })

  test('is asked about again at the next sign-in', async () => {
    const stranger = cards.find(({ note }) => note === 'another city') as DemoCard
    register.register(stranger)
    await browser().withCard(start, stranger.id)
    expect(await accountOf(stranger.id)).toBeDefined()
    expect(await city.open.owner`select id from resident_identity.match_case where settled_at is null`).toEqual([])
  })

  test('because several people fit', async () => {
    register.isAmbiguous = true
    const card = cards.filter(({ state, previousSerial }) => state === 'valid' && previousSerial === null)[2] as DemoCard
    await browser().withCard(start, card.id)
    register.isAmbiguous = false
    expect(await city.open.owner`select reason from resident_identity.match_case where settled_at is null`).toEqual([{ reason: 'several' }])
  })
})

describe('the way back', () => {
  test.each([
    ['/my/account', '/my/account'],
    ['https://evil.example/', '/my'],
    ['//evil.example/', '/my'],
    ['/\\evil.example/', '/my'],
    ['/my/sign-in?return=/my', '/my'],
    ['javascript:alert(1)', '/my'],
  ])('for %s is %s', async (wished, way) => {
    const visitor = browser()
    expect(await visitor.withCard(`/my/sign-in/card?${new URLSearchParams({ return: wished })}`, good.id)).toMatchObject({ status: 303, location: way })
  })

  test('comes from a host name that the city claims, whatever the browser says', async () => {
    const stranger = new TrialBrowser(city.web, { host: 'evil.example' })
    const { location } = await stranger.open(start)
    expect(new URL(location).searchParams.get('redirect_uri')).toBe('https://kameyama.localhost/my/sign-in/card/return')
  })
})

describe('what the city asks of the provider', () => {
  test('is the code flow with PKCE, a state and a nonce, and nothing it does not need', async () => {
    const { location } = await browser().open(start)
    const asked = Object.fromEntries(new URL(location).searchParams)
    expect(asked).toMatchObject({ response_type: 'code', scope: 'openid name address birthdate gender', code_challenge_method: 'S256', acr_values: 'aal3 crl' })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThanOrEqual(43)
    expect(asked['client_id']).toMatch(/^[a-z0-9]{1,255}$/)
  })
})

describe('after too many failures from one place', () => {
  test('it waits, and others do not', async () => {
    await city.open.owner`insert into resident_identity.attempt (at, what, network, is_failure) select ${city.open.database.clock.now().toString()}, 'card', '198.51.100.9', true from generate_series(1, 60)`
    const crowd = new TrialBrowser(city.web, { address: '198.51.100.9' })
    expect((await crowd.withCard(start, good.id)).status).toBe(429)
    expect((await browser().withCard(start, good.id)).status).toBe(303)
  })
})
