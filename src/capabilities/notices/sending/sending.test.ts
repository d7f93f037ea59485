import { afterEach, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { eraseSheetsNow } from '../jobs/erase-sheets.ts'
import { notices } from '../manifest.ts'
import type { NoticeDraft } from '../model.ts'
import { issueNotice, progressOf } from '../notices.ts'
import { inventCrowd } from '../crowd.ts'
import { draft, trialService, TRIAL_TOPIC } from '../testing/invented-notice.ts'
import { HANDED, TrialChannel } from '../testing/trial-channel.ts'
import { ChannelDown, type PersonalChannel } from './channel.ts'
import { sendingOver } from './sending.ts'

/** Tests move the time on by hand. */
let now = Temporal.Instant.from('2026-11-22T22:00:00+09:00')
const clock = { now: () => now, today: () => dayOf(now) }
let city: TestWeb
afterEach(() => city.close())

async function openWith(...channels: PersonalChannel[]): Promise<void> {
  now = Temporal.Instant.from('2026-11-22T22:00:00+09:00')
  const { standingWorks: _, ...others } = notices
  const sender: Manifest = { ...others, standingWorks: [sendingOver(channels)] }
  city = await openTestWeb([sender, trialService], { clock, isDemo: false })
}

const issue = (change: Partial<NoticeDraft> = {}) => city.open.database.act('trial-service', systemActor, async (tx) => {
  const issued = await issueNotice(tx, [trialService], { ...draft, ...change })
  if (!issued.ok) throw new Error(JSON.stringify(issued.refusal))
  return issued.id
})
const lineOf = async (id: string) => (await city.open.database.read('trial-service', systemActor, (tx) => progressOf(tx, id)))[0]
const crowd = (count: number, more: { name?: string; lane?: string } = {}) => inventCrowd(city.open.owner, { channel: 'mail', count, topic: TRIAL_TOPIC, ...more })
const wait = (seconds: number) => {
  now = now.add({ seconds })
}

describe('a broadcast', () => {
  test('reaches everybody once and says so once', async () => {
    const mail = new TrialChannel('mail')
    await openWith(mail)
    await crowd(1_234)
    const id = await issue()
    await city.workers.settle()
    expect(mail.copies.size).toBe(1_234)
    expect(new Set(mail.copies.values())).toEqual(new Set([1]))
    expect(await lineOf(id)).toMatchObject({ state: 'ended', planned: 1_234, handed: 1_234, refused: 0, within10s: 1_234 })
    const ended = await city.open.owner`select body from kernel.fact where name = 'notices.broadcast-ended'`
    expect(ended.map(({ body }) => body)).toMatchObject([{ planned: 1_234, handed: 1_234, channel: 'mail' }])
    const tallies = await city.open.owner`select language, handed from notices.tally order by language`
    expect(tallies.map(({ handed }) => handed).toSorted()).toEqual([308, 308, 309, 309])
  })

  test('to nobody ends at once', async () => {
    await openWith(new TrialChannel('mail'))
    const id = await issue()
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ state: 'ended', planned: 0 })
  })

  test('goes to the lists that it names, each person once, and to nobody else', async () => {
    const mail = new TrialChannel('mail')
    await openWith(mail)
    await crowd(50)
    await city.open.owner`insert into notices.list_member select list, id, now() from notices.contact, unnest(array['trial-service.a', 'trial-service.b']) list
      where address in (select address from notices.contact order by address limit 7)`
    const id = await issue({ audience: { kind: 'lists', lists: ['trial-service.a', 'trial-service.b'] } })
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ state: 'ended', planned: 7, handed: 7 })
    expect(mail.copies.size).toBe(7)
  })

  test('finds subscribers of a town that was renamed since', async () => {
    const mail = new TrialChannel('mail')
    await openWith(mail)
    const { owner } = city.open
    const [present] = await owner`select name, district_key from notices.town limit 1`
    await owner`insert into notices.town (name, district_key, position, label, successor, retired_on) values ('旧町', ${present?.district_key}, 999, '{}', ${present?.name}, '2026-04-01')`
    await crowd(3)
    await owner`update notices.contact set towns = '{旧町}' where address = 'someone1@crowd.example'`
    await owner`update notices.contact set towns = '{どこにもない町}' where address = 'someone2@crowd.example'`
    await issue({ audience: { kind: 'subscribers', towns: [present?.name as string] } })
    await city.workers.settle()
    expect([...mail.copies.keys()].toSorted()).toEqual(['someone1@crowd.example', 'someone3@crowd.example'])
  })

  test('leaves quiet hours alone below level 4, and comes when they end', async () => {
    const mail = new TrialChannel('mail')
    await openWith(mail)
    await crowd(4)
    await city.open.owner`update notices.contact set quiet_from = 1260, quiet_to = 420 where address = 'someone1@crowd.example'`
    const id = await issue({ level: 3 })
    await city.workers.settle()
    expect(mail.copies.size).toBe(3)
    await issue({ level: 4 })
    await city.workers.settle()
    expect(mail.copies.get('someone1@crowd.example')).toBe(1)
    wait(9 * 3_600)
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ state: 'ended', planned: 4, handed: 4, within10s: 3, within60s: 3 })
  })

  test('does not go to who left meanwhile, and not at all once it has expired', async () => {
    const mail = new TrialChannel('mail', () => {
      throw new ChannelDown('away', 1)
    })
    await openWith(mail)
    await crowd(2)
    const id = await issue({ expiresAt: now.add({ hours: 1 }) })
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ state: 'sending', planned: 2, handed: 0 })
    wait(7_200)
    await city.open.owner`update notices.contact set state = 'left', address = '' where address = 'someone1@crowd.example'`
    await expect.poll(async () => (await city.workers.settle(), (await lineOf(id))?.state), { timeout: 5_000, interval: 200 }).toBe('ended')
    expect(await lineOf(id)).toMatchObject({ handed: 0, refused: 2 })
    expect((await city.open.owner`select answer from notices.refusal`).map(({ answer }) => answer)).toContain('the notice had expired')
  })
})

describe('receivers', () => {
  test('that say "later" get it later, alone', async () => {
    const asked: string[] = []
    const mail = new TrialChannel('mail', ({ address }) => {
      asked.push(address)
      return asked.filter((each) => each === address).length === 1 && address.startsWith('grey') ? { kind: 'later', code: 450, answer: 'greylisted', afterSeconds: 300 } : HANDED
    })
    await openWith(mail)
    await crowd(250)
    await crowd(3, { name: 'grey' })
    const id = await issue()
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ state: 'sending', handed: 250 })
    wait(299)
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ handed: 250 })
    wait(301)
    await city.workers.settle()
    expect(await lineOf(id)).toMatchObject({ state: 'ended', planned: 253, handed: 253, within60s: 250 })
    expect(new Set(mail.copies.values())).toEqual(new Set([1]))
  })

  test('that say "later" for a day have refused', async () => {
    await openWith(new TrialChannel('mail', () => ({ kind: 'later', code: 452, answer: 'full', afterSeconds: 300 })))
    await crowd(1)
    const id = await issue()
    for (let tries = 0; tries < 40; tries++) {
      await city.workers.settle()
      wait(3_600)
    }
    expect(await lineOf(id)).toMatchObject({ state: 'ended', handed: 0, refused: 1 })
  })

  test('get no older word after a newer one that took its place; a reminder to some takes no place', async () => {
    let isBusy = true
    const heard: string[] = []
    const mail = new TrialChannel('mail', ({ address }, notice) => {
      if (isBusy) return { kind: 'later', code: 450, answer: 'try again', afterSeconds: 60 }
      if (address.startsWith('someone')) heard.push(notice.id)
      return HANDED
    })
    await openWith(mail)
    await crowd(1)
    await inventCrowd(city.open.owner, { channel: 'mail', count: 1, topic: TRIAL_TOPIC, name: 'other', list: 'trial-service.others' })
    const first = await issue()
    const apart = await issue()
    await city.workers.settle()
    isBusy = false
    const last = await issue({ kind: 'cancel', level: 0, refersTo: first })
    await issue({ refersTo: apart, audience: { kind: 'lists', lists: ['trial-service.others'] } })
    await city.workers.settle()
    wait(3_600)
    await city.workers.settle()
    expect(heard).toEqual([last, apart])
    expect(await lineOf(first)).toMatchObject({ state: 'ended', handed: 0, refused: 1 })
    expect(await city.open.owner`select answer from notices.refusal`).toMatchObject([{ answer: 'a later notice took its place' }])
  })

  test('that are gone three times are no longer written to; whatever else is refused does not count', async () => {
    const mail = new TrialChannel('mail', ({ address }) => address.startsWith('gone') ? { kind: 'refused', code: 550, answer: `no ${address} here`, isGone: true }
      : { kind: 'refused', code: 554, answer: 'looks like spam', isGone: false })
    await openWith(mail)
    await crowd(1, { name: 'gone' })
    await crowd(1, { name: 'strict' })
    for (let round = 0; round < 4; round++) {
      await issue()
      await city.workers.settle()
    }
    const contacts = await city.open.owner`select address, state, bounces from notices.contact order by address`
    expect(contacts).toMatchObject([{ state: 'stopped', bounces: 3 }, { state: 'active', bounces: 0 }])
    const refusals = await city.open.owner`select code, answer from notices.refusal order by code, refused_at`
    expect(refusals.map(({ code }) => code)).toEqual([550, 550, 550, 554, 554, 554, 554])
    expect(JSON.stringify(refusals)).not.toContain('@crowd')
    expect(await city.open.owner`select 1 from kernel.fact where name = 'notices.stopped'`).toHaveLength(1)
  })

  test('in a lane with a limit get no more than that a minute, the others all at once', async () => {
    const mail = new TrialChannel('mail', () => HANDED, [{ key: 'phone.example', messagesAMinute: 120, connections: 2 }])
    await openWith(mail)
    await crowd(300)
    await crowd(25, { name: 'phone', lane: 'phone.example' })
    await issue()
    await city.workers.settle()
    const phones = () => [...mail.copies.keys()].filter((address) => address.endsWith('phone.example')).length
    expect(mail.copies.size - phones()).toBe(300)
    const first = phones()
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThanOrEqual(10)
    const [lane] = await city.open.owner`select extract(epoch from next_at - clock_timestamp())::float8 as seconds from notices.lane`
    expect(lane?.seconds).toBeGreaterThan(first / 2 - 3)
    expect(lane?.seconds).toBeLessThanOrEqual(first / 2)
    for (let turn = 0; turn < 3; turn++) {
      await city.open.owner`update notices.lane set next_at = now()`
      await city.workers.settle()
    }
    expect(phones()).toBe(25)
  })
})

test('a channel that is down for an hour keeps nobody waiting on the others, and then reaches all of its own', async () => {
  let isDown = true
  const mail = new TrialChannel('mail', () => {
    if (isDown) throw new ChannelDown('connection refused', 1)
    return HANDED
  })
  const line = new TrialChannel('line')
  await openWith(mail, line)
  await crowd(150)
  await inventCrowd(city.open.owner, { channel: 'line', count: 40, topic: TRIAL_TOPIC })
  const id = await issue({ channels: ['mail', 'line'] })
  await city.workers.settle()
  expect([line.copies.size, mail.copies.size]).toEqual([40, 0])
  expect(await city.open.owner`select distinct last_error from notices.sheet where channel = 'mail' and last_error is not null`).toMatchObject([{ last_error: 'connection refused' }])
  wait(3_600)
  isDown = false
  await expect.poll(async () => (await city.workers.settle(), mail.copies.size), { timeout: 10_000, interval: 200 }).toBe(150)
  const lines = await city.open.database.read('trial-service', systemActor, (tx) => progressOf(tx, id))
  expect(lines).toMatchObject([{ channel: 'line', within10s: 40 }, { channel: 'mail', handed: 150, within60s: 0 }])
})

test('who was on a sheet is forgotten a month after the end; what was counted stays', async () => {
  await openWith(new TrialChannel('mail'))
  await crowd(3)
  const id = await issue()
  await city.workers.settle()
  const sheets = async () => {
    await city.open.database.act('notices', systemActor, eraseSheetsNow)
    return (await city.open.owner`select number from notices.sheet`).length
  }
  expect(await sheets()).toBe(1)
  wait(31 * 24 * 3_600)
  expect(await sheets()).toBe(0)
  expect(await lineOf(id)).toMatchObject({ handed: 3 })
})

test('a drill takes the line of drills only', async () => {
  const seen: boolean[] = []
  await openWith(new TrialChannel('mail', (_, __, isDrill) => (seen.push(isDrill), HANDED)))
  await crowd(2)
  await issue({ isDrill: true })
  await city.workers.settle()
  expect(seen).toEqual([true, true])
})
