import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { reasonWords } from './hand-over/reasons.ts'
import { HAND_OVERS, type HandOverKey } from './model.ts'
import { listHandOverCounts, type HandOverCount, type HandOverState } from './store/hand-overs.ts'
import { handOverWords as words } from './text/hand-over-words.ts'

/** How far a notice has come on a channel that passes it on. Of many receivers (the fediverse) the worst state is told. */
export interface HandOverProgress {
  readonly channel: HandOverKey
  readonly state: HandOverState
  /** One, but for the fediverse. */
  readonly receivers: number
  readonly taken: number
  /** Of whichever receiver was tried most often. */
  readonly attempts: number
  readonly begunAt: Temporal.Instant
  /** When the last receiver was done with it; null while one is not. */
  readonly endedAt: Temporal.Instant | null
  /** When it is tried again; null where nothing waits. */
  readonly dueAt: Temporal.Instant | null
  /** What the receiver said last, or one of our own reasons; null where nothing was said. See `saidWords`. */
  readonly said: string | null
}

/** The gravest first: what a person must do something about stands before what is fine. */
const WORST_FIRST: readonly HandOverState[] = ['given-up', 'waiting', 'held', 'withheld', 'taken']

/** What became of a notice at those who pass it on, in the order of `HAND_OVERS`; channels that it does not go over are left out. */
export function handOversOf(tx: Tx, noticeId: string): Promise<HandOverProgress[]> {
  return tx.within('notices', async () => {
    const counts = await listHandOverCounts(tx, noticeId)
    return HAND_OVERS.flatMap((channel) => {
      const own = counts.filter((count) => count.channel === channel)
      return own.length === 0 ? [] : [progressIn(channel, own)]
    })
  })
}

/** `counts` are those of one channel, one for each state, and never empty. */
function progressIn(channel: HandOverKey, counts: readonly HandOverCount[]): HandOverProgress {
  const worst = counts.toSorted((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state))[0] as HandOverCount
  const isOpen = counts.some(({ state }) => state === 'waiting' || state === 'held')
  const ends = counts.flatMap(({ endedAt }) => endedAt ?? []).toSorted((one, other) => Temporal.Instant.compare(other, one))
  return {
    channel, state: worst.state, begunAt: worst.begunAt, said: worst.answer,
    receivers: counts.reduce((total, { receivers }) => total + receivers, 0),
    taken: counts.find(({ state }) => state === 'taken')?.receivers ?? 0,
    attempts: Math.max(...counts.map(({ attempts }) => attempts)),
    endedAt: isOpen ? null : (ends[0] ?? null),
    dueAt: counts.find(({ state }) => state === 'waiting')?.dueAt ?? null,
  }
}

export const HAND_OVER_NAMES: Readonly<Record<HandOverKey, Phrase<never>>> = {
  activitypub: words.activitypub, 'l-alert': words['l-alert'], 'area-mail': words['area-mail'], 'cable-tv': words['cable-tv'],
}

export const HAND_OVER_STATES: Readonly<Record<HandOverState, Phrase<never>>> = {
  waiting: words.waits, held: words.held, taken: words.taken, 'given-up': words['given-up'], withheld: words.withheld,
}

/** The words for one of our own reasons; undefined for what a receiver said, which is shown as it was said. */
export function saidWords(said: string): Phrase<never> | undefined {
  return reasonWords(said)
}
