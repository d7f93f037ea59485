import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { StandingSurroundings } from '#kernel/jobs/standing-work.ts'
import { facts } from '../facts.ts'
import type { Notice } from '../model.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { ChannelDown } from '../sending/channel.ts'
import { removeFollowersAt } from '../store/followers.ts'
import { endHandOver, findFile, hasSuccessor, keepFile, mayHaveBeenHeard, putBack, takeHandOvers, type HandOver, type HandOverFile } from '../store/hand-overs.ts'
import { findNoticeRow } from '../store/notices.ts'
import { AREA_MAIL_FROM } from '../rules/fitting-limits.ts'
import type { HandOverChannel, HandOverConnection, HandOverOutcome } from './hand-over-channel.ts'
import { REASONS } from './reasons.ts'

/** After the first try, the second, and so on; from there on as long as the channel allows. */
const RESTS_SECONDS = [5, 10, 20, 40, 60, 120, 300, 600] as const
/** What could not be handed over in this time is no news any more. */
const GIVE_UP_HOURS = 24
const MOST_ANSWER_KEPT = 300

type Way = { readonly kind: 'go'; readonly file: HandOverFile } | { readonly kind: 'stay'; readonly state: 'given-up' | 'withheld'; readonly why: string }

/** Carries one channel's hand-overs, drills to the stand-in and the rest where the city has set it up. */
export class Messenger {
  private readonly channel: HandOverChannel
  private readonly open: OpenCity
  private readonly surroundings: StandingSurroundings
  private readonly lines = new Map<boolean, Promise<HandOverConnection>>()

  constructor(channel: HandOverChannel, open: OpenCity, surroundings: StandingSurroundings) {
    this.channel = channel
    this.open = open
    this.surroundings = surroundings
  }

  /** Works off what is due now; returns how much it took. */
  async settle(): Promise<number> {
    const { database } = this.open
    for (let total = 0; ; ) {
      const taken = await database.act('notices', systemActor, (tx) => takeHandOvers(tx, this.channel.key, this.channel.atOnce))
      if (taken.length === 0) return total
      total += taken.length
      await Promise.all(taken.map((handOver) => this.carry(handOver)))
    }
  }

  async close(): Promise<void> {
    const lines = [...this.lines.values()]
    this.lines.clear()
    for (const line of lines) await (await line.catch(() => null))?.close()
  }

  private async carry(handOver: HandOver): Promise<void> {
    const { database } = this.open
    const way = await database.act('notices', systemActor, (tx) => this.prepare(tx, handOver))
    if (way.kind === 'stay') return this.end(handOver, way.state, way.why)
    try {
      const line = await this.lineFor(handOver.isDrill)
      await this.tell(handOver, await line.hand(way.file, handOver))
    } catch (thrown) {
      await this.comeBack(handOver, thrown)
    }
  }

  /** The file, or why it is not handed over any more. */
  private async prepare(tx: Tx, handOver: HandOver): Promise<Way> {
    const { channel, open } = this
    const notice = (await findNoticeRow(tx, handOver.noticeId)) as Notice
    const file = (await findFile(tx, notice.id, channel.key)) ?? (await channel.write({ tx, city: open.city, parts: open.directory.parts, notice }))
    await keepFile(tx, notice.id, channel.key, file)
    if (notice.expiresAt !== null && Temporal.Instant.compare(notice.expiresAt, tx.now) <= 0) return { kind: 'stay', state: 'given-up', why: REASONS.expired }
    if (channel.isReplacedByLater && (await hasSuccessor(tx, handOver))) return { kind: 'stay', state: 'withheld', why: REASONS.replaced }
    // What takes back an alarm that never sounded would be an alarm itself.
    const isTakingBack = channel.key === 'area-mail' && notice.level < AREA_MAIL_FROM && notice.refersTo !== null
    if (isTakingBack && !(await mayHaveBeenHeard(tx, handOver))) return { kind: 'stay', state: 'withheld', why: REASONS.neverHeard }
    return { kind: 'go', file }
  }

  private lineFor(isDrill: boolean): Promise<HandOverConnection> {
    const known = this.lines.get(isDrill)
    if (known !== undefined) return known
    const { city, database } = this.open
    const line = this.channel.open({ city, database, ...this.surroundings, isDrill, origin: portalOrigin(city) })
    this.lines.set(isDrill, line)
    line.catch(() => this.lines.delete(isDrill))
    return line
  }

  private async tell(handOver: HandOver, outcome: HandOverOutcome): Promise<void> {
    await this.end(handOver, outcome.kind === 'taken' ? 'taken' : 'given-up', outcome.answer)
    if (outcome.kind === 'refused' && outcome.isGone === true && handOver.target !== '') {
      await this.open.database.act('notices', systemActor, (tx) => removeFollowersAt(tx, handOver.target))
    }
  }

  private async end(handOver: HandOver, state: 'taken' | 'given-up' | 'withheld', answer: string): Promise<void> {
    const { noticeId, channel, isDrill } = handOver
    await this.open.database.act('notices', systemActor, async (tx) => {
      const end = await endHandOver(tx, handOver, state, answer.slice(0, MOST_ANSWER_KEPT))
      if (end !== undefined) tx.publish(facts.handedOver, noticeId, { notice: noticeId, channel, isDrill, wasTaken: end.wasTaken })
    })
  }

  private async comeBack(handOver: HandOver, thrown: unknown): Promise<void> {
    const { database } = this.open
    const now = database.clock.now()
    const why = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, MOST_ANSWER_KEPT)
    if (now.since(handOver.begunAt).total('hours') >= GIVE_UP_HOURS) return this.end(handOver, 'given-up', why)
    const asked = thrown instanceof ChannelDown ? thrown.afterSeconds : 0
    const rest = Math.max(asked, RESTS_SECONDS[Math.min(handOver.attempts, RESTS_SECONDS.length) - 1] ?? 0)
    const seconds = Math.min(rest, this.channel.longestRestSeconds)
    this.surroundings.log.warn('not-handed-over', { channel: handOver.channel, isDrill: handOver.isDrill, why, restsSeconds: seconds })
    await database.act('notices', systemActor, (tx) => putBack(tx, handOver, { answer: why, dueAt: now.add({ seconds }), isUncertain: isUncertain(thrown) }))
  }
}

const NEVER_ARRIVED: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** A receiver that said "later", or was never reached, has nothing; of a line that broke nobody knows. */
function isUncertain(thrown: unknown): boolean {
  return !(thrown instanceof ChannelDown) && !NEVER_ARRIVED.has((thrown as { code?: unknown }).code)
}
