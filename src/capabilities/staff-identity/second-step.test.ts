import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from './manifest.ts'
import { HALF_SESSION_COOKIE, HALF_SESSION_MINUTES } from './store/half-sessions.ts'
import { MovableClock, TestBrowser, type Page } from './testing/test-browser.ts'

const DEMO = 'tsunagu-demo-kameyama'
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
]

let city: TestWeb
let clock: MovableClock
/** Every test is another person, so that their steps and failures do not meet. */
let login: string
let turn = 0

beforeAll(async () => {
  clock = new MovableClock('2026-11-22T00:00:00Z')
  city = await openTestWeb([staffIdentity], { clock })
})
afterAll(() => city.close())
beforeEach(async () => {
  await city.open.owner`delete from staff_identity.totp`
  login = LOGINS[turn++ % LOGINS.length] ?? ''
  clock.pass({ minutes: 30 })
})

async function signedIn(): Promise<TestBrowser> {
  const person = new TestBrowser(city.web)
  const page = await person.submit('/sign-in', '/sign-in', { login, passphrase: DEMO })
  expect(page.status).toBe(303)
  return person
}

/** A phone's authenticator app. */
interface Phone {
  code(stepsAway?: number): string
}

async function enrolled(): Promise<{ person: TestBrowser; phone: Phone; page: Page }> {
  const person = await signedIn()
  const shown = await person.open('/account/second-step')
  const typedSecret = /<code>([A-Z2-7 ]{30,})<\/code>/.exec(shown.body)?.[1] ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(typedSecret.replaceAll(' ', '')) })
  const phone: Phone = {
    code: (stepsAway = 0) => totp.generate({ timestamp: clock.now().epochMilliseconds + stepsAway * 30_000 }),
  }
  const page = await person.send('/account/second-step', {
    ...person.formOn(shown, '/account/second-step'),
    code: phone.code(),
  })
  return { person, phone, page }
}

async function halfway(): Promise<TestBrowser> {
  const person = new TestBrowser(city.web)
  const page = await person.submit('/sign-in', '/sign-in', { login, passphrase: DEMO, return: '/account' })
  expect(page).toMatchObject({ status: 303, location: '/sign-in/second-step' })
  expect(person.cookies.has(SESSION_COOKIE)).toBe(false)
  return person
}

const give = (person: TestBrowser, code: string) =>
  person.submit('/sign-in/second-step', '/sign-in/second-step', { code })

describe('the second step', () => {
  test('is set up with a picture, a key to type and a first code, and asked for from then on', async () => {
    const { page, phone } = await enrolled()
    expect(page).toMatchObject({ status: 303, location: '/account/recovery-codes' })
    clock.pass({ seconds: 60 })
    const person = await halfway()
    expect((await person.open('/account')).status).toBe(401)
    expect(await give(person, phone.code())).toMatchObject({ status: 303, location: '/account' })
    expect(person.cookies.has(HALF_SESSION_COOKIE)).toBe(false)
    expect((await person.open('/account')).body).toContain('パスフレーズと認証アプリ')
  })

  test('keeps the same picture when the first code is wrong, and no page of it is kept by browsers', async () => {
    const person = await signedIn()
    const shown = await person.open('/account/second-step')
    expect(shown.headers['cache-control']).toBe('no-store')
    const key = /<code>([A-Z2-7 ]{30,})<\/code>/.exec(shown.body)?.[1]
    const again = await person.send('/account/second-step', {
      ...person.formOn(shown, '/account/second-step'),
      code: '000000',
    })
    expect(again.status).toBe(422)
    expect(again.body).toContain(key)
  })

  test('refuses a picture of another person, or one that stood too long', async () => {
    const person = await signedIn()
    const fields = person.formOn(await person.open('/account/second-step'), '/account/second-step')
    const other = fields.secret ?? ''
    login = 'senda.hisako'
    const thief = await signedIn()
    const own = thief.formOn(await thief.open('/account/second-step'), '/account/second-step')
    expect((await thief.send('/account/second-step', { ...own, secret: other, code: '123456' })).body).toContain(
      'この図は古くなりました',
    )
    clock.pass({ minutes: 31 })
    await thief.submit('/account/confirm', '/account/confirm', { passphrase: DEMO })
    expect((await thief.send('/account/second-step', { ...own, code: '123456' })).body).toContain(
      'この図は古くなりました',
    )
  })

  test('takes a code one step early or late, no other, and none twice', async () => {
    const { phone } = await enrolled()
    clock.pass({ minutes: 5 })
    const first = await halfway()
    const late = phone.code(-1)
    expect((await give(first, phone.code(-2))).status).toBe(422)
    expect((await give(first, phone.code(2))).status).toBe(422)
    expect((await give(first, late)).status).toBe(303)
    const second = await halfway()
    expect((await give(second, late)).status).toBe(422)
    expect((await give(second, phone.code(1))).status).toBe(303)
    expect((await give(await halfway(), phone.code())).status).toBe(422)
  })

  test('used twice side by side opens one session', async () => {
    const { phone } = await enrolled()
    clock.pass({ minutes: 5 })
    const [one, other] = [await halfway(), await halfway()]
    const answers = await Promise.all([give(one, phone.code()), give(other, phone.code())])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
  })

  test('must follow within five minutes', async () => {
    const { phone } = await enrolled()
    clock.pass({ minutes: 5 })
    const person = await halfway()
    const fields = person.formOn(await person.open('/sign-in/second-step'), '/sign-in/second-step')
    clock.pass({ minutes: HALF_SESSION_MINUTES, seconds: 1 })
    expect(await person.send('/sign-in/second-step', { ...fields, code: phone.code() })).toMatchObject({
      status: 303,
      location: '/sign-in',
    })
    expect(person.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  test('cannot be guessed: failures count like those of the passphrase', async () => {
    await enrolled()
    clock.pass({ minutes: 5 })
    const person = await halfway()
    let last: Page | undefined
    for (let time = 0; time < 5; time++) last = await give(person, '000000')
    expect(last?.status).toBe(429)
    const another = new TestBrowser(city.web)
    expect((await another.submit('/sign-in', '/sign-in', { login, passphrase: DEMO })).status).toBe(429)
  })

  test('is kept encrypted, and opens for nobody else', async () => {
    await enrolled()
    const rows = await city.open.owner`select sealed_secret from staff_identity.totp`
    for (const row of rows) expect(String(row.sealed_secret)).not.toMatch(/^[A-Z2-7]{32}$/)
    const [mine] = await city.open
      .owner`select sealed_secret from staff_identity.totp where person_id = ${demoIdOf(city.open.city, login)}`
    expect(String(mine?.sealed_secret).length).toBeGreaterThan(60)
  })

  test('is turned off by its owner after they proved themselves again', async () => {
    const { person } = await enrolled()
    clock.pass({ minutes: 11 })
    expect((await person.open('/account/second-step/remove')).location).toBe(
      '/account/confirm?return=%2Faccount%2Fsecond-step%2Fremove',
    )
    const form = { ...person.formOn(await person.open('/account'), '/sign-out') }
    expect((await person.send('/account/second-step/remove', form)).location).toContain('/account/confirm')
    const wrong = await person.submit('/account/confirm?return=%2Faccount%2Fsecond-step%2Fremove', '/account/confirm', {
      passphrase: 'not the one',
    })
    expect(wrong.status).toBe(422)
    const confirmed = await person.submit(
      '/account/confirm?return=%2Faccount%2Fsecond-step%2Fremove',
      '/account/confirm',
      { passphrase: DEMO },
    )
    expect(confirmed.location).toBe('/account/second-step/remove')
    expect((await person.submit('/account/second-step/remove', '/account/second-step/remove')).location).toBe(
      '/account',
    )
    expect((await new TestBrowser(city.web).submit('/sign-in', '/sign-in', { login, passphrase: DEMO })).location).toBe(
      '/staff',
    )
  })
})

describe('recovery codes', () => {
  async function codes(person: TestBrowser): Promise<string[]> {
    const page = await person.submit('/account/recovery-codes', '/account/recovery-codes')
    expect(page.headers['cache-control']).toBe('no-store')
    return [...page.body.matchAll(/<code>([0-9a-z-]{11})<\/code>/g)].map((match) => String(match[1]))
  }
  const recover = (person: TestBrowser, code: string) =>
    person.submit('/sign-in/recovery-code', '/sign-in/recovery-code', { code })

  test('are ten, work once each, and are nowhere to be read', async () => {
    const { person } = await enrolled()
    const [first = '', second = '', ...rest] = await codes(person)
    expect(rest).toHaveLength(8)
    expect(await recover(await halfway(), first.toUpperCase().replace('-', ' '))).toMatchObject({
      status: 303,
      location: '/account',
    })
    expect((await recover(await halfway(), first)).status).toBe(422)
    expect((await recover(await halfway(), second)).status).toBe(303)
    expect((await person.open('/account/second-step')).body).toContain('あと8個')
    const [row] = await city.open
      .owner`select string_agg(recovery_code::text, ' ') as all from staff_identity.recovery_code`
    expect(String(row?.all)).not.toContain(second)
  })

  test('made anew replace the earlier ones', async () => {
    const { person } = await enrolled()
    const [old = ''] = await codes(person)
    const [fresh = ''] = await codes(person)
    expect((await recover(await halfway(), old)).status).toBe(422)
    expect((await recover(await halfway(), fresh)).status).toBe(303)
  })

  test('need a second step that they stand in for', async () => {
    login = 'fujisaki.ren'
    const person = await signedIn()
    expect(await person.open('/account/recovery-codes')).toMatchObject({
      status: 303,
      location: '/account/second-step',
    })
  })
})
