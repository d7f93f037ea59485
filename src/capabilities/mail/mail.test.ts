import { createServer } from 'node:net'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { isMailAddress, sendMail } from './mail.ts'
import { mail } from './manifest.ts'
import { PostOffice } from './post/post-office.ts'

const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
const counter: Manifest = { name: 'counter', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, 'post'), routes: [] }
const letter = { to: 'hanako@example.jp', subject: '亀山市からのお返事', text: '{そのまま} 「びん」に出してください。\n.\n終わり', purpose: 'counter.answer' }
let city: TestWeb
let cookie: string

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, mail, counter])
  cookie = `${await city.signInWith('system-administrator')}; language=ja`
})
afterAll(() => city.close())

const send = (change: Partial<typeof letter> = {}) => city.open.database.act('counter', systemActor, (tx) => sendMail(tx, { ...letter, ...change }))
const rowOf = async (id: string) => (await city.open.owner`select * from mail.letter where id = ${id}`)[0]

describe('a letter', () => {
  test('goes over the wire, and what it said is kept by nobody but the stand-in', async () => {
    const id = await send()
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', recipient: letter.to })
    await city.workers.settle()
    expect(await rowOf(id)).toMatchObject({ state: 'sent', recipient: '', subject: '', body: '', service: 'counter' })
    const { body } = await city.web.inject({ url: `/staff/mail/${id}`, headers: { cookie } })
    for (const part of [letter.subject, '「びん」に出してください。', 'To: hanako@example.jp', 'Auto-Submitted: auto-generated', id]) expect(body).toContain(part)
    const audited = await city.open.owner`select 1 from kernel.audit where subject = ${`letter:${id}`}`
    expect(audited).toHaveLength(1)
  })

  test('is not written when its action fails', async () => {
    const failing = city.open.database.act('counter', systemActor, async (tx) => {
      await sendMail(tx, letter)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await city.open.owner`select 1 from mail.letter where state = 'waiting'`).toEqual([])
  })

  test('that is refused for good says why, without the address', async () => {
    const id = await send({ to: 'nobody@nowhere.invalid' })
    await city.workers.settle()
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'refused', recipient: '', body: '' })
    expect(row?.answer).toContain('No such mailbox')
    expect(JSON.stringify(row)).not.toContain('nobody@')
    const page = await city.web.inject({ url: '/staff/mail', headers: { cookie } })
    expect(page.body).toContain('断られました')
    expect(page.body).not.toContain('@nowhere')
  })

  test('speaks only in the name of its service', async () => {
    await expect(send({ purpose: 'plan.reminder' })).rejects.toThrow('must begin with counter.')
  })
})

describe('an address', () => {
  test.each(['hanako@example.jp', 'a.b+c@mail.example.co.jp', 'X_1@EXAMPLE.org'])('%s can be written to', (address) => {
    expect(isMailAddress(address)).toBe(true)
  })
  test.each(['', 'hanako', 'a@b', 'a@@example.jp', 'a b@example.jp', 'a@example.jp\r\nBcc: b@example.jp', 'a@example.jp,b@example.jp', '<a@example.jp>', 'a@ex..ample.jp', `${'a'.repeat(250)}@example.jp`])(
    '%j cannot',
    async (address) => {
      expect(isMailAddress(address)).toBe(false)
      await expect(send({ to: address })).rejects.toThrow(RangeError)
    },
  )
})

describe('a mail server that is not there for a while', () => {
  const from = { name: '亀山市', address: 'no-reply@kameyama.example' }

  test('is no outcome: the letter is tried again', async () => {
    const office = new PostOffice('smtp://127.0.0.1:1')
    expect(office.isStandIn).toBe(false)
    await expect(office.handOver(letter, from, randomUUID())).rejects.toThrow('did not take the letter')
  })

  test('and says 4yz is tried again, 5yz never', async () => {
    for (const [code, isFinal] of [[450, false], [554, true]] as const) {
      const server = createServer((socket) => {
        socket.write('220 here\r\n')
        socket.on('data', (data) => socket.write(/^(MAIL|RCPT)/.test(data.toString()) ? `${code} not for hanako@example.jp\r\n` : '250 ok\r\n'))
        socket.on('error', () => {})
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as { port: number }
      const attempt = new PostOffice(`smtp://127.0.0.1:${port}`).handOver(letter, from, randomUUID())
      if (isFinal) expect(await attempt).toMatchObject({ kind: 'refused', code, answer: expect.not.stringContaining('hanako') })
      else await expect(attempt).rejects.toThrow('did not take the letter')
      server.close()
    }
  })
})
