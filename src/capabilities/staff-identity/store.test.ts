import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { findSession, openSession } from '#kernel/access/sessions.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { KAMEYAMA } from '../../testing.ts'
import { tidyUp } from './jobs.ts'
import { staffIdentity } from './manifest.ts'
import { hashPassphrase, verifyPassphrase } from './proofs/passphrase-hash.ts'
import { findAccount, listDemoAccounts, setPassphrase, strengthenHash } from './store/accounts.ts'
import { addAttempt, countFailuresFrom, failuresOf, forgetAttempts, lastSignIns } from './store/attempts.ts'
import { findHalfSession, openHalfSession } from './store/half-sessions.ts'
import { spendChallenge } from './store/passkeys.ts'
import { addTotp, useTotpStep } from './store/second-factors.ts'
import type { StaffIdentityTables } from './tables.ts'
import { MovableClock } from './testing/test-browser.ts'

const staff = queriesOver<StaffIdentityTables>()

let open: Awaited<ReturnType<typeof openTestCity>>
let clock: MovableClock
beforeAll(async () => {
  clock = new MovableClock('2026-11-22T00:00:00Z')
  open = await openTestCity({ parts: [staffIdentity], folder: KAMEYAMA, clock })
})
afterAll(() => open.close())

const act = <Result>(work: (tx: Tx) => Promise<Result>) => open.database.act('staff-identity', systemActor, work)
const idOf = (login: string) => demoIdOf(open.city, login)
const someone = (login: string) => ({ personId: idOf(login), loginMac: null })

describe('the demo', () => {
  test("gives every demo person the city's passphrase, each with a salt of its own", async () => {
    const ids = await act(listDemoAccounts)
    expect(ids).toHaveLength(24)
    const accounts = await act(async (tx) => [
      await findAccount(tx, idOf('mizuno.yui')),
      await findAccount(tx, idOf('senda.hisako')),
    ])
    expect(new Set(accounts.map((account) => account?.passphraseHash)).size).toBe(2)
    expect(await verifyPassphrase('tsunagu-demo-kameyama', accounts[0]?.passphraseHash ?? null)).toBe('right')
  })

  test('account becomes an ordinary one with a passphrase of its own', async () => {
    await act(async (tx) => setPassphrase(tx, idOf('mizuno.yui'), await hashPassphrase('another one')))
    expect(await act(listDemoAccounts)).not.toContain(idOf('mizuno.yui'))
  })
})

describe('attempts', () => {
  const attempt = (
    login: string,
    outcome: 'refused' | 'waiting' | 'accepted' | 'cleared' | 'halfway',
    address = '192.0.2.1',
  ) => act((tx) => addAttempt(tx, { claimed: someone(login), address, method: 'passphrase', outcome }))

  test('count as failures since the last success or pardon; waiting and half the way change nothing', async () => {
    for (const outcome of ['refused', 'accepted', 'refused', 'waiting', 'halfway', 'refused'] as const)
      await attempt('okabe.saeko', outcome)
    expect(await act((tx) => failuresOf(tx, someone('okabe.saeko')))).toMatchObject({ count: 2, lastAt: clock.now() })
    await attempt('okabe.saeko', 'cleared')
    expect(await act((tx) => failuresOf(tx, someone('okabe.saeko')))).toEqual({ count: 0, lastAt: null })
    expect((await act((tx) => lastSignIns(tx, [idOf('okabe.saeko')]))).get(idOf('okabe.saeko'))).toEqual(clock.now())
  })

  test('from an address count whomever they were for, for a while', async () => {
    await attempt('morita.riku', 'refused', '192.0.2.7')
    await attempt('hoshino.nagi', 'waiting', '192.0.2.7')
    await attempt('hoshino.nagi', 'accepted', '192.0.2.7')
    expect(await act((tx) => countFailuresFrom(tx, '192.0.2.7', clock.now().subtract({ minutes: 1 })))).toBe(2)
    expect(await act((tx) => countFailuresFrom(tx, '192.0.2.7', clock.now()))).toBe(0)
  })

  test('can be added, but neither altered nor taken away by the service', async () => {
    await expect(
      act((tx) => tx.run(staff.updateTable('staff_identity.attempt').set({ outcome: 'accepted' }))),
    ).rejects.toThrow('permission denied')
    await expect(act((tx) => tx.run(staff.deleteFrom('staff_identity.attempt')))).rejects.toThrow('permission denied')
  })

  test('are forgotten after a year and a day, and no earlier whoever asks', async () => {
    const years = [366, 367, 1000].map((days) => `now() - interval '${days} days' + interval '1 minute'`)
    for (const at of years)
      await open.owner.unsafe(
        `insert into staff_identity.attempt (at, login_mac, address, method, outcome) values (${at}, 'x', 'old', 'passphrase', 'refused')`,
      )
    expect(await act((tx) => forgetAttempts(tx, 0))).toBe(2)
    const [left] = await open.owner`select count(*)::int as count from staff_identity.attempt where address = 'old'`
    expect(left?.count).toBe(1)
  })
})

describe('what is used up', () => {
  test('a step of an app only ever moves on', async () => {
    await act((tx) => addTotp(tx, idOf('nagase.tomoko'), 'sealed', 100))
    expect(await act((tx) => addTotp(tx, idOf('nagase.tomoko'), 'another', 1))).toBe(0)
    const used: boolean[] = []
    for (const step of [99, 100, 101, 101, 105, 103])
      used.push(await act((tx) => useTotpStep(tx, idOf('nagase.tomoko'), step)))
    expect(used).toEqual([false, false, true, false, true, false])
  })

  test('a challenge is spent once, even side by side', async () => {
    const spent = await Promise.all([1, 2, 3].map(() => act((tx) => spendChallenge(tx, Buffer.alloc(32, 5)))))
    expect(spent.filter(Boolean)).toHaveLength(1)
  })
})

test('a hash made under stronger terms replaces the old one and nothing else', async () => {
  const before = await act((tx) => findAccount(tx, idOf('arai.mitsuki')))
  await act((tx) => strengthenHash(tx, idOf('arai.mitsuki'), 'stronger'))
  expect(await act((tx) => findAccount(tx, idOf('arai.mitsuki')))).toEqual({ ...before, passphraseHash: 'stronger' })
})

test('every night takes away what nobody can use any more, and nothing else', async () => {
  const half = { personId: idOf('ogata.makoto'), awaits: 'second-step', method: 'passphrase', returnTo: '/' } as const
  const terms = { device: '', method: 'passphrase' }
  await act((tx) => openHalfSession(tx, half))
  await act((tx) => openSession(tx, idOf('ogata.makoto'), terms))
  clock.pass({ minutes: 90 })
  const secret = await act((tx) => openHalfSession(tx, half))
  const session = await act((tx) => openSession(tx, idOf('ogata.makoto'), terms))
  await act((tx) => tidyUp.run(tx, null, open.city, open.directory.parts))
  const [left] = await open.owner`select (select count(*) from staff_identity.half_session)::int as halves,
    (select count(*) from kernel.session)::int as sessions, (select count(*) from staff_identity.spent_challenge)::int as challenges`
  expect(left).toEqual({ halves: 1, sessions: 1, challenges: 0 })
  expect(await act((tx) => findHalfSession(tx, secret, 'second-step'))).toEqual(half)
  expect(await findSession(open.database, session.secret)).toMatchObject({ person: { login: 'ogata.makoto' } })
})
