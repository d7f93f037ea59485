import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { residentActor, staffActor, systemActor, type Actor } from '#kernel/access/actor.ts'
import { clockAt } from '#kernel/time/clock.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { residentRecords } from './manifest.ts'
import type { Change, Registration } from './model.ts'
import { readSearchQuery } from './rules/search-query.ts'
import { findPerson, listPeople, listVersions } from './store/people.ts'
import { approveProtection, draftProtection, endProtection, protectNewMembers, refuseProtection, type ProtectionApplication } from './store/protection.ts'
import { isHiddenFrom, RELEASE_DUTY } from './store/protection-filter.ts'
import { protectionRows } from './store/protection-rows.ts'
import { keepSearchKeys } from './store/search-keys.ts'
import { searchRegister } from './store/search.ts'
import { settleRegister } from './store/settlement.ts'
import { day, idOf, inventedArrival } from './testing/invented.ts'

let city: TestWeb
const staff = (...duties: string[]) => staffActor({ id: randomUUID(), login: 'somebody', name: '係', unitCode: null, duties })
const clerk = staff('residents-clerk', 'residents-approver')
const [taker, decider] = [staff('residents-clerk', RELEASE_DUTY), staff(RELEASE_DUTY)]
const HIDDEN = 'かくれざと'

beforeAll(async () => {
  city = await openTestWeb([residents, residentRecords], { isDemo: false })
  await city.open.database.act('resident-records', systemActor, async (tx) => {
    await arrive(tx, 'home', { mother: { name: '隠里 母', kana: `${HIDDEN} ハハ`, birthDate: day('1981-02-03') }, child: { name: '隠里 子', kana: `${HIDDEN} コ` }, grandmother: { name: '表川 祖母', kana: 'オモテガワ ソボ' } })
    await arrive(tx, 'next-door', { neighbour: { name: '表川 隣', kana: 'オモテガワ トナリ', birthDate: day('1981-02-03') } })
    await keepSearchKeys(tx, 'everybody')
  })
}, 120_000)
afterAll(() => city.close())

async function arrive(tx: Tx, household: string, people: Readonly<Record<string, Partial<Registration>>>): Promise<void> {
  await settle(tx, inventedArrival(household, '2020-01-01', people))
}

async function settle(tx: Tx, changes: readonly Change[]): Promise<void> {
  await settleRegister(tx, [{ id: randomUUID(), kind: 'in', occurredOn: day('2020-01-01'), notifiedOn: day('2020-01-01'), title: '試験', changes, appliedAt: Temporal.Instant.from('2020-01-01T00:00:00Z') }])
}

const as = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => city.open.database.act('resident-records', actor, work)
const application = (person: string, given: Partial<ProtectionApplication> = {}): ProtectionApplication => ({
  personId: idOf(person), category: 'dv', scope: 'self', requester: 'self', requesterName: '', requesterProof: '個人番号カード', against: '元配偶者', opinionFrom: '警察署', opinionOn: day('2026-11-20'), note: '', extendsId: null, ...given,
})
const found = async (actor: Actor, typed: string) => as(actor, (tx) => searchRegister(tx, readSearchQuery(typed, tx.today), { limit: 50 }))

describe('to a clerk without the right of release a protected person does not exist', () => {
  let id: string
  beforeAll(async () => {
    id = await as(taker, (tx) => draftProtection(tx, application('mother')))
  })

  test('from the application on, before it is decided; to who may, they do', async () => {
    expect(await as(clerk, (tx) => findPerson(tx, idOf('mother')))).toBeUndefined()
    expect(await as(clerk, (tx) => isHiddenFrom(tx, idOf('mother')))).toBe(true)
    expect(await as(decider, (tx) => findPerson(tx, idOf('mother')))).toMatchObject({ registration: { name: '隠里 母' } })
    expect(await as(clerk, (tx) => isHiddenFrom(tx, randomUUID()))).toBe(false)
  })

  test('whoever took the application in cannot approve it, a second person can, once', async () => {
    const protection = (tx: Tx) => protectionRows.find(tx, id).then((each) => each as NonNullable<typeof each>)
    expect(await as(taker, async (tx) => approveProtection(tx, await protection(tx), undefined))).toBe(false)
    expect(await as(decider, async (tx) => approveProtection(tx, await protection(tx), undefined))).toBe(true)
    expect(await as(decider, async (tx) => approveProtection(tx, await protection(tx), undefined))).toBe(false)
    expect(await as(decider, protection)).toMatchObject({ status: 'approved', beginsOn: day('2026-11-22'), endsOn: day('2027-11-21') })
  })

  test('in the search: by name, reading, birth date, address and number, and not in its counts', async () => {
    const [number] = await city.open.owner<{ number: string }[]>`select addressee_number as number from resident_records.person where id = ${idOf('mother')}`
    for (const typed of ['隠里 母', `${HIDDEN} はは`, '隠里 S56.2.3', '母 本町一丁目', number?.number ?? '']) {
      expect(await found(clerk, typed), typed).toEqual({ people: [], count: 0, isMore: false })
      expect((await found(decider, typed)).count, typed).toBe(1)
    }
    expect((await found(clerk, 'S56.2.3')).people.map(({ id: person }) => person)).toEqual([idOf('neighbour')])
    expect([(await found(clerk, '本町')).count, (await found(decider, '本町')).count]).toEqual([3, 4])
  })

  test('in lists, by household and by address, and in the history: left out without a gap', async () => {
    const household = idOf('home')
    expect((await as(clerk, (tx) => listPeople(tx, { householdIds: [household] }))).map(({ registration }) => registration.name)).toEqual(['隠里 子', '表川 祖母'])
    expect(await as(clerk, (tx) => listVersions(tx, idOf('mother')))).toEqual([])
    expect(await as(clerk, (tx) => listPeople(tx, { birthDate: day('1981-02-03') }))).toHaveLength(1)
  })

  test.each([['their household', () => `households/${idOf('home')}`], ['a member of it', () => `people/${idOf('child')}`], ['the desk', () => ''], ['the journal', () => 'journal?on=2020-01-01']])(
    'no page of the register shows them: %s',
    async (_, path) => {
      const url = `/staff/residents/${path()}`.replace(/\/$/, '')
      const cookie = await city.signInWith('residents-clerk', 'residents-approver')
      const shown = await city.web.inject({ url, headers: { cookie } })
      expect(shown.statusCode).toBe(200)
      for (const trace of ['隠里 母', HIDDEN + ' ハハ', idOf('mother')]) expect(shown.body, trace).not.toContain(trace)
    },
  )

  test('an address that hides somebody and one that nobody bears answer alike, byte for byte', async () => {
    const cookie = await city.signInWith('residents-clerk')
    for (const path of ['/staff/residents/protection/people/', '/staff/residents/protection/', '/staff/residents/people/']) {
      const [one, none] = await Promise.all([idOf('mother'), randomUUID()].map((each) => city.web.inject({ url: path + each, headers: { cookie } })))
      expect(one?.statusCode).toBe(none?.statusCode)
      expect(one?.statusCode).not.toBe(200)
      expect(cleaned(one?.body ?? '', idOf('mother'))).toBe(cleaned(none?.body ?? '', none?.raw.req.url?.split('/').at(-1) ?? ''))
    }
  })

  test('who looked for them in vain is in the audit', async () => {
    const noted = await city.open.owner`select 1 from kernel.audit where act = 'view resident' and subject = ${`resident:${idOf('mother')}`}`
    expect(noted.length).toBeGreaterThan(0)
  })

  test('the same statement runs for both, and reads no hidden row', async () => {
    const shapes = await Promise.all([clerk, decider].map((actor) => as(actor, async (tx) => {
      const sent: string[] = []
      const listening = Object.assign(Object.create(tx) as Tx, { list: (query: Parameters<Tx['list']>[0]) => { sent.push(query.compile().sql); return tx.list(query) } })
      await searchRegister(listening, readSearchQuery('隠里', tx.today), { limit: 50 })
      return sent
    })))
    expect(shapes[0]).toEqual(shapes[1])
    expect(shapes[0]?.[0]).toContain('protected_person')
  })

  test('a file of the results holds them only for who may know', async () => {
    const fileFor = async (...duties: string[]) => {
      const cookie = await city.signInWith(...duties)
      return city.send({ page: '/staff/residents/search', action: '/staff/residents/search/file', cookie, values: { words: '本町', format: 'csv', reason: '統計の確認' } })
    }
    const [plain, released] = [await fileFor('residents-clerk'), await fileFor(RELEASE_DUTY)]
    expect([plain.statusCode, released.statusCode]).toEqual([200, 200])
    expect(plain.body).not.toContain('隠里 母')
    expect([plain.body.trim().split('\n').length, released.body.trim().split('\n').length]).toEqual([4, 5])
    const noted = await city.open.owner`select 1 from kernel.audit where act = 'take out of register as csv' and basis like '%統計の確認' and subject = ${`resident:${idOf('mother')}`}`
    expect(noted).toHaveLength(1)
  })

  test('a resident sees themselves with their card, and nobody sees them by acting for them', async () => {
    const resident = (proof: 'card' | 'mail', actsFor: boolean) => residentActor({
      accountId: randomUUID(), name: '', proof, personId: actsFor ? idOf('neighbour') : idOf('mother'),
      actsFor: actsFor ? { personId: idOf('mother'), name: '', kind: 'guardian', until: null } : null,
    })
    const sees = (actor: Actor) => as(actor, async (tx) => (await findPerson(tx, idOf('mother'))) !== undefined)
    expect([await sees(resident('card', false)), await sees(resident('mail', false)), await sees(resident('card', true))]).toEqual([true, false, false])
  })

  test('who was born into a household under protection is hidden with it', async () => {
    const household = await as(taker, (tx) => draftProtection(tx, application('child', { scope: 'household' })))
    expect(await as(clerk, (tx) => listPeople(tx, { householdIds: [idOf('home')] }))).toEqual([])
    await as(systemActor, async (tx) => {
      await settle(tx, inventedArrival('elsewhere', '2026-11-01', { baby: { name: '隠里 新', kana: 'カクレザト アラタ', householdId: idOf('home') } }))
      await keepSearchKeys(tx, [idOf('baby')])
      await protectNewMembers(tx, [idOf('baby')])
    })
    expect(await as(clerk, (tx) => findPerson(tx, idOf('baby')))).toBeUndefined()
    await as(decider, async (tx) => refuseProtection(tx, (await protectionRows.find(tx, household)) as never, '取下げ'))
    expect(await as(clerk, (tx) => findPerson(tx, idOf('baby')))).toBeDefined()
    expect(await as(clerk, (tx) => findPerson(tx, idOf('mother')))).toBeUndefined()
  })

  test('when it is ended they are there again; the city is told who, and not where', async () => {
    await as(decider, async (tx) => endProtection(tx, (await protectionRows.find(tx, id)) as never, '本人の申出'))
    expect(await as(clerk, (tx) => findPerson(tx, idOf('mother')))).toBeDefined()
    await city.workers.settle()
    const told = await city.open.owner<{ body: { people: string[]; isProtected: boolean } }[]>`select body from kernel.fact where name = 'resident-records.protection-changed' and subject = ${id} order by position`
    expect(told.map(({ body }) => body.isProtected)).toEqual([true, true, false])
    expect(JSON.stringify(told)).not.toContain('本町')
  })
})

test('a protection that nobody extends ends by itself', async () => {
  await as(taker, (tx) => draftProtection(tx, application('neighbour')))
  expect(await as(clerk, (tx) => findPerson(tx, idOf('neighbour')))).toBeUndefined()
  const later = { ...city.open.database, clock: clockAt('2027-01-15T09:00:00+09:00') }
  const database = Object.assign(Object.create(city.open.database) as typeof city.open.database, { clock: later.clock })
  expect(await database.act('resident-records', clerk, (tx) => findPerson(tx, idOf('neighbour')))).toBeDefined()
})

describe('the pages', () => {
  test('take an application in, have a second person decide, note who was refused', async () => {
    const [first, second] = [await city.signInWith(RELEASE_DUTY), await city.signInWith(RELEASE_DUTY)]
    const page = `/staff/residents/protection/people/${idOf('grandmother')}`
    const values = { category: 'stalking', scope: 'self', requester: 'proxy', requesterName: '', requesterProof: '委任状', against: '知人' }
    const refused = await city.send({ page, action: page, cookie: first, values })
    expect([refused.statusCode, refused.body.includes('委任状')]).toEqual([422, true])
    const taken = await city.send({ page, action: page, cookie: first, values: { ...values, requesterName: '弁護士 某' } })
    const path = String(taken.headers.location).split('?')[0] as string
    expect(path).toMatch(/^\/staff\/residents\/protection\/[0-9a-f-]{36}$/)
    expect((await city.web.inject({ url: path, headers: { cookie: first } })).body).not.toContain(`${path}/approve`)
    await city.send({ page: path, action: `${path}/approve`, cookie: second, values: { seen: 'draft' } })
    await city.send({ page: path, action: `${path}/refusals`, cookie: second, values: { askedBy: '知人 某', askedFor: '住民票の写し', answer: '交付できない' } })
    const shown = await city.web.inject({ url: path, headers: { cookie: second } })
    for (const text of ['2027-11-21', '弁護士 某', '知人 某', '住民票の写し']) expect(shown.body).toContain(text)
    expect((await city.web.inject({ url: '/staff/residents/protection?state=active', headers: { cookie: second } })).body).toContain('表川 祖母')
  })

  test.each(['/staff/residents/protection', `/staff/residents/protection/people/${randomUUID()}`])('%s is for the few', async (url) => {
    const cookie = await city.signInWith('residents-clerk', 'residents-approver')
    expect((await city.web.inject({ url, headers: { cookie } })).statusCode).toBe(403)
  })

  test('a search shows what it understood, and its words stand in no address', async () => {
    const cookie = await city.signInWith('residents-clerk')
    const sent = await city.send({ page: '/staff/residents/search', action: '/staff/residents/search', cookie, values: { words: 'S56.2.3 となり' } })
    expect(sent.statusCode).toBe(200)
    expect(sent.body).toContain('1981-02-03')
    expect(sent.headers['cache-control']).toContain('no-store')
    const none = await city.send({ page: '/staff/residents/search', action: '/staff/residents/search', cookie, values: { words: 'いないひと' } })
    expect(none.body).toContain('いないひと')
  })
})

/** What differs between two answers of one route: the id that was asked for, form numbers, what the clock says. */
function cleaned(body: string, id: string): string {
  return body.replaceAll(id, 'ID').replace(/name="csrf" value="[^"]+"/g, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/nonce="[^"]+"|nonce-[\w+/=-]+/g, '')
}
