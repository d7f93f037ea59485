import { createTransport, type Transporter } from 'nodemailer'
import type { Letter } from '../model.ts'
import { StandIn } from './stand-in.ts'

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000

/** What became of an attempt. A failure that may pass is no outcome: it throws, and the job comes back. */
export type Handover =
  | { readonly kind: 'sent'; readonly answer: string; readonly seenOutside: string | null }
  | { readonly kind: 'refused'; readonly code: number | null; readonly answer: string }

/**
 * Hands letters to the city's mail server (`SMTP_URL`, e.g. `smtps://user:secret@mail.example.jp`), or to the stand-in
 * where none is named. One for the whole process.
 */
export class PostOffice {
  private readonly url: string | undefined
  private readonly standIn = new StandIn()
  private transport: Promise<Transporter> | null = null

  constructor(url: string | undefined) {
    this.url = url
  }

  get isStandIn(): boolean {
    return this.url === undefined
  }

  async handOver(letter: Letter, sender: { readonly name: string; readonly address: string }, id: string): Promise<Handover> {
    this.transport ??= this.open()
    const transport = await this.transport
    const messageId = `<${id}@${sender.address.split('@')[1]}>`
    try {
      const { response } = await transport.sendMail({
        from: sender, to: { name: '', address: letter.to }, subject: letter.subject, text: letter.text, messageId,
        // RFC 3834 section 5: answering machines leave it alone.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true, disableUrlAccess: true,
      })
      return { kind: 'sent', answer: withoutAddresses(String(response)), seenOutside: this.standIn.collect(messageId) ?? null }
    } catch (thrown) {
      const { responseCode, message } = thrown as { responseCode?: number; message: string }
      // RFC 5321 section 4.2.1: 5yz is final, and so is an address that the client cannot even say.
      const isFinal = responseCode !== undefined && responseCode >= 500
      if (!isFinal) throw new Error(`The mail server did not take the letter: ${withoutAddresses(message)}`, { cause: thrown })
      return { kind: 'refused', code: responseCode, answer: withoutAddresses(message) }
    }
  }

  private async open(): Promise<Transporter> {
    const limits = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS }
    if (this.url !== undefined) return createTransport({ url: this.url, pool: false, ...limits } as never)
    const port = await this.standIn.listen()
    return createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, ...limits })
  }
}

/** What servers say often repeats whom it is about; that belongs into no table and no log. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"]+@[^\s<>"]+/g, '…').slice(0, 300)
}
