import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#capabilities/residents/manifest.ts'
import { residentCopyOf } from '#capabilities/residents/record-copy.ts'
import { personOf, personOnCard } from '#capabilities/residents/residents.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { enterPlanned } from './jobs/planned-entries.ts'
import { residentRecords } from './manifest.ts'
import { readCertificate, typedFromCertificate } from './rules/moving-certificate.ts'
import { listEntries } from './store/entries.ts'
import { findPerson, listPeople, listVersions } from './store/people.ts'
import { settleRegister } from './store/settlement.ts'
import { serviceWords } from './text/service-words.ts'
import { day, idOf, inventedArrival } from './testing/invented.ts'

/** Some service that asks the register, as certificates and procedures do. */
const asking: Manifest = { name: 'asking', kind: 'service', title: serviceWords.title, summary: serviceWords.summary, folder: '/nowhere', routes: [], asks: [personOf.name, personOnCard.name, residentCopyOf.name] }

let now = Temporal.Instant.from('2026-06-10T01:00:00Z')
const clock: Clock = { now: () => now, today: () => dayOf(now) }
let web: TestWeb
let clerk: string
let approver: string
beforeAll(async () => {
  web = await openTestWeb([residents, residentRecords, asking], { clock, isDemo: false })
  clerk = await web.signInWith('residents-clerk', 'residents-approver')
  approver = await web.signInWith('residents-approver')
}, 120_000)
afterAll(() => web.close())

const asRegister = <Result>(work: (tx: Tx) => Promise<Result>) => web.open.database.act('resident-records', systemActor, work)

/** A family of three that has lived here since 2020. */
async function familyOf(name: string): Promise<{ household: string; head: string; spouse: string; child: string }> {
  const changes = inventedArrival(`household of ${name}`, '2020-01-01', {
    [`${name} head`]: { name: `${name} 太郎` }, [`${name} spouse`]: { name: `${name} 花子`, relationship: '妻', relationshipCode: 'wife', birthDate: day('1982-02-02') }, [`${name} child`]: { name: `${name} 子` },
  })
  await asRegister((tx) => settleRegister(tx, [{ id: randomUUID(), kind: 'in', occurredOn: day('2020-01-01'), notifiedOn: day('2020-01-01'), appliedAt: Temporal.Instant.from('2020-01-01T00:00:00Z'), title: name, changes }]))
  return { household: idOf(`household of ${name}`), head: idOf(`${name} head`), spouse: idOf(`${name} spouse`), child: idOf(`${name} child`) }
}

/** Drafts an entry as the counter does, and returns its address. */
async function draft(query: string, values: Record<string, string>, cookie = clerk): Promise<string> {
  const page = `/staff/residents/entries/new?${query}`
  const form = await web.web.inject({ url: page, headers: { cookie } })
  expect(form.statusCode, form.body.slice(0, 300)).toBe(200)
  const sent = await web.send({ page, action: '/staff/residents/entries/new', cookie, values: { ...hiddenIn(form), ...days, ...values } })
  expect(sent.statusCode, problemsIn(sent)).toBe(303)
  return String(sent.headers.location)
}

const days = { occurredOn: '2026-06-01', notifiedOn: '2026-06-05' }
const elsewhere = { town: '関町木崎', addressNumber: '9301番地' }

function hiddenIn({ body }: LightMyRequestResponse): Record<string, string> {
  return Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].filter(([, name]) => name !== 'csrf').map(([, name, value]) => [String(name), String(value)]))
}

function problemsIn({ body }: LightMyRequestResponse): string {
  return /error-summary[\s\S]*?<\/ul>/.exec(body)?.[0].replace(/<[^>]+>/g, ' ') ?? body.slice(0, 500)
}

async function step(entry: string, act: string, cookie: string, values: Record<string, string> = {}): Promise<LightMyRequestResponse> {
  const shown = await web.web.inject({ url: entry, headers: { cookie } })
  const seen = hiddenIn(shown).seen ?? '0'
  return web.send({ page: entry, action: `${entry}/${act}`, cookie, values: { seen, ...values } })
}

async function enter(query: string, values: Record<string, string>): Promise<string> {
  const entry = await draft(query, values)
  expect((await step(entry, 'submit', clerk)).statusCode).toBe(303)
  const approved = await step(entry, 'approve', approver)
  expect(approved.statusCode, problemsIn(approved)).toBe(303)
  return entry
}

const personNow = (id: string) => asRegister((tx) => findPerson(tx, id))
const everybody = (people: readonly string[]) => Object.fromEntries(people.map((id) => [`who.${id}`, 'yes']))

describe('from the counter into the register', () => {
  test('a moving in is drafted by one and approved by another, and the city is told', async () => {
    const entry = await draft('kind=in', {
      ...elsewhere, where: 'japan', previousAddress: '津市丸之内1', 'arrival0.name': '辻󠄀 花子', 'arrival0.kana': 'ツジ ハナコ', 'arrival0.sex': 'female', 'arrival0.birthDate': 'H2.5.6', 'arrival0.relation': '世帯主', 'arrival0.nationality': 'JP', 'arrival0.registeredDomicile': '津市',
    })
    const page = await web.web.inject({ url: entry, headers: { cookie: clerk } })
    expect(page.body).toContain('辻󠄀 花子')
    await step(entry, 'submit', clerk)
    const own = await step(entry, 'approve', clerk, { seen: '2' })
    expect([own.statusCode, own.body.includes('起案した人は自分の異動を決裁できません')]).toEqual([422, true])
    expect((await step(entry, 'approve', approver)).statusCode).toBe(303)
    const [found] = await asRegister((tx) => listPeople(tx, { birthDate: day('1990-05-06') }))
    expect(found?.registration).toMatchObject({ name: '辻󠄀 花子', address: '三重県亀山市関町木崎9301番地', relationship: '世帯主', standing: 'resident' })
    const facts = await web.open.owner<{ name: string; body: unknown }[]>`select name, body from kernel.outbox union all select name, body from kernel.fact`
    expect(facts.find(({ name }) => name === 'resident-records.moved-in')?.body).toMatchObject({ people: [found?.id], on: '2026-06-01', from: 'japan' })
    expect(facts.find(({ name }) => name === 'resident-records.entry-applied')?.body).toMatchObject({ kind: 'in', daysTaken: 5, daysLate: 0, isLate: false })
    expect(JSON.stringify(facts)).not.toContain('花子')
  })

  test('what stands in the way comes back with all that was typed, and can be kept for later', async () => {
    const page = '/staff/residents/entries/new?kind=in'
    const form = await web.web.inject({ url: page, headers: { cookie: clerk } })
    const values = { ...hiddenIn(form), ...days, occurredOn: '2027-01-01', ...elsewhere, 'arrival0.name': '未来 人', 'arrival0.sex': 'male', 'arrival0.birthDate': '2027-01-01', 'arrival0.relation': '世帯主' }
    const refused = await web.send({ page, action: '/staff/residents/entries/new', cookie: clerk, values })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="未来 人"')
    expect(refused.body).toContain('未来の日です')
    const kept = await web.send({ page, action: '/staff/residents/entries/new', cookie: clerk, values: { ...values, keep: 'yes' } })
    expect(kept.statusCode).toBe(303)
    expect((await step(String(kept.headers.location), 'submit', clerk)).statusCode).toBe(422)
    expect((await step(String(kept.headers.location), 'withdraw', clerk, { reason: '重複' })).statusCode).toBe(303)
  })

  test('sent back with a reason, changed, and approved in the end', async () => {
    const { household, head, spouse, child } = await familyOf('差戻')
    const entry = await draft(`kind=move&household=${household}`, { ...elsewhere, ...everybody([head, spouse, child]) })
    await step(entry, 'submit', clerk)
    expect((await step(entry, 'send-back', approver)).statusCode).toBe(422)
    expect((await step(entry, 'send-back', approver, { reason: '番地を確かめてください' })).statusCode).toBe(303)
    expect((await web.web.inject({ url: entry, headers: { cookie: clerk } })).body).toContain('番地を確かめてください')
    const edit = await web.web.inject({ url: `${entry}/edit`, headers: { cookie: clerk } })
    expect(edit.body).toContain('value="9301番地"')
    const changed = await web.send({ page: `${entry}/edit`, action: `${entry}/edit`, cookie: clerk, values: { ...hiddenIn(edit), ...days, ...elsewhere, addressNumber: '9302番地', ...everybody([head, spouse, child]) } })
    expect(changed.statusCode, problemsIn(changed)).toBe(303)
    await step(entry, 'submit', clerk)
    const helper = await web.signInWith('residents-clerk', 'residents-approver')
    await step(entry, 'send-back', approver, { reason: '建物' })
    const more = await web.web.inject({ url: `${entry}/edit`, headers: { cookie: helper } })
    await web.send({ page: `${entry}/edit`, action: `${entry}/edit`, cookie: helper, values: { ...hiddenIn(more), ...days, ...elsewhere, addressNumber: '9302番地', building: '203号', ...everybody([head, spouse, child]) } })
    await step(entry, 'submit', clerk)
    // Who changed it is one of its authors, though another drafted and submitted it.
    const seen = hiddenIn(await web.web.inject({ url: entry, headers: { cookie: approver } })).seen ?? ''
    expect((await step(entry, 'approve', helper, { seen })).statusCode).toBe(422)
    await step(entry, 'approve', approver)
    expect((await personNow(spouse))?.registration).toMatchObject({ addressNumber: '9302番地', building: '203号', relationship: '妻', householdId: household })
  })
})

describe('two at once', () => {
  test('of two moves of one household the second is refused with both shown, and goes back to be drawn up again', async () => {
    const { household, head, spouse, child } = await familyOf('競合')
    const moves = [] as string[]
    for (const addressNumber of ['9401番地', '9402番地']) {
      const entry = await draft(`kind=move&household=${household}`, { ...elsewhere, addressNumber, ...everybody([head, spouse, child]) })
      await step(entry, 'submit', clerk)
      moves.push(entry)
    }
    const second = await web.signInWith('residents-approver')
    const answers = await Promise.all([step(moves[0] as string, 'approve', approver), step(moves[1] as string, 'approve', second)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(refused?.body).toContain('9401番地')
    expect(refused?.body).toContain('9402番地')
    const lost = moves[answers.findIndex(({ statusCode }) => statusCode === 409)] as string
    const won = (await personNow(head))?.registration.addressNumber
    expect((await step(lost, 'send-back', approver, { reason: '先に別の転居' })).statusCode).toBe(303)
    expect((await step(lost, 'submit', clerk)).statusCode).toBe(409)
    const edit = await web.web.inject({ url: `${lost}/edit`, headers: { cookie: clerk } })
    const again = await web.send({ page: `${lost}/edit`, action: `${lost}/edit`, cookie: clerk, values: { ...hiddenIn(edit), ...days, occurredOn: '2026-06-03', ...elsewhere, addressNumber: '9403番地', ...everybody([head, spouse, child]) } })
    expect(again.statusCode, problemsIn(again)).toBe(303)
    await step(lost, 'submit', clerk)
    await step(lost, 'approve', approver)
    expect((await personNow(child))?.registration).toMatchObject({ addressNumber: '9403番地', previousAddress: expect.stringContaining(String(won)) })
  })

  test('an entry that has moved on since its page was shown is a conflict', async () => {
    const { household, spouse } = await familyOf('古頁')
    const entry = await draft(`kind=household&household=${household}`, { act: 'split', ...everybody([spouse]) })
    expect((await web.send({ page: entry, action: `${entry}/submit`, cookie: clerk, values: { seen: '7' } })).statusCode).toBe(409)
  })
})

describe('what was entered can be taken back', () => {
  test('a cancelled move restores what was before it, and both stay to be read', async () => {
    const { household, head, spouse, child } = await familyOf('取消')
    const entry = await enter(`kind=move&household=${household}`, { ...elsewhere, ...everybody([head, spouse, child]) })
    const before = (await personNow(head))?.registration
    const cancelled = await enter(`kind=cancel&refers=${entry.split('/').at(-1)}`, { note: '転居の事実がなかった' })
    const after = (await personNow(head))?.registration
    expect([before?.town, after?.town]).toEqual(['関町木崎', '本町一丁目'])
    expect((await web.web.inject({ url: entry, headers: { cookie: clerk } })).body).toContain(cancelled.split('/').at(-1))
    const versions = await asRegister((tx) => listVersions(tx, head))
    expect(versions.map(({ registration }) => registration.town)).toContain('関町木崎')
  })

  test('not while a later entry stands on it', async () => {
    const { household, head, spouse, child } = await familyOf('後続')
    const entry = await enter(`kind=move&household=${household}`, { ...elsewhere, ...everybody([head, spouse, child]) })
    await enter(`kind=koseki&person=${spouse}`, { person: spouse, 'set.name': '後続 華子' })
    const page = `/staff/residents/entries/new?kind=cancel&refers=${entry.split('/').at(-1)}`
    const form = await web.web.inject({ url: page, headers: { cookie: clerk } })
    const refused = await web.send({ page, action: '/staff/residents/entries/new', cookie: clerk, values: { ...hiddenIn(form), note: '誤り', notifiedOn: '2026-06-10' } })
    expect([refused.statusCode, refused.body.includes('後の異動')]).toEqual([422, true])
  })
})

describe('pages and papers', () => {
  test('the desk, a person at any time, a household, the list of the day and the slip', async () => {
    const { household, head, spouse, child } = await familyOf('頁面')
    const entry = await enter(`kind=move&household=${household}`, { ...elsewhere, ...everybody([head, spouse, child]) })
    const get = (url: string) => web.web.inject({ url, headers: { cookie: clerk } })
    expect((await get('/staff/residents')).statusCode).toBe(200)
    const then = await get(`/staff/residents/people/${head}?on=2025-01-01`)
    expect(then.body).toContain('その時点と今の違い')
    expect(then.body).toContain('三重県亀山市本町一丁目9201番地')
    const unknown = await get(`/staff/residents/people/${head}?on=2026-06-10&known=2026-06-09`)
    expect(unknown.body).toContain('三重県亀山市本町一丁目9201番地')
    expect((await get(`/staff/residents/households/${household}`)).body).toContain('頁面 花子')
    expect((await get('/staff/residents/journal')).body).toContain('頁面 太郎 ほか2人')
    expect((await get('/staff/residents/journal.xlsx')).headers['content-type']).toContain('spreadsheetml')
    expect((await get('/staff/residents/journal.pdf')).rawPayload.subarray(0, 4).toString()).toBe('%PDF')
    expect((await get(`${entry}/slip.pdf`)).rawPayload.subarray(0, 4).toString()).toBe('%PDF')
    expect((await get(`/staff/residents/people/${randomUUID()}`)).statusCode).toBe(404)
  })

  test('the former city’s data stands in the form, and what is no such data is refused by its place', async () => {
    expect(readCertificate(Buffer.from('{"format":"other"}'))).toEqual({ ok: false, place: 'format' })
    const person = { name: '辻󠄀 花子', kana: 'ツジ ハナコ', alphabet: '', commonName: '', commonKana: '', formerName: '', formerKana: '', sex: 'female', birthDate: '1990-05-06', birthCertainty: 'day', relationship: '世帯主', registeredDomicile: '津市', domicileHead: '辻󠄀 花子', nationality: 'JP', residenceCategory: '', residenceStatus: '', residencePeriod: '', residenceUntil: null }
    const read = readCertificate(Buffer.from(JSON.stringify({ format: 'tsunagu-moving-certificate-1', issuedBy: '242012', issuedOn: '2026-06-01', movesOn: '2026-06-02', address: '津市', head: '', movesTo: '亀山市', people: [person] })))
    if (!read.ok) throw new Error(read.place)
    expect(typedFromCertificate(read.certificate)).toMatchObject({ previousAddress: '津市', 'arrival0.name': '辻󠄀 花子', 'arrival0.relation': '世帯主' })
  })
})

describe('a moving in prepared at home', () => {
  const move = { occurredOn: '2026-06-20', where: 'japan', previousAddress: '津市', ...elsewhere, building: '' }
  const people = { 'arrival0.name': 'SILVA MARIA', 'arrival0.kana': '', 'arrival0.sex': 'female', 'arrival0.birthDate': '1990-05-06', 'arrival0.relation': '世帯主', 'arrival0.nationality': 'BR' }
  const send = (to: string, values: Record<string, string>) => web.send({ page: '/moving-in', action: `/moving-in/${to}`, cookie: 'language=pt', values: { step: '0', ...values } })

  test('step by step, with what is wrong beside its field, and nothing kept before the end', async () => {
    expect((await send('people', { ...move, town: '' })).statusCode).toBe(422)
    const second = await send('people', move)
    expect([second.statusCode, second.body.includes('name="arrival0.name"'), second.body.includes('value="9301番地"')]).toEqual([200, true, true])
    expect((await send('check', { ...move, ...people, 'arrival0.birthDate': '2026-07-01' })).statusCode).toBe(422)
    expect((await send('check', { ...move, ...people, arrivals: '2' })).body).toContain('name="arrival1.name"')
    expect((await send('check', { ...move, ...people })).statusCode).toBe(200)
    expect(await web.open.owner`select 1 from resident_records.pre_notification`).toHaveLength(0)
  })

  test('the number opens it at the counter, however it is typed, until it has become a draft', async () => {
    const number = /<p class="figure-value"[^>]*>([^<]+)</.exec((await send('number', { ...move, ...people, 'who.x': 'yes', movedTo: 'elsewhere' })).body)?.[1] ?? ''
    expect(number).toMatch(/^\w{5}-\w{5}$/)
    const kept = await web.open.owner<{ typed: Record<string, string> }[]>`select typed from resident_records.pre_notification`
    expect(kept[0]?.typed).toEqual({ ...move, ...people })
    const page = '/staff/residents/prepared'
    expect((await web.send({ page, action: page, cookie: clerk, values: { number: 'AAAAA-AAAAA' } })).statusCode).toBe(422)
    const opened = await web.send({ page, action: page, cookie: clerk, values: { number: ` ${number.toLowerCase()} ` } })
    expect([opened.statusCode, opened.body.includes('value="SILVA MARIA"')]).toEqual([200, true])
    const values = { ...hiddenIn(opened), ...move, ...people, ...days, 'arrival0.residenceCategory': '中長期在留者' }
    const drafted = await web.send({ page: '/staff/residents/entries/new?kind=in', action: '/staff/residents/entries/new', cookie: clerk, values })
    expect(drafted.statusCode, problemsIn(drafted)).toBe(303)
    const left = await web.open.owner`select typed, entry_id from resident_records.pre_notification`
    expect(left).toEqual([{ typed: null, entry_id: String(drafted.headers.location).split('/').at(-1) }])
    expect((await web.send({ page, action: page, cookie: clerk, values: { number } })).statusCode).toBe(422)
  })
})

test('the register answers whoever may ask: a person by key, and whose card it is by all four attributes', async () => {
  const { head } = await familyOf('照会')
  const card = { name: '照会　太郎', birthDate: day('1980-04-01'), address: '三重県亀山市本町一丁目９２０１番地', sex: 'male' as const }
  await web.open.database.act('asking', systemActor, async (tx) => {
    expect(await tx.ask(personOf, { key: head })).toMatchObject({ id: head, name: { registered: '照会 太郎', common: null }, relationship: '世帯主', address: { town: '本町一丁目' } })
    expect(await tx.ask(personOf, { key: head, on: day('2019-12-31') })).toBeNull()
    const copy = await tx.ask(residentCopyOf, { key: head })
    expect(copy).toMatchObject({ isWhole: true, household: { headId: head, headName: '照会 太郎' }, people: [{ name: '照会 太郎', isProtected: false }, { relationship: '妻' }, { relationship: '子' }] })
    expect((await tx.ask(residentCopyOf, { key: copy?.people[2]?.id ?? '' }))?.version).toBe(copy?.version)
    expect(await tx.ask(personOnCard, card)).toEqual({ kind: 'one', personId: head })
    expect(await tx.ask(personOnCard, { ...card, sex: 'female' })).toEqual({ kind: 'none' })
  })
})

test('nobody reads or writes the register without the duty', async () => {
  const stranger = await web.signInWith('garbage-editor')
  const entries = await asRegister((tx) => listEntries(tx, { limit: 1 }))
  for (const url of ['/staff/residents', `/staff/residents/entries/${entries[0]?.id}`, `/staff/residents/people/${idOf('照会 head')}`, '/staff/residents/journal.xlsx']) {
    expect((await web.web.inject({ url, headers: { cookie: stranger } })).statusCode).toBe(403)
  }
})

/** Last, since the clock goes on and everybody's session ends with it. */
test('a planned moving out waits for its day, and enters the register by itself', async () => {
  const { household, spouse, head } = await familyOf('予定')
  const entry = await enter(`kind=out&household=${household}`, { occurredOn: '2026-07-01', where: 'japan', movedTo: '津市丸之内1', ...everybody([spouse]) })
  expect((await personNow(spouse))?.registration.standing).toBe('resident')
  const certificate = await web.web.inject({ url: `${entry}/certificate.json`, headers: { cookie: clerk } })
  expect(certificate.json()).toMatchObject({ movesOn: '2026-07-01', head: '予定 太郎', people: [{ name: '予定 花子', relationship: '妻' }] })
  // Meanwhile something else is entered for the household that leaves the plan as it was approved.
  await enter(`kind=koseki&person=${head}`, { person: head, 'set.kana': 'ヨテイ タロウ' })
  now = Temporal.Instant.from('2026-06-30T01:00:00Z')
  await asRegister((tx) => enterPlanned.run(tx, null, web.open.city, []))
  expect((await personNow(spouse))?.registration.standing).toBe('resident')
  now = Temporal.Instant.from('2026-07-01T01:00:00Z')
  await asRegister((tx) => enterPlanned.run(tx, null, web.open.city, []))
  expect((await personNow(spouse))?.registration).toMatchObject({ standing: 'moved-out', movedTo: '津市丸之内1', endedCause: '転出' })
})
