import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { simpleParser } from 'mailparser'
import { LANGUAGES } from '#kernel/text/text.ts'
import { Seal } from '#kernel/secrets/seal.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { notices } from '../manifest.ts'
import type { Contact, Notice } from '../model.ts'
import type { ChannelLine, Outcome } from '../sending/channel.ts'
import { draft } from '../testing/invented-notice.ts'
import { mailOver } from './mail-channel.ts'
import { SmtpSink, type SinkFaults } from './smtp-sink.ts'

const seal = new Seal(Buffer.alloc(32, 7), 'kameyama', 'notices')
const origin = 'https://kameyama.localhost'
let city: TestWeb
let sink: SmtpSink | undefined
let line: ChannelLine | undefined
beforeAll(async () => {
  city = await openTestWeb([notices], { isDemo: false })
})
afterEach(async () => {
  await line?.close()
  await sink?.close()
})
afterAll(() => city.close())

interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
}

const notice: Notice = { ...draft, id: '3f0c0b52-7d0a-4b3f-9a57-0b1a36f1c001', origin: 'trial-service', issuedAt: Temporal.Instant.from('2026-11-22T00:00:00Z') }
const contactFor = (number: number, change: Partial<Contact> = {}): Contact => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, channel: 'mail', address: `reader${number}@example.jp`, keys: null, language: LANGUAGES[number % 4] ?? 'ja', ...change,
})
const people = (count: number) => Array.from({ length: count }, (_, index) => contactFor(index))

async function openLine(faults: SinkFaults = {}): Promise<Received[]> {
  const received: Received[] = []
  sink = new SmtpSink({ ...faults, onMessage: (message) => received.push(message) })
  const url = `smtp://127.0.0.1:${await sink.listen()}`
  line = await mailOver(() => url).open({ city: city.open.city, database: city.open.database, seal, log: silentLog, isDrill: false, origin })
  return received
}

async function hand(contacts: readonly Contact[], what: Notice = notice): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  await line?.hand(what, contacts, (index, outcome) => {
    if (outcomes[index] !== undefined) throw new Error(`told twice of ${index}`)
    outcomes[index] = outcome
  })
  return outcomes
}

describe('a letter', () => {
  test('is signed so that others believe it, and reads in the language of its reader', async () => {
    const received = await openLine()
    expect(await hand(people(4))).toEqual(Array.from({ length: 4 }, () => ({ kind: 'handed' })))
    const keys = await city.open.owner`select public_part from notices.channel_key where name = 'dkim.1'`
    const resolver = async (name: string) => {
      expect(name).toBe('tsunagu1._domainkey.kameyama.localhost')
      return [[`v=DKIM1; k=rsa; p=${keys[0]?.public_part}`]]
    }
    for (const { source, to } of received) {
      const { results } = await dkimVerify(Buffer.from(source, 'latin1'), { resolver })
      expect(results).toMatchObject([{ signingDomain: 'kameyama.localhost', selector: 'tsunagu1', algo: 'rsa-sha256', status: { result: 'pass', aligned: 'kameyama.localhost' } }])
      const mail = await simpleParser(Buffer.from(source, 'latin1'))
      expect(mail.to).toMatchObject({ text: to[0] })
      expect(mail.messageId).toMatch(/^<3f0c0b52-7d0a-4b3f-9a57-0b1a36f1c001\.00000000-0000-4000-8000-\d{12}@kameyama\.localhost>$/)
    }
    const texts = await Promise.all(received.toSorted((a, b) => String(a.to).localeCompare(String(b.to))).map(({ source }) => simpleParser(Buffer.from(source, 'latin1'))))
    expect(texts.map(({ subject }) => subject)).toEqual(['【警戒レベル4】避難指示', '警戒（けいかい）レベル4 逃（に）げて ください', 'Alert level 4: evacuate', '【警戒レベル4】避難指示'])
    expect(texts[2]?.text).toContain('The river is rising.\nEverybody')
    expect(texts[3]?.text).toContain('Ainda não traduzido')
    expect(texts[3]?.text).toContain('川の水が増えています。')
  })

  test('brings its reader\'s own ways out, and a return address that tells whose it is', async () => {
    const received = await openLine()
    await hand([contactFor(1)])
    const [message] = received
    expect(message?.from).toMatch(/^b-[a-z0-9]{48}@bounces\.kameyama\.localhost$/)
    expect(message?.source).toMatch(/^List-Unsubscribe: <https:\/\/kameyama\.localhost\/notices\/leave\/[\w-]{38}>,\r\n <mailto:leave-[a-z0-9]{39}@bounces\.kameyama\.localhost>\r\n/m)
    expect(message?.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n/m)
  })

  test('whose title tries to be a header stays a title, with emoji and all', async () => {
    const received = await openLine()
    const title = '大雨\r\nBcc: everybody@example.jp 👨‍👩‍👧‍👦🌧️'.repeat(4)
    await hand([contactFor(0)], { ...notice, texts: { ...notice.texts, ja: { ...notice.texts.ja, title, sentences: ['.', '..x', ' .'] } } })
    const source = received[0]?.source ?? ''
    expect(source).not.toMatch(/^Bcc:/m)
    expect(source.split('\r\n').every((row) => row.length <= 998)).toBe(true)
    const mail = await simpleParser(Buffer.from(source, 'latin1'))
    expect(mail.subject).toBe(title.replace(/\r\n/g, ' '))
    expect(mail.text?.split('\n').slice(0, 3)).toEqual(['.', '..x', ' .'])
  })

  test('answers the earlier one that it updates', async () => {
    const received = await openLine()
    await hand([contactFor(1)], { ...notice, id: '3f0c0b52-7d0a-4b3f-9a57-0b1a36f1c002', kind: 'update', refersTo: notice.id })
    expect(received[0]?.source).toContain('In-Reply-To: <3f0c0b52-7d0a-4b3f-9a57-0b1a36f1c001.00000000-0000-4000-8000-000000000001@kameyama.localhost>\r\n')
  })

  test('cannot go to what is no address, or needs SMTPUTF8', async () => {
    const received = await openLine()
    const broken = ['nobody', 'a@b\r\nRCPT TO:<c@d.jp>', '花子@example.jp', ''].map((address, number) => contactFor(number, { address }))
    expect(await hand([...broken, contactFor(9)])).toMatchObject([
      { kind: 'refused', code: 501, isGone: true }, { kind: 'refused', code: 501 }, { kind: 'refused', code: 553, isGone: false }, { kind: 'refused', code: 501 }, { kind: 'handed' },
    ])
    expect(received).toHaveLength(1)
  })
})

describe('a server that', () => {
  test('has no such mailbox, or none that it likes, refuses these alone', async () => {
    await openLine({ answer: (step, path) => (step === 'content' && path.startsWith('reader2@') ? '554 5.7.1 Looks like spam' : undefined) })
    const contacts = [contactFor(0), contactFor(1, { address: 'gone@nowhere.invalid' }), contactFor(2), contactFor(3)]
    expect(await hand(contacts)).toMatchObject([
      { kind: 'handed' }, { kind: 'refused', code: 550, isGone: true }, { kind: 'refused', code: 554, isGone: false }, { kind: 'handed' },
    ])
  })

  test('puts first tries off is asked again later', async () => {
    await openLine({ isGreylisting: true })
    expect(new Set((await hand(people(30))).map(({ kind }) => kind))).toEqual(new Set(['later']))
    expect(new Set((await hand(people(30))).map(({ kind }) => kind))).toEqual(new Set(['handed']))
  })

  test.each([['breaks off in the middle of messages', { breaksEvery: 7 }], ['closes with 421 now and then', { closesEvery: 5 }], ['takes one command at a time', { lacksPipelining: true }], ['is slow', { delayMs: 20 }]] as const)(
    '%s still gets every message, each taken over once', async (_, faults) => {
      const received = await openLine(faults)
      expect((await hand(people(60))).every(({ kind }) => kind === 'handed')).toBe(true)
      expect(received.map(({ to }) => to[0]).toSorted()).toEqual(people(60).map(({ address }) => address).toSorted())
    })

  test('takes nothing from us is down, and nobody is refused for it', async () => {
    await openLine({ answer: (step) => (step === 'mail' ? '550 5.7.1 Relaying denied' : undefined) })
    await expect(hand(people(30))).rejects.toMatchObject({ name: 'Error', message: expect.stringContaining('Relaying denied'), afterSeconds: 30 })
  })

  test('is not there is down', async () => {
    await openLine()
    await sink?.close()
    await expect(hand(people(30))).rejects.toMatchObject({ message: expect.stringContaining('no connection to the mail server'), afterSeconds: 1 })
  })

  test('breaks on every message leaves them for later', async () => {
    await openLine({ breaksEvery: 1 })
    expect(new Set((await hand(people(3))).map(({ kind }) => kind))).toEqual(new Set(['later']))
  })
})

test('a drill goes to the stand-in whatever the city has set up, and can be looked at there', async () => {
  const url = 'smtp://real.example'
  line = await mailOver(() => url).open({ city: city.open.city, database: city.open.database, seal, log: silentLog, isDrill: true, origin })
  await hand(people(3), { ...notice, isDrill: true })
  await line.close()
  const kept = await city.open.owner`select summary from notices.stand_in_message where channel = 'mail' order by summary`
  expect(kept.map(({ summary }) => summary)).toEqual(['reader0@example.jp: 【訓練】【警戒レベル4】避難指示', expect.stringContaining('【訓練'), 'reader2@example.jp: [DRILL] Alert level 4: evacuate'])
})
