import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evacuation, issue, watchtower } from '#capabilities/notices/invented-notices.ts'
import type { Notice } from '#capabilities/notices/model.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { portal } from './manifest.ts'
import { earliestEnd, isEmergency, levelToActOn, sheltersNamedFor } from './rules.ts'

/** Set by hand: notices end by the clock. */
let now = Temporal.Instant.from('2026-09-08T05:20:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
let web: TestWeb
let origin: string

beforeAll(async () => {
  // Without the service that knows shelters: the page must stand without it.
  web = await openTestWeb([staffIdentity, notices, watchtower, portal], { clock })
  // Kept pages are answered before the framework, so these go through a real port.
  await web.web.listen({ port: 0, host: 'localhost' })
  origin = `http://localhost:${(web.web.server.address() as AddressInfo).port}`
})
afterAll(() => web.close())

const read = async (path = '/', language = 'ja') => (await fetch(origin + path, { headers: { cookie: `language=${language}` } })).text()

describe('the first page', () => {
  test('is the notice until it expires, to the minute, though no job ran and no fact happened', async () => {
    await issue(web.open, { expiresAt: now.add({ minutes: 30 }) })
    expect(await read()).toContain('light-notice')
    now = now.add({ minutes: 29 })
    expect(await read()).toContain('light-notice')
    now = now.add({ minutes: 1 })
    expect(await read()).not.toContain('light-notice')
  })

  test('is the portal again after the cancellation; the portal is at its own address meanwhile', async () => {
    const id = await issue(web.open)
    expect([(await read()).includes('light-notice'), (await read('/home')).includes('light-notice'), (await read('/?full')).includes('light-notice')]).toEqual([true, false, false])
    await issue(web.open, { kind: 'cancel', refersTo: id, level: 0 })
    expect(await read()).not.toContain('light-notice')
  })

  test('says what is not translated yet, shows the Japanese, and escapes what people wrote', async () => {
    const id = await issue(web.open)
    const [pt, en] = [await read('/', 'pt'), await read('/', 'en')]
    expect(pt).toMatch(/<article class="light-notice" lang="ja">\s*<p lang="pt-BR">/)
    expect(pt).toContain('避難指示')
    expect(en).toContain('Leave &lt;Seki&gt; &amp; go up.')
    await issue(web.open, { kind: 'cancel', refersTo: id, level: 0 })
  })
})

const noticed = (change: Partial<Notice>): Notice => ({ ...evacuation, id: '', origin: 'watchtower', issuedAt: now, ...change })

test.each([
  [{ level: 2 }, false], [{ level: 3 }, true], [{ level: 5 }, true], [{ level: 4, kind: 'cancel' }, false], [{ level: 4, kind: 'update' }, true], [{ level: 5, isDrill: true }, false],
] as const)('%j takes the first page: %s', (change, isOne) => {
  expect(isEmergency(noticed(change))).toBe(isOne)
})

test.each([
  [[], null], [[noticed({ level: 3 }), noticed({ level: 5 })], 5], [[noticed({ level: 4, cap: null })], null],
  [[noticed({ level: 4, cap: { category: 'Met', certainty: 'Likely', codes: [], event: 'e', responseType: 'Monitor' } })], null],
] as const)('people act on the gravest that tells them to (%#)', (given, level) => {
  expect(levelToActOn(given)).toBe(level)
})

test.each([
  [[], 'all'], [[noticed({ level: 3 })], 'all'], [[noticed({ level: 4 })], 'all'], [[noticed({ level: 5 })], 'nobody'], [[noticed({ level: 5 }), noticed({ level: 5 })], 'nobody'],
  [[noticed({ level: 5 }), noticed({ level: 4 })], 'lower-levels'], [[noticed({ level: 5 }), noticed({ level: 4, cap: null })], 'nobody'], [[noticed({ level: 5, cap: null })], 'all'],
] as const)('where level 5 says that it is too late to set out, nobody is sent to a shelter (%#)', (given, whose) => {
  expect(sheltersNamedFor(given)).toBe(whose)
})

test('the page is kept until the first of its notices ends', () => {
  const at = (minutes: number) => now.add({ minutes })
  expect(earliestEnd([noticed({}), noticed({ expiresAt: at(9) }), noticed({ expiresAt: at(3) })])).toEqual(at(3))
  expect(earliestEnd([noticed({})])).toBeNull()
})
