import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { SmtpAddress } from './smtp-address.ts'
import { ReplyReader, SmtpProtocolFault, type Reply } from './smtp-reply.ts'

/** How long a server may keep us waiting, in milliseconds. */
export interface SmtpPatience {
  readonly connectMs: number
  /** For each answer. RFC 5321 section 4.5.3.2 allows minutes; who waits longer than this for an evacuation order waits in vain. */
  readonly answerMs: number
}

export const PATIENCE: SmtpPatience = { connectMs: 10_000, answerMs: 60_000 }

/** The commands of an envelope are answered at once; more answers than this nobody can have asked for. */
const MOST_EARLY = 4

/** The connection is of no more use: refused, lost, silent, or closed by the server (421). */
export class ConnectionLost extends Error {}

/** The server is there and takes nothing from us: no login, no TLS, no mail from this sender. */
export class ServerUnwilling extends Error {}

/** One conversation with a mail server, after its greeting. Commands may be sent ahead; answers come in their order. */
export class SmtpConnection {
  private socket: Socket
  private readonly patience: SmtpPatience
  private reader = new ReplyReader()
  private readonly awaited: { resolve(reply: Reply): void; reject(fault: Error): void }[] = []
  /** Answers that came before anybody asked for them, to commands that were sent together. */
  private readonly early: Reply[] = []
  private fault: Error | null = null
  private extensions: ReadonlySet<string> = new Set()
  private logins: readonly string[] = []
  /** Bytes that the server takes (RFC 1870); 0 where it does not say. */
  mostBytes = 0

  private constructor(socket: Socket, patience: SmtpPatience) {
    this.socket = socket
    this.patience = patience
    this.attach(socket)
  }

  /** Connects, greets, secures and signs in. Throws `ConnectionLost` or `ServerUnwilling`. */
  static async open(address: SmtpAddress, ownName: string, patience: SmtpPatience = PATIENCE): Promise<SmtpConnection> {
    const connection = new SmtpConnection(await socketTo(address, patience), patience)
    try {
      const greeting = await connection.reply()
      if (greeting.code !== 220) throw new ServerUnwilling(`the mail server greets with ${greeting.code} ${greeting.text}`)
      await connection.greet(ownName)
      if (address.tls !== 'implicit') await connection.secure(address, ownName)
      if (address.login !== null) await connection.signIn(address.login)
      return connection
    } catch (thrown) {
      connection.destroy()
      throw thrown
    }
  }

  get isPipelining(): boolean {
    return this.extensions.has('PIPELINING')
  }

  /** Sends without waiting; each command in it has its answer fetched by `reply`. */
  write(text: string): void {
    if (this.fault === null) this.socket.write(text, 'latin1')
  }

  /** The next answer in order. Rejects with `ConnectionLost` when none will come; 421 is such a case too. */
  reply(): Promise<Reply> {
    const early = this.early.shift()
    if (early !== undefined) return Promise.resolve(early)
    if (this.fault !== null) return Promise.reject(this.fault)
    if (this.awaited.length === 0) this.socket.setTimeout(this.patience.answerMs)
    return new Promise((resolve, reject) => this.awaited.push({ resolve, reject }))
  }

  ask(command: string): Promise<Reply> {
    this.write(`${command}\r\n`)
    return this.reply()
  }

  /** Says goodbye and does not wait for the answer. */
  quit(): void {
    this.write('QUIT\r\n')
    this.socket.end()
    this.lose(new ConnectionLost('closed by us'))
  }

  destroy(): void {
    this.lose(new ConnectionLost('closed by us'))
    this.socket.destroy()
  }

  private async greet(ownName: string): Promise<void> {
    const answer = await this.ask(`EHLO ${ownName}`)
    if (answer.code === 250) {
      this.extensions = new Set(answer.lines.slice(1).map((line) => line.toUpperCase().split(/[ =]/)[0] ?? ''))
      this.mostBytes = Number(answer.lines.map((line) => /^SIZE (\d+)$/i.exec(line)?.[1]).find((size) => size !== undefined) ?? 0)
      this.logins = answer.lines.filter((line) => /^AUTH[ =]/i.test(line)).flatMap((line) => line.toUpperCase().split(/[ =]/).slice(1))
      return
    }
    // RFC 5321 section 3.2: who does not know EHLO is greeted the old way, and can do nothing beyond it.
    const old = await this.ask(`HELO ${ownName}`)
    if (old.code !== 250) throw new ServerUnwilling(`the mail server does not take our greeting: ${old.code} ${old.text}`)
    this.extensions = new Set()
  }

  private async secure(address: SmtpAddress, ownName: string): Promise<void> {
    if (!this.extensions.has('STARTTLS')) {
      if (address.tls === 'required') throw new ServerUnwilling('the mail server offers no STARTTLS, and nothing is sent to it in clear')
      return
    }
    const answer = await this.ask('STARTTLS')
    if (answer.code !== 220) throw new ServerUnwilling(`the mail server offers STARTTLS but answers ${answer.code} ${answer.text}`)
    // What was said before TLS counts no more (RFC 3207 section 4.2); somebody on the way may have slipped it in.
    if (this.early.length > 0) throw new ConnectionLost('something was said before TLS that nobody asked for')
    this.reader = new ReplyReader()
    const plain = this.socket
    for (const event of ['data', 'timeout', 'error', 'close']) plain.removeAllListeners(event)
    const secured = connectTls({ socket: plain, ...tlsTerms(address) })
    await opened(secured, 'secureConnect', this.patience.connectMs)
    this.socket = secured
    this.attach(secured)
    await this.greet(ownName)
  }

  /** RFC 4954: PLAIN (RFC 4616), or LOGIN where the server knows nothing else. */
  private async signIn({ user, password }: { readonly user: string; readonly password: string }): Promise<void> {
    const coded = (text: string) => Buffer.from(text, 'utf8').toString('base64')
    if (this.logins.includes('PLAIN') || !this.logins.includes('LOGIN')) {
      return signedIn(await this.ask(`AUTH PLAIN ${coded(`\0${user}\0${password}`)}`))
    }
    const asked = await this.ask('AUTH LOGIN')
    if (asked.code !== 334) return signedIn(asked)
    const named = await this.ask(coded(user))
    return signedIn(named.code === 334 ? await this.ask(coded(password)) : named)
  }

  private attach(socket: Socket): void {
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.hear(chunk.toString('latin1')))
    socket.on('timeout', () => {
      if (this.awaited.length > 0) this.fail(new ConnectionLost(`the mail server did not answer within ${this.patience.answerMs / 1_000} s`))
    })
    socket.on('error', (cause) => this.fail(new ConnectionLost(`the connection to the mail server broke: ${cause.message}`, { cause })))
    socket.on('close', () => this.fail(new ConnectionLost('the mail server closed the connection')))
  }

  private hear(chunk: string): void {
    try {
      for (const reply of this.reader.read(chunk)) {
        if (this.fault !== null) return
        this.answer(reply)
      }
    } catch (thrown) {
      this.fail(thrown instanceof SmtpProtocolFault ? new ConnectionLost(thrown.message) : (thrown as Error))
    }
  }

  private answer(reply: Reply): void {
    // RFC 5321 section 3.8: whatever was asked, the server is closing and has taken over nothing that it did not confirm.
    if (reply.code === 421) return this.fail(new ConnectionLost(`the mail server closes: 421 ${reply.text}`))
    const waiting = this.awaited.shift()
    if (waiting === undefined) {
      this.early.push(reply)
      if (this.early.length <= MOST_EARLY) return
      this.early.length = 0
      return this.fail(new ConnectionLost('the mail server answers what nobody asked'))
    }
    if (this.awaited.length === 0) this.socket.setTimeout(0)
    waiting.resolve(reply)
  }

  private fail(fault: Error): void {
    this.lose(fault)
    this.socket.destroy()
  }

  private lose(fault: Error): void {
    this.fault ??= fault
    for (const { reject } of this.awaited.splice(0)) reject(this.fault)
  }
}

function signedIn({ code, text }: Reply): void {
  if (code !== 235) throw new ServerUnwilling(`the mail server does not take our login: ${code} ${text}`)
}

async function socketTo(address: SmtpAddress, { connectMs }: SmtpPatience): Promise<Socket> {
  const { host, port } = address
  if (address.tls !== 'implicit') return opened(connectTcp({ host, port }), 'connect', connectMs)
  return opened(connectTls({ host, port, ...tlsTerms(address) }), 'secureConnect', connectMs)
}

function tlsTerms({ host, ca }: SmtpAddress) {
  // A number has no server name to be told (RFC 6066 section 3).
  return { ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }), ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1.2' as const }
}

function opened<Opened extends Socket>(socket: Opened, event: 'connect' | 'secureConnect', ms: number): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      socket.destroy()
      reject(new ConnectionLost(`no connection to the mail server: ${why}`))
    }
    const alarm = setTimeout(() => fail(`nothing for ${ms / 1_000} s`), ms)
    socket.once('error', (fault) => {
      clearTimeout(alarm)
      fail(fault.message)
    })
    socket.once('close', () => {
      clearTimeout(alarm)
      fail('it was closed')
    })
    socket.once(event, () => {
      clearTimeout(alarm)
      socket.removeAllListeners('error')
      socket.removeAllListeners('close')
      resolve(socket)
    })
  })
}
