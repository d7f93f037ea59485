import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { findPersonByLogin } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from './manifest.ts'
import {
  createAccount,
  disableAccount,
  enableAccount,
  giveDuty,
  listAccounts,
  resetPassphrase,
  takeDuty,
} from './staff-identity.ts'
import { MovableClock, TestBrowser, unescaped, type Page } from './testing/test-browser.ts'

const DEMO = 'tsunagu-demo-kameyama'
const GOOD = '水路に 月が三つ 浮かぶ夜'

let city: TestWeb
let clock: MovableClock
let administrator: TestBrowser

beforeAll(async () => {
  clock = new MovableClock('2026-11-22T00:00:00Z')
  city = await openTestWeb([staffIdentity], { clock })
})
afterAll(() => city.close())
beforeEach(async () => {
  clock.pass({ hours: 2 })
  administrator = await signedIn('fujisaki.ren')
})

async function signedIn(login: string, passphrase = DEMO): Promise<TestBrowser> {
  const person = new TestBrowser(city.web)
  expect((await person.submit('/sign-in', '/sign-in', { login, passphrase })).status).toBe(303)
  return person
}

const signInAs = (login: string, passphrase: string): Promise<Page> =>
  new TestBrowser(city.web).submit('/sign-in', '/sign-in', { login, passphrase })
const idOf = (login: string) => demoIdOf(city.open.city, login)
const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('staff-identity', systemActor, work)
const passphraseOn = (page: Page) => /<code>([0-9a-z]{5}(?:-[0-9a-z]{5}){3})<\/code>/.exec(page.body)?.[1] ?? ''
const factNames = async (id: string) =>
  (
    await city.open.owner<
      { name: string }[]
    >`select name from kernel.outbox where subject = ${`person:${id}`} order by entry`
  ).map((row) => row.name.replace('staff-identity.', ''))

describe('the administrator', () => {
  test('alone may see accounts', async () => {
    const other = await signedIn('mizuno.yui')
    for (const path of ['/staff/accounts', '/staff/accounts/new', `/staff/accounts/${idOf('mizuno.yui')}`]) {
      expect((await other.open(path)).status).toBe(403)
      expect((await new TestBrowser(city.web).open(path)).status).toBe(401)
      expect((await administrator.open(path)).status).toBe(200)
    }
    expect((await administrator.open('/staff/accounts/nobody')).status).toBe(404)
  })

  test('finds people by login or name', async () => {
    const found = await administrator.open(`/staff/accounts?words=${encodeURIComponent('千田')}`)
    expect(found.body).toContain('senda.hisako')
    expect(found.body).not.toContain('okabe.saeko')
    expect((await administrator.open('/staff/accounts?words=%25')).body).toContain('該当する職員はいません')
  })

  test('creates an account once, issues a one-time passphrase, and its owner chooses their own', async () => {
    const fields = {
      ...administrator.formOn(await administrator.open('/staff/accounts/new'), '/staff/accounts/new'),
      login: 'Sakurai.Midori',
      name: '桜井 みどり',
      nameKana: 'さくらい みどり',
      unit: 'policy-dx',
    }
    const answers = await Promise.all([
      administrator.send('/staff/accounts/new', fields),
      administrator.send('/staff/accounts/new', fields),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    expect(answers[0]?.location).toBe(answers[1]?.location)
    const path = answers[0]?.location ?? ''
    const issued = await administrator.submit(path, path)
    expect(issued.headers['cache-control']).toBe('no-store')
    const passphrase = passphraseOn(issued)
    const person = new TestBrowser(city.web)
    expect(
      await person.submit('/sign-in', '/sign-in', { login: 'sakurai.midori', passphrase: passphrase.toUpperCase() }),
    ).toMatchObject({ status: 303, location: '/sign-in/new-passphrase' })
    expect((await person.open('/account')).status).toBe(401)
    const same = await person.submit('/sign-in/new-passphrase', '/sign-in/new-passphrase', {
      fresh: passphrase,
      again: passphrase,
    })
    expect(same.body).toContain('今までと同じです')
    expect(
      (await person.submit('/sign-in/new-passphrase', '/sign-in/new-passphrase', { fresh: GOOD, again: GOOD }))
        .location,
    ).toBe('/staff')
    expect((await person.open('/account')).body).toContain('桜井 みどり')
    expect((await signInAs('sakurai.midori', passphrase)).status).toBe(422)
    await signedIn('sakurai.midori', GOOD)
    const id = path.split('/')[3] ?? ''
    expect(await factNames(id)).toEqual(
      expect.arrayContaining(['account-created', 'passphrase-reset', 'passphrase-changed', 'signed-in']),
    )
  })

  test.each([
    [{ login: 'x y', name: '名' }, 'この形のログイン名は使えません'],
    [{ login: 'ab', name: '名' }, 'この形のログイン名は使えません'],
    [{ login: '.dot', name: '名' }, 'この形のログイン名は使えません'],
    [{ login: 'mizuno.yui', name: '名' }, 'すでに使われています'],
    [{ login: 'new.person', name: '' }, '入力してください'],
    [{ login: 'new.person', name: '名', unit: 'no-such-unit' }, 'この所属はありません'],
  ])('is told what is wrong with a new account: %j', async (fields, reason) => {
    const page = await administrator.submit('/staff/accounts/new', '/staff/accounts/new', fields)
    expect(page.status).toBe(422)
    expect(page.body).toContain(reason)
    expect(page.body).toContain(`value="${fields.login}"`)
  })

  test('resets a passphrase: old one, sessions and failures are gone, the rest on wish', async () => {
    const owner = await signedIn('okabe.saeko')
    for (let time = 0; time < 6; time++) await signInAs('okabe.saeko', 'guess')
    await city.open.owner`insert into staff_identity.totp values (${idOf('okabe.saeko')}, 'sealed', 0, now())`
    const path = `/staff/accounts/${idOf('okabe.saeko')}/passphrase`
    const kept = await administrator.submit(path, path)
    expect((await administrator.open(`/staff/accounts/${idOf('okabe.saeko')}`)).body).toContain('認証アプリ')
    const issued = await administrator.submit(path, path, { removeFactors: 'yes' })
    expect((await owner.open('/account')).status).toBe(401)
    expect((await signInAs('okabe.saeko', DEMO)).status).toBe(422)
    expect((await signInAs('okabe.saeko', passphraseOn(kept))).status).toBe(422)
    expect((await signInAs('okabe.saeko', passphraseOn(issued))).location).toBe('/sign-in/new-passphrase')
  })

  test('hands out passphrases that end after a week', async () => {
    const path = `/staff/accounts/${idOf('kuwana.daichi')}/passphrase`
    const passphrase = passphraseOn(await administrator.submit(path, path))
    clock.pass({ hours: 7 * 24 })
    const late = await signInAs('kuwana.daichi', passphrase)
    expect(late.status).toBe(422)
    expect(late.body).toContain('期限が切れています')
  })

  test('disables and enables an account', async () => {
    const owner = await signedIn('ogata.makoto')
    const base = `/staff/accounts/${idOf('ogata.makoto')}`
    expect((await administrator.submit(`${base}/disable`, `${base}/disable`)).location).toBe(base)
    expect((await owner.open('/account')).status).toBe(401)
    expect((await signInAs('ogata.makoto', DEMO)).status).toBe(422)
    expect((await administrator.open(base)).body).toContain('停止中')
    await administrator.submit(`${base}/enable`, `${base}/enable`)
    expect((await owner.open('/account')).status).toBe(401)
    await signedIn('ogata.makoto')
  })

  test('cannot disable or reset their own account, nor end their own last duty', async () => {
    const base = `/staff/accounts/${idOf('fujisaki.ren')}`
    await administrator.submit(`${base}/disable`, `${base}/disable`)
    const path = `${base}/passphrase`
    expect(await administrator.submit(path, path)).toMatchObject({ status: 303, location: base })
    expect((await administrator.open('/staff/accounts')).status).toBe(200)
    const take = unescaped(/href="([^"]+duties\/take[^"]*system-administrator[^"]*)"/.exec((await administrator.open(base)).body)?.[1] ?? '')
    for (const lastDay of ['', '2027-03-31']) {
      const refused = await administrator.submit(take, `${base}/duties/take`, { lastDay })
      expect(refused.status).toBe(422)
      expect(refused.body).toContain('自分の最後の管理者職務は解けません')
    }
  })

  test('gives a duty for some days and takes it away', async () => {
    const base = `/staff/accounts/${idOf('hoshino.nagi')}`
    const give = (fields: Record<string, string>) => administrator.submit(base, `${base}/duties`, fields)
    expect((await give({ duty: 'auditor', from: '2026-11-20', to: '2026-12-31' })).location).toBe(base)
    expect((await give({ duty: 'auditor', from: '2026-12-31', to: '' })).body).toContain('すでにあります')
    expect((await give({ duty: 'auditor', from: '2027-04-01', to: '2027-03-31' })).body).toContain(
      '終了日が開始日より前です',
    )
    expect((await give({ duty: 'emperor', from: '2027-04-01', to: '' })).body).toContain('この職務はありません')
    expect((await give({ duty: 'auditor', from: '2026-02-30', to: '' })).body).toContain('実在する年月日')
    const owner = await signedIn('hoshino.nagi')
    expect((await owner.open('/staff/audit')).status).toBe(200)
    const take = unescaped(
      /href="([^"]+duties\/take\?duty=auditor[^"]+)"/.exec((await administrator.open(base)).body)?.[1] ?? '',
    )
    expect((await administrator.submit(take, `${base}/duties/take`, { lastDay: '2026-11-01' })).body).toContain(
      '今日より前にできません',
    )
    expect((await administrator.submit(take, `${base}/duties/take`)).location).toBe(base)
    expect((await owner.open('/staff/audit')).status).toBe(403)
    expect(await factNames(idOf('hoshino.nagi'))).toEqual(expect.arrayContaining(['duty-given', 'duty-taken']))
  })

  test('leaves a line in the audit for every act', async () => {
    const lines = await city.open.owner<
      { act: string }[]
    >`select distinct act from kernel.audit where service = 'staff-identity'`
    const acts = lines.map((line) => line.act)
    for (const wanted of [
      'create account',
      'reset passphrase',
      'disable account',
      'enable account',
      'give duty auditor',
      'take duty auditor',
      'view accounts',
    ])
      expect(acts).toContain(wanted)
  })
})

describe('the front door', () => {
  test('creates, resets, disables and lists accounts for the command line', async () => {
    const created = await act((tx) =>
      createAccount(tx, { login: 'first.person', name: '最初 の人', unitCode: null, duties: ['system-administrator'] }),
    )
    if (!created.ok) throw new Error(created.problem)
    expect((await signInAs('first.person', created.passphrase)).location).toBe('/sign-in/new-passphrase')
    const again = await act((tx) => resetPassphrase(tx, created.personId))
    expect((await signInAs('first.person', created.passphrase)).status).toBe(422)
    expect((await signInAs('first.person', again.passphrase)).status).toBe(303)
    await act((tx) => disableAccount(tx, created.personId))
    expect((await signInAs('first.person', again.passphrase)).status).toBe(422)
    await act((tx) => enableAccount(tx, created.personId))
    const [line] = await act((tx) => listAccounts(tx, { words: 'first.person', limit: 5 }))
    expect(line).toMatchObject({
      login: 'first.person',
      isActive: true,
      passphrase: 'one-time',
      duties: ['system-administrator'],
      hasTotp: false,
      passkeys: 0,
    })
    expect(
      await act((tx) => createAccount(tx, { login: 'first.person', name: 'x', unitCode: null, duties: [] })),
    ).toEqual({ ok: false, problem: 'login-taken' })
  })

  test('works from any transaction, in its own name', async () => {
    const person = await city.open.database.asKernel(async (tx) => {
      const created = await createAccount(tx, { login: 'second.person', name: '二人目', unitCode: null, duties: [] })
      expect(created.ok).toBe(true)
      return findPersonByLogin(tx, 'second.person')
    })
    expect(await factNames(person?.id ?? '')).toEqual(['account-created', 'passphrase-reset'])
  })

  test('gives and takes duties by day, and says what speaks against it', async () => {
    const id = idOf('nagase.tomoko')
    const day = (text: string) => Temporal.PlainDate.from(text)
    const period = { duty: 'auditor', from: day('2026-12-01'), to: null }
    expect(await act((tx) => giveDuty(tx, id, period))).toBeNull()
    expect(await act((tx) => giveDuty(tx, id, { ...period, from: day('2027-01-01') }))).toBe('overlaps')
    expect(await act((tx) => takeDuty(tx, id, { duty: 'auditor', from: day('2026-12-02') }))).toBe('no-such-duty')
    expect(await act((tx) => takeDuty(tx, id, period, day('2027-03-31')))).toBeNull()
    expect(await act((tx) => giveDuty(tx, id, { ...period, from: day('2027-04-01') }))).toBeNull()
    expect(await act((tx) => takeDuty(tx, id, period))).toBeNull()
    const rows = await city.open
      .owner`select valid_from::text as from from kernel.duty where person_id = ${id} and duty = 'auditor'`
    expect(rows.map((row) => row.from)).toEqual(['2027-04-01'])
  })
})
