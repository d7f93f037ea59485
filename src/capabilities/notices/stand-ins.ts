import { openAreaMailStandIn } from './hand-over/area-mail-stand-in.ts'
import { openCableTvStandIn } from './hand-over/cable-tv-stand-in.ts'
import { openLAlertStandIn } from './hand-over/l-alert-stand-in.ts'
import type { Watch } from './hand-over/stand-in-server.ts'
import { StandInLine } from './line/stand-in-line.ts'
import { SmtpSink } from './mail/smtp-sink.ts'
import type { ChannelKey } from './model.ts'
import { StandInPushService } from './push/stand-in-push-service.ts'

export interface TakenIn {
  readonly messages: number
  readonly twice: number
}

/** The world outside of every channel but the fediverse, for a process of its own. */
export interface StandIns {
  /** What a city's surroundings must say to be led there. */
  readonly variables: Readonly<Record<string, string>>
  counts(): Readonly<Record<CountedChannel, TakenIn>>
}

type CountedChannel = Exclude<ChannelKey, 'activitypub'>

/**
 * Opens a mail server, a push service, LINE's API, the centre of L-Alert, the carriers of area mail and a caption machine
 * on free ports of this machine, and counts what each takes in: mail by Message-ID, push by endpoint, LINE by friend,
 * hand-overs by the notice or the file. Told twice within one notice is what must not be. (The fediverse stays with the
 * city: it answers back, to an inbox.)
 */
export async function openStandIns(): Promise<StandIns> {
  const tallies = { mail: new Tally(), push: new Tally(), line: new Tally(), 'l-alert': new Tally(), 'area-mail': new Tally(), 'cable-tv': new Tally() }
  const { mail, push, line } = tallies
  const sink = new SmtpSink({ onMessage: ({ source }) => mail.take(messageIdIn(source)) })
  const pushService = new StandInPushService((endpoint) => push.take(endpoint))
  const lineService = new StandInLine((to) => to.forEach((friend) => line.take(friend)), null)
  const counted = (channel: 'l-alert' | 'area-mail' | 'cable-tv'): Watch => (_, taken) => {
    if (taken !== undefined) tallies[channel].take(taken)
  }
  const [centre, carriers, station] = [await openLAlertStandIn(counted('l-alert')), await openAreaMailStandIn(counted('area-mail')), await openCableTvStandIn(counted('cable-tv'))]
  const variables = {
    NOTICES_SMTP_URL: `smtp://127.0.0.1:${await sink.listen()}`, PUSH_STAND_IN_URL: await pushService.origin(), LINE_STAND_IN_URL: await lineService.listen(),
    L_ALERT_STAND_IN_URL: centre.url.href, AREA_MAIL_STAND_IN_URL: carriers.url.href, CABLE_TV_STAND_IN_URL: station.url.href,
  }
  const counts = () => Object.fromEntries(Object.entries(tallies).map(([channel, tally]) => [channel, tally.counts()])) as Record<CountedChannel, TakenIn>
  return { variables, counts }
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
