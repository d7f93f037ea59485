import { scheduler } from 'node:timers/promises'
import { Agent, request } from 'undici'
import webPush from 'web-push'
import { systemActor } from '#kernel/access/actor.ts'
import type { Contact, Notice } from '../model.ts'
import { contactLink } from '../rules/token.ts'
import type { ChannelLine, ChannelSurroundings, Outcome, PersonalChannel } from '../sending/channel.ts'
import { findPushContact, vapidKey } from '../store/channel-settings.ts'
import type { KeyPair } from '../store/channel-keys.ts'
import { pushMessageOf, pushTermsOf, type PushTerms } from './message.ts'
import { standInPushService } from './stand-in-push-service.ts'

/** Requests that one sheet has under way at the same moment. */
const AT_ONCE = 40
const SILENCE_MS = 10_000
/** An endpoint is whatever a browser told us: who answers with more is not read to the end. */
const MOST_ANSWER_BYTES = 64 * 1024
/** A signature for a service is good for 24 hours at most (RFC 8292 section 2); it is made anew after half of that. */
const SIGNATURE_MS = 12 * 3_600_000
/** Tried again after so long, where the service does not say. */
const LATER_SECONDS = 30
const LONGEST_LATER_SECONDS = 3_600

/** Web Push: RFC 8030 (protocol), 8291 (encryption for the browser alone), 8292 (who sends). */
export const pushChannel: PersonalChannel = {
  key: 'push',
  sheetsAtOnce: 2,
  open: async (surroundings) => new PushLine(surroundings, await vapidKey(surroundings.database, surroundings.seal)),
}

/** For the stand-in only (RFC 2606). */
const NOBODY = 'nobody@city.example'

/** What is the same for all of a sheet. */
interface Round {
  readonly notice: Notice
  readonly terms: PushTerms
  readonly contact: string | undefined
}

class PushLine implements ChannelLine {
  private readonly terms: ChannelSurroundings
  private readonly key: KeyPair
  private readonly signatures = new Map<string, { readonly header: string; readonly madeAt: number }>()
  /** Keeps connections to each service. `fetch` takes four times as long for each message, which in a storm is the mails' time. */
  private readonly connections = new Agent({ connectTimeout: SILENCE_MS, maxResponseSize: MOST_ANSWER_BYTES })
  private turns: Promise<void> = Promise.resolve()

  constructor(terms: ChannelSurroundings, key: KeyPair) {
    this.terms = terms
    this.key = key
  }

  async hand(notice: Notice, contacts: readonly Contact[], told: (index: number, outcome: Outcome) => void): Promise<void> {
    const contact = await this.contact()
    const round = { notice, terms: pushTermsOf(notice, Temporal.Now.instant()), contact }
    const waiting = contacts.entries()
    const carry = async () => {
      for (const [index, each] of waiting) told(index, await this.handOne(round, each))
    }
    try {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, contacts.length) }, carry))
    } finally {
      if (contact === undefined) await standInPushService.writeDown(this.terms.database)
    }
  }

  /**
   * One message is encrypted, then whatever else has come is looked at: eighty in a row would keep the other channels of
   * this process waiting.
   */
  private encryptionTurn(): Promise<void> {
    this.turns = this.turns.then(() => scheduler.yield())
    return this.turns
  }

  async close(): Promise<void> {
    await this.connections.destroy()
  }

  /** Whom services may write to; without it, and in a drill, everything goes to the stand-in. Asked for each sheet: staff may change it. */
  private contact(): Promise<string | undefined> {
    const { database, seal, isDrill } = this.terms
    return isDrill ? Promise.resolve(undefined) : database.read('notices', systemActor, (tx) => findPushContact(tx, seal))
  }

  private async handOne({ notice, terms, contact }: Round, { id, address, keys, language }: Contact): Promise<Outcome> {
    if (keys === null) return { kind: 'refused', code: 0, answer: 'the subscription has no keys', isGone: true }
    await this.encryptionTurn()
    const message = pushMessageOf(notice, language, contactLink(this.terms.seal, id))
    const { host, origin } = new URL(address)
    const { body, headers } = webPush.generateRequestDetails({ endpoint: address, keys }, JSON.stringify(message), {
      TTL: terms.ttl, urgency: terms.urgency, topic: terms.topic, contentEncoding: 'aes128gcm', headers: { Authorization: this.signatureFor(origin, contact) },
    })
    try {
      const target = contact === undefined ? await standInPushService.addressFor(address) : address
      // `x-push-host` only tells the stand-in whom it stands in for.
      const standIn = contact === undefined ? { 'x-push-host': host } : {}
      // Never led on to another machine by an answer: this client follows none.
      const answer = await request(target, { method: 'POST', headers: { ...texts(headers), ...standIn }, body, dispatcher: this.connections, signal: AbortSignal.timeout(SILENCE_MS) })
      return pushOutcome(answer.statusCode, (await answer.body.text()).slice(0, 200), String(answer.headers['retry-after'] ?? '') || null)
    } catch (thrown) {
      return { kind: 'later', code: 0, answer: (thrown as Error).message.slice(0, 200), afterSeconds: LATER_SECONDS }
    }
  }

  /** Made once for each service and half a day: a signature takes longer than the encryption of a message. */
  private signatureFor(origin: string, contact: string | undefined): string {
    const subject = `mailto:${contact ?? NOBODY}`
    const place = `${origin} ${subject}`
    const known = this.signatures.get(place)
    if (known !== undefined && Date.now() - known.madeAt < SIGNATURE_MS) return known.header
    const made = webPush.getVapidHeaders(origin, subject, this.key.publicPart, this.key.privatePart, 'aes128gcm')
    this.signatures.set(place, { header: made.Authorization, madeAt: Date.now() })
    return made.Authorization
  }
}

function texts(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

/** RFC 8030: section 5 (201), 7.3 (404 and 410: expired), 7.2 (413), 8.4 (429 with Retry-After). */
export function pushOutcome(code: number, answer: string, retryAfter: string | null): Outcome {
  if (code >= 200 && code < 300) return { kind: 'handed' }
  if (code === 404 || code === 410) return { kind: 'refused', code, answer, isGone: true }
  if (code === 429 || code >= 500) return { kind: 'later', code, answer, afterSeconds: secondsIn(retryAfter) }
  return { kind: 'refused', code, answer, isGone: false }
}

/** RFC 9110 section 10.2.3: seconds or a date. */
function secondsIn(retryAfter: string | null): number {
  if (retryAfter === null) return LATER_SECONDS
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1_000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), LONGEST_LATER_SECONDS) : LATER_SECONDS
}
