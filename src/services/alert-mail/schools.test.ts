import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { sealId } from '#kernel/secrets/sealed-id.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import { listMembers } from '../../capabilities/notices/contacts.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { notices } from '../../capabilities/notices/manifest.ts'
import { phrasebook } from '../../capabilities/phrasebook/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { alertMail } from './manifest.ts'

let city: TestWeb
/** Keeps 三つ葉小学校 and どんぐり幼稚園. */
let office: string
/** Keeps the other two. */
let other: string
let now = Temporal.Instant.from('2026-11-22T05:00:00Z')

beforeAll(async () => {
  const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate() }
  city = await openTestWeb([staffIdentity, imports, mail, notices, phrasebook, alertMail], { clock })
  office = await city.signIn('hayase.mio')
  other = await city.signIn('toda.ryoji')
})
afterAll(() => city.close())

const SCHOOL = '/staff/schools/mitsuba'

async function get(url: string, cookie = office) {
  return city.web.inject({ url, headers: { accept: 'text/html', cookie } })
}

async function post(page: string, action: string, values: Readonly<Record<string, string>>, cookie = office) {
  return city.send({ page, action, values, cookie })
}

interface ClassRow {
  readonly id: string
}

async function classId(grade: number, name: string, year = 2026, school = 'mitsuba'): Promise<string> {
  const rows = await city.open.owner<ClassRow[]>`select id from alert_mail.class where school_key = ${school} and grade = ${grade} and name = ${name} and school_year = ${year}`
  return rows[0]?.id ?? 'missing'
}

function members(id: string): Promise<string[]> {
  return city.open.database.read('alert-mail', systemActor, (tx) => listMembers(tx, `alert-mail.class.${id}`))
}

/** The addresses that letters of a purpose went to, and what stood in them, the newest last. */
async function letters(purpose: string): Promise<{ text: string; to: string }[]> {
  return city.open.owner<{ text: string; to: string }[]>`select body as text, recipient as to from mail.letter where purpose = ${purpose} order by written_at`
}

function linkIn(text: string | undefined): string {
  return /https?:\/\/[^/\s]+(\/schools\/\S+)/.exec(text ?? '')?.[1] ?? 'no link'
}

/** Invites one child's guardian and returns the path of the invitation. */
async function inviteByMail(child: string, address: string, id: string): Promise<string> {
  const page = `${SCHOOL}/classes/${id}`
  expect((await post(page, `${page}/invite`, { child, address, language: 'ja' })).statusCode).toBe(303)
  return linkIn((await letters('alert-mail.invitation')).at(-1)?.text)
}

async function join(path: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await post(path, path, { role: 'mother', language: 'pt', ...values }, 'language=pt')
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(303)
  return String(answer.headers.location)
}

async function sendMessage(target: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const saved = await post(`${SCHOOL}/messages/new`, `${SCHOOL}/messages/new`, { target, urgency: '0', asksReceipt: 'yes', 'title.ja': '持ち物', 'body.ja': '水とうを持たせてください。', ...values })
  const path = String(saved.headers.location)
  await post(path, `${path}/send`, {})
  now = now.add({ seconds: 61 })
  await city.workers.settle()
  return path
}

async function addressees(path: string): Promise<string[]> {
  const rows = await city.open.owner<{ contact_id: string }[]>`select contact_id from alert_mail.addressee where message_id = ${path.split('/').at(-1) ?? ''}`
  return rows.map((row) => row.contact_id)
}

describe('joining', () => {
  test('an invitation by mail is confirmed with one button and used once', async () => {
    const id = await classId(3, '2組')
    const before = await members(id)
    const path = await inviteByMail('40番', 'forty@example.jp', id)
    const { body } = await get(path, 'language=pt')
    expect(body).toContain('Mitsuba')
    expect(body).not.toContain('forty@example.jp')
    const mine = await join(path)
    expect(mine).toMatch(/^\/schools\/mine\//)
    expect((await members(id)).length).toBe(before.length + 1)
    expect((await get(path, 'language=ja')).body).toContain('使われています')
    expect((await post('/schools/join', path, { role: 'mother', language: 'ja' }, 'language=ja')).statusCode).toBe(200)
    expect((await members(id)).length).toBe(before.length + 1)
  })

  test('a sheet’s code needs a letter to the typed address, whose link works once', async () => {
    const id = await classId(3, '2組')
    const page = `${SCHOOL}/classes/${id}`
    await post(page, `${page}/invite`, { child: '41番', address: '', language: 'ja' })
    const sheet = await get(`${page}/sheets.pdf`)
    expect(sheet.headers['content-type']).toBe('application/pdf')
    const code = await codeOf('41番')
    const typed = await post('/schools/join', '/schools/join', { code: code.toLowerCase().replaceAll('-', ' ') }, 'language=ja')
    const path = String(typed.headers.location)
    const before = await members(id)
    await join(path, { address: 'sheet41@example.jp' })
    expect(await members(id)).toEqual(before)
    const link = linkIn((await letters('alert-mail.confirmation')).at(-1)?.text)
    expect((await get(link, 'language=en')).body).toContain('sheet41@example.jp')
    expect((await post(link, link, {}, 'language=en')).headers.location).toMatch(/^\/schools\/mine\//)
    expect((await members(id)).length).toBe(before.length + 1)
    expect((await get(link, 'language=en')).statusCode).toBe(404)
  })

  test.each(['0000-0000-0000-00', 'ZZZZ', '000V-7K2M-Q4ZD-8H', 'あいうえお', 'x'.repeat(60)])('the code %s opens nothing', async (code) => {
    expect((await get(`/schools/join/${encodeURIComponent(code)}`, 'language=ja')).statusCode).toBe(404)
  })

  test('a renewed code makes the old one void', async () => {
    const id = await classId(3, '2組')
    const path = await inviteByMail('42番', 'fortytwo@example.jp', id)
    const page = `${SCHOOL}/classes/${id}`
    const [row] = await city.open.owner<ClassRow[]>`select id from alert_mail.guardian where child_label = '42番'`
    await post(page, `${page}/renew`, { guardian: row?.id ?? '' })
    expect((await get(path, 'language=ja')).statusCode).toBe(404)
    expect((await get(linkIn((await letters('alert-mail.invitation')).at(-1)?.text), 'language=ja')).statusCode).toBe(200)
  })

  test('a guardian leaves, and nothing of the class comes any more', async () => {
    const id = await classId(6, '1組')
    const mine = await join(await inviteByMail('43番', 'fortythree@example.jp', id))
    const before = (await members(id)).length
    const [row] = await city.open.owner<ClassRow[]>`select id from alert_mail.guardian where child_label = '43番'`
    const left = await post(`${mine}/leave/${row?.id}`, `${mine}/leave`, { guardian: row?.id ?? '' }, 'language=ja')
    expect(left.statusCode).toBe(303)
    expect((await members(id)).length).toBe(before - 1)
  })

  test('somebody else’s link leaves nothing', async () => {
    const [mine, theirs] = [await join(await inviteByMail('44番', 'a44@example.jp', await classId(6, '1組'))), await join(await inviteByMail('45番', 'a45@example.jp', await classId(6, '1組')))]
    const [row] = await city.open.owner<ClassRow[]>`select id from alert_mail.guardian where child_label = '45番'`
    expect((await get(`${mine}/leave/${row?.id}`, 'language=ja')).statusCode).toBe(404)
    const forged = `${theirs.slice(0, -1)}${theirs.endsWith('A') ? 'B' : 'A'}`
    expect((await get(forged, 'language=ja')).statusCode).toBe(404)
  })
})

/** The code that the sheet of a child bears, read off its class's page of invitations through the service's own rule. */
async function codeOf(child: string): Promise<string> {
  const { joinCode } = await import('./rules/personal-links.ts')
  const [row] = await city.open.owner<{ id: string; number: number; code_round: number }[]>`select id, number::int as number, code_round from alert_mail.guardian where child_label = ${child}`
  const seals = new Seals(Buffer.alloc(32, 7))
  return joinCode(seals.of(city.open.city.key, 'alert-mail'), { id: row?.id ?? '', number: row?.number ?? 0, codeRound: row?.code_round ?? 0 })
}

describe('a message', () => {
  test('reaches a guardian of two children once, and takes receipts from its own links alone', async () => {
    const [third, sixth] = [await classId(3, '2組'), await classId(6, '1組')]
    await join(await inviteByMail('50番', 'two-children@example.jp', third))
    await join(await inviteByMail('51番', 'two-children@example.jp', sixth))
    const path = await sendMessage('school')
    const id = path.split('/').at(-1) ?? ''
    const ids = await addressees(path)
    const [contact] = await city.open.owner<ClassRow[]>`select id from notices.contact where address = 'two-children@example.jp'`
    expect(ids.filter((one) => one === contact?.id)).toHaveLength(2)
    const [notice] = await city.open.owner<{ lists: number; people: number }[]>`select jsonb_array_length(audience->'lists') as lists,
      (select count(distinct contact_id)::int from notices.list_member m where audience->'lists' ? m.list) as people from notices.notice n join alert_mail.message m on m.notice_id = n.id where m.id = ${id}`
    expect(notice?.people).toBe(new Set(ids).size)
    const token = Buffer.concat([Buffer.from((contact?.id ?? '').replaceAll('-', ''), 'hex'), Buffer.alloc(12)]).toString('base64url')
    const own = `/schools/messages/${id}/${token}`
    expect((await get(own, 'language=pt')).body).toContain('Li a mensagem')
    for (let times = 0; times < 2; times++) await post('/schools/join', own, {}, 'language=pt')
    const receipts = await city.open.owner<{ count: number }[]>`select count(*)::int as count from alert_mail.receipt where message_id = ${id}`
    expect(receipts[0]?.count).toBe(1)
    expect((await get(path)).body).toMatch(/\d+人のうち1人が読みました/)
    for (const foreign of ['{contact}', 'A'.repeat(38), Buffer.alloc(28, 9).toString('base64url')]) {
      const strange = `/schools/messages/${id}/${encodeURIComponent(foreign)}`
      expect((await get(strange, 'language=ja')).body).not.toContain(`action="${strange}"`)
      expect((await post('/schools/join', strange, {}, 'language=ja')).statusCode).toBe(404)
    }
    const again = await post(path, `${path}/remind`, {})
    expect(again.statusCode).toBe(303)
    const reminders = await city.open.owner<{ people: number }[]>`select people from alert_mail.reminder where message_id = ${id}`
    expect(reminders[0]?.people).toBe(new Set(ids).size - 1)
  })

  test('another school’s keeper sees and sends nothing, and the try is written down', async () => {
    const id = await classId(3, '2組')
    for (const url of [SCHOOL, `${SCHOOL}/classes/${id}`, `${SCHOOL}/list.csv`, `${SCHOOL}/promotion`, `${SCHOOL}/messages/new`]) {
      expect((await get(url, other)).statusCode, url).toBe(404)
    }
    expect((await post('/staff/schools/minamino', `${SCHOOL}/classes/${id}/invite`, { child: 'x', address: '', language: 'ja' }, other)).statusCode).toBe(404)
    const notes = await city.open.owner<{ count: number }[]>`select count(*)::int as count from kernel.audit where act = 'refused: school lists' and subject = 'school:mitsuba'`
    expect(notes[0]?.count).toBeGreaterThan(0)
    const views = await city.open.owner<{ count: number }[]>`select count(*)::int as count from kernel.audit where act = 'view class list' and subject = ${`class:${id}`}`
    expect(views[0]?.count).toBeGreaterThan(0)
  })
})

describe('a class list from a file', () => {
  const head = '学年,組,子ども,続柄,メール,言語'

  async function upload(text: string, cookie = office) {
    const page = await get(`${SCHOOL}/import`, cookie)
    const token = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const border = 'border-of-the-test'
    const part = (name: string, body: string, more = '') => `--${border}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${body}\r\n`
    const payload = `${part('csrf', token)}${part('file', text, '; filename="list.csv"')}--${border}--\r\n`
    return city.web.inject({ method: 'POST', url: `${SCHOOL}/import`, headers: { cookie, accept: 'text/html', 'content-type': `multipart/form-data; boundary=${border}` }, payload })
  }

  test('names row, column and reason, and invites nobody while one is wrong', async () => {
    const before = await letters('alert-mail.invitation')
    const answer = await upload(`${head}\n9,1組,1番,母,a@example.jp,日本語\n2,1組,,母,nonsense,日本語\n2,1組,3番,姉,,火星語\n`)
    expect(answer.statusCode).toBe(422)
    for (const word of ['学年', '子ども', 'メール', '続柄', '言語']) expect(answer.body).toContain(word)
    expect(await letters('alert-mail.invitation')).toEqual(before)
  })

  test('is shown first, then taken in once; a second reading finds everybody there', async () => {
    const text = `${head}\n2,3組,髙橋 一郎,母,takahashi@example.jp,ポルトガル語\n2,3組,吉田 二郎,,,\n`
    const trial = String((await upload(text)).headers.location)
    expect((await get(trial)).body).toContain('新しい学級')
    expect((await get(trial, await city.signIn('kirishima.sora'))).statusCode).toBe(404)
    expect((await post(trial, trial, { trial: 'x' })).headers.location).toBe(SCHOOL)
    const rows = await city.open.owner<{ child_label: string; language: string }[]>`select child_label, language from alert_mail.guardian where class_id = ${await classId(2, '3組')} order by number`
    expect(rows.map((row) => ({ ...row }))).toEqual([{ child_label: '髙橋 一郎', language: 'pt' }, { child_label: '吉田 二郎', language: 'ja' }])
    const again = String((await upload(text)).headers.location)
    await post(again, again, { trial: 'x' })
    const count = await city.open.owner<{ count: number }[]>`select count(*)::int as count from alert_mail.guardian where class_id = ${await classId(2, '3組')}`
    expect(count[0]?.count).toBe(2)
  })
})

describe('guardians reached by LINE or push', () => {
  test.each([['line', '70番'], ['push', '71番']])('join a class by their own page, read, and say so with the link that %s brought', async (channel, child) => {
    // One of the demo city's invented subscribers, whose messages can be read at the stand-in.
    const [contact] = await city.open.owner<{ id: string; address: string }[]>`select id, address from notices.contact where channel = ${channel} and state = 'active' order by id limit 1`
    const ownPage = `https://city.example/notices/mine/${sealId(new Seals(Buffer.alloc(32, 7)).of(city.open.city.key, 'notices'), 'contact', contact?.id ?? '')}`
    const id = await classId(3, '2組')
    const page = `${SCHOOL}/classes/${id}`
    await post(page, `${page}/invite`, { child, address: '', language: 'ja' })
    const path = `/schools/join/${await codeOf(child)}`
    for (const own of ['https://city.example/notices/mine/nobody', 'A'.repeat(38), '']) {
      expect((await post(path, path, { own, role: 'mother', language: 'pt' }, 'language=pt')).statusCode, own).toBe(422)
    }
    const before = (await members(id)).length
    expect(await join(path, { own: ownPage })).toMatch(/^\/schools\/mine\//)
    expect((await members(id)).length).toBe(before + 1)
    const message = (await sendMessage(`class:${id}`)).split('/').at(-1) ?? ''
    const sources = await city.open.owner<{ source: string }[]>`select source from notices.stand_in_message where channel = ${channel} order by id`
    const link = new RegExp(`/schools/messages/${message}/[\\w-]+`).exec(sources.at(-1)?.source ?? '')?.[0] ?? 'no link'
    expect((await get(link, 'language=pt')).body).toContain('Li a mensagem')
    expect((await post(link, link, {}, 'language=pt')).statusCode).toBe(303)
    const receipts = await city.open.owner<{ contact_id: string }[]>`select contact_id from alert_mail.receipt where message_id = ${message}`
    expect(receipts.map(({ contact_id }) => contact_id)).toEqual([contact?.id])
    expect((await get(page)).body).toContain(channel === 'line' ? 'LINE' : 'プッシュ')
    expect((await get(`${SCHOOL}/list.csv`)).body).not.toContain(contact?.address)
  })
})

// Last, because it empties this year's classes.
describe('April', () => {
  test('after the promotion the old class’s guardians get nothing', async () => {
    const [third, sixth] = [await classId(3, '2組'), await classId(6, '1組')]
    const oldThird = await members(third)
    // Whose only child at the school is in its last grade.
    const rows = await city.open.owner<{ contact_id: string }[]>`select contact_id from alert_mail.guardian g join alert_mail.class c on c.id = g.class_id
      where c.school_key = 'mitsuba' and g.state = 'confirmed' group by contact_id having bool_and(g.class_id = ${sixth})`
    const onlySixth = rows.map((row) => row.contact_id)
    expect(oldThird.length).toBeGreaterThan(0)
    now = Temporal.Instant.from('2027-04-02T00:00:00Z')
    office = await city.signIn('hayase.mio')
    await post(`${SCHOOL}/promotion`, `${SCHOOL}/promotion`, {})
    const plan = await get(`${SCHOOL}/promotion`)
    expect(plan.body).toContain('4年 2組')
    expect(plan.body).toContain('卒業')
    await post(`${SCHOOL}/promotion`, `${SCHOOL}/promotion/carry-out`, {})
    expect(await members(third)).toEqual([])
    expect(await members(sixth)).toEqual([])
    const fourth = await classId(4, '2組', 2027)
    expect((await members(fourth)).toSorted()).toEqual(oldThird.toSorted())
    const path = await sendMessage('school')
    const reached = new Set(await addressees(path))
    expect(onlySixth.length).toBeGreaterThan(0)
    expect(onlySixth.filter((id) => reached.has(id))).toEqual([])
    // A class of before cannot be written to, not even by its id.
    const old = await post(`${SCHOOL}/messages/new`, `${SCHOOL}/messages/new`, { target: `class:${sixth}`, urgency: '0', 'title.ja': 'あ', 'body.ja': 'い。' })
    expect(old.statusCode).toBe(422)
  })
})
