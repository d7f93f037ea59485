import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { beginOf, dayOf } from '#kernel/time/clock.ts'
import { endUnpaid, takeSession } from '../actions/card.ts'
import { refundPaid } from '../actions/refund.ts'
import { record } from '../actions/record.ts'
import { CardProvider } from '../provider/client.ts'
import { providerSettings } from '../provider.ts'
import { keepDifference } from '../store/differences.ts'
import { keepProviderEntries, lastFetchedDay, noteFetched } from '../store/provider-entries.ts'
import { changeRefund, listRefundsDue, type Refund } from '../store/refunds.ts'
import { findRequest } from '../store/requests.ts'
import { checkLater, findSession, hurryOrphans, listSessionsDue, type CardSession } from '../store/sessions.ts'
import { Rounds } from './rounds.ts'

/**
 * Two sweeps, as payment platforms run them: what was opened within a day is asked about every quarter of an hour, all that
 * is still open once a day. A lost message of the provider is so made good within the quarter of an hour.
 */
const SWEEP = {
  everyMs: 20_000, aRound: 50, recentHours: 24, recentMinutes: 15, laterHours: 24,
  /** A session that the provider does not know is given up after so many questions. */
  unknownChecks: 3,
  /** Days that are fetched anew, because the provider writes some entries late. */
  entryDays: 3, entryPages: 500,
} as const

/** A refund that was not answered is asked for again under the same key: after 5 minutes, up to a day. */
const REFUND = { againMinutes: 5, mostTries: 288 } as const

export const cardSweep: StandingWork = { name: 'card-sweep', begin: (open, surroundings) => new CardSweep(open, surroundings) }

class CardSweep implements StandingRun {
  private readonly open: OpenCity
  private readonly log: StandingSurroundings['log']
  private readonly rounds = new Rounds(SWEEP.everyMs)

  constructor(open: OpenCity, { log }: StandingSurroundings) {
    this.open = open
    this.log = log
  }

  async start(): Promise<void> {
    this.rounds.start(() => this.settle(), (thrown) => this.log.warn('card-sweep-interrupted', { city: this.open.city.key, why: String(thrown).slice(0, 200) }))
  }

  async settle(): Promise<number> {
    const settings = providerSettings(this.open)
    if (settings === null) return 0
    const provider = new CardProvider(settings)
    await this.act(hurryOrphans)
    const due = await this.act((tx) => listSessionsDue(tx, SWEEP.aRound))
    for (const session of due) await this.check(provider, session, settings.isStandIn)
    const refunds = await this.act((tx) => listRefundsDue(tx, SWEEP.aRound))
    for (const refund of refunds) await this.giveBack(provider, refund)
    const entries = await this.fetchEntries(provider)
    return due.length + refunds.length + entries
  }

  end(): Promise<void> {
    return this.rounds.end()
  }

  private act<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.open.database.act('payments', systemActor, work)
  }

  /** A stand-in forgets with its process, and nobody need look for what it forgot. */
  private async check(provider: CardProvider, session: CardSession, mayForget: boolean): Promise<void> {
    const isWanted = await this.act(async (tx) => OPEN_STATES.has((await findRequest(tx, { id: session.requestId }))?.state ?? ''))
    const answer = isWanted ? await provider.session(session.id) : await closed(provider, session.id)
    await this.act(async (tx) => {
      if (answer.ok) {
        await takeSession(tx, answer.value, tx.now, 'sweep')
        return checkLater(tx, session.id, nextCheck(session, tx.now), true)
      }
      const isUnknown = answer.status === 404
      if (!isUnknown || session.checks + 1 < SWEEP.unknownChecks) return checkLater(tx, session.id, nextCheck(session, tx.now), isUnknown)
      await endUnpaid(tx, session, 'lost', 'sweep')
      if (!mayForget) await keepDifference(tx, { key: `lost ${session.id}`, kind: 'session-lost', day: tx.today, requestId: session.requestId, yen: session.yen, detail: session.id })
    })
  }

  private async giveBack(provider: CardProvider, refund: Refund): Promise<void> {
    const session = await this.act((tx) => findSession(tx, refund.transaction))
    const intent = session?.intent ?? null
    const answer = intent === null
      ? { ok: false, isFinal: true, status: 0, problem: 'the payment has no name at the provider' } as const
      : await provider.refund({ key: `refund ${refund.id}`, intent, yen: refund.yen })
    await this.act(async (tx) => {
      if (answer.ok && answer.value.status !== 'failed' && answer.value.status !== 'canceled') {
        await changeRefund(tx, refund.id, { providerNumber: answer.value.id })
        return refundPaid(tx, refund, dayOf(answer.value.created))
      }
      const problem = answer.ok ? answer.value.status : answer.problem
      const isOver = answer.ok || answer.isFinal || refund.tries + 1 >= REFUND.mostTries
      if (!isOver) return changeRefund(tx, refund.id, { tries: refund.tries + 1, problem, nextTryAt: tx.now.add({ minutes: REFUND.againMinutes }) })
      await changeRefund(tx, refund.id, { state: 'failed', tries: refund.tries + 1, problem, nextTryAt: null })
      await record(tx, { id: refund.requestId }, { kind: 'refund-failed', key: `refund ${refund.id} failed`, refundId: refund.id, reason: problem })
      await keepDifference(tx, { key: `refund ${refund.id}`, kind: 'refund-failed', day: tx.today, requestId: refund.requestId, yen: refund.yen, detail: problem })
    })
  }

  /** What moved at the provider up to yesterday, once a day; the last days once more, for what was written late. */
  private async fetchEntries(provider: CardProvider): Promise<number> {
    const { today, last } = await this.act(async (tx) => ({ today: tx.today, last: await lastFetchedDay(tx) }))
    if (last !== null && Temporal.PlainDate.compare(last, today.subtract({ days: 1 })) >= 0) return 0
    const from = (last ?? today).subtract({ days: SWEEP.entryDays })
    return this.act((tx) => fetchEntriesWithin(tx, provider, from, today))
  }
}

/** Fetches the provider's entries of days from one to before another; returns how many. Also asked for from the match by hand. */
export async function fetchEntriesWithin(tx: Tx, provider: CardProvider, from: Temporal.PlainDate, before: Temporal.PlainDate, { isWhole } = { isWhole: true }): Promise<number> {
  let [count, after]: [number, string | undefined] = [0, undefined]
  for (let page = 0; page < SWEEP.entryPages; page++) {
    const answer = await provider.entries(beginOf(from), beginOf(before), after)
    if (!answer.ok) return 0
    await keepProviderEntries(tx, answer.value.data)
    count += answer.value.data.length
    after = answer.value.data.at(-1)?.id
    if (!answer.value.has_more || after === undefined) break
  }
  if (isWhole) await noteFetched(tx, before.subtract({ days: 1 }))
  return count
}

const OPEN_STATES: ReadonlySet<string> = new Set(['requested', 'way-chosen', 'authorised', 'failed'])

/** Closes a page that nobody shall pay on any more; where it was paid meanwhile, the provider says so. */
async function closed(provider: CardProvider, id: string) {
  const answer = await provider.expireSession(id)
  return answer.ok || !answer.isFinal ? answer : provider.session(id)
}

function nextCheck({ openedAt }: CardSession, now: Temporal.Instant): Temporal.Instant {
  const isRecent = now.epochMilliseconds - openedAt.epochMilliseconds < SWEEP.recentHours * 3_600_000
  return isRecent ? now.add({ minutes: SWEEP.recentMinutes }) : now.add({ hours: SWEEP.laterHours })
}
