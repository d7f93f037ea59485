import { createServer, type Server, type Socket } from 'node:net'

/** What a receiving server may do to us, all of it seen in the world. */
export interface SinkFaults {
  /** So long it thinks before it takes a message over. */
  readonly delayMs?: number
  /** The first try for a recipient is put off (450), as greylisting does. */
  readonly isGreylisting?: boolean
  /** The connection breaks in the middle of each message with this number, and again of every such one after it. */
  readonly breaksEvery?: number
  /** Takes over what matches, and then says 421 and closes, once in so many messages. */
  readonly closesEvery?: number
  readonly lacksPipelining?: boolean
  /** An answer to MAIL, RCPT or the content's end other than the good one; undefined for the good one. */
  readonly answer?: (step: 'mail' | 'rcpt' | 'content', path: string) => string | undefined
}

export interface SinkTerms extends SinkFaults {
  /** Called for each message that was taken over, before the sender hears of it. `source` holds the bytes as characters. */
  readonly onMessage?: (message: { readonly from: string; readonly to: readonly string[]; readonly source: string }) => void
}

/** A message larger than this is refused, as real servers do (RFC 1870). */
const MOST_BYTES = 1_048_576
/** RFC 5321 section 4.5.3.1.4 gives a command line 512 octets. */
const LONGEST_LINE = 2_048
const MOST_CONNECTIONS = 200
const MOST_RECIPIENTS = 100

/**
 * A receiving mail server on this machine, in place of the world outside: it speaks SMTP as real ones do, with
 * pipelining, and delivers nothing. Names below `.invalid` (RFC 2606) have no mailbox.
 */
export class SmtpSink {
  private readonly server: Server
  private readonly sessions = new Set<Socket>()
  readonly counts = { messages: 0, connections: 0 }

  constructor(terms: SinkTerms = {}) {
    const tried = new Set<string>()
    this.server = createServer((socket) => {
      this.counts.connections++
      this.sessions.add(socket)
      socket.setNoDelay(true)
      socket.on('close', () => this.sessions.delete(socket))
      socket.on('error', () => {})
      const session = new SinkSession(socket, terms, this.counts, tried)
      socket.on('data', (chunk: Buffer) => session.hear(chunk.toString('latin1')))
    })
    this.server.maxConnections = MOST_CONNECTIONS
  }

  /** Resolves to its port. It keeps no process alive. */
  listen(port = 0): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(port, '127.0.0.1', () => {
        this.server.unref()
        resolve((this.server.address() as { port: number }).port)
      })
    })
  }

  /** Hangs up on everybody. */
  close(): Promise<void> {
    for (const socket of this.sessions) socket.destroy()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}

class SinkSession {
  private readonly socket: Socket
  private readonly terms: SinkTerms
  private readonly counts: { messages: number }
  private readonly tried: Set<string>
  private rest = ''
  private isInContent = false
  private isBusy = false
  private from: string | null = null
  private to: string[] = []

  constructor(socket: Socket, terms: SinkTerms, counts: { messages: number }, tried: Set<string>) {
    this.socket = socket
    this.terms = terms
    this.counts = counts
    this.tried = tried
    socket.write('220 sink.example ESMTP\r\n')
  }

  hear(chunk: string): void {
    this.rest += chunk
    if (!this.isBusy) this.goOn()
  }

  /** Answers what came in together with one write. */
  private goOn(): void {
    let answers = ''
    while (!this.isBusy) {
      const answer = this.isInContent ? this.content() : this.command()
      if (answer === undefined) break
      answers += answer
    }
    if (answers !== '') this.socket.write(answers)
  }

  private command(): string | undefined {
    const end = this.rest.indexOf('\r\n')
    if (end < 0) return this.rest.length > LONGEST_LINE ? this.hangUp('500 5.5.2 Line too long') : undefined
    const line = this.rest.slice(0, end)
    this.rest = this.rest.slice(end + 2)
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'MAIL') return this.mail(pathIn(line))
    if (verb === 'RCPT') return this.rcpt(pathIn(line))
    if (verb === 'DATA') return this.data()
    if (verb === 'EHLO') return `250-sink.example\r\n${this.terms.lacksPipelining === true ? '' : '250-PIPELINING\r\n'}250-8BITMIME\r\n250 SIZE ${MOST_BYTES}\r\n`
    if (verb === 'HELO' || verb === 'NOOP') return '250 OK\r\n'
    if (verb === 'RSET') return this.reset('250 OK\r\n')
    if (verb === 'QUIT') return this.hangUp('221 Bye')
    return '502 5.5.1 Command not implemented\r\n'
  }

  private mail(from: string): string {
    const other = this.terms.answer?.('mail', from)
    if (other !== undefined) return `${other}\r\n`
    if (this.from !== null) return '503 5.5.1 Sender already given\r\n'
    this.from = from
    return '250 2.1.0 OK\r\n'
  }

  private rcpt(to: string): string {
    const other = this.terms.answer?.('rcpt', to)
    if (other !== undefined) return `${other}\r\n`
    if (this.from === null) return '503 5.5.1 No sender\r\n'
    if (to.endsWith('.invalid')) return '550 5.1.1 No such mailbox\r\n'
    if (this.to.length >= MOST_RECIPIENTS) return '452 4.5.3 Too many recipients\r\n'
    if (this.terms.isGreylisting === true && !this.tried.has(to)) {
      this.tried.add(to)
      return '450 4.7.1 Greylisted, try again\r\n'
    }
    this.to.push(to)
    return '250 2.1.5 OK\r\n'
  }

  private data(): string {
    if (this.to.length === 0) return '554 5.5.1 No valid recipients\r\n'
    this.isInContent = true
    return '354 Go ahead\r\n'
  }

  private content(): string | undefined {
    if (this.rest === '') return undefined
    const breaks = this.terms.breaksEvery
    if (breaks !== undefined && (this.counts.messages + 1) % breaks === 0) return this.breakOff()
    const end = this.rest.startsWith('.\r\n') ? 0 : this.rest.indexOf('\r\n.\r\n') + 2
    if (end === 1) return this.rest.length > MOST_BYTES ? this.hangUp('552 5.3.4 Message too big') : undefined
    const source = this.rest.slice(0, end).replaceAll('\r\n.', '\r\n')
    this.rest = this.rest.slice(end + 3)
    this.isInContent = false
    const { delayMs } = this.terms
    if (delayMs === undefined) return this.take(source)
    this.isBusy = true
    setTimeout(() => {
      this.isBusy = false
      this.socket.write(this.take(source))
      this.goOn()
    }, delayMs)
    return ''
  }

  private take(source: string): string {
    const { terms, from, to } = this
    const other = terms.answer?.('content', to[0] ?? '')
    if (other !== undefined) return this.reset(`${other}\r\n`)
    this.counts.messages++
    terms.onMessage?.({ from: from ?? '', to, source })
    if (terms.closesEvery !== undefined && this.counts.messages % terms.closesEvery === 0) return this.hangUp('250 2.0.0 OK\r\n421 4.3.2 Closing')
    return this.reset('250 2.0.0 OK\r\n')
  }

  private reset(answer: string): string {
    this.from = null
    this.to = []
    return answer
  }

  private breakOff(): undefined {
    // Counted, so that the next one gets through.
    this.counts.messages++
    this.isBusy = true
    this.socket.destroy()
  }

  private hangUp(answer: string): string {
    this.isBusy = true
    setImmediate(() => this.socket.end())
    return `${answer}\r\n`
  }
}

function pathIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? ''
}
