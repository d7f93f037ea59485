import type { CityDatabase } from '#kernel/database/city-database.ts'
import { keepStandInMessages, MOST_KEPT, type StandInMessage } from '../store/stand-in.ts'
import { decodedHeader } from './mime-text.ts'
import type { SmtpAddress } from './smtp-address.ts'
import { SmtpSink } from './smtp-sink.ts'

const WRITE_MS = 300

/** The mail server of a city that has none, and of every drill: takes messages over and shows the newest to staff. */
export class MailStandIn {
  private readonly database: CityDatabase
  private readonly sink: SmtpSink
  private received: StandInMessage[] = []
  private alarm: NodeJS.Timeout | null = null
  private writing: Promise<void> = Promise.resolve()

  constructor(database: CityDatabase) {
    this.database = database
    this.sink = new SmtpSink({ onMessage: ({ to, source }) => this.take(to.join(', '), source) })
  }

  async open(): Promise<SmtpAddress> {
    return { host: '127.0.0.1', port: await this.sink.listen(), tls: 'offered', login: null }
  }

  async close(): Promise<void> {
    await this.sink.close()
    if (this.alarm !== null) clearTimeout(this.alarm)
    this.write()
    await this.writing
  }

  private take(to: string, source: string): void {
    const subject = decodedHeader(/^Subject: ((?:.|\r\n[ \t])*)/m.exec(source)?.[1] ?? '')
    this.received.push({ channel: 'mail', summary: `${to}: ${subject}`, source })
    if (this.received.length > 2 * MOST_KEPT) this.received = this.received.slice(-MOST_KEPT)
    this.alarm ??= setTimeout(() => {
      this.alarm = null
      this.write()
    }, WRITE_MS).unref()
  }

  private write(): void {
    const messages = this.received.splice(0)
    // Only there to be looked at: what cannot be kept is not missed.
    this.writing = this.writing.then(() => keepStandInMessages(this.database, messages)).catch(() => {})
  }
}
