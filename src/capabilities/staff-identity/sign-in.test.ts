import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { listSessions } from '#kernel/access/sessions.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from './manifest.ts'
import { LOCKOUT } from './rules/lockout.ts'
import { HALF_SESSION_COOKIE } from './store/half-sessions.ts'
import type { StaffIdentityTables } from './tables.ts'
import { MovableClock, TestBrowser, type Page } from './testing/test-browser.ts'

const DEMO = 'tsunagu-demo-kameyama'
const LOGIN = 'mizuno.yui'
const staff = queriesOver<StaffIdentityTables>()

let city: TestWeb
let clock: MovableClock
/** Every test comes from an address of its own, so that their failures do not add up. */
let address = 0

beforeAll(async () => {
  clock = new MovableClock('2026-11-22T00:00:00Z')
  city = await openTestWeb([staffIdentity], { clock })
})
afterAll(() => city.close())
beforeEach(() => {
  address++
  // Waits of an earlier test are over.
  clock.pass({ hours: 2 })
})

function browser(): TestBrowser {
  return new TestBrowser(city.web, { address: `198.51.100.${address}` })
}

function signIn(person: TestBrowser, login = LOGIN, passphrase = DEMO, at = '/sign-in'): Promise<Page> {
  return person.submit(at, '/sign-in', { login, passphrase })
}

async function failing(times: number, login = LOGIN): Promise<Page> {
  let last: Page | undefined
  for (let time = 0; time < times; time++) last = await signIn(browser(), login, 'a wrong passphrase')
  return last as Page
}

const idOf = (login: string) => demoIdOf(city.open.city, login)
const attemptsOf = (login: string) =>
  city.open.database.read('staff-identity', { id: 'system', person: null, resident: null }, (tx) =>
    tx.list(
      staff
        .selectFrom('staff_identity.attempt')
        .selectAll()
        .where('person_id', '=', idOf(login))
        .orderBy('entry', 'desc'),
    ),
  )
const factsAbout = (login: string) =>
  city.open.owner<{ name: string; body: unknown; actor: string }[]>`
    select name, body, actor from kernel.outbox where subject = ${`person:${idOf(login)}`} order by entry desc`

describe('a passphrase', () => {
  test('lets its owner in, to where they were going', async () => {
    const person = browser()
    const page = await signIn(person, LOGIN, DEMO, '/sign-in?return=%2Faccount%3Fx%3D1')
    expect(page).toMatchObject({ status: 303, location: '/account?x=1' })
    expect((await person.open('/account')).body).toContain('水野 結衣')
    expect(await attemptsOf(LOGIN)).toMatchObject([
      { outcome: 'accepted', method: 'passphrase', address: `198.51.100.${address}` },
    ])
    expect((await factsAbout(LOGIN))[0]).toMatchObject({
      name: 'staff-identity.signed-in',
      body: { method: 'passphrase' },
    })
  })

  test('is the same in full-width letters, and the login in any case', async () => {
    const wide = [...DEMO].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')
    expect((await signIn(browser(), ' Mizuno.YUI ', wide)).status).toBe(303)
  })

  test.each([
    ['//evil.example', '/staff'],
    ['/\\evil.example', '/staff'],
    ['/\t/evil.example', '/staff'],
    ['https://evil.example/', '/staff'],
    ['/sign-in?return=/sign-in', '/staff'],
    ['/sign-out', '/staff'],
    ['', '/staff'],
  ])('never leads out of the city: %j', async (wished, location) => {
    const person = browser()
    const fields = person.formOn(await person.open(`/sign-in?return=${encodeURIComponent(wished)}`), '/sign-in')
    expect(fields.return).toBe(location)
    const sent = await person.send('/sign-in', { ...fields, return: wished, login: LOGIN, passphrase: DEMO })
    expect(sent).toMatchObject({ status: 303, location })
  })

  test('that is wrong and a name that nobody bears get the same answer', async () => {
    const known = await signIn(browser(), 'okabe.saeko', 'a wrong passphrase')
    const unknown = await signIn(browser(), 'nobody.here', 'a wrong passphrase')
    expect([known.status, unknown.status]).toEqual([422, 422])
    expect(wordsOf(known)).toBe(wordsOf(unknown).replace('nobody.here', 'okabe.saeko'))
    expect(known.body).toContain('ログイン名かパスフレーズが違います')
  })

  test('that is wrong leaves no trace of what was typed', async () => {
    await signIn(browser(), 'my secret passphrase', 'typed into the wrong box')
    const rows = await city.open.owner`select attempt::text as line from staff_identity.attempt`
    expect(rows.map((row) => String(row.line)).join('\n')).not.toMatch(/secret|typed|nobody/)
    const facts = await city.open.owner`select outbox::text as line from kernel.outbox`
    expect(facts.map((row) => String(row.line)).join('\n')).not.toMatch(/secret|typed|mizuno|198\.51/)
  })

  test('of a disabled account is answered like a wrong one', async () => {
    await city.open.owner`update kernel.person set is_active = false where login = 'ogata.makoto'`
    expect((await signIn(browser(), 'ogata.makoto')).status).toBe(422)
  })
})

describe('guessing', () => {
  test('is held up after the fifth failure, for twice as long each time, even with the right passphrase', async () => {
    const login = 'arai.mitsuki'
    expect((await failing(LOCKOUT.freeFailures, login)).status).toBe(422)
    expect((await failing(1, login)).status).toBe(429)
    expect(await factsAbout(login)).toContainEqual(
      expect.objectContaining({ name: 'staff-identity.locked-out', body: { minutes: 1 } }),
    )
    expect((await signIn(browser(), login)).status).toBe(429)
    clock.pass({ seconds: 61 })
    expect((await failing(1, login)).status).toBe(429)
    clock.pass({ seconds: 61 })
    expect((await signIn(browser(), login)).status).toBe(429)
    clock.pass({ seconds: 61 })
    expect((await signIn(browser(), login)).status).toBe(303)
    expect((await failing(1, login)).status).toBe(422)
  })

  test('is held up in the same words for a name that nobody bears', async () => {
    const known = await failing(LOCKOUT.freeFailures + 1, 'kuwana.daichi')
    const unknown = await failing(LOCKOUT.freeFailures + 1, 'somebody.else')
    expect(wordsOf(known)).toBe(wordsOf(unknown).replace('somebody.else', 'kuwana.daichi'))
  })

  test('side by side counts every guess', async () => {
    const login = 'kitamura.shun'
    await Promise.all(Array.from({ length: 12 }, () => failing(1, login)))
    const outcomes = (await attemptsOf(login)).map((attempt) => attempt.outcome)
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(LOCKOUT.freeFailures + 1)
    expect(outcomes.filter((outcome) => outcome === 'waiting')).toHaveLength(12 - LOCKOUT.freeFailures - 1)
  })

  test('through many names from one address is stopped', async () => {
    await city.open.owner`insert into staff_identity.attempt (at, login_mac, address, method, outcome)
      select ${clock.now().subtract({ minutes: 1 }).toString()}::timestamptz, decode(md5(n::text), 'hex'), ${`198.51.100.${address}`}, 'passphrase', 'refused'
        from generate_series(1, ${LOCKOUT.failuresPerAddress}) n`
    const page = await signIn(browser(), 'hoshino.nagi')
    expect(page.status).toBe(429)
    expect(page.body).toContain('この場所からの失敗が多すぎます')
    expect((await signIn(new TestBrowser(city.web, { address: '192.0.2.1' }), 'hoshino.nagi')).status).toBe(303)
  })

  test('a hundred times in a row closes the account until it is reset', async () => {
    await city.open.owner`insert into staff_identity.attempt (at, person_id, address, method, outcome)
      select ${clock.now().subtract({ hours: 1 }).toString()}::timestamptz, ${idOf('morita.riku')}, '192.0.2.2', 'passphrase', 'refused'
        from generate_series(1, ${LOCKOUT.mostFailures}) n`
    expect((await signIn(browser(), 'morita.riku')).body).toContain('このアカウントは閉じられています')
  })
})

describe('sessions', () => {
  test('have a secret of their own, whatever the browser brought along', async () => {
    const person = browser()
    person.cookies.set(SESSION_COOKIE, 'chosen-by-an-attacker')
    await signIn(person)
    expect(person.cookies.get(SESSION_COOKIE)).toMatch(/^[\w-]{43}$/)
    const attacker = browser()
    attacker.cookies.set(SESSION_COOKIE, 'chosen-by-an-attacker')
    expect((await attacker.open('/account')).status).toBe(401)
  })

  test('of another person in the same browser end when somebody signs in', async () => {
    const person = browser()
    const fields = person.formOn(await person.open('/sign-in'), '/sign-in')
    await signIn(person)
    const before = person.cookies.get(SESSION_COOKIE) ?? ''
    const mayNot = await person.send('/sign-in', { ...fields, login: 'senda.hisako', passphrase: DEMO })
    expect(mayNot.status).toBe(403)
    const own = person.formOn(await person.open('/account'), '/sign-out')
    expect((await person.send('/sign-in', { ...own, login: 'senda.hisako', passphrase: DEMO })).status).toBe(303)
    const old = browser()
    old.cookies.set(SESSION_COOKIE, before)
    expect((await old.open('/account')).status).toBe(401)
  })

  test('open for a form sent twice too, whichever answer the browser sees', async () => {
    const person = browser()
    const fields = { ...person.formOn(await person.open('/sign-in'), '/sign-in'), login: LOGIN, passphrase: DEMO }
    const answers = await Promise.all([person.send('/sign-in', fields), person.send('/sign-in', fields)])
    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    for (const answer of answers) expect(String(answer.headers['set-cookie'])).toContain(SESSION_COOKIE)
  })

  test('end by signing out', async () => {
    const person = browser()
    await signIn(person)
    const secret = person.cookies.get(SESSION_COOKIE) ?? ''
    expect(await person.submit('/account', '/sign-out')).toMatchObject({ status: 303, location: '/' })
    expect(person.cookies.has(SESSION_COOKIE)).toBe(false)
    person.cookies.set(SESSION_COOKIE, secret)
    expect((await person.open('/account')).status).toBe(401)
  })

  test('are not opened by a form without its number, or from elsewhere', async () => {
    const person = browser()
    await person.open('/sign-in')
    const before = await sessionsOf(LOGIN)
    expect((await person.send('/sign-in', { login: LOGIN, passphrase: DEMO })).status).toBe(403)
    expect((await person.send('/sign-out', {})).status).toBe(403)
    expect(await sessionsOf(LOGIN)).toBe(before)
  })

  test('a signed-in person who opens the sign-in page goes on', async () => {
    const person = browser()
    await signIn(person)
    expect(await person.open('/sign-in?return=/account')).toMatchObject({ status: 303, location: '/account' })
  })

  test('of who chose a language begin in it, unless the device has one', async () => {
    await city.open.owner`update kernel.person set language = 'pt' where login = 'nagase.tomoko'`
    const fresh = browser()
    await signIn(fresh, 'nagase.tomoko')
    expect(fresh.cookies.get('language')).toBe('pt')
    const set = browser()
    set.cookies.set('language', 'en')
    await signIn(set, 'nagase.tomoko')
    expect(set.cookies.get('language')).toBe('en')
  })
})

describe('the page', () => {
  test('lists the demo accounts with their duties, and leaves out whose passphrase is their own', async () => {
    const page = await browser().open('/sign-in')
    expect(page.body).toContain(DEMO)
    expect(page.body).toContain('fujisaki.ren')
    expect(page.body).toContain('システム管理者')
    await city.open.owner`delete from staff_identity.demo_account where person_id = ${idOf('tachibana.kohei')}`
    expect((await browser().open('/sign-in')).body).not.toContain('tachibana.kohei')
  })

  test('shows no account in a real city, and nobody gets in by the demo passphrase', async () => {
    const real = await openTestWeb([staffIdentity], { isDemo: false })
    const person = new TestBrowser(real.web)
    const page = await person.open('/sign-in')
    expect(page.body).not.toContain('tsunagu-demo')
    expect((await person.submit('/sign-in', '/sign-in', { login: LOGIN, passphrase: DEMO })).status).toBe(422)
    await real.close()
  })

  test('keeps what was typed, but never the passphrase', async () => {
    const page = await signIn(browser(), 'my.login', 'the passphrase I typed')
    expect(page.body).toContain('value="my.login"')
    expect(page.body).not.toContain('the passphrase I typed')
  })

  test('of a later step leads back to the beginning for who has not begun', async () => {
    const person = browser()
    person.cookies.set(HALF_SESSION_COOKIE, 'invented')
    for (const path of ['second-step', 'recovery-code', 'new-passphrase']) {
      expect(await person.open(`/sign-in/${path}`)).toMatchObject({ status: 303, location: '/sign-in' })
    }
  })
})

function sessionsOf(login: string): Promise<number> {
  return city.open.database.asKernel(async (tx) => (await listSessions(tx, idOf(login))).length)
}

/** A page without what differs each time: the form's number, the challenge, the minute of the lock. */
function wordsOf(page: Page): string {
  return page.body.replace(/name="csrf" value=".*?"/g, '').replace(/data-options=".*?"/g, '')
}
