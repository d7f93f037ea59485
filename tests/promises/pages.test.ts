import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evacuation } from '#capabilities/notices/invented-notices.ts'
import { issueNotice } from '#capabilities/notices/notices.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { demoIdOf, entrust } from '#kernel/access/organisation.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Route } from '#kernel/web/routes.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'
import { receiveTelegram } from '../../src/services/disaster-information/actions/receive-telegram.ts'
import { composeWarnings } from '../../src/services/disaster-information/rules/nights/compose-weather.ts'
import { DUMP_FILE, inventedDump } from '../journeys/invented-dump.ts'
import { crawl, linksIn, routeOf, type VisitedPage } from './crawl.ts'
import { holesIn, markupFaults, scriptNeeds, textOf } from './markup.ts'

const READER = 'mizuno.yui'
/** Addresses that the kernel answers itself. */
const KERNEL_LINK = /^\/(?:settings|assets|health|ready|metrics|openapi\.json)\b/

let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb(parts)
  await bringNight()
  // What the city counts and indexes behind its pages is there before they are read.
  await city.workers.settle()
})
afterAll(() => city.close())

/** Pages that no link leads to, each with why; tests/journeys and the parts' own tests go there. */
const UNLINKED: Readonly<Record<string, string>> = {
  '/my/sign-in/card/return': 'by the provider of the card sign-in',
  '/my/sign-in/mail/sent': 'after a form',
  '/my/sign-in/mail/:token': 'by the link in a letter',
  '/my/account/ways/:kind/:id/remove': 'where an account has more than one way in',
  '/my/powers/:id/end': 'where somebody is a proxy',
  '/my/sign/:id': 'where a document waits for a signature',
  '/my/sign/:id/card': 'where a document waits for a signature',
  '/staff/identity/cases/:id': 'where a card was not matched',
  '/home': 'while the first page is an emergency',
  '/pay/:number/:key/card': 'after a form',
  '/pay/:number/:key/receipt': 'where somebody has paid by card or in cash',
  '/search': 'through the box on every page',
  '/staff/mail/:id': 'where a letter has left',
  '/sign-in/second-step': 'after the passphrase',
  '/sign-in/recovery-code': 'after the passphrase',
  '/sign-in/new-passphrase': 'after a passphrase that was given by somebody else',
  '/account/second-step/remove': 'where a second step is set',
  '/account/recovery-codes': 'where a second step is set',
  '/account/passkeys/:id/remove': 'where a passkey is kept',
  '/staff/accounts/:id/enable': 'for an account that is shut',
  '/staff/garbage/moved-days/:key': 'where a collection has been moved',
  '/staff/garbage/moved-days/:key/history': 'where a collection has been moved',
  '/staff/imports/:reading/answers': 'sends back to the review whoever comes by address',
  '/staff/plan/sheets/:project/take-back': 'where a sheet has been altered',
  '/staff/plan/cover/take-back': 'where the cover has been altered',
  '/staff/plan/questions': 'where questions were left open',
  '/notices/line/:code': 'for a friend of the city on LINE, by the link that the bot answers with',
  '/notices/sent': 'after a form',
  '/notices/confirm/:token': 'by the link in a letter',
  '/notices/mine/:token': 'by the link in a letter',
  '/notices/leave/:token': 'by the link in a letter',
  '/staff/disaster/orders/:id/update': 'where an order is in force',
  '/staff/disaster/orders/:id/lower': 'where an order is in force',
  '/staff/disaster/orders/:id/cancel': 'where an order is in force',
  '/staff/disaster/confirm/:id': 'where an order waits for a second person',
  '/staff/disaster/drills/:drill': 'while a drill goes on',
  '/staff/disaster/drills/:drill/end': 'while a drill goes on',
  '/staff/disaster/drills/:drill/result': 'after a drill',
  '/staff/disaster/drills/:drill/new': 'while a drill goes on',
  '/alerts/:id': 'where an alert was sent',
  '/staff/alerts/:id': 'where an alert was written',
  '/staff/alerts/:id/edit': 'where an alert was written',
  '/staff/alerts/school-messages/:message': 'where a school asks for a second person',
  '/schools/join/:code': 'by the code on paper',
  '/schools/join/:code/sent': 'after a form',
  '/schools/confirm/:token': 'by the link in a letter',
  '/schools/mine/:token': 'by the link in a letter',
  '/schools/mine/:token/leave/:guardian': 'by the link in a letter',
  '/schools/messages/:message/:token': 'by the link in a letter',
  '/staff/schools/:school/import/:trial': 'for whom the school is entrusted to',
  '/staff/schools/:school/promotion/:class': 'for whom the school is entrusted to',
  '/staff/schools/:school/messages/:message/edit': 'for whom the school is entrusted to',
  '/muster/:call/:token': 'by the link in a call',
  '/staff/muster/me/confirm/:token': 'by the link in a letter',
  '/staff/muster/:call/people/:person': 'while a call is open',
  '/landslide/confirm/:token': 'by the link in a letter',
  '/landslide/leave/:token': 'by the link in a letter',
  '/pay/:number/:key': 'by the link in a letter, or from the payer’s own page',
  '/apply/:procedure/:draft/:page(^\\d+)': 'after a form',
  '/apply/:procedure/:draft/documents': 'after a form',
  '/apply/:procedure/:draft/check': 'after a form',
  '/apply/:procedure/:draft/later': 'after a form',
  '/apply/:procedure/:draft/discard': 'after a form',
  '/my/applications/:case': 'for who filed it',
  '/my/applications/:case/correct': 'where the city has asked for a correction',
  '/my/applications/:case/withdraw': 'for who filed it',
  '/my/certificates/:id': 'where a certificate was asked for',
  '/verify/:code': 'by the code on a paper',
  '/staff/applications/:id': 'for the section that has the procedure',
  '/staff/applications/:id/ask': 'for the section that has the procedure',
  '/staff/residents/standard-data/:id': 'where the register was carried over',
  '/staff/certificates/people/:id': 'after a search',
  '/staff/certificates/people/:id/issue': 'after a search',
  '/staff/certificates/requests/:id': 'where a certificate was asked for',
}

/** Nothing links to what builders read, and the sign-in leads whoever has signed in straight on. */
const BY_ADDRESS = ['/design', '/sign-in', '/my/sign-in']

interface Reader {
  readonly who: string
  readonly starts: readonly string[]
  readonly areOpen: (who: string) => boolean
  /** What the others have read already need not be read again. */
  readonly follows?: (route: Route) => boolean
}

const readers: readonly Reader[] = [
  { who: 'a resident', starts: ['/', ...BY_ADDRESS], areOpen: (who: string) => who === 'everyone' },
  { who: 'staff with every duty', starts: ['/staff', '/', ...BY_ADDRESS], areOpen: (who: string) => !isForResidents(who) },
  { who: 'a resident with their card', starts: ['/my'], areOpen: isForResidents, follows: (route: Route) => isForResidents(route.enter.who) },
]

function isForResidents(who: string): boolean {
  return who === 'resident' || who === 'proven-resident'
}

describe.each(readers)('$who reads every page', ({ who, starts, areOpen, follows }) => {
  const pages = new Map<string, VisitedPage[]>()

  beforeAll(async () => {
    const cookie = await cookieOf(who)
    for (const language of LANGUAGES) pages.set(language, await crawl(city, starts, { cookie: `language=${language}; ${cookie}` }, follows))
  }, 120_000)

  test('every link leads somewhere', () => {
    const all = [...pages.values()].flat()
    const isShut = (page: VisitedPage) => page.status === 401 && !areOpen(page.route.enter.who)
    expect(all.filter((page) => ![200, 303].includes(page.status) && !isShut(page)).map((page) => `${page.status} ${page.path}`)).toEqual([])
    const astray = all.flatMap((page) => linksIn(page.body).filter((link) => routeOf(link) === undefined && !KERNEL_LINK.test(link)).map((link) => `${page.path} → ${link}`))
    expect([...new Set(astray)]).toEqual([])
  })

  test('every page can be reached by links', () => {
    const reached = new Set([...pages.values()].flat().map((page) => page.route.path))
    const routes = parts.flatMap((part) => part.routes.filter((route) => route.kind === 'page' && areOpen(route.enter.who)))
    expect(routes.map((route) => route.path).filter((path) => !reached.has(path) && !(path in UNLINKED))).toEqual([])
    // The pages of one kind of people are theirs to reach: that a desk links to a resident's page is no way for the resident.
    const own = routes.filter((route) => who === 'a resident' || route.enter.who !== 'everyone').map((route) => route.path)
    expect(own.filter((path) => path in UNLINKED && reached.has(path))).toEqual([])
  })

  test.each(LANGUAGES)('in %s the markup is sound', async (language) => {
    const faults: string[] = []
    for (const page of onePerRoute(shown(language))) faults.push(...(await markupFaults(page.body)).map((fault) => `${page.path}: ${fault}`))
    expect(faults).toEqual([])
  }, 120_000)

  test.each(LANGUAGES)('in %s no text has a hole', (language) => {
    expect(shown(language).flatMap((page) => holesIn(textOf(page.body)).map((hole) => `${page.path}: ${hole}`))).toEqual([])
  })

  test('every page works without JavaScript', () => {
    expect(shown('ja').flatMap((page) => scriptNeeds(page.body).map((need) => `${page.path}: ${need}`))).toEqual([])
  })

  /** Staff see the public pages too; those have been looked at with the residents. */
  function shown(language: string): VisitedPage[] {
    return (pages.get(language) ?? []).filter((page) => page.status === 200 && (who === 'a resident' || page.route.enter.who !== 'everyone'))
  }
})

/** The validator needs a second for the longest pages, so it sees each route once in each language. */
function onePerRoute(pages: readonly VisitedPage[]): VisitedPage[] {
  return [...Map.groupBy(pages, (page) => page.route).values()].map((own) => own[0] as VisitedPage)
}

/**
 * A telegram that makes a suggestion, one that cannot be read, and a notice that left: what a demo city has only after a
 * bad night.
 */
async function bringNight(): Promise<void> {
  const { database } = city.open
  const { source } = composeWarnings('VPWW56', [{ code: '49', status: '発表', last: '29' }], { reportAt: database.clock.now(), status: '通常' })
  await database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source, way: 'push' }))
  await database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source: Buffer.from('<Report>'), way: 'push' }))
  const issued = await database.act('disaster-information', systemActor, (tx) => issueNotice(tx, parts, { ...evacuation, topic: 'disaster-information.warnings', level: 2 }))
  expect(issued).toMatchObject({ ok: true })
}

/** A damaged table under review, so that there are questions to show. */
async function bringTable(cookie: string): Promise<void> {
  const list = await city.web.inject({ url: '/staff/imports', headers: { cookie } })
  const [, token = ''] = /name="csrf" value="([^"]+)"><input type="hidden" name="importer" value="plan"/.exec(list.body) ?? []
  const form = new FormData()
  form.set('csrf', token)
  form.set('importer', 'plan')
  form.set('file', new Blob([inventedDump()]), DUMP_FILE)
  const sent = new Response(form)
  const answer = await city.web.inject({
    method: 'POST', url: '/staff/imports', payload: Buffer.from(await sent.arrayBuffer()),
    headers: { cookie, 'content-type': sent.headers.get('content-type') ?? '' },
  })
  expect(answer.statusCode).toBe(303)
}

async function cookieOf(who: string): Promise<string> {
  if (who === 'a resident') return ''
  if (who !== 'staff with every duty') return signInResident(city, { personId: uuidNamed('a resident of the promises'), proof: 'card' })
  const cookie = await everyDuty()
  await bringTable(cookie)
  return cookie
}

/** A demo clerk who is entrusted with everything, so that no page stays closed. */
async function everyDuty(): Promise<string> {
  const cookie = await city.signIn(READER)
  const { database, city: pack } = city.open
  const held = await city.open.owner<{ duty: string }[]>`select duty from kernel.duty where person_id = ${demoIdOf(pack, READER)}`
  const missing = parts.flatMap((part) => part.duties ?? []).filter((duty) => !held.some((row) => row.duty === duty.name))
  await database.asKernel(async (tx) => {
    for (const duty of missing) await entrust(tx, demoIdOf(pack, READER), duty.name, tx.today)
  })
  await city.open.owner`insert into alert_mail.school_keeper (school_key, person_id, valid_from) select key, ${demoIdOf(pack, READER)}, date '2026-04-01' from alert_mail.school`
  return cookie
}
