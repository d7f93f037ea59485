import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from './manifest.ts'
import { MovableClock, TestBrowser, type Page } from './testing/test-browser.ts'

const DEMO = 'tsunagu-demo-kameyama'
const GOOD = '水路に 月が三つ 浮かぶ夜'

let city: TestWeb
let clock: MovableClock

beforeAll(async () => {
  clock = new MovableClock('2026-11-22T00:00:00Z')
  city = await openTestWeb([staffIdentity], { clock })
})
afterAll(() => city.close())
beforeEach(() => clock.pass({ hours: 1 }))

async function signedIn(login: string, passphrase = DEMO): Promise<TestBrowser> {
  const person = new TestBrowser(city.web)
  expect((await person.submit('/sign-in', '/sign-in', { login, passphrase })).status).toBe(303)
  return person
}

const change = (person: TestBrowser, fields: Record<string, string>): Promise<Page> =>
  person.submit('/account/passphrase', '/account/passphrase', fields)

describe('the account', () => {
  test('shows its owner who they are and what they may do', async () => {
    const page = await (await signedIn('fujisaki.ren')).open('/account')
    for (const words of ['藤崎 蓮', 'DX・行革推進室', 'システム管理者', '2026-11-22から'])
      expect(page.body).toContain(words)
  })

  test('is shown to nobody who is not signed in', async () => {
    expect((await new TestBrowser(city.web).open('/account')).status).toBe(401)
  })

  test('lists its sessions, marks this one, and ends another or this one', async () => {
    const here = await signedIn('mizuno.yui')
    const there = await signedIn('mizuno.yui')
    const page = await here.open('/account')
    const ends = [...page.body.matchAll(/action="(\/account\/sessions\/[^"]+\/end)"/g)].map((match) => String(match[1]))
    expect(ends).toHaveLength(2)
    expect(page.body.match(/この端末/g)).toHaveLength(1)
    const own = page.body.slice(0, page.body.indexOf('この端末')).split('/account/sessions/').length - 1
    const other = ends[own === 0 ? 1 : 0] ?? ''
    expect((await here.send(other, here.formOn(page, other))).location).toBe('/account')
    expect((await there.open('/account')).status).toBe(401)
    const mine = ends.find((end) => end !== other) ?? ''
    expect((await here.send(mine, here.formOn(page, mine))).location).toBe('/')
    expect(here.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  test('does not end a session of somebody else, or one that never was', async () => {
    const one = await signedIn('mizuno.yui')
    const other = await signedIn('okabe.saeko')
    const theirs = /action="(\/account\/sessions\/[^"]+\/end)"/.exec((await other.open('/account')).body)?.[1] ?? ''
    const token = one.formOn(await one.open('/account'), '/sign-out')
    await one.send(theirs, token)
    expect((await other.open('/account')).status).toBe(200)
    expect(
      (await one.send('/account/sessions/not-a-session/end', one.formOn(await one.open('/account'), '/sign-out')))
        .status,
    ).toBe(303)
  })

  test('signs out everywhere after a question', async () => {
    const here = await signedIn('morita.riku')
    const there = await signedIn('morita.riku')
    expect((await here.submit('/account/sign-out-everywhere', '/account/sign-out-everywhere')).location).toBe(
      '/sign-in',
    )
    expect((await here.open('/account')).status).toBe(401)
    expect((await there.open('/account')).status).toBe(401)
    const facts = await city.open
      .owner`select body from kernel.outbox where name = 'staff-identity.signed-out-everywhere'`
    expect(facts[0]?.body).toEqual({ sessions: 2 })
  })

  test('remembers the language its owner prefers', async () => {
    const person = await signedIn('hoshino.nagi')
    expect((await person.submit('/account', '/account/language', { language: 'pt' })).location).toBe('/account')
    expect((await person.open('/account')).body).toContain('Sua conta')
    expect((await person.submit('/account', '/account/language', { language: 'tlh' })).status).toBe(422)
  })
})

describe('a passphrase', () => {
  test('is changed with the present one, and every other session ends', async () => {
    const here = await signedIn('kitamura.shun')
    const there = await signedIn('kitamura.shun')
    const page = await change(here, { current: DEMO, fresh: GOOD, again: GOOD })
    expect(page).toMatchObject({ status: 303, location: '/account' })
    expect((await here.open('/account')).status).toBe(200)
    expect((await there.open('/account')).status).toBe(401)
    await signedIn('kitamura.shun', GOOD)
    expect(
      (await new TestBrowser(city.web).submit('/sign-in', '/sign-in', { login: 'kitamura.shun', passphrase: DEMO }))
        .status,
    ).toBe(422)
    expect((await new TestBrowser(city.web).open('/sign-in')).body).not.toContain('kitamura.shun')
  })

  test('sent twice is changed once', async () => {
    const person = await signedIn('nagase.tomoko')
    const fields = {
      ...person.formOn(await person.open('/account/passphrase'), '/account/passphrase'),
      current: DEMO,
      fresh: GOOD,
      again: GOOD,
    }
    const answers = await Promise.all([
      person.send('/account/passphrase', fields),
      person.send('/account/passphrase', fields),
    ])
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, '/account'],
      [303, '/account'],
    ])
    const facts = await city.open
      .owner`select 1 from kernel.outbox where name = 'staff-identity.passphrase-changed' and actor in
      (select id::text from kernel.person where login = 'nagase.tomoko')`
    expect(facts).toHaveLength(1)
  })

  test.each([
    [{ current: 'not the present one', fresh: GOOD, again: GOOD }, '今のパスフレーズが違います'],
    [{ current: DEMO, fresh: 'short', again: 'short' }, '短すぎます。12文字以上'],
    [{ current: DEMO, fresh: 'あ'.repeat(129), again: 'あ'.repeat(129) }, '長すぎます。128文字以内'],
    [{ current: DEMO, fresh: 'Password1234!', again: 'Password1234!' }, 'よく使われる言葉'],
    [{ current: DEMO, fresh: '123412341234', again: '123412341234' }, '繰り返し'],
    [{ current: DEMO, fresh: 'arai loves coffee', again: 'arai loves coffee' }, 'ログイン名や市の名前'],
    [{ current: DEMO, fresh: '亀山の冬は雪が深くて静か', again: '亀山の冬は雪が深くて静か' }, 'ログイン名や市の名前'],
    [{ current: DEMO, fresh: GOOD, again: `${GOOD}。` }, '二つの入力が違います'],
    [{ current: DEMO, fresh: '', again: '' }, '入力してください'],
  ])('is refused with a reason: %j', async (fields, reason) => {
    const person = await signedIn('arai.mitsuki')
    const page = await change(person, fields)
    expect(page.status).toBe(422)
    expect(page.body).toContain(reason)
    expect(page.body).not.toContain(`value="${fields.fresh || 'never'}"`)
  })

  test('guessed from a session that was left open is held up as well', async () => {
    const person = await signedIn('kuwana.daichi')
    let last: Page | undefined
    for (let time = 0; time < 5; time++) last = await change(person, { current: 'guess', fresh: GOOD, again: GOOD })
    expect(last?.body).toContain('お待ちください')
    expect((await change(person, { current: DEMO, fresh: GOOD, again: GOOD })).status).toBe(422)
  })
})
