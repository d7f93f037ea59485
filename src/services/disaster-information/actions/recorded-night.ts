import type { Tx } from '#kernel/database/transaction.ts'
import type { ComposedTelegram } from '../rules/nights/compose-telegram.ts'
import { replayed, type ReplayTerms } from '../rules/nights/replayed.ts'
import { listRecorded } from '../store/recorded-nights.ts'
import type { Period } from '../store/time-line.ts'

/** A drill plays so many at most; the hardest day of a prefecture has some hundreds. */
export const RECORDED_MOST = 2_000

/** What `composeNight` gives for an invented night, of the real one: with the telegram each was. */
export type OfRecordedNight = ComposedTelegram & { readonly id: string }

/**
 * The telegrams of a period of the real night as a drill plays them: 訓練, in the order of their reports, at the drill's own hours.
 * At most `RECORDED_MOST`; without terms they are played from now on, as fast as they were.
 */
export async function recordedNight(tx: Tx, period: Period, terms: Omit<ReplayTerms, 'from'> = { startAt: tx.now, speed: 1 }): Promise<OfRecordedNight[]> {
  const recorded = await listRecorded(tx, period, RECORDED_MOST)
  return recorded.flatMap((telegram) => {
    const one = replayed(telegram, { from: period.from, ...terms })
    return one === undefined ? [] : [{ ...one, id: telegram.id }]
  })
}
