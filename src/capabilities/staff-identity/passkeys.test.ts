import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from './manifest.ts'
import { CHALLENGE_MINUTES } from '#capabilities/passkeys/challenges.ts'
import { SoftwareAuthenticator, type Misbehaviour } from '#capabilities/passkeys/trial-authenticator.ts'
import { MovableClock, TestBrowser, unescaped, type Page } from './testing/test-browser.ts'

const DEMO = 'tsunagu-demo-kameyama'
const ORIGIN = 'http://localhost'
const LOGINS = [
  'mizuno.yui',
  'tachibana.kohei',
  'morita.riku',
  'okabe.saeko',
  'hoshino.nagi',
  'kitamura.shun',
  'nagase.tomoko',
  'arai.mitsuki',
  'kuwana.daichi',
  'ogata.makoto',
  'fujisaki.ren',
]

let city: TestWeb
let clock: MovableClock
let login: string
let turn = 0

beforeAll(async () => {
  clock = new MovableClock('2026-11-22T00:00:00Z')
  city = await openTestWeb([staffIdentity], { clock })
})
afterAll(() => city.close())
beforeEach(async () => {
  await city.open.owner`delete from staff_identity.passkey`
  login = LOGINS[turn++ % LOGINS.length] ?? ''
  clock.pass({ hours: 2 })
})

async function signedIn(host = 'localhost'): Promise<TestBrowser> {
  const person = new TestBrowser(city.web, { host })
  expect((await person.submit('/sign-in', '/sign-in', { login, passphrase: DEMO })).status).toBe(303)
  return person
}

const optionsOn = (page: Page) => JSON.parse(unescaped(/data-options="(.*?)"/.exec(page.body)?.[1] ?? 'null'))

async function register(person: TestBrowser, key: SoftwareAuthenticator, wrong: Misbehaviour = {}): Promise<Page> {
  const page = await person.open('/account/passkeys')
  const fields = person.formOn(page, '/account/passkeys')
  return person.send('/account/passkeys', {
    ...fields,
    name: '職場のパソコン',
    credential: key.create(optionsOn(page), wrong),
  })
}

async function assert(person: TestBrowser, key: SoftwareAuthenticator, wrong: Misbehaviour = {}): Promise<Page> {
  const page = await person.open('/sign-in?return=/account')
  const fields = person.formOn(page, '/sign-in/passkey')
  return person.send('/sign-in/passkey', { ...fields, credential: key.get(optionsOn(page), wrong) })
}

async function registered(): Promise<{ key: SoftwareAuthenticator; person: TestBrowser }> {
  const key = new SoftwareAuthenticator(ORIGIN)
  const person = await signedIn()
  expect(await register(person, key)).toMatchObject({ status: 303, location: '/account/passkeys' })
  return { key, person }
}

describe('a passkey', () => {
  test('is added, named, listed, and signs its owner in without name or passphrase', async () => {
    const { key, person } = await registered()
    expect((await person.open('/account/passkeys')).body).toContain('職場のパソコン')
    const fresh = new TestBrowser(city.web)
    expect(await assert(fresh, key)).toMatchObject({ status: 303, location: '/account' })
    expect((await fresh.open('/account')).body).toContain('パスキー')
    const [fact] = await city.open
      .owner`select body from kernel.outbox where name = 'staff-identity.signed-in' order by entry desc limit 1`
    expect(fact?.body).toEqual({ method: 'passkey' })
  })

  test('asks for a discoverable credential, finger or PIN, and leaves out keys that are known', async () => {
    const { key, person } = await registered()
    const options = optionsOn(await person.open('/account/passkeys'))
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: '亀山市' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: key.id.toString('base64url') }],
    })
    expect(optionsOn(await new TestBrowser(city.web).open('/sign-in'))).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
    })
  })

  test('skips the second step and the wait after wrong passphrases', async () => {
    const { key } = await registered()
    const guesser = new TestBrowser(city.web, { address: '192.0.2.9' })
    for (let time = 0; time < 5; time++) await guesser.submit('/sign-in', '/sign-in', { login, passphrase: 'guess' })
    expect((await guesser.submit('/sign-in', '/sign-in', { login, passphrase: DEMO })).status).toBe(429)
    expect((await assert(new TestBrowser(city.web), key)).status).toBe(303)
  })

  test.each<[string, Misbehaviour]>([
    ['made for another site', { origin: 'http://evil.example' }],
    ['bound to another host', { rpId: 'evil.example' }],
    ['without finger or PIN', { isUnverified: true }],
  ])('%s is not added', async (_, wrong) => {
    const person = await signedIn()
    expect((await register(person, new SoftwareAuthenticator(ORIGIN), wrong)).status).toBe(422)
  })

  test.each<[string, Misbehaviour]>([
    ['signed for another site', { origin: 'http://evil.example' }],
    ['signed for another host', { rpId: 'evil.example' }],
    ['signed without finger or PIN', { isUnverified: true }],
    ['signed with another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['with a counter that did not move on', { counter: 0 }],
  ])('%s lets nobody in', async (_, wrong) => {
    const { key } = await registered()
    await assert(new TestBrowser(city.web), key)
    const page = await assert(new TestBrowser(city.web), key, wrong)
    expect(page.status).toBe(422)
    expect(page.body).toContain('このパスキーではサインインできませんでした')
  })

  test('signs a challenge once, and only one that was given out here and lately', async () => {
    const { key, person } = await registered()
    const fresh = new TestBrowser(city.web)
    const page = await fresh.open('/sign-in')
    const fields = fresh.formOn(page, '/sign-in/passkey')
    // Passkeys that several devices share count nothing, so only the challenge can tell a replay.
    const credential = key.get(optionsOn(page), { counter: 0 })
    expect((await fresh.send('/sign-in/passkey', { ...fields, credential })).status).toBe(303)
    const replay = new TestBrowser(city.web)
    expect((await replay.submit('/sign-in', '/sign-in/passkey', { credential })).status).toBe(422)
    const invented = key.get({ challenge: Buffer.alloc(56, 1).toString('base64url'), rpId: 'localhost' })
    expect((await replay.submit('/sign-in', '/sign-in/passkey', { credential: invented })).status).toBe(422)
    const forCreation = optionsOn(await person.open('/account/passkeys')).challenge
    const misused = key.get({ challenge: forCreation, rpId: 'localhost' })
    expect((await replay.submit('/sign-in', '/sign-in/passkey', { credential: misused })).status).toBe(422)
    const late = await replay.open('/sign-in')
    clock.pass({ minutes: CHALLENGE_MINUTES, seconds: 1 })
    const answer = key.get(optionsOn(late))
    expect(
      (await replay.send('/sign-in/passkey', { ...replay.formOn(late, '/sign-in/passkey'), credential: answer }))
        .status,
    ).toBe(422)
  })

  test.each([
    '',
    'no json',
    '{}',
    '{"id":"x"}',
    JSON.stringify({
      id: 'a',
      rawId: 'a',
      type: 'public-key',
      response: { clientDataJSON: 'AAAA', authenticatorData: '', signature: '' },
    }),
  ])('that is none gets an answer, not a fault: %s', async (credential) => {
    const person = new TestBrowser(city.web)
    expect((await person.submit('/sign-in', '/sign-in/passkey', { credential })).status).toBe(422)
    expect(person.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  test('of another person cannot be added again, and a disabled owner stays out', async () => {
    const { key } = await registered()
    const owner = login
    login = 'senda.hisako'
    const other = await signedIn()
    expect((await register(other, key)).status).toBe(422)
    await city.open.owner`update kernel.person set is_active = false where login = ${owner}`
    expect((await assert(new TestBrowser(city.web), key)).status).toBe(422)
    await city.open.owner`update kernel.person set is_active = true where login = ${owner}`
  })

  test('is removed by its owner after a question, and no more lets in', async () => {
    const { key, person } = await registered()
    const remove =
      /href="(\/account\/passkeys\/[^"]+\/remove)"/.exec((await person.open('/account/passkeys')).body)?.[1] ?? ''
    login = 'senda.hisako'
    const other = await signedIn()
    expect((await other.open(remove)).status).toBe(404)
    await other.send(remove, other.formOn(await other.open('/account'), '/sign-out'))
    expect((await person.submit(remove, remove)).location).toBe('/account/passkeys')
    expect((await assert(new TestBrowser(city.web), key)).status).toBe(422)
  })

  test("is offered under the city's own host names only", async () => {
    for (const host of ['127.0.0.1', '10.1.2.3', 'stranger.example']) {
      expect((await new TestBrowser(city.web, { host }).open('/sign-in')).body).not.toContain('passkey-form')
      expect((await (await signedIn(host)).open('/account/passkeys')).body).toContain(
        'このアドレスではパスキーを使えません',
      )
    }
    expect(optionsOn(await new TestBrowser(city.web, { host: 'kameyama.localhost' }).open('/sign-in')).rpId).toBe(
      'kameyama.localhost',
    )
  })

  test('is bound to the host it was made at', async () => {
    const { key } = await registered()
    const elsewhere = new TestBrowser(city.web, { host: 'kameyama.localhost' })
    const page = await elsewhere.open('/sign-in')
    const credential = key.get(optionsOn(page), { origin: 'http://kameyama.localhost', rpId: 'kameyama.localhost' })
    expect(
      (await elsewhere.send('/sign-in/passkey', { ...elsewhere.formOn(page, '/sign-in/passkey'), credential })).status,
    ).toBe(422)
  })
})
