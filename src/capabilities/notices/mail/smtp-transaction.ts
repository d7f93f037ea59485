import { ChannelDown, type Outcome } from '../sending/channel.ts'
import { ConnectionLost, ServerUnwilling, type SmtpConnection } from './smtp-connection.ts'
import { saysGone, type Reply } from './smtp-reply.ts'

const AFTER_UNWILLING_SECONDS = 30
/** When the server says "not now" to one recipient. RFC 5321 section 4.5.4.1 asks for half an hour; greylisting passes after minutes. */
const AFTER_LATER_SECONDS = 60

/** One message for one recipient. */
export interface SmtpMessage {
  readonly from: string
  readonly to: string
  /** Messages of a lane share its limit of connections. */
  readonly lane: string
  /** Resolves to the whole message in ASCII, lines ending with CRLF, none beginning with a dot. */
  content(): Promise<string>
}

/** A message that the server said beforehand it would not take (RFC 1870). */
export class MessageTooLarge extends Error {}

/** All three commands at once where the server allows it (RFC 2920), or the first of them. */
export function envelopeOf({ from, to }: SmtpMessage, { isPipelining }: SmtpConnection): string {
  const mail = `MAIL FROM:<${from}>\r\n`
  return isPipelining ? `${mail}RCPT TO:<${to}>\r\nDATA\r\n` : mail
}

/** What became of the message where its envelope was not taken; undefined when the server waits for the content. */
export async function envelopeAnswer(connection: SmtpConnection, { to }: SmtpMessage): Promise<Outcome | undefined> {
  const mail = await connection.reply()
  // The sender is always one of ours: a server that refuses it refuses all of them.
  if (mail.code >= 300) throw new ServerUnwilling(`the mail server does not take mail from us: ${mail.code} ${mail.text}`)
  const recipient = connection.isPipelining ? await connection.reply() : await connection.ask(`RCPT TO:<${to}>`)
  const isTaken = recipient.code < 300
  if (!connection.isPipelining && !isTaken) return reset(connection, outcomeOf(recipient, true))
  const data = connection.isPipelining ? await connection.reply() : await connection.ask('DATA')
  if (isTaken && data.code === 354) return undefined
  // RFC 2920 section 3.1: a server may wait for content though it took no recipient; it gets none.
  if (data.code === 354) await connection.ask('.')
  return reset(connection, outcomeOf(isTaken ? data : recipient, !isTaken))
}

async function reset(connection: SmtpConnection, outcome: Outcome): Promise<Outcome> {
  await connection.ask('RSET')
  return outcome
}

/** A reply to a recipient or to a content; only the former can say that the mailbox is gone. */
export function outcomeOf(reply: Reply, isAboutRecipient: boolean): Outcome {
  const { code, text: answer } = reply
  if (code < 300) return { kind: 'handed' }
  if (code < 500) return { kind: 'later', code, answer, afterSeconds: AFTER_LATER_SECONDS }
  return { kind: 'refused', code, answer, isGone: isAboutRecipient && saysGone(reply) }
}

/** The channel's word for what went wrong with the server as a whole. */
export function downBy(thrown: unknown): ChannelDown {
  const why = thrown instanceof Error ? thrown.message : String(thrown)
  return new ChannelDown(why, thrown instanceof ConnectionLost ? 1 : AFTER_UNWILLING_SECONDS, { cause: thrown })
}
