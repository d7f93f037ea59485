import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '#kernel/service/manifest.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { openStandInDesk, standInAddress, type StandIn, type StandInDesk } from './stand-in-desk.ts'

const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
let begun = 0
let isConfigured = false
const echo: StandIn = {
  prefix: 'echo',
  isNeeded: () => !isConfigured,
  begin: async (open, address) => {
    begun += 1
    return {
      handle: (request, response) => {
        if (request.url === '/broken') throw new Error('broken')
        response.end(JSON.stringify({ city: open.city.key, address, url: request.url, whole: request.originalUrl }))
      },
    }
  },
}
const counter: Manifest = {
  name: 'counter', kind: 'service', title: words, summary: words, folder: import.meta.dirname, routes: [], standIns: [echo],
}
const folder = join(import.meta.dirname, '../../../cities/kameyama')
const terms = { host: '127.0.0.1', port: 0, log: silentLog }

let open: Awaited<ReturnType<typeof openTestCity>>
let desk: StandInDesk
let address: string
beforeAll(async () => {
  open = await openTestCity({ parts: [counter], folder })
  desk = await openStandInDesk([open], terms)
  address = standInAddress(desk.cities[0] ?? open, 'echo') ?? ''
})
afterAll(async () => {
  await desk.close()
  await open.close()
})

const get = async (path: string) => (await fetch(`${address}${path}`)).json()

describe('a stand-in', () => {
  test('begins with its first request, and once', async () => {
    expect(begun).toBe(0)
    await Promise.all([get('/one'), get('/two'), get('/three')])
    expect(begun).toBe(1)
  })

  test('is told its address, its own part of the path and the whole of it', async () => {
    expect(await get('/token?x=1')).toEqual({ city: 'kameyama', address, url: '/token?x=1', whole: '/kameyama/echo/token?x=1' })
    expect(await get('')).toMatchObject({ url: '/' })
  })

  test('that fails says so and goes on', async () => {
    expect((await fetch(`${address}/broken`)).status).toBe(500)
    expect((await fetch(`${address}/whole`)).status).toBe(200)
  })

  test('that does not exist is not found', async () => {
    expect((await fetch(address.replace('echo', 'nobody'))).status).toBe(404)
    expect((await fetch(new URL('/', address))).status).toBe(404)
  })
})

describe('the desk', () => {
  test('takes another port where its own is taken', async () => {
    const second = await openStandInDesk([open], { ...terms, port: Number(new URL(address).port) })
    const other = standInAddress(second.cities[0] ?? open, 'echo') ?? ''
    expect((await fetch(`${other}/x`)).status).toBe(200)
    expect(other).not.toBe(address)
    await second.close()
  })

  test('stays shut in a real city, and where the real one is configured', async () => {
    const real = await openStandInDesk([{ ...open, isDemo: false }], terms)
    expect(real.cities.map((city) => city.standInOrigin)).toEqual([null])
    isConfigured = true
    const configured = await openStandInDesk([open], terms)
    expect(configured.cities.map((city) => standInAddress(city, 'echo'))).toEqual([null])
    isConfigured = false
  })

  test('stands where the installation says that browsers reach it', async () => {
    const elsewhere = await openStandInDesk([open], { ...terms, origin: 'https://stand-in.example' })
    expect(standInAddress(elsewhere.cities[0] ?? open, 'echo')).toBe('https://stand-in.example/kameyama/echo')
    await elsewhere.close()
  })
})
