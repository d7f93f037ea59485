import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import { systemActor } from '#kernel/access/actor.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { Contact, Notice } from '../model.ts'
import { ChannelDown, type ChannelLine, type ChannelSurroundings, type Outcome, type PersonalChannel } from '../sending/channel.ts'
import { findLineSettings, type LineSettings } from '../store/channel-settings.ts'
import { lineTextOf, retryKeyOf } from './message.ts'
import { standInLine } from './stand-in-line.ts'

/** User ids that one multicast request takes (Messaging API reference, "Send multicast message"). */
const MOST_FRIENDS = 500
const SILENCE_MS = 15_000
const LATER_SECONDS = 60
/** With a wrong token nothing goes until somebody sets another one. */
const WRONG_TOKEN_SECONDS = 300

/** LINE Messaging API: one multicast request for each language and 500 friends. */
export const lineChannel: PersonalChannel = {
  key: 'line',
  sheetsAtOnce: 1,
  open: async (surroundings) => new LineLine(surroundings),
}

class LineLine implements ChannelLine {
  private readonly terms: ChannelSurroundings

  constructor(terms: ChannelSurroundings) {
    this.terms = terms
  }

  async hand(notice: Notice, contacts: readonly Contact[], told: (index: number, outcome: Outcome) => void): Promise<void> {
    const settings = await this.settings()
    const client = await lineClient(settings)
    try {
      for (const language of LANGUAGES) {
        const friends = [...contacts.entries()].filter(([, contact]) => contact.language === language)
        for (let from = 0; from < friends.length; from += MOST_FRIENDS) {
          const some = friends.slice(from, from + MOST_FRIENDS)
          const outcome = await this.handSome(client, notice, some.map(([, contact]) => contact))
          for (const [index] of some) told(index, outcome)
        }
      }
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

  private async handSome(client: messagingApi.MessagingApiClient, notice: Notice, friends: readonly Contact[]): Promise<Outcome> {
    const language = (friends[0] as Contact).language
    const request = { to: friends.map(({ address }) => address), messages: [{ type: 'text' as const, text: lineTextOf(notice, language, this.terms.origin) }] }
    try {
      await inTime(client.multicast(request, retryKeyOf(notice, language, friends)))
      return { kind: 'handed' }
    } catch (thrown) {
      if (thrown instanceof HTTPFetchError) return lineOutcome(thrown.status, thrown.body)
      // The same key goes with the next try, so what LINE took without our hearing of it is not sent twice.
      throw new ChannelDown(`LINE cannot be reached: ${(thrown as Error).message.slice(0, 200)}`, LATER_SECONDS, { cause: thrown })
    }
  }
}

/** The Messaging API as the city has set it up, or its stand-in. */
export async function lineClient(settings: LineSettings | undefined): Promise<messagingApi.MessagingApiClient> {
  if (settings !== undefined) return new messagingApi.MessagingApiClient({ channelAccessToken: settings.accessToken })
  return new messagingApi.MessagingApiClient({ channelAccessToken: standInLine.accessToken, baseURL: await standInLine.origin() })
}

/** The library waits for ever; a sheet must not. */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let alarm: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`no answer within ${SILENCE_MS / 1_000} s`)), SILENCE_MS)
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
