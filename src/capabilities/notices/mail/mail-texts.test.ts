import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { authenticate } from 'mailauth'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { ASAHI, KAMEYAMA } from '../../../testing.ts'
import { draft } from '../testing/invented-notice.ts'
import { mailDnsRecords, zoneText } from './dns-records.ts'
import { compileLetter } from './letter.ts'
import { mailLanesOf } from './mail-lanes.ts'
import { decodedHeader, encodedHeader, encodedText } from './mime-text.ts'
import { bounceLocalPart, leaveLocalPart, readLocalPart } from './return-address.ts'
import { smtpAddressIn, SmtpAddressFault } from './smtp-address.ts'
import { isGoneStatus, ReplyReader, saysGone } from './smtp-reply.ts'

const seal = new Seal(Buffer.alloc(32, 7), 'kameyama', 'notices')
const anyText = fc.string({ unit: fc.constantFrom(...'あ避亀👨‍👩‍👧‍👦é. \t=?_-\r\nabcXYZ~<>"'), maxLength: 300 })

describe('texts in mail', () => {
  test('come out as they went in, on lines that every server takes, none with a dot in front', async () => {
    await fc.assert(fc.asyncProperty(anyText, async (text) => {
      const { encoding, body } = encodedText(text)
      expect(body).toMatch(/^(?:[\t\x20-\x7e]{0,76}\r\n)*$/)
      expect(body).not.toMatch(/^\./m)
      const mail = await simpleParser(`Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`)
      expect(mail.text?.replace(/\n*$/, '')).toBe(text.replace(/\r\n?/g, '\n').replace(/\n*$/, ''))
    }), { numRuns: 150 })
  })

  test('as headers stay one header', async () => {
    await fc.assert(fc.asyncProperty(anyText, async (text) => {
      const value = encodedHeader(text)
      expect(value.split('\r\n').every((line, index) => line.length <= 76 && (index === 0 || line.startsWith(' ')))).toBe(true)
      const { subject = '', headers } = await simpleParser(`Subject: ${value}\r\nX-End: 1\r\n\r\n`)
      const plain = text.replace(/[\p{Cc}]+/gu, ' ').trim()
      expect([...headers.keys()]).toEqual(plain === '' ? expect.arrayContaining(['x-end']) : ['subject', 'x-end'])
      if (plain !== '') expect(decodedHeader(value)).toBe(plain)
      if (/^[^ ]+( [^ ]+)*$/.test(plain)) expect(subject).toBe(plain)
    }), { numRuns: 150 })
  })
})

test('a return address tells whose it is, whatever the case, and no other one does', () => {
  fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.nat({ max: 49 }), (notice, contact, at) => {
    const local = bounceLocalPart(seal, notice, contact)
    expect(local.length).toBeLessThanOrEqual(64)
    const returned = { kind: 'bounce', contactId: contact, noticePrefix: notice.replaceAll('-', '').slice(0, 12) }
    expect(readLocalPart(seal, local.toUpperCase())).toEqual(returned)
    expect(readLocalPart(seal, leaveLocalPart(seal, contact))).toEqual({ kind: 'leave', contactId: contact })
    const altered = local.slice(0, at) + (local[at] === 'a' ? 'b' : 'a') + local.slice(at + 1)
    expect(readLocalPart(seal, altered)).toBeUndefined()
  }))
})

test('a letter passes SPF, DKIM and DMARC with the records that the city is told to publish', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const [domain, returnDomain] = ['bousai.city.example.jp', 'bounces.bousai.city.example.jp']
  const sender = { name: '亀山市', domain, returnDomain, origin: `https://${domain}`, seal }
  const keys = [{ selector: 'tsunagu1', publicPart: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), role: 'signing' as const }]
  const records = mailDnsRecords({ domain, returnDomain, keys, senders: ['ip4:192.0.2.25'], isTrial: false, receivingHost: `mx.${domain}` })
  const issued = { ...draft, id: '3f0c0b52-7d0a-4b3f-9a57-0b1a36f1c001', origin: 'trial-service', issuedAt: Temporal.Instant.from('2026-11-22T00:00:00Z') }
  const template = compileLetter(issued, 'pt', sender, { domain, selector: 'tsunagu1', key: privateKey }, Temporal.Now.instant())
  const contact = '00000000-0000-4000-8000-000000000001'
  const resolver = async (name: string, type: string) => {
    const found = records.filter((record) => record.name === name && record.type === type).map(({ value }) => [value])
    if (found.length === 0) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
    return found
  }
  const terms = { ip: '192.0.2.25', helo: domain, sender: template.envelopeFor(contact, 'hanako@example.org').from, resolver, disableArc: true, disableBimi: true }
  const result = await authenticate(Buffer.from(await template.letterFor(contact, 'hanako@example.org'), 'latin1'), terms)
  expect(result).toMatchObject({ spf: { status: { result: 'pass' } }, dkim: { results: [{ status: { result: 'pass' } }] }, dmarc: { status: { result: 'pass' }, p: 'reject' } })
  const forged = (await template.letterFor(contact, 'hanako@example.org')).replace('List-Unsubscribe-Post', 'Subject: cheap pills\r\nList-Unsubscribe-Post')
  expect(await authenticate(Buffer.from(forged, 'latin1'), { ...terms, ip: '198.51.100.1' })).toMatchObject({ dmarc: { status: { result: 'fail' } } })
  const trial = mailDnsRecords({ domain, returnDomain, keys, senders: [], isTrial: true, receivingHost: 'mx', reportsTo: 'reports@example.jp' })
  expect(trial.find(({ name }) => name === `_dmarc.${returnDomain}`)?.value).toBe('v=DMARC1; p=reject; adkim=r; aspf=r; t=y; rua=mailto:reports@example.jp')
  expect(zoneText('x'.repeat(300))).toBe(`"${'x'.repeat(255)}" "${'x'.repeat(45)}"`)
})

describe('the address of a mail server', () => {
  test.each([
    ['smtp://relay.example.jp', { port: 25, tls: 'offered', login: null }],
    ['smtp://relay.example.jp:2525?tls=required', { port: 2525, tls: 'required' }],
    ['smtps://u%40x:p%3A@relay.example.jp', { port: 465, tls: 'implicit', login: { user: 'u@x', password: 'p:' } }],
    ['smtp://u:p@relay.example.jp', { port: 587, tls: 'required' }],
    ['smtp://u:p@127.0.0.1:25', { port: 25, tls: 'offered' }],
    ['smtp://[::1]:25', { host: '::1' }],
  ])('%s', (url, expected) => expect(smtpAddressIn(url)).toMatchObject(expected))

  test.each(['relay.example.jp', 'http://relay.example.jp', 'smtp://', 'smtp://u:tiger@relay.example.jp?tls=never'])('%s is none, and no secret is quoted', (url) => {
    expect(() => smtpAddressIn(url)).toThrow(SmtpAddressFault)
    expect(() => smtpAddressIn(url)).not.toThrow('tiger')
  })
})

describe('a reply', () => {
  test('is the same however it is cut', () => {
    const whole = '250-first\r\n250 second\r\n550 5.1.1 gone\r\n354\r\n'
    fc.assert(fc.property(fc.array(fc.nat({ max: whole.length })), (cuts) => {
      const reader = new ReplyReader()
      const ends = [...cuts.toSorted((a, b) => a - b), whole.length]
      const replies = ends.flatMap((end, index) => reader.read(whole.slice(ends[index - 1] ?? 0, end)))
      expect(replies.map(({ code, text }) => [code, text])).toEqual([[250, 'first second'], [550, '5.1.1 gone'], [354, '']])
    }))
  })

  test.each([
    [550, '5.1.1 no such user', true], [550, 'no such user', true], [550, '5.7.1 blocked', false], [554, 'spam', false], [552, '5.2.2 full', false], [550, '5.2.1 disabled', true], [553, '5.1.10 null MX', true],
  ])('%i %s says gone: %s', (code, text, isGone) => expect(saysGone({ code, text, lines: [text] })).toBe(isGone))

  test('of a delivery report says gone by its status alone', () => {
    expect(['5.1.1', '5.1.10', '5.2.1', '5.2.2', '5.7.1', '4.1.1'].map(isGoneStatus)).toEqual([true, true, true, false, false, false])
  })
})

test('limits of carriers come from the city\'s file, where it has one', () => {
  expect(mailLanesOf(cityIn(KAMEYAMA)).map(({ key }) => key)).toContain('docomo.ne.jp')
  expect(mailLanesOf(cityIn(ASAHI))).toEqual([])
})
