import { createServer, type Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { inventCertificate } from '../testing/invented-certificate.ts'
import type { SmtpAddress } from './smtp-address.ts'
import { ConnectionLost, ServerUnwilling, SmtpConnection } from './smtp-connection.ts'

const { cert, key } = inventCertificate('localhost')
const patience = { connectMs: 2_000, answerMs: 500 }
let closing: (() => void) | undefined
afterEach(() => closing?.())

function listening(server: Server): Promise<number> {
  closing = () => server.close()
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve((server.address() as { port: number }).port)))
}

async function realServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    cert, key, onAuth: ({ username, password }, _, answer) => (username === 'city' && password === 'ひみつ' ? answer(null, { user: 'city' }) : answer(new Error('no'))), ...options,
  })
  server.on('error', () => {})
  return listening(server.server)
}

/** Says these things, one after the other, whatever it hears. */
function saying(...answers: readonly string[]): Promise<number> {
  return listening(createServer((socket) => {
    const left = [...answers]
    const say = () => {
      const answer = left.shift()
      if (answer === undefined) socket.destroy()
      else if (answer !== '') socket.write(`${answer}\r\n`)
    }
    say()
    socket.on('data', say)
    socket.on('error', () => {})
  }))
}

const open = (port: number, change: Partial<SmtpAddress> = {}) =>
  SmtpConnection.open({ host: 'localhost', port, tls: 'offered', login: null, ca: cert, ...change }, 'city.example', patience)
const login = { user: 'city', password: 'ひみつ' }

describe('a conversation', () => {
  test.each([['STARTTLS', {}, 'required'], ['TLS from the first byte', { secure: true }, 'implicit'], ['only LOGIN', { authMethods: ['LOGIN'] }, 'offered']] as const)(
    'begins with %s and a login', async (_, options, tls) => {
      const connection = await open(await realServer({ ...options, authMethods: [...('authMethods' in options ? options.authMethods : ['PLAIN'])] }), { tls, login })
      expect((await connection.ask('MAIL FROM:<a@example.jp>')).code).toBe(250)
      connection.quit()
    })

  test('does not begin with a wrong login', async () => {
    await expect(open(await realServer({}), { login: { ...login, password: 'x' } })).rejects.toThrow(ServerUnwilling)
  })

  test('does not begin where TLS is wished and not offered, or the certificate is nobody\'s', async () => {
    const port = await realServer({ disabledCommands: ['STARTTLS'] })
    await expect(open(port, { tls: 'required', login })).rejects.toThrow('nothing is sent to it in clear')
    closing?.()
    const { ca: _, ...unknown } = { host: 'localhost', port: await realServer({}), tls: 'required' as const, login: null, ca: '' }
    await expect(SmtpConnection.open(unknown, 'city.example', patience)).rejects.toThrow(ConnectionLost)
  })

  test('does not begin where something is slipped in before TLS', async () => {
    const port = await saying('220 hi', '250-hello\r\n250 STARTTLS', '220 go\r\n250 slipped in')
    await expect(open(port)).rejects.toThrow('before TLS')
  })

  test('begins the old way with a server that knows no EHLO', async () => {
    const connection = await open(await saying('220 hi', '502 what?', '250 hello', '250 fine'))
    expect(connection.isPipelining).toBe(false)
    expect((await connection.ask('NOOP')).text).toBe('fine')
    connection.quit()
  })

  test.each([
    ['greets with a refusal', ['554 go away'], ServerUnwilling], ['closes at once', ['421 too busy'], ConnectionLost], ['says nothing', [''], ConnectionLost],
    ['is no mail server', ['HTTP/1.1 400 Bad Request'], ConnectionLost], ['never ends its answer', [`220-${'x'.repeat(70_000)}`], ConnectionLost],
    ['hangs up after our greeting', ['220 hi'], ConnectionLost], ['answers more than was asked', [`220 hi${'\r\n250 and more'.repeat(9)}`], ConnectionLost],
  ])('does not begin with a server that %s', async (_, answers, fault) => {
    const port = await saying(...answers)
    await expect((async () => {
      const connection = await open(port)
      await connection.ask('NOOP')
      await connection.ask('NOOP')
    })()).rejects.toThrow(fault)
  })
})
