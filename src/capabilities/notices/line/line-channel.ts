import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import { systemActor } from '#kernel/access/actor.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import type { Contact, Notice } from '../model.ts'
import { contactToken, isPersonal, personalLink } from '../rules/token.ts'
import { ChannelDown, type ChannelLine, type ChannelSurroundings, type Outcome, type PersonalChannel } from '../sending/channel.ts'
import { findLineSettings, type LineSettings } from '../store/channel-settings.ts'
import { lineTextOf, retryKeyOf } from './message.ts'
import { standInLine } from './stand-in-line.ts'

/** User ids that one multicast request takes (Messaging API reference, "Send multicast message"). */
const MOST_FRIENDS = 500
/** Requests under way at the same moment where each friend gets a text of their own; LINE takes 2,000 a second ("Rate limits"). */
const AT_ONCE = 20
const SILENCE_MS = 15_000
const LATER_SECONDS = 60
/** With a wrong token nothing goes until somebody sets another one. */
const WRONG_TOKEN_SECONDS = 300

/**
 * LINE Messaging API: one multicast request for each language and 500 friends. A notice with a link of one's own (a class's
 * guardians, staff on call) goes to each friend as a push message: it counts the same towards the month's messages.
 */
export const lineChannel: PersonalChannel = {
  key: 'line',
  sheetsAtOnce: 1,
  open: async (surroundings) => new LineLine(surroundings),
}

type Told = (index: number, outcome: Outcome) => void

class LineLine implements ChannelLine {
  private readonly terms: ChannelSurroundings

  constructor(terms: ChannelSurroundings) {
    this.terms = terms
  }

  async hand(notice: Notice, contacts: readonly Contact[], told: Told): Promise<void> {
    const settings = await this.settings()
    const client = await lineClient(settings)
    try {
      await (isPersonal(notice.link) ? this.handEach(client, notice, contacts, told) : this.handByLanguage(client, notice, contacts, told))
    } finally {
      if (settings === undefined) await standInLine.writeDown(this.terms.database)
    }
  }

  async close(): Promise<void> {}

  /** Asked for each sheet, because staff may change them; a drill knows none. */
  private settings(): Promise<LineSettings | undefined> {
    const { database, seal, isDrill } = this.terms
    return isDrill ? Promise.resolve(undefined) : database.read('notices', systemActor, (tx) => findLineSettings(tx, seal))
  }

  private async handByLanguage(client: messagingApi.MessagingApiClient, notice: Notice, contacts: readonly Contact[], told: Told): Promise<void> {
    for (const language of LANGUAGES) {
      const friends = [...contacts.entries()].filter(([, contact]) => contact.language === language)
      for (let from = 0; from < friends.length; from += MOST_FRIENDS) {
        const some = friends.slice(from, from + MOST_FRIENDS)
        const people = some.map(([, contact]) => contact)
        const request = { to: people.map(({ address }) => address), messages: [this.messageOf(notice, language)] }
        const outcome = await handedBy(client.multicast(request, retryKeyOf(notice, language, people)))
        for (const [index] of some) told(index, outcome)
      }
    }
  }

  private async handEach(client: messagingApi.MessagingApiClient, notice: Notice, contacts: readonly Contact[], told: Told): Promise<void> {
    const waiting = contacts.entries()
    const carry = async () => {
      for (const [index, contact] of waiting) {
        const own = { ...notice, link: personalLink(notice.link, contactToken(this.terms.seal, contact.id)) }
        const request = { to: contact.address, messages: [this.messageOf(own, contact.language)] }
        told(index, await handedBy(client.pushMessage(request, retryKeyOf(notice, contact.language, [contact]))))
      }
    }
    const carried = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, contacts.length) }, carry))
    for (const one of carried) if (one.status === 'rejected') throw one.reason
  }

  private messageOf(notice: Notice, language: Language): messagingApi.TextMessage {
    return { type: 'text', text: lineTextOf(notice, language, this.terms.origin) }
  }
}

/** What LINE made of one request. */
async function handedBy(sending: Promise<unknown>): Promise<Outcome> {
  try {
    await inTime(sending)
    return { kind: 'handed' }
  } catch (thrown) {
    if (thrown instanceof HTTPFetchError) return lineOutcome(thrown.status, thrown.body)
    // The same key goes with the next try, so what LINE took without our hearing of it is not sent twice.
    throw new ChannelDown(`LINE cannot be reached: ${(thrown as Error).message.slice(0, 200)}`, LATER_SECONDS, { cause: thrown })
  }
}

/** The Messaging API as the city has set it up, or its stand-in. */
export async function lineClient(settings: LineSettings | undefined): Promise<messagingApi.MessagingApiClient> {
  if (settings !== undefined) return new messagingApi.MessagingApiClient({ channelAccessToken: settings.accessToken })
  return new messagingApi.MessagingApiClient({ channelAccessToken: standInLine.accessToken, baseURL: await standInLine.origin() })
}

/** The library waits for ever; a sheet must not. */
export async function inTime<Result>(work: Promise<Result>, mostMs = SILENCE_MS): Promise<Result> {
  let alarm: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`no answer within ${mostMs / 1_000} s`)), mostMs)
  })
  try {
    return await Promise.race([work, silence])
  } finally {
    clearTimeout(alarm)
  }
}

/** Messaging API reference, "Status codes"; the words of 429 tell too many requests from a used-up month. */
export function lineOutcome(code: number, body: string): Outcome {
  const answer = body.slice(0, 200)
  // Taken before under the same key.
  if (code === 409) return { kind: 'handed' }
  if (code === 401 || code === 403) throw new ChannelDown(`LINE does not take the access token (${code})`, WRONG_TOKEN_SECONDS)
  if (code === 429 && /monthly limit/i.test(body)) return { kind: 'refused', code, answer, isGone: false }
  if (code === 429 || code >= 500) throw new ChannelDown(`LINE takes nothing now (${code})`, LATER_SECONDS)
  return { kind: 'refused', code, answer, isGone: false }
}
