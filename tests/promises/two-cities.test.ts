import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { openSession } from '#kernel/access/sessions.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { connect } from '#kernel/database/connection.ts'
import { loginRoleOf, serviceRoleOf } from '#kernel/database/roles.ts'
import { sealFacts } from '#kernel/facts/chain.ts'
import { factType } from '#kernel/facts/fact.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { openTestCity, testServer } from '#kernel/testing/test-city.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { createWeb } from '#kernel/web/server.ts'
import { frameAssets, renderFaultPage, renderFrame } from '../../src/frame.ts'
import { ASAHI, KAMEYAMA } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'

type TestCity = Awaited<ReturnType<typeof openTestCity>>

/** 亀山市 and 朝日町 in one process, on one port and one database server, as in an installation. */
let kameyama: TestCity
let asahi: TestCity
let web: FastifyInstance
const cache = new PageCache()

beforeAll(async () => {
  kameyama = await openTestCity({ parts, folder: KAMEYAMA })
  asahi = await openTestCity({ parts, folder: ASAHI })
  web = await createWeb({
    cities: [kameyama, asahi], assets: frameAssets(), renderShell: renderFrame, renderFault: renderFaultPage,
    secret: Buffer.alloc(32, 7), log: silentLog, metrics: new Metrics(cache), cache, trustedProxies: 0,
  })
  await web.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await web.close()
  await Promise.all([kameyama.close(), asahi.close()])
})

const AT_ASAHI = { host: 'asahi.localhost' }
const AT_KAMEYAMA = { host: 'localhost' }

describe('the host name chooses the city', () => {
  test.each([
    ['localhost', '亀山市'],
    ['localhost:3000', '亀山市'],
    ['KAMEYAMA.localhost', '亀山市'],
    ['asahi.localhost', '朝日町'],
    ['Asahi.LocalHost:3000', '朝日町'],
    ['asahi.localhost.example.org', '亀山市'],
    ['nobody.example.org', '亀山市'],
  ])('%s → %s', async (host, name) => {
    const { body } = await web.inject({ url: '/', headers: { host } })
    expect(titleOf(body)).toContain(name)
  })

  test('no page of one city names the other', async () => {
    const atKameyama = await web.inject({ url: '/', headers: AT_KAMEYAMA })
    const atAsahi = await web.inject({ url: '/', headers: AT_ASAHI })
    expect(atKameyama.body).not.toContain('朝日町')
    expect(atAsahi.body).not.toContain('亀山市')
  })
})

describe('nothing crosses', () => {
  test('a session of one city is none in the other', async () => {
    const cookie = await sessionIn(kameyama, 'mizuno.yui')
    expect((await web.inject({ url: '/staff', headers: { ...AT_KAMEYAMA, cookie } })).statusCode).toBe(200)
    expect((await web.inject({ url: '/staff', headers: { ...AT_ASAHI, cookie } })).statusCode).toBe(401)
  })

  test('a kept page of one city is never shown in the other, and each is emptied by its own facts only', async () => {
    const { port } = web.server.address() as AddressInfo
    await fetchPage(port, 'localhost')
    await fetchPage(port, 'asahi.localhost')
    const hits = cache.hits
    expect(titleOf(await fetchPage(port, 'localhost'))).toContain('亀山市')
    expect(titleOf(await fetchPage(port, 'asahi.localhost'))).toContain('朝日町')
    expect(cache.hits).toBe(hits + 2)
    await publish(asahi)
    await fetchPage(port, 'localhost')
    expect(cache.hits).toBe(hits + 3)
    await fetchPage(port, 'asahi.localhost')
    expect(cache.hits).toBe(hits + 3)
  })

  test('facts of one city stand in its own chain only', async () => {
    const seal = () => Promise.all([sealFacts(kameyama.database), sealFacts(asahi.database)])
    await seal()
    const before = { kameyama: await chainLength(kameyama), asahi: await chainLength(asahi) }
    await publish(asahi)
    await seal()
    expect({ kameyama: await chainLength(kameyama), asahi: await chainLength(asahi) }).toEqual({ ...before, asahi: before.asahi + 1 })
  })

  test('the login of one city cannot enter the other\'s database', async () => {
    const asahiDatabase = asahi.owner.options.database
    const login = loginRoleOf(kameyama.database.rolePrefix)
    const password = createHash('sha256').update(`test ${kameyama.database.rolePrefix}`).digest('hex')
    const own = connect(testServer(), { database: kameyama.owner.options.database, user: login, password, connections: 1 })
    expect(await own`select 1 as one`).toHaveLength(1)
    await own.end()
    const foreign = connect(testServer(), { database: asahiDatabase, user: login, password, connections: 1 })
    await expect(foreign`select 1`).rejects.toMatchObject({ code: '42501' })
    await foreign.end()
  })

  test('a role of one city has no rights on tables of the other', async () => {
    const role = serviceRoleOf(kameyama.database.rolePrefix, 'kernel')
    const [answer] = await asahi.owner<{ may: boolean }[]>`select has_table_privilege(${role}, 'kernel.person', 'select') as may`
    expect(answer?.may).toBe(false)
  })

  test('people, units and duties are those of the own city', async () => {
    const logins = async (city: TestCity) => (await city.owner<{ login: string }[]>`select login from kernel.person`).map((row) => row.login)
    const [here, there] = await Promise.all([logins(kameyama), logins(asahi)])
    expect(here.length).toBeGreaterThan(0)
    expect(here.filter((login) => there.includes(login))).toEqual([])
  })
})

/** A fact of the portal's: `portal.*` empties the top page. */
const greeted = factType('portal.greeted', z.object({ by: z.string() }))

function publish(city: OpenCity): Promise<void> {
  return city.database.act('portal', systemActor, async (tx) => {
    tx.publish(greeted, 'portal', { by: 'test' })
  })
}

async function chainLength(city: TestCity): Promise<number> {
  const [row] = await city.owner<{ length: number }[]>`select count(*)::int as length from kernel.fact`
  return row?.length ?? 0
}

async function sessionIn(city: TestCity, login: string): Promise<string> {
  const { secret } = await city.database.asKernel((tx) => openSession(tx, demoIdOf(city.city, login), { device: 'test', method: 'test' }))
  return `${SESSION_COOKIE}=${secret}`
}

/** Over the port and not by `inject`: kept pages are answered before the framework. */
function fetchPage(port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', path: '/', headers: { host } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece)).on('end', () => resolve(body))
    })
    sent.on('error', reject).end()
  })
}

function titleOf(page: string): string {
  return /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? ''
}
