/** What a server answered to one command (RFC 5321 section 4.2). */
export interface Reply {
  readonly code: number
  /** Lines joined by spaces, without codes. */
  readonly text: string
  readonly lines: readonly string[]
}

/** A server that says so much in one answer is none that we can talk to. */
const MOST_CHARACTERS = 65_536

export class SmtpProtocolFault extends Error {}

/** Puts replies together as their bytes come in. */
export class ReplyReader {
  private rest = ''
  private lines: string[] = []
  private length = 0

  /** The replies that are complete now. Throws `SmtpProtocolFault` on what is no SMTP. */
  read(chunk: string): Reply[] {
    const replies: Reply[] = []
    const parts = (this.rest + chunk).split('\n')
    this.rest = parts.pop() ?? ''
    for (const part of parts) {
      const line = part.endsWith('\r') ? part.slice(0, -1) : part
      if (!/^[2-5]\d\d(?:[ -]|$)/.test(line)) throw new SmtpProtocolFault('the server answers something that is no SMTP')
      this.length += line.length
      this.lines.push(line.slice(4))
      if (line[3] === '-') continue
      replies.push({ code: Number(line.slice(0, 3)), text: this.lines.join(' '), lines: this.lines })
      this.lines = []
      this.length = 0
    }
    if (this.length + this.rest.length > MOST_CHARACTERS) throw new SmtpProtocolFault('the server answers without an end')
    return replies
  }
}

/** Whether a refusal of a recipient says that the mailbox does not exist (any more): RFC 3463 section 3.2, RFC 7505. */
export function saysGone({ code, text }: Reply): boolean {
  const enhanced = enhancedIn(text)
  if (enhanced !== undefined) return isGoneStatus(enhanced)
  return code === 550 || code === 551 || code === 553
}

/** X.1.1–X.1.3 no such mailbox or domain, X.1.6 moved, X.1.10 a domain that takes no mail, X.2.1 disabled. */
export function isGoneStatus(status: string): boolean {
  return /^5\.(?:1\.(?:[0-3]|6|10)|2\.1)$/.test(status)
}

function enhancedIn(text: string): string | undefined {
  return /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(text)?.[1]
}
