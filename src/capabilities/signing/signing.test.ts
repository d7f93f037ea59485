import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { clockAt } from '#kernel/time/clock.ts'
import { closePress, printPdf } from '../documents/pdf.ts'
import { readPdfText } from '../documents/pdf-text.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { makeNext, renewCertificates } from './authority/city-authority.ts'
import { signing } from './manifest.ts'
import { signPdf, verifyPdf, type SignResult, type SignTerms } from './signing.ts'
import { listCertificates, revokeCertificate } from './store.ts'

const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
const counter: Manifest = { name: 'counter', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, 'paper'), routes: [] }
const terms: SignTerms = { reason: '住民票の写しの交付', withoutTimeStamp: 'refuse' }
let city: TestWeb
let paper: Buffer
let signed: Buffer

beforeAll(async () => {
  city = await openTestWeb([signing, counter])
  const printed = await printPdf({
    template: '= 住民票の写し\n#content.name\n#pagebreak()\n次の頁', content: { name: '辻\u{E0100} 葛\u{E0100}子' }, title: '住民票の写し', author: '亀山市',
    createdAt: Temporal.Instant.from('2026-11-22T00:00:00Z'), standard: 'a-2a', missingCharacters: 'refuse', typeface: 'mincho',
  })
  if (!printed.ok) throw new Error(printed.reason)
  paper = Buffer.from(printed.bytes)
  signed = bytesOf(await sign())
})
afterAll(async () => {
  await city.close()
  closePress()
})

const sign = (change: Partial<SignTerms> = {}, standInOrigin = city.open.standInOrigin): Promise<SignResult> =>
  city.open.database.act('counter', systemActor, (tx) => signPdf({ tx, city: city.open.city, standInOrigin }, paper, { ...terms, ...change }))
const verify = (bytes: Buffer) => city.open.database.read('counter', systemActor, (tx) => verifyPdf({ tx, city: city.open.city }, bytes))
const asSigning = <Result>(work: Parameters<typeof city.open.database.act<Result>>[2]) => city.open.database.act('signing', systemActor, work)

function bytesOf(result: SignResult): Buffer {
  if (!result.ok) throw new Error(result.detail)
  return result.bytes
}

describe('a signed paper', () => {
  test('is genuine, says who signed it and when, and begins with the paper as it was', async () => {
    expect(signed.subarray(0, paper.length).equals(paper)).toBe(true)
    expect(await verify(signed)).toEqual({
      isGenuine: true, reasons: [], level: 'B-T', signedAt: Temporal.Instant.from('2026-11-22T00:00:00Z'),
      signer: { name: '亀山市長（試験認証局）', serialNumber: expect.stringMatching(/^[0-9A-F]{32}$/), validTo: Temporal.Instant.from('2029-11-22T00:00:00Z') },
    })
  })

  test('can be read like the one before, and signed once more', async () => {
    expect(readPdfText(signed)).toEqual(readPdfText(paper))
    const again = await city.open.database.act('counter', systemActor, (tx) => signPdf({ tx, city: city.open.city, standInOrigin: city.open.standInOrigin }, signed, terms))
    expect(await verify(bytesOf(again))).toMatchObject({ isGenuine: true })
  })

  test('keeps what the paper claims: tags, PDF/A', () => {
    const source = signed.toString('latin1')
    for (const part of ['<pdfaid:part>2', '/StructTreeRoot', '/SubFilter /ETSI.CAdES.detached', '/SigFlags 3']) expect(source).toContain(part)
  })

  test('is counted', async () => {
    expect(await city.open.owner`select distinct service, level from signing.signature`).toEqual([{ service: 'counter', level: 'B-T' }])
  })
})

describe('a paper that was touched', () => {
  const touchedAt = (at: number, change: number) => {
    const changed = Buffer.from(signed)
    changed[at] = (changed[at] as number) ^ change
    return verify(changed)
  }
  const change = fc.integer({ min: 1, max: 255 })
  const place = () => ({ begin: signed.indexOf('/Contents <', paper.length), end: signed.indexOf('>', signed.indexOf('/Contents <', paper.length)) })

  test('is not genuine, wherever a byte of it was changed', async () => {
    const { begin, end } = place()
    const outside = fc.oneof(fc.integer({ min: 0, max: begin }), fc.integer({ min: end, max: signed.length - 1 }))
    await fc.assert(fc.asyncProperty(outside, change, async (at, by) => {
      expect((await touchedAt(at, by)).isGenuine).toBe(false)
    }), { numRuns: 60 })
  })

  test('says the same signer and time or is not genuine, when the signature itself was changed', async () => {
    const { begin, end } = place()
    const [whole, inside] = [await verify(signed), fc.integer({ min: begin + 11, max: end - 1 })]
    await fc.assert(fc.asyncProperty(inside, change, async (at, by) => {
      const found = await touchedAt(at, by)
      if (found.isGenuine && found.level === 'B-T') expect(found).toEqual(whole)
    }), { numRuns: 60 })
  })

  test.each([
    ['appended to', () => Buffer.concat([signed, Buffer.from('\n1 0 obj\n<<>>\nendobj\n')]), 'changed-after-signing'],
    ['cut off', () => signed.subarray(0, signed.length - 10), 'not-whole'],
    ['cut off before the signature', () => signed.subarray(0, paper.length), 'no-signature'],
    ['with another content', () => replaced(signed, '/Count 2', '/Count 1'), 'content-altered'],
    ['with the whole range in the gap', () => replaced(signed, '/ByteRange [0 ', '/ByteRange [1 '), 'not-whole'],
    ['no PDF', () => Buffer.from('hello'), 'not-a-pdf'],
    ['empty', () => Buffer.alloc(0), 'not-a-pdf'],
  ])('%s', async (_, touched, reason) => {
    expect(await verify(touched())).toMatchObject({ isGenuine: false, reasons: [reason], signedAt: null })
  })

  test('by another city is of an unknown issuer', async () => {
    const other = await openTestWeb([signing, counter], { folder: new URL('../../../cities/asahi', import.meta.url).pathname })
    const foreign = await other.open.database.act('counter', systemActor, (tx) => signPdf({ tx, city: other.open.city, standInOrigin: other.open.standInOrigin }, paper, terms))
    await other.close()
    expect(await verify(bytesOf(foreign))).toMatchObject({ isGenuine: false, reasons: ['time-stamp-unknown-issuer', 'unknown-issuer'] })
  })
})

describe('when no time stamp can be had', () => {
  test('a certificate is not made', async () => {
    expect(await sign({}, 'http://127.0.0.1:9')).toMatchObject({ ok: false, reason: 'no-time-stamp', detail: expect.stringContaining('it did not answer') })
  })

  test('a paper that may do without is signed, and says so', async () => {
    const result = await sign({ withoutTimeStamp: 'sign' }, 'http://127.0.0.1:9')
    expect(result).toMatchObject({ ok: true, level: 'B-B' })
    expect(await verify(bytesOf(result))).toMatchObject({ isGenuine: true, reasons: ['no-time-stamp'], signedAt: null, level: 'B-B' })
  })
})

describe('certificates in the course of time', () => {
  const at = (instant: string, bytes: Buffer) => {
    const database = city.open.database
    return Object.assign(Object.create(database) as typeof database, { clock: clockAt(instant) }).read('counter', systemActor, (tx) => verifyPdf({ tx, city: city.open.city }, bytes))
  }

  test('a paper with a time stamp is genuine long after its certificate has ended', async () => {
    expect(await at('2035-01-01T00:00:00Z', signed)).toMatchObject({ isGenuine: true })
  })

  test('one without is not', async () => {
    const unstamped = bytesOf(await sign({ withoutTimeStamp: 'sign' }, 'http://127.0.0.1:9'))
    expect(await at('2035-01-01T00:00:00Z', unstamped)).toMatchObject({ isGenuine: false, reasons: ['no-time-stamp', 'certificate-not-valid-then'] })
  })

  test('are made anew only when they end soon, and the old ones go on verifying', async () => {
    expect(await asSigning((tx) => renewCertificates(tx, city.open.city))).toEqual([])
    const later = Object.assign(Object.create(city.open.database) as typeof city.open.database, { clock: clockAt('2026-11-22T09:05:00+09:00') })
    await later.act('signing', systemActor, async (tx) => {
      for (const role of ['root', 'signer', 'time-stamper'] as const) await makeNext(tx, city.open.city, role)
    })
    const renewed = bytesOf(await later.act('counter', systemActor, (tx) => signPdf({ tx, city: city.open.city, standInOrigin: city.open.standInOrigin }, paper, terms)))
    const [before, after] = await later.read('counter', systemActor, async (tx) => [await verifyPdf({ tx, city: city.open.city }, signed), await verifyPdf({ tx, city: city.open.city }, renewed)] as const)
    expect([before.isGenuine, after.isGenuine]).toEqual([true, true])
    expect(before.signer?.serialNumber).not.toBe(after.signer?.serialNumber)
  })

  test('one that was revoked counts no longer for what is signed from then on, and for a stamped paper of before it does', async () => {
    const later = clockAt('2026-11-22T10:00:00+09:00')
    const database = Object.assign(Object.create(city.open.database) as typeof city.open.database, { clock: later })
    const late = await database.act('counter', systemActor, (tx) => signPdf({ tx, city: city.open.city, standInOrigin: null }, paper, { ...terms, withoutTimeStamp: 'sign' }))
    await database.act('signing', systemActor, async (tx) => {
      for (const { id, role } of await listCertificates(tx)) if (role === 'signer') await revokeCertificate(tx, id, '鍵の紛失')
    })
    expect(await verify(signed)).toMatchObject({ isGenuine: true })
    expect(await at('2026-11-23T00:00:00Z', bytesOf(late))).toMatchObject({ isGenuine: false, reasons: ['no-time-stamp', 'certificate-revoked'] })
  })
})

function replaced(bytes: Buffer, text: string, by: string): Buffer {
  const at = bytes.indexOf(text)
  expect(at).toBeGreaterThan(-1)
  const changed = Buffer.from(bytes)
  changed.write(by, at, 'latin1')
  return changed
}
