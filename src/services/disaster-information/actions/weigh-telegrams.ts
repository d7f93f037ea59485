import { gunzipSync } from 'node:zlib'
import type { Tx } from '#kernel/database/transaction.ts'
import type { LevelChange, Realm } from '../model.ts'
import { saidOfCity, type CityArea } from '../rules/levels/city-areas.ts'
import { withOldFloodsJoined } from '../rules/levels/old-floods.ts'
import { readTelegram } from '../rules/telegrams/read-telegram.ts'
import { HELD_BACK_HOURS, isTooFarAhead } from '../rules/telegrams/time-ahead.ts'
import { isSeaOnly, purposeOf } from '../rules/telegrams/telegram-types.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import { listAreas } from '../store/areas.ts'
import { listHeldBack, releaseTelegram } from '../store/held-telegrams.ts'
import { noteEffect, type Effect } from '../store/telegrams.ts'
import { layDown, takeInHand } from './fold-levels.ts'
import type { RealmInHand, Weighable } from './realm-in-hand.ts'
import { onLevelsChanged } from './suggest.ts'

export interface Weighed {
  readonly changes: readonly LevelChange[]
  readonly effect: Effect
}

/** What a telegram says of the city, ready to be weighed. */
export function weighable(id: string, digest: string, telegram: Telegram, areas: readonly CityArea[]): Weighable {
  return { id, digest, telegram, said: saidOfCity(withOldFloodsJoined(telegram), telegram.silentMeansNothing, areas) }
}

/**
 * Folds what telegrams say of the city into the state of a locked realm, one after the other in the order given; nothing is written
 * yet. Says what became of each.
 */
export async function weighTelegrams(tx: Tx, realm: Realm, telegrams: readonly Weighable[]): Promise<{ readonly hand: RealmInHand; readonly weighed: ReadonlyMap<string, Weighed> }> {
  const hand = await takeInHand(tx, realm, telegrams)
  return { hand, weighed: new Map(telegrams.map((each) => [each.id, weigh(hand, each)])) }
}

/**
 * Weighs telegrams that were held back because their time lay too far ahead, once it does not any more: our clock may have been slow,
 * and then they were right. The real night must be locked.
 */
export async function weighHeldBack(tx: Tx): Promise<void> {
  const areas = await listAreas(tx)
  for (const { id, digest, fileName, body } of await listHeldBack(tx, tx.now.subtract({ hours: HELD_BACK_HOURS }))) {
    const reading = readTelegram(gunzipSync(body), fileName)
    if (!reading.ok || isTooFarAhead(reading.telegram.reportAt, tx.now)) continue
    const { hand, weighed } = await weighTelegrams(tx, 'live', [weighable(id, digest, reading.telegram, areas)])
    await releaseTelegram(tx, id)
    await noteEffect(tx, id, weighed.get(id)?.effect ?? 'text')
    await layDown(tx, hand)
    await onLevelsChanged(tx, hand.changes)
  }
}

function weigh(hand: RealmInHand, telegram: Weighable): Weighed {
  const { changes, concernsCity } = hand.take(telegram)
  const effect = !concernsCity ? effectWithoutCity(telegram.telegram) : changes.length > 0 ? 'changed' : 'confirmed'
  return { changes, effect }
}

function effectWithoutCity({ type }: Telegram): Effect {
  if (isSeaOnly(type)) return 'not-relevant'
  const purpose = purposeOf(type)
  return purpose === 'levels' ? 'elsewhere' : purpose
}
