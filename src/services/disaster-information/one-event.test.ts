import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { findNotice } from '#capabilities/notices/notices.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { parts } from '../../city.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { onLevelsChanged } from './actions/suggest.ts'
import type { Level } from './model.ts'
import { findOrder, listAsked, listInForce } from './store/orders.ts'
import { listRules } from './store/response-table.ts'
import { listOpenSuggestions } from './store/suggestions.ts'

let city: TestWeb
let kitamura: string
let nagase: string
beforeEach(async () => {
  await city?.close()
  city = await openTestWeb(parts)
  kitamura = await city.signIn('kitamura.shun')
  nagase = await city.signIn('nagase.tomoko')
}, 60_000)
afterAll(() => city.close())

const read = <Result>(work: Parameters<typeof city.open.database.read<Result>>[2]) => city.open.database.read('disaster-information', systemActor, work)
const inForce = () => read((tx) => listInForce(tx, 'live'))
const waiting = () => read((tx) => listOpenSuggestions(tx, 'live'))

function landslide(from: Level | null, to: Level | null): Promise<void> {
  const at = Temporal.Now.instant()
  const change = {
    id: randomUUID(), realm: 'live', hazard: 'landslide', areaCode: '2421000', areaName: '亀山市', from, to, kindName: '', kindCode: '49',
    telegramType: 'VPWW56', telegramId: randomUUID(), at, recordedAt: at, reason: 'raised',
  } as const
  return city.open.database.act('disaster-information', systemActor, (tx) => onLevelsChanged(tx, [change]))
}

async function issue(page: string, values: Record<string, string>): Promise<void> {
  const asked = await city.send({ page, action: page, cookie: kitamura, values: { step: 'ask', hazard: 'landslide', reason: '土砂災害の危険', ...values } })
  expect(asked.statusCode).toBe(303)
  const [order] = await read((tx) => listAsked(tx, 'live'))
  const page2 = `/staff/disaster/confirm/${order?.id}`
  expect((await city.send({ page: page2, action: page2, cookie: nagase, values: {} })).statusCode).toBe(303)
}

async function followSuggestion(values: Record<string, string>): Promise<void> {
  const [suggestion] = await waiting()
  await issue(`/staff/disaster/suggestions/${suggestion?.id}`, values)
}

test('a graver level continues the order in force, and one word ends it', async () => {
  await landslide(0, 4)
  await followSuggestion({ level: '4', towns: '安坂山町' })
  const [first] = await inForce()
  await landslide(4, 5)
  await followSuggestion({ level: '5', towns: '安坂山町' })
  const [second, ...others] = await inForce()
  expect(others).toEqual([])
  expect(second).toMatchObject({ kind: 'update', level: 5, eventId: first?.eventId, refersTo: first?.id })
  expect((await read((tx) => findNotice(tx, second?.noticeId ?? '')))?.refersTo).toBe(first?.noticeId)
  await landslide(5, 0)
  expect(await waiting()).toMatchObject([{ act: 'lower', level: null }])
  await followSuggestion({ level: '5', towns: '安坂山町' })
  expect(await inForce()).toEqual([])
  expect(await waiting()).toEqual([])
}, 60_000)

test('of several orders the board asks to lower one after the other, until none stands', async () => {
  await issue('/staff/disaster/orders/new', { level: '3', towns: '関町木崎' })
  await landslide(0, 4)
  await followSuggestion({ level: '4', towns: '安坂山町' })
  expect(await inForce()).toHaveLength(2)
  await landslide(4, 0)
  await followSuggestion({ level: '4', towns: '安坂山町' })
  expect(await waiting()).toMatchObject([{ act: 'lower', level: null }])
  await followSuggestion({ level: '3', towns: '関町木崎' })
  expect(await inForce()).toEqual([])
  expect(await waiting()).toEqual([])
}, 60_000)

test('an order that was lifted by hand takes the suggestion to lift it along', async () => {
  await landslide(0, 4)
  await followSuggestion({ level: '4', towns: '安坂山町' })
  await landslide(4, 0)
  const [order] = await inForce()
  await issue(`/staff/disaster/orders/${order?.id}/cancel`, { level: '4', towns: '安坂山町' })
  expect(await waiting()).toEqual([])
}, 60_000)

test('after a level that nobody understood, the next one that is understood asks to lift what stands', async () => {
  await landslide(0, 4)
  await followSuggestion({ level: '4', towns: '安坂山町' })
  await landslide(4, null)
  expect(await waiting()).toEqual([])
  await landslide(null, 0)
  expect(await waiting()).toMatchObject([{ act: 'lower', level: null }])
}, 60_000)

test('a rule that may send alone raises what stands, and never lowers it', async () => {
  const rules = await read((tx) => listRules(tx))
  const today = city.open.database.clock.today()
  for (const rule of rules.filter((each) => each.hazard === 'landslide' && each.validTo === null && (each.level ?? 0) >= 4)) {
    const sent = await city.send({ page: '/staff/disaster/rules', action: `/staff/disaster/rules/${rule.id}`, cookie: kitamura, values: { to: 'on' } })
    expect(sent.statusCode).toBe(303)
  }
  expect((await read((tx) => listRules(tx))).filter(({ hazard, isPrepared, validFrom }) => hazard === 'landslide' && isPrepared && validFrom.equals(today))).toHaveLength(2)
  await landslide(0, 4)
  await city.workers.settle()
  await landslide(4, 5)
  await city.workers.settle()
  const [order, ...others] = await inForce()
  expect(others).toEqual([])
  expect(order).toMatchObject({ kind: 'update', level: 5, way: 'prepared-rule' })
  expect((await read((tx) => findOrder(tx, order?.refersTo ?? '')))?.level).toBe(4)
  await landslide(5, 4)
  await city.workers.settle()
  expect(await inForce()).toEqual([order])
  expect(await waiting()).toMatchObject([{ act: 'lower', level: 4 }])
}, 60_000)
