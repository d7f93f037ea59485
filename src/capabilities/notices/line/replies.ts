import { HTTPFetchError } from '@line/bot-sdk'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { Voice, LANGUAGES } from '#kernel/text/text.ts'
import { lineLink } from '../rules/link-code.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { findLineSettings, vapidKey } from '../store/channel-settings.ts'
import { takeLineReplies, type LineReply } from '../store/line-replies.ts'
import { pushWords } from '../text/push-words.ts'
import { inTime, lineClient } from './line-channel.ts'
import { standInLine } from './stand-in-line.ts'

/** A reply token is good for about a minute (Messaging API reference, "Send reply message"). */
const LOOK_MS = 1_500
const AT_ONCE = 20

/**
 * Answers friends of the LINE account with their link. It also makes the pair of push keys with the city's first start,
 * because pages cannot write.
 */
export const channelKeeping: StandingWork = { name: 'channel-keeping', begin: (open, surroundings) => new ChannelKeeping(open, surroundings) }

class ChannelKeeping implements StandingRun {
  private readonly open: OpenCity
  private readonly terms: StandingSurroundings
  private isEnding = false
  private rest: { readonly wake: () => void } | null = null
  private going: Promise<void> = Promise.resolve()

  constructor(open: OpenCity, terms: StandingSurroundings) {
    this.open = open
    this.terms = terms
  }

  async start(): Promise<void> {
    this.going = this.goOn()
  }

  async settle(): Promise<number> {
    await vapidKey(this.open.database, this.terms.seal)
    for (let total = 0; ; ) {
      const replies = await this.open.database.act('notices', systemActor, (tx) => takeLineReplies(tx, AT_ONCE))
      if (replies.length === 0) return total
      await this.reply(replies)
      total += replies.length
    }
  }

  async end(): Promise<void> {
    this.isEnding = true
    this.rest?.wake()
    await this.going
  }

  private async goOn(): Promise<void> {
    while (!this.isEnding) {
      await this.settle().catch((thrown: unknown) => this.terms.log.warn('line-replies-interrupted', { why: String(thrown).slice(0, 200) }))
      if (!this.isEnding) await this.lieDown()
    }
  }

  private lieDown(): Promise<void> {
    return new Promise((resolve) => {
      const alarm = setTimeout(resolve, LOOK_MS)
      this.rest = { wake: () => { clearTimeout(alarm); resolve() } }
    })
  }

  /** All four languages, because nobody knows yet which one the friend reads. */
  private async reply(replies: readonly LineReply[]): Promise<void> {
    const { database, city } = this.open
    const { seal, log } = this.terms
    const settings = await database.read('notices', systemActor, (tx) => findLineSettings(tx, seal))
    const client = await lineClient(settings)
    for (const { userId, replyToken } of replies) {
      const lines = LANGUAGES.map((language) => new Voice({ language, hasFurigana: false, textSize: 'standard' }).plain(pushWords.lineReply))
      const text = `${lines.join('\n')}\n${portalOrigin(city)}${lineLink(seal, userId, Temporal.Now.instant())}`
      try {
        await inTime(client.replyMessage({ replyToken, messages: [{ type: 'text', text }] }))
      } catch (thrown) {
        // The friend sends another message and is answered then.
        log.warn('line-reply-refused', { status: thrown instanceof HTTPFetchError ? thrown.status : 0 })
      }
    }
    if (settings === undefined) await standInLine.writeDown(database)
  }
}
