import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import type { Route } from '#kernel/web/routes.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'
import { KERNEL_ROUTES } from '../../tools/city-book/kernel-routes.ts'

const routes = parts.flatMap((part) => part.routes.map((route) => ({ part: part.name, name: `${route.method} ${route.path}`, route })))
const closed = routes.filter(({ route }) => route.enter.who !== 'everyone')
const dutiful = routes.filter(({ route }) => route.enter.who === 'duty')

let city: TestWeb
let withoutDuty: string
let resident: string

beforeAll(async () => {
  city = await openTestWeb(parts)
  withoutDuty = await city.signInWith()
  resident = await signInResident(city, { personId: randomUUID(), proof: 'card' })
})
afterAll(() => city.close())

describe('every route says who may enter', () => {
  test.each(routes)('$name', ({ route }) => {
    expect(['everyone', 'signed-in', 'duty', 'resident', 'proven-resident']).toContain(route.enter.who)
    if (route.enter.who === 'duty') expect(route.enter.anyOf.length).toBeGreaterThan(0)
    expect(route.path).toMatch(/^\/[^?#]*$/)
  })

  test('nothing is served that no manifest declares', () => {
    const declared = new Set(routes.map(({ route }) => withoutNames(route.path)))
    const served = servedPaths(city.web.printRoutes({ commonPrefix: false }))
    expect(served.length).toBeGreaterThanOrEqual(declared.size + Object.keys(KERNEL_ROUTES).length)
    expect(served.filter((path) => !declared.has(withoutNames(path)) && !Object.keys(KERNEL_ROUTES).some((own) => path.startsWith(own)))).toEqual([])
  })
})

describe('who may not enter is refused', () => {
  test.each(closed)('an anonymous visitor at $name', async ({ route }) => {
    expect(await statusOf(route, {})).toBe(401)
  })

  test.each(dutiful)('staff without the duty at $name', async ({ route }) => {
    expect(await statusOf(route, { cookie: withoutDuty })).toBe(403)
  })

  test.each(closed)('a made-up session at $name', async ({ route }) => {
    expect(await statusOf(route, { cookie: `${SESSION_COOKIE}=${'x'.repeat(43)}` })).toBe(401)
    expect(await statusOf(route, { cookie: `${SESSION_COOKIE}=my.${'x'.repeat(43)}` })).toBe(401)
  })

  test.each(closed)('the other kind of people at $name', async ({ route }) => {
    expect(await statusOf(route, { cookie: isForResidents(route) ? withoutDuty : resident })).toBe(401)
  })

  test.each(routes.filter(({ route }) => route.enter.who === 'proven-resident'))('a resident without a card at $name', async ({ route }) => {
    for (const proof of ['mail', 'passkey'] as const) expect(await statusOf(route, { cookie: await signInResident(city, { personId: null, proof }) })).toBe(401)
  })

  test('a refused visitor is shown the way to sign in, and back', async () => {
    const page = closed.find(({ route }) => route.kind === 'page')
    if (page === undefined) return
    const answer = await city.web.inject({ url: sampleOf(page.route.path), headers: { accept: 'text/html' } })
    const door = page.route.enter.who === 'resident' ? '/my/sign-in?' : page.route.enter.who === 'proven-resident' ? '/my/sign-in?proof=card&amp;' : '/sign-in?'
    expect(answer.body).toContain(`${door}return=${encodeURIComponent(sampleOf(page.route.path))}`)
  })
})

describe('who may enter is let in', () => {
  test.each(closed.filter(({ route }) => route.method === 'GET'))('$name', async ({ route }) => {
    const duties = route.enter.who === 'duty' ? [route.enter.anyOf[0] as string] : []
    const cookie = isForResidents(route) ? await signInResident(city, { personId: randomUUID(), proof: 'card' }) : await city.signInWith(...duties)
    const status = await statusOf(route, { cookie })
    // What is asked for need not exist; whoever holds the duty is not turned away at the door.
    expect([200, 303, 304, 404]).toContain(status)
  })
})

function isForResidents({ enter }: Route): boolean {
  return enter.who === 'resident' || enter.who === 'proven-resident'
}

async function statusOf(route: Route, headers: Record<string, string>): Promise<number> {
  const answer = await city.web.inject({ method: route.method, url: sampleOf(route.path), headers: { accept: 'text/html', ...headers } })
  return answer.statusCode
}

/** Where routes name one placeholder differently, the tree holds it as `:importer|:reading`. */
function withoutNames(path: string): string {
  return path.replace(/:[\w|:]+/g, ':')
}

/** `/plan/project/:code` as an address somebody might type. */
function sampleOf(path: string): string {
  return path.replace(/:\w+(?:\([^)]*\))?/g, '1').replace(/\*$/, 'x')
}

/** Paths out of Fastify's drawing of its routing tree, where children carry only their own piece. */
function servedPaths(drawing: string): string[] {
  const paths: string[] = []
  const way: string[] = []
  for (const line of drawing.split('\n')) {
    const match = /^([│ ]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line)
    if (!match) continue
    const depth = (match[1] as string).length / 4
    way.length = depth
    way.push(match[2] as string)
    if (match[3] !== undefined) paths.push(way.join(''))
  }
  return paths
}
