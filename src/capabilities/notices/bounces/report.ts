import { simpleParser } from 'mailparser'
import { isGoneStatus } from '../mail/smtp-reply.ts'

/** What a report says became of a message (RFC 3464). */
export interface DeliveryFailure {
  /** The number that the last server said, e.g. 550; 0 where the report does not tell. */
  readonly code: number
  /** E.g. `5.1.1` (RFC 3463). */
  readonly status: string
  readonly answer: string
  readonly isGone: boolean
}

/**
 * The failure that a message reports; undefined for whatever else comes to such an address: delays, confirmations, notes
 * that somebody is on holiday. Only what is a delivery status by its form counts, never what a text says.
 */
export async function failureIn(source: Buffer): Promise<DeliveryFailure | undefined> {
  const mail = await simpleParser(source, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  if (part === undefined) return undefined
  for (const group of part.content.toString('utf8').replace(/\r\n/g, '\n').split(/\n\s*\n/)) {
    const fields = fieldsIn(group)
    const status = /^5\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
    if (fields.get('action')?.toLowerCase() !== 'failed' || status === undefined) continue
    const answer = fields.get('diagnostic-code')?.replace(/^smtp;\s*/i, '') ?? ''
    return { code: Number(/^5\d\d/.exec(answer)?.[0] ?? 0), status, answer: answer === '' ? status : answer, isGone: isGoneStatus(status) }
  }
  return undefined
}

/** RFC 3464 section 2.1.1: fields as in a message's head, folded lines included. */
function fieldsIn(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n')
  return new Map(lines.flatMap((line) => {
    const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const]
  }))
}
