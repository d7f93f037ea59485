import { SMTPServer } from 'smtp-server'

/** A message larger than this is refused, as real servers do. */
const MOST_BYTES = 1024 * 1024
/** Messages that nobody has collected; the oldest go first. */
const MOST_KEPT = 1_000

/**
 * The world outside, where no mail server is named: a receiving SMTP server on this machine only. It speaks the real
 * protocol, so what goes over the wire is what would go to a provider; what it received is shown to staff.
 */
export class StandIn {
  private readonly server: SMTPServer
  private readonly received = new Map<string, string>()
  private port: Promise<number> | null = null

  constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: MOST_BYTES,
      // Who must not be reached, for trying out refusals: RFC 2606 section 2 keeps `.invalid` for names that lead nowhere.
      onRcptTo: ({ address }, _session, answer) => answer(address.endsWith('.invalid') ? refusal() : null),
      onData: (stream, _session, answer) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          this.keep(Buffer.concat(parts).toString('utf8'))
          answer(null)
        })
      },
    })
    this.server.on('error', () => {})
  }

  /** Listens from the first letter on. */
  listen(): Promise<number> {
    this.port ??= new Promise((resolve, reject) => {
      const { server } = this.server
      server.once('error', reject)
      server.listen(0, '127.0.0.1', () => {
        server.unref()
        resolve((server.address() as { port: number }).port)
      })
    })
    return this.port
  }

  /** What came over the wire under a Message-ID; given out once. */
  collect(messageId: string): string | undefined {
    const source = this.received.get(messageId)
    this.received.delete(messageId)
    return source
  }

  private keep(source: string): void {
    const messageId = /^Message-ID:\s*(<[^>]*>)/im.exec(source)?.[1]
    if (messageId === undefined) return
    this.received.set(messageId, source)
    for (const oldest of this.received.keys()) {
      if (this.received.size <= MOST_KEPT) break
      this.received.delete(oldest)
    }
  }
}

function refusal(): Error {
  return Object.assign(new Error('No such mailbox'), { responseCode: 550 })
}
