import { isMailAddress } from '#capabilities/mail/mail.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Contact, Notice } from '../model.ts'
import type { ChannelLine, ChannelSurroundings, Outcome, PersonalChannel } from '../sending/channel.ts'
import { OPEN_LANE } from '../store/sheets.ts'
import type { DkimSigner } from './dkim.ts'
import { compileLetter, type LetterSender, type LetterTemplate } from './letter.ts'
import { mailDomainsOf } from './mail-domains.ts'
import { mailLanesOf } from './mail-lanes.ts'
import { signerFor } from './signing-keys.ts'
import { smtpAddressIn, type SmtpAddress } from './smtp-address.ts'
import { SmtpPool } from './smtp-pool.ts'
import type { SmtpMessage } from './smtp-transaction.ts'
import { MailStandIn } from './stand-in.ts'

const SHEETS_AT_ONCE = 8
/** Notices times languages that are ready at once. */
const MOST_TEMPLATES = 40

/** Where letters go to: `NOTICES_SMTP_URL` for bulk mail, else the server of single letters, else the stand-in. */
export function mailServerUrl(variables: NodeJS.ProcessEnv = process.env): string | undefined {
  return variables['NOTICES_SMTP_URL'] || variables['SMTP_URL'] || undefined
}

/** Mail, one letter for each reader, signed (DKIM) and with a way to leave in its head (RFC 8058). */
export function mailOver(urlOf: () => string | undefined): PersonalChannel {
  return {
    key: 'mail',
    sheetsAtOnce: SHEETS_AT_ONCE,
    lanesOf: mailLanesOf,
    open: async (surroundings) => {
      const url = urlOf()
      const standIn = url === undefined || surroundings.isDrill ? new MailStandIn(surroundings.database) : null
      const address = standIn === null ? smtpAddressIn(url as string) : await standIn.open()
      const { domain } = mailDomainsOf(surroundings.city)
      const signer = await signerFor(surroundings.database, surroundings.seal, domain)
      return new MailLine(surroundings, address, signer, standIn)
    },
  }
}

export const mailChannel: PersonalChannel = mailOver(mailServerUrl)

class MailLine implements ChannelLine {
  private readonly surroundings: ChannelSurroundings
  private readonly sender: LetterSender
  private readonly standIn: MailStandIn | null
  private readonly pool: SmtpPool
  private readonly lanes: ReadonlySet<string>
  private signer: DkimSigner
  private readonly templates = new Map<string, LetterTemplate>()

  constructor(surroundings: ChannelSurroundings, address: SmtpAddress, signer: DkimSigner, standIn: MailStandIn | null) {
    const { city, seal, origin } = surroundings
    const lanes = new Map(mailLanesOf(city).map((lane) => [lane.key, lane.connections]))
    this.surroundings = surroundings
    this.signer = signer
    this.standIn = standIn
    this.lanes = new Set(lanes.keys())
    this.sender = { ...mailDomainsOf(city), name: city.name, origin, seal }
    this.pool = new SmtpPool({ address, ownName: this.sender.domain, connectionsOf: (lane) => lanes.get(lane) })
  }

  async hand(notice: Notice, contacts: readonly Contact[], told: (index: number, outcome: Outcome) => void): Promise<void> {
    await this.renewSigner(notice)
    const messages: SmtpMessage[] = []
    const places: number[] = []
    for (const [index, contact] of contacts.entries()) {
      const refusal = refusalOf(contact.address)
      if (refusal !== undefined) told(index, refusal)
      else {
        messages.push(this.messageTo(notice, contact))
        places.push(index)
      }
    }
    await this.pool.hand(messages, (place, outcome) => told(places[place] as number, outcome))
  }

  async close(): Promise<void> {
    this.pool.close()
    await this.standIn?.close()
  }

  /** Keys may have been changed since the last notice; within one notice they stay the same. */
  private async renewSigner(notice: Notice): Promise<void> {
    if ([...this.templates.keys()].some((key) => key.startsWith(notice.id))) return
    this.signer = await signerFor(this.surroundings.database, this.surroundings.seal, this.sender.domain)
  }

  private messageTo(notice: Notice, { id, address, language }: Contact): SmtpMessage {
    const template = this.templateFor(notice, language)
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
    return { ...template.envelopeFor(id, address), lane: this.lanes.has(domain) ? domain : OPEN_LANE, content: () => template.letterFor(id, address) }
  }

  private templateFor(notice: Notice, language: Language): LetterTemplate {
    const key = `${notice.id} ${language}`
    const known = this.templates.get(key)
    if (known !== undefined) return known
    const template = compileLetter(notice, language, this.sender, this.signer, this.surroundings.database.clock.now())
    this.templates.set(key, template)
    for (const oldest of this.templates.keys()) {
      if (this.templates.size <= MOST_TEMPLATES) break
      this.templates.delete(oldest)
    }
    return template
  }
}

/** What no server needs to be asked about. Addresses beyond ASCII would need SMTPUTF8 (RFC 6531) all the way to the reader. */
function refusalOf(address: string): Outcome | undefined {
  if (!isMailAddress(address)) return { kind: 'refused', code: 501, answer: '5.1.3 not a mail address', isGone: true }
  if (!/^[\x21-\x7e]+$/.test(address)) return { kind: 'refused', code: 553, answer: '5.6.7 the address needs SMTPUTF8', isGone: false }
  return undefined
}
