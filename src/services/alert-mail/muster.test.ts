import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { sealId } from '#kernel/secrets/sealed-id.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import { addContact, listMembers } from '../../capabilities/notices/contacts.ts'
import { readXlsx, textOf } from '../../capabilities/documents/xlsx-reader.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { facts } from './facts.ts'
import { alertMail } from './manifest.ts'
import type { CalledPerson, RosterPerson } from './model.ts'
import { arrivalCurve, countsOf, peopleOf, silentAmong } from './rules/muster.ts'

const NOBODY: RosterPerson = { id: 'a', personId: null, name: '試験 一郎', nameKana: 'しけん いちろう', unitCode: 'fire-general-rescue', rank: 'clerk', phone: '' }

describe('who belongs to a class', () => {
  const units = [{ code: 'fire', parentCode: null }, { code: 'fire-general', parentCode: 'fire' }, { code: 'fire-general-rescue', parentCode: 'fire-general' }, { code: 'safety', parentCode: null }]
  test.each([
    [{ rank: null, unitCode: null }, true],
    [{ rank: null, unitCode: 'fire' }, true],
    [{ rank: null, unitCode: 'safety' }, false],
    [{ rank: 'head', unitCode: null }, false],
    [{ rank: 'clerk', unitCode: 'fire-general' }, true],
    [{ rank: 'head', unitCode: 'fire' }, false],
  ] as const)('%j: %s', (rule, expected) => {
    expect(peopleOf(['one'], [{ classKey: 'one', ...rule }], [NOBODY], units)).toEqual(expected ? [NOBODY] : [])
    expect(peopleOf(['other'], [{ classKey: 'one', ...rule }], [NOBODY], units)).toEqual([])
  })

  test('a unit that is its own ancestor ends nowhere', () => {
    expect(peopleOf(['one'], [{ classKey: 'one', rank: null, unitCode: 'safety' }], [NOBODY], [{ code: 'fire-general-rescue', parentCode: 'fire-general-rescue' }])).toEqual([])
  })
})

test('the curve never falls and ends with everybody who comes', () => {
  const calledAt = Temporal.Instant.from('2026-11-22T05:00:00Z')
  const reply = fc.option(fc.record({ minutes: fc.integer({ min: 0, max: 300 }), after: fc.integer({ min: 0, max: 60 }), isComing: fc.boolean() }))
  fc.assert(fc.property(fc.array(reply, { maxLength: 40 }), (replies) => {
    const people: CalledPerson[] = replies.map((one) => ({
      ...NOBODY, arrivedAt: null,
      reply: one === null ? null : one.isComing
        ? { kind: 'coming', minutes: one.minutes, whence: 'home', repliedAt: calledAt.add({ minutes: one.after }) }
        : { kind: 'cannot', reason: 'road', repliedAt: calledAt.add({ minutes: one.after }) },
    }))
    const curve = arrivalCurve(calledAt, people)
    expect(curve.at(-1)?.people ?? 0).toBe(countsOf(people).coming)
    expect(curve.every((point, index) => index === 0 || (point.minute > (curve[index - 1]?.minute ?? 0) || index === 1) && point.people >= (curve[index - 1]?.people ?? 0))).toBe(true)
    expect(silentAmong(people)).toHaveLength(replies.filter((one) => one === null).length)
  }))
})

describe('a call', () => {
  let city: TestWeb
  let officer: string
  let now = Temporal.Instant.from('2026-11-22T05:00:00Z')
  let board: string

  beforeAll(async () => {
    const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate() }
    city = await openTestWeb([staffIdentity, imports, mail, notices, phrasebook, alertMail], { clock })
    officer = await city.signIn('ogata.makoto')
    const called = await city.send({ page: '/staff/muster', action: '/staff/muster', values: { classes: 'first', reason: '大雨のため', place: '市役所' }, cookie: officer })
    expect(called.statusCode, called.body.slice(0, 1_000)).toBe(303)
    board = String(called.headers.location)
  })
  afterAll(() => city.close())

  const get = (url: string, cookie = officer) => city.web.inject({ url, headers: { accept: 'text/html', cookie } })

  /** Somebody called who has a contact, and the link that a channel would put into their message. */
  async function somebody(index: number): Promise<{ link: string; name: string; id: string }> {
    const call = board.split('/').at(-1) ?? ''
    const rows = await city.open.owner<{ id: string; name: string; contact_id: string }[]>`select r.id, r.name, c.contact_id from alert_mail.muster_person p
      join alert_mail.roster r on r.id = p.roster_id join alert_mail.roster_contact c on c.roster_id = r.id where p.call_id = ${call} order by r.name_kana`
    const row = rows[index]
    const token = Buffer.concat([Buffer.from((row?.contact_id ?? '').replaceAll('-', ''), 'hex'), Buffer.alloc(12)]).toString('base64url')
    return { link: `/muster/${call}/${token}`, name: row?.name ?? '', id: row?.id ?? '' }
  }

  const reply = (link: string, answer: string) => city.send({ page: link, action: link, values: { whence: 'home', answer }, cookie: 'language=ja' })

  async function replies(rosterId: string): Promise<{ kind: string; minutes: number | null }[]> {
    const rows = await city.open.owner<{ kind: string; minutes: number | null }[]>`select kind, minutes from alert_mail.muster_reply where call_id = ${board.split('/').at(-1) ?? ''} and roster_id = ${rosterId} order by id`
    return rows.map((row) => ({ ...row }))
  }

  test('goes to the lists of the dated table', async () => {
    const members = await city.open.database.read('alert-mail', systemActor, (tx) => listMembers(tx, 'alert-mail.staff.first'))
    const rows = await city.open.owner<{ audience: unknown; level: number; link: string }[]>`select audience, level, link from notices.notice where topic = 'alert-mail.staff'`
    expect(members.length).toBeGreaterThan(0)
    expect(rows[0]).toMatchObject({ audience: { kind: 'lists', lists: ['alert-mail.staff.first'] }, level: 4 })
    expect(rows[0]?.link).toBe(`/muster/${board.split('/').at(-1)}/{contact}`)
  })

  test('is answered in two taps, and the board shows it at once', async () => {
    const { link, name, id } = await somebody(0)
    expect((await get(link, 'language=ja')).body).toContain('value="minutes:30"')
    expect((await reply(link, 'minutes:30')).statusCode).toBe(303)
    const { body } = await get(board)
    expect(body.slice(body.indexOf(name))).toContain('30分で参集')
    await reply(link, 'cannot:road')
    expect(await replies(id)).toEqual([{ kind: 'coming', minutes: 30 }, { kind: 'cannot', minutes: null }])
    const changed = (await get(board)).body
    expect(changed.slice(changed.indexOf(`>${name}<`))).toContain('参集できない')
  })

  test('keeps both of two replies at the same moment, and one of them holds', async () => {
    const { link, id, name } = await somebody(1)
    await Promise.all([reply(link, 'minutes:15'), reply(link, 'minutes:90')])
    const kept = await replies(id)
    expect(kept.map(({ minutes }) => minutes).toSorted()).toEqual([15, 90])
    const { body } = await get(board)
    expect(body.slice(body.indexOf(`>${name}<`))).toContain(`${kept.at(-1)?.minutes}分で参集`)
  })

  test.each(['minutes:', 'minutes:9999', 'minutes:-1', 'cannot:because', 'DROP'])('the answer %s is none', async (answer) => {
    const { link, id } = await somebody(2)
    await reply(link, answer)
    expect(await replies(id)).toEqual([])
  })

  test.each(['{contact}', 'A'.repeat(38), Buffer.alloc(28, 3).toString('base64url')])('the link with %s answers for nobody', async (token) => {
    const link = `/muster/${board.split('/').at(-1)}/${encodeURIComponent(token)}`
    expect((await get(link, 'language=ja')).body).toContain('サインイン')
    const forged = await city.send({ page: (await somebody(2)).link, action: link, values: { whence: 'home', answer: 'minutes:30' }, cookie: 'language=ja' })
    expect(forged.statusCode).toBe(404)
  })

  test('asks the silent again after the set minutes, and them alone', async () => {
    now = now.add({ minutes: 16 })
    await city.workers.settle()
    officer = await city.signIn('ogata.makoto')
    const call = board.split('/').at(-1) ?? ''
    const rows = await city.open.owner<{ people: number; number: number }[]>`select people, number from alert_mail.muster_reminder where call_id = ${call}`
    expect(rows).toHaveLength(1)
    const silent = await city.open.owner<{ count: number }[]>`select count(*)::int as count from alert_mail.muster_person p where call_id = ${call} and not exists (select from alert_mail.muster_reply r where r.call_id = p.call_id and r.roster_id = p.roster_id)`
    expect(rows[0]?.people).toBe(silent[0]?.count)
  })

  test('arrivals are ticked at the door, and a tick is taken back', async () => {
    const { id } = await somebody(2)
    await city.send({ page: `${board}/door`, action: `${board}/arrivals`, values: { person: id, isHere: 'yes' }, cookie: officer })
    const arrived = () => city.open.owner<{ count: number }[]>`select count(*)::int as count from alert_mail.muster_person where call_id = ${board.split('/').at(-1) ?? ''} and arrived_at is not null`
    expect((await arrived())[0]?.count).toBe(1)
    await city.send({ page: `${board}/door`, action: `${board}/arrivals`, values: { person: id }, cookie: officer })
    expect((await arrived())[0]?.count).toBe(0)
  })

  test('has a list for paper and a workbook', async () => {
    expect((await get(`${board}/phones.pdf`)).headers['content-type']).toBe('application/pdf')
    const workbook = await readXlsx((await get(`${board}/list.xlsx`)).rawPayload)
    if (!workbook.ok) throw new Error('unreadable')
    const [result, staff] = workbook.sheets.map(({ cells }) => [...cells.values()].map((row) => [...row.values()].map((cell) => textOf(cell))))
    expect(result).toEqual(expect.arrayContaining([['理由', '大雨のため'], ['招集(人)', '6'], ['参集できる(人)', '1'], ['参集できない(人)', '1']]))
    expect(staff).toHaveLength(1 + 6)
  }, 60_000)

  test('is closed once, and takes no answer after that', async () => {
    const { link, id } = await somebody(2)
    await city.send({ page: board, action: `${board}/end`, values: {}, cookie: officer })
    await city.send({ page: '/staff/muster/me', action: `${board}/end`, values: {}, cookie: officer })
    await reply((await somebody(0)).link, 'minutes:15').catch(() => null)
    expect(await replies(id)).toEqual([])
    expect((await get(link, 'language=ja')).body).toContain('終わりました')
    const told = await city.open.owner<{ count: number }[]>`select count(*)::int as count from (select name, subject from kernel.outbox union all select name, subject from kernel.fact) f where name = ${facts.musterEnded.name} and subject = ${`muster:${board.split('/').at(-1)}`}`
    expect(told[0]?.count).toBe(1)
  })

  test('reaches somebody by LINE, whose own link answers', async () => {
    const cookie = await city.signIn('kitamura.shun')
    const contact = await city.open.database.act('alert-mail', systemActor, (tx) => addContact(tx, { channel: 'line', address: `U${'d'.repeat(32)}`, language: 'ja', isConfirmed: true }))
    if (!contact.ok) throw new Error(contact.problem)
    const own = `https://city.example/notices/mine/${sealId(new Seals(Buffer.alloc(32, 7)).of(city.open.city.key, 'notices'), 'contact', contact.id)}`
    expect((await city.send({ page: '/staff/muster/me', action: '/staff/muster/me/other', values: { token: own }, cookie })).statusCode).toBe(303)
    expect((await get('/staff/muster/me', cookie)).body).toContain('LINE')
    const called = await city.send({ page: '/staff/muster', action: '/staff/muster', values: { classes: 'third', reason: '地震のため', place: '市役所' }, cookie: officer })
    const call = String(called.headers.location).split('/').at(-1) ?? ''
    await city.workers.settle()
    const [message] = await city.open.owner<{ source: string }[]>`select source from notices.stand_in_message where channel = 'line' order by id desc limit 1`
    const link = new RegExp(`/muster/${call}/[\\w-]+`).exec(message?.source ?? '')?.[0] ?? 'no link'
    expect((await reply(link, 'minutes:60')).statusCode).toBe(303)
    const kept = await city.open.owner<{ name: string }[]>`select r.name from alert_mail.muster_reply y join alert_mail.roster r on r.id = y.roster_id where y.call_id = ${call}`
    expect(kept.map(({ name }) => name)).toEqual(['北村 駿'])
  })

  test('nobody without the duty calls or looks', async () => {
    const other = await city.signIn('morita.riku')
    expect((await get('/staff/muster', other)).statusCode).toBe(403)
    expect((await get(board, other)).statusCode).toBe(403)
  })
})
