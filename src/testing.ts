import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Power, Proof } from '#kernel/access/actor.ts'
import { actFor, openResidentSession } from '#kernel/access/resident-sessions.ts'
import { addResident, findResidentOf } from '#kernel/access/residents.ts'
import { openSession } from '#kernel/access/sessions.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { CityWorkers } from '#kernel/jobs/workers.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openStandInDesk } from '#kernel/outside/stand-in-desk.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { Metrics } from '#kernel/telemetry/metrics.ts'
import { openTestCity, TEST_SECRET, type TestCityTerms } from '#kernel/testing/test-city.ts'
import { addPerson, demoIdOf, entrust } from '#kernel/access/organisation.ts'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { PageCache } from '#kernel/web/page-cache.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { createWeb } from '#kernel/web/server.ts'
import { frameAssets, renderFaultPage, renderFrame } from './frame.ts'

/** A whole city for one test file: its database, its web (through `inject` or a port), its workers at hand. */
export interface TestWeb {
  readonly open: OpenCity & { readonly owner: Awaited<ReturnType<typeof openTestCity>>['owner'] }
  readonly web: FastifyInstance
  readonly workers: CityWorkers
  /** Signs a demo member of staff in by their login and returns the cookie header. */
  signIn(login: string): Promise<string>
  /** Signs in somebody made up on the spot, who holds these duties and no other. */
  signInWith(...duties: readonly string[]): Promise<string>
  /** Opens a page, fills in a form of it and sends it, as a browser would. */
  send(form: SentForm): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export interface SentForm {
  /** Address of the page that shows the form. */
  readonly page: string
  /** Address that the form is sent to. */
  readonly action: string
  readonly values: Readonly<Record<string, string>>
  readonly cookie: string
}

export const KAMEYAMA = new URL('../cities/kameyama', import.meta.url).pathname
export const ASAHI = new URL('../cities/asahi', import.meta.url).pathname

export async function openTestWeb(parts: readonly Manifest[], terms: Partial<TestCityTerms> = {}): Promise<TestWeb> {
  const laidOut = await openTestCity({ parts, folder: KAMEYAMA, ...terms })
  const desk = await openStandInDesk([laidOut], { host: '127.0.0.1', port: 0, log: silentLog })
  const open = { ...laidOut, standInOrigin: desk.cities[0]?.standInOrigin ?? null }
  const cache = new PageCache()
  const metrics = new Metrics(cache)
  const web = await createWeb({
    cities: [open], assets: frameAssets(), renderShell: renderFrame, renderFault: renderFaultPage,
    secret: TEST_SECRET, log: silentLog, metrics, cache, trustedProxies: 0,
  })
  const signIn = async (login: string) => {
    const id = demoIdOf(open.city, login)
    const { secret } = await open.database.asKernel((tx) => openSession(tx, id, { device: 'test', method: 'test' }))
    return `${SESSION_COOKIE}=${secret}`
  }
  const signInWith = (...duties: readonly string[]) => sessionOfSomebody(open, duties)
  const close = async () => {
    await web.close()
    await desk.close()
    await open.close()
  }
  return { open, web, workers: new CityWorkers(open, { log: silentLog, metrics, secret: TEST_SECRET }), signIn, signInWith, send: (form) => sendTo(web, form), close }
}

/** Who comes, in a test. */
export interface TestResident {
  /** Key in the register; null for an account that was never matched. */
  readonly personId: string | null
  readonly proof: Proof
  readonly name?: string
  readonly actsFor?: Power
}

/** Opens a real session of a resident, with a new account where the person has none, and returns the cookie header. */
export async function signInResident({ open }: Pick<TestWeb, 'open'>, terms: TestResident): Promise<string> {
  const { personId, proof, name = '試験 太郎', actsFor } = terms
  const { secret } = await open.database.asKernel(async (tx) => {
    const known = personId === null ? undefined : await findResidentOf(tx, personId)
    const id = known?.id ?? randomUUID()
    if (known === undefined) await addResident(tx, { id, name, personId, language: 'ja' })
    const session = await openResidentSession(tx, id, { device: 'test', proof })
    if (actsFor !== undefined) await actFor(tx, session.id, actsFor)
    return session
  })
  return `${SESSION_COOKIE}=${secret}`
}

async function sessionOfSomebody(open: OpenCity, duties: readonly string[]): Promise<string> {
  const id = randomUUID()
  const { secret } = await open.database.asKernel(async (tx) => {
    await addPerson(tx, { id, login: `somebody.${id.slice(0, 8)}`, name: '試験 花子', nameKana: 'しけん はなこ', unitCode: null })
    for (const duty of duties) await entrust(tx, id, duty, tx.today)
    return openSession(tx, id, { device: 'test', method: 'test' })
  })
  return `${SESSION_COOKIE}=${secret}`
}

async function sendTo(web: FastifyInstance, { page, action, values, cookie }: SentForm): Promise<LightMyRequestResponse> {
  const shown = await web.inject({ url: page, headers: { cookie } })
  const token = new RegExp(`name="${TOKEN_FIELD}" value="([^"]+)"`).exec(shown.body)?.[1]
  if (token === undefined) throw new Error(`The page ${page} shows no form (status ${shown.statusCode})`)
  const given = shown.cookies.map(({ name, value }) => `${name}=${value}`)
  return web.inject({
    method: 'POST', url: action,
    headers: { cookie: [cookie, ...given].filter(Boolean).join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...values, [TOKEN_FIELD]: token }).toString(),
  })
}
