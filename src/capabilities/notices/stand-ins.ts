import { StandInLine } from './line/stand-in-line.ts'
import { SmtpSink } from './mail/smtp-sink.ts'
import { StandInPushService } from './push/stand-in-push-service.ts'

export interface TakenIn {
  readonly messages: number
  readonly twice: number
}

/** The personal channels' world outside, for a process of its own. */
export interface StandIns {
  /** What a city's surroundings must say to be led there. */
  readonly variables: Readonly<Record<string, string>>
  counts(): Readonly<Record<'mail' | 'push' | 'line', TakenIn>>
}

/**
 * Opens a mail server, a push service and LINE's API on free ports of this machine, and counts what each takes in: mail by
 * Message-ID, push by endpoint, LINE by friend. Told twice within one notice is what must not be.
 */
export async function openStandIns(): Promise<StandIns> {
  const [mail, push, line] = [new Tally(), new Tally(), new Tally()]
  const sink = new SmtpSink({ onMessage: ({ source }) => mail.take(messageIdIn(source)) })
  const pushService = new StandInPushService((endpoint) => push.take(endpoint))
  const lineService = new StandInLine((to) => to.forEach((friend) => line.take(friend)))
  const variables = {
    NOTICES_SMTP_URL: `smtp://127.0.0.1:${await sink.listen()}`, PUSH_STAND_IN_URL: await pushService.origin(), LINE_STAND_IN_URL: await lineService.listen(),
  }
  return { variables, counts: () => ({ mail: mail.counts(), push: push.counts(), line: line.counts() }) }
}

class Tally {
  private readonly seen = new Set<string>()
  private messages = 0

  take(identity: string): void {
    this.messages++
    // A copy: a part of a message would keep the whole of it in memory.
    this.seen.add(Buffer.from(identity).toString())
  }

  counts(): TakenIn {
    return { messages: this.messages, twice: this.messages - this.seen.size }
  }
}

function messageIdIn(source: string): string {
  const start = source.indexOf('\r\nMessage-ID: <')
  return start < 0 ? source : source.slice(start, source.indexOf('>', start))
}
