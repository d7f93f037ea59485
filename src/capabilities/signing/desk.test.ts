import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { closePress, printPdf } from '../documents/pdf.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { signing } from './manifest.ts'
import { signPdf } from './signing.ts'

let city: TestWeb
let cookie: string

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, signing])
  cookie = `${await city.signInWith('signing-officer')}; language=ja`
})
afterAll(async () => {
  await city.close()
  closePress()
})

const page = async (url: string) => (await city.web.inject({ url, headers: { cookie } })).body
const inUse = async () => (await city.open.owner`select id, serial_number from signing.certificate where role = 'signer' and revoked_at is null order by made_at desc, valid_to desc`)[0]

async function signedPaper(): Promise<Buffer> {
  const printed = await printPdf({ template: '証明書', content: {}, title: '証明書', author: '市長', createdAt: city.open.database.clock.now(), standard: 'a-2a', missingCharacters: 'refuse' })
  if (!printed.ok) throw new Error(printed.reason)
  const signed = await city.open.database.act('signing', { id: 'system', person: null, resident: null }, (tx) => signPdf({ tx, city: city.open.city, standInOrigin: city.open.standInOrigin }, printed.bytes, { reason: '試験', withoutTimeStamp: 'refuse' }))
  if (!signed.ok) throw new Error(signed.detail)
  return signed.bytes
}

async function upload(bytes: Buffer): Promise<string> {
  const shown = await city.web.inject({ url: '/verify', headers: { cookie: 'language=ja' } })
  const token = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
  const form = new FormData()
  form.append('csrf', token)
  form.append('paper', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'paper.pdf')
  const request = new Request('http://kameyama.example/verify', { method: 'POST', body: form })
  const cookies = ['language=ja', ...shown.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
  const answer = await city.web.inject({ method: 'POST', url: '/verify', headers: { cookie: cookies, 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()) })
  return answer.body
}

test('the officer sees what signs, and that the time-stamp authority answers', async () => {
  const body = await page('/staff/signing')
  expect(body).toContain((await inUse())?.serial_number)
  expect(body).toContain('時刻認証局')
  expect(body).toContain('応答')
})

test('nobody else does', async () => {
  const other = await city.signInWith('system-administrator')
  expect((await city.web.inject({ url: '/staff/signing', headers: { cookie: other } })).statusCode).toBe(403)
})

test('a revoked certificate needs a reason and is followed at once', async () => {
  const before = await inUse()
  const question = `/staff/signing/certificates/${before?.id}/revoke`
  const without = await city.send({ page: question, action: '/staff/signing/revoke', values: { certificate: before?.id, because: '' }, cookie })
  expect(without.statusCode).toBe(422)
  const sent = await city.send({ page: question, action: '/staff/signing/revoke', values: { certificate: before?.id, because: '鍵の紛失' }, cookie })
  expect(sent.statusCode).toBe(303)
  expect((await inUse())?.id).not.toBe(before?.id)
  expect(await page('/staff/signing')).toContain('失効')
  const again = await city.send({ page: '/staff/signing', action: '/staff/signing/revoke', values: { certificate: before?.id, because: '鍵の紛失' }, cookie })
  expect(again.statusCode).toBe(409)
})

test('anyone may have a paper checked', async () => {
  const paper = await signedPaper()
  expect(await upload(paper)).toContain('本物です')
  const touched = Buffer.concat([paper, Buffer.from('%')])
  const body = await upload(touched)
  expect(body).not.toContain('本物です')
  expect(body).toContain('後')
  expect(await upload(Buffer.from('hello'))).toContain('ではありません')
})

test('a number typed from a paper leads to its page', async () => {
  const answer = await city.web.inject({ url: '/verify?code=ab12-cd34%20%EF%BC%91' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/verify/AB12CD341'])
})
