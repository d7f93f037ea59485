import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** Reports carry the head of a message, some the whole one; none of ours is larger. */
const MOST_BYTES = 524_288
const MOST_CLIENTS = 50
const MOST_RECIPIENTS = 10
const SILENCE_MS = 60_000

/** What one city makes of what comes back to it. */
export interface ReturnDesk {
  /** Domain of its return addresses. */
  readonly domain: string
  /** Whether a local part is one of ours; whoever writes to another one is told so and has nothing taken over. */
  knows(localPart: string): boolean
  take(localPart: string, source: Buffer): Promise<void>
}

/**
 * Receives what mail servers send back: one port for all cities of the installation, each with its own domain. Not a mail
 * server for people: nothing is relayed, nothing is kept.
 */
export class ReceivingServer {
  private readonly desks = new Map<string, ReturnDesk>()
  private readonly server: SMTPServer

  constructor() {
    this.server = new SMTPServer({
      authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, size: MOST_BYTES, maxClients: MOST_CLIENTS,
      socketTimeout: SILENCE_MS, closeTimeout: 1_000, banner: 'receives reports of delivery only',
      onRcptTo: ({ address }, { envelope: { rcptTo } }, answer) => {
        const { desk, localPart } = this.deskFor(address)
        if (rcptTo.length >= MOST_RECIPIENTS) answer(refusal(452, '4.5.3 Too many recipients'))
        else answer(desk?.knows(localPart) === true ? null : refusal(550, '5.1.1 No such mailbox'))
      },
      onData: (stream, { envelope: { rcptTo } }, answer) => {
        void this.takeAll(stream, rcptTo.map(({ address }) => address)).then(
          () => answer(null),
          // It comes again, by the sender's own doing.
          () => answer(refusal(451, '4.3.0 Try again later')),
        )
      },
    })
    this.server.on('error', () => {})
  }

  get isEmpty(): boolean {
    return this.desks.size === 0
  }

  add(desk: ReturnDesk): void {
    this.desks.set(desk.domain, desk)
  }

  remove(desk: ReturnDesk): void {
    if (this.desks.get(desk.domain) === desk) this.desks.delete(desk.domain)
  }

  /** Resolves to its port. Rejects with the system's fault, `EADDRINUSE` where another process has it. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const { server } = this.server
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        resolve((server.address() as { port: number }).port)
      })
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()))
  }

  private deskFor(address: string): { desk: ReturnDesk | undefined; localPart: string } {
    const at = address.lastIndexOf('@')
    return { desk: this.desks.get(address.slice(at + 1).toLowerCase()), localPart: address.slice(0, at) }
  }

  private async takeAll(stream: SMTPServerDataStream, addresses: readonly string[]): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    // The stream is read to its end in any case; what is too large is no report.
    if (stream.sizeExceeded) return
    const source = Buffer.concat(parts)
    for (const address of addresses) {
      const { desk, localPart } = this.deskFor(address)
      await desk?.take(localPart, source)
    }
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
