import { randomUUID } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePress } from '#capabilities/documents/pdf.ts'
import { readPdfText } from '#capabilities/documents/pdf-text.ts'
import { facts as paymentFacts } from '#capabilities/payments/facts.ts'
import { paymentOf } from '#capabilities/payments/payments.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../testing.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { numberVault } from '../../capabilities/number-vault/manifest.ts'
import { payments } from '../../capabilities/payments/manifest.ts'
import { residentIdentity } from '../../capabilities/resident-identity/manifest.ts'
import { residents } from '../../capabilities/residents/manifest.ts'
import { signing } from '../../capabilities/signing/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { certificates } from './manifest.ts'
import { enrol, idOf, layOutRegister, testRegister } from './testing/register.ts'

let city: TestWeb
let clerk: string
let resident: string

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, residents, numberVault, imports, mail, residentIdentity, payments, signing, testRegister({ pauseMs: 0 }), certificates])
  await layOutRegister(city.open.owner, city.open.database.rolePrefix)
  await city.open.database.act('resident-records', systemActor, (tx) => enrol(tx, 'home', '三重県亀山市本丸町577番地', [
    { key: 'hanako', name: '辻\u{E0100}田 葛\u{E0100}子' }, { key: 'taro', name: '渡邉\u{E0100} 𠮷郎', details: { relationship: '夫' } }, { key: 'kid', name: '辻\u{E0100}田 桜', details: { birthDate: '2012-05-05', relationship: '子' } },
  ]))
  clerk = `${await city.signInWith('certificates-clerk')}; language=ja`
  resident = `${await signInResident(city, { personId: idOf('hanako'), proof: 'card' })}; language=ja`
})
afterAll(async () => {
  await city.close()
  closePress()
})

const get = (url: string, cookie: string) => city.web.inject({ url, headers: { cookie } })
const idIn = (location: unknown) => /[0-9a-f-]{36}/.exec(String(location))?.[0] ?? ''
const lastRequest = async () => (await city.open.owner`select * from certificates.request order by requested_at desc, id limit 1`)[0] as Record<string, unknown>

describe('online', () => {
  let id: string
  let paper: Buffer

  test('the resident chooses, and is led to the payment', async () => {
    const page = await get('/my/certificates', resident)
    expect(page.body).toContain('渡邉\u{E0100} 𠮷郎')
    expect(page.body).toContain('200')
    const sent = await city.send({ page: '/my/certificates', action: '/my/certificates', cookie: resident, values: { kind: 'resident-copy', people: idOf('taro'), options: 'relationship' } })
    expect(sent.statusCode).toBe(303)
    expect(sent.headers.location).toMatch(/^\/pay\//)
    id = String((await lastRequest())['id'])
    expect((await get(`/my/certificates/${id}`, resident)).body).toContain('支払')
  })

  test('nothing is made before it is paid; then it is, once, and can be fetched as the same file', async () => {
    await city.workers.settle()
    expect(await lastRequest()).toMatchObject({ issued_at: null, paid_at: null })
    const payment = await city.open.database.read('certificates', systemActor, (tx) => paymentOf(tx, `certificates:${id}`))
    const paid = { reference: `certificates:${id}`, service: 'certificates', fee: 'certificates.resident-copy', yen: 200, way: 'card', isElectronic: true, paidOn: '2026-11-22' } as const
    await city.open.database.act('payments', systemActor, async (tx) => { tx.publish(paymentFacts.paid, `payment:${payment?.id}`, paid) })
    await city.workers.settle()
    await city.workers.settle()
    const fetched = await city.send({ page: `/my/certificates/${id}`, action: '/my/certificates/paper', cookie: resident, values: { request: id } })
    expect(fetched.headers['content-type']).toContain('application/pdf')
    paper = fetched.rawPayload
    const again = await city.send({ page: `/my/certificates/${id}`, action: '/my/certificates/paper', cookie: resident, values: { request: id } })
    expect(again.rawPayload.equals(paper)).toBe(true)
    const text = readPdfText(paper).join('')
    expect(text).toContain('氏名渡邉\u{E0100} 𠮷郎')
    expect(text).not.toContain('桜')
    expect(await lastRequest()).toMatchObject({ issued_at: expect.anything(), paid_at: expect.anything(), printed_at: expect.anything(), settled_at: null })
  })

  test('somebody else sees neither the request nor the file, and a passkey is no proof', async () => {
    const other = await signInResident(city, { personId: idOf('taro'), proof: 'card' })
    expect((await get(`/my/certificates/${id}`, other)).statusCode).toBe(404)
    const taken = await city.send({ page: '/my/certificates', action: '/my/certificates/paper', cookie: other, values: { request: id } })
    expect(taken.statusCode).toBe(404)
    const weak = await signInResident(city, { personId: idOf('hanako'), proof: 'passkey' })
    expect((await get('/my/certificates', weak)).statusCode).not.toBe(200)
    expect((await get('/staff/certificates', resident)).statusCode).not.toBe(200)
  })

  test('what would be refused is refused before anybody pays, with a reason and a way out', async () => {
    const sent = await city.send({ page: '/my/certificates', action: '/my/certificates', cookie: resident, values: { kind: 'seal-certificate' } })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('登録')
    const foreign = await city.send({ page: '/my/certificates', action: '/my/certificates', cookie: resident, values: { kind: 'resident-copy', people: randomUUID() } })
    expect(foreign.statusCode).toBe(422)
  })
})

describe('at the counter', () => {
  const values = { person: '', kind: 'resident-copy', applicantKind: 'self', applicantName: '辻\u{E0100}田 葛\u{E0100}子', document: 'passport' }
  const issue = (change: Record<string, string> = {}) => city.send({ page: `/staff/certificates/people/${idOf('hanako')}/issue`, action: '/staff/certificates/issue', cookie: clerk, values: { ...values, person: idOf('hanako'), ...change } })
  const press = (action: string, request: string) => city.send({ page: '/staff/certificates/people/' + idOf('hanako'), action: `/staff/certificates/${action}`, cookie: clerk, values: { request } })

  test('the paper is made at once, printed once, and charged when it was printed', async () => {
    const id = idIn((await issue()).headers.location)
    expect((await get(`/staff/certificates/requests/${id}`, clerk)).body).toContain('印刷')
    expect(await city.open.database.read('certificates', systemActor, (tx) => paymentOf(tx, `certificates:${id}`))).toBeUndefined()
    const printed = await press('print', id)
    expect(readPdfText(printed.rawPayload).join('')).toContain('辻\u{E0100}田 桜')
    expect((await press('print', id)).statusCode).toBe(409)
    expect(await city.open.database.read('certificates', systemActor, (tx) => paymentOf(tx, `certificates:${id}`))).toMatchObject({ amountYen: 300, state: 'requested' })
  })

  test('a print that failed is recalled, its number says so, and nobody pays', async () => {
    const id = idIn((await issue()).headers.location)
    const printed = await press('print', id)
    const code = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(readPdfText(printed.rawPayload)[0] ?? '')?.[0] ?? ''
    expect((await press('print-failed', id)).statusCode).toBe(303)
    expect((await get(`/verify/${code}`, 'language=en')).body).toContain('recalled')
    expect(await city.open.database.read('certificates', systemActor, (tx) => paymentOf(tx, `certificates:${id}`))).toMatchObject({ state: 'cancelled' })
    expect((await press('print', id)).statusCode).toBe(409)
  })

  test('a third party needs a reason', async () => {
    const refused = await issue({ applicantKind: 'third-party' })
    expect([refused.statusCode, refused.body.includes('理由')]).toEqual([422, true])
    expect((await issue({ applicantKind: 'third-party', reason: '債権の回収のため（契約書を確認）' })).statusCode).toBe(303)
  })

  test('a stop holds from the next moment, and until it ends', async () => {
    const person = `/staff/certificates/people/${idOf('taro')}`
    const stop = await city.send({ page: person, action: '/staff/certificates/stop', cookie: clerk, values: { person: idOf('taro'), reason: 'lost-card' } })
    expect(stop.statusCode).toBe(303)
    expect((await issue()).statusCode).toBe(422)
    const id = /name="stop" value="([^"]+)"/.exec((await get(person, clerk)).body)?.[1] ?? ''
    await city.send({ page: person, action: '/staff/certificates/resume', cookie: clerk, values: { person: idOf('taro'), stop: id } })
    expect((await issue()).statusCode).toBe(303)
  })

  test('nobody is found where there is nobody, whatever the key looks like', async () => {
    for (const key of [randomUUID(), 'x', '%27']) expect((await get(`/staff/certificates/people/${key}`, clerk)).statusCode).toBe(404)
    expect((await get('/staff/certificates/requests/x', clerk)).statusCode).toBe(404)
  })
})

describe('a seal', () => {
  const upload = async (person: string, dots: number) => {
    const shown = await get(`/staff/certificates/people/${idOf(person)}`, clerk)
    const form = new FormData()
    const token = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    for (const [name, value] of Object.entries({ csrf: token, person: idOf(person), applicantName: '辻田', document: 'passport', dotsPerInch: '254' })) form.append(name, value)
    form.append('impression', new Blob([new Uint8Array(square(dots))], { type: 'image/png' }), 'seal.png')
    const request = new Request('http://kameyama.example/', { method: 'POST', body: form })
    return city.web.inject({ method: 'POST', url: '/staff/certificates/seals', headers: { cookie: clerk, 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()) })
  }

  test('of the right size is registered, one a person, and a certificate bears it', async () => {
    expect((await upload('hanako', 300)).statusCode).toBe(422)
    expect((await upload('kid', 150)).statusCode).toBe(422)
    expect((await upload('hanako', 150)).statusCode).toBe(303)
    expect((await get(`/staff/certificates/people/${idOf('hanako')}`, clerk)).body).toContain('15 × 15 mm')
    const sent = await city.send({
      page: `/staff/certificates/people/${idOf('hanako')}/issue`, action: '/staff/certificates/issue', cookie: clerk,
      values: { person: idOf('hanako'), kind: 'seal-certificate', applicantKind: 'self', applicantName: '辻田', document: 'passport' },
    })
    expect(await city.open.owner`select issued_at is not null as made from certificates.request where id = ${idIn(sent.headers.location)}`).toEqual([{ made: true }])
  })

  test('falls when its owner moves out, as soon as the fact is heard', async () => {
    const { residentFacts } = await import('#capabilities/residents/resident-facts.ts')
    await city.open.database.act('resident-records', systemActor, async (tx) => { tx.publish(residentFacts.movedOut, 'entry:1', { people: [idOf('hanako')], householdId: idOf('home'), on: '2026-11-22', to: 'japan' }) })
    await city.workers.settle()
    expect(await city.open.owner`select ended_because from certificates.seal where person_id = ${idOf('hanako')}`).toEqual([{ ended_because: 'moved-out' }])
  })
})

/** A white scan at 254 dpi with a filled square of so many tenths of a millimetre. */
function square(dots: number): Buffer {
  const side = dots + 20
  const raw = Buffer.alloc(side * (side + 1), 255)
  for (let row = 0; row < side; row++) {
    raw[row * (side + 1)] = 0
    if (row >= 10 && row < 10 + dots) raw.fill(0, row * (side + 1) + 11, row * (side + 1) + 11 + dots)
  }
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const head = Buffer.from([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255, 8, 0, 0, 0, 0])
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
}
