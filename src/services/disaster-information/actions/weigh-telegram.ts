import { gunzipSync } from 'node:zlib'
import type { Tx } from '#kernel/database/transaction.ts'
import type { LevelChange, Realm } from '../model.ts'
import { saidOfCity } from '../rules/levels/city-areas.ts'
import { withOldFloodsJoined } from '../rules/levels/old-floods.ts'
import { seriesOf, voidedIn } from '../rules/levels/voiding.ts'
import { readTelegram } from '../rules/telegrams/read-telegram.ts'
import { HELD_BACK_HOURS, isTooFarAhead } from '../rules/telegrams/time-ahead.ts'
import { isSeaOnly, purposeOf, schemeOf } from '../rules/telegrams/telegram-types.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import { listAreas } from '../store/areas.ts'
import { listHeldBack, releaseTelegram } from '../store/held-telegrams.ts'
import { listLevels } from '../store/levels.ts'
import { keepStatements, listKeysOf, listSeries, voidTelegram, type StateKey } from '../store/statements.ts'
import { noteEffect, type Effect } from '../store/telegrams.ts'
import { foldKeys } from './fold-levels.ts'
import { onLevelsChanged } from './suggest.ts'

export interface Weighed {
  readonly changes: readonly LevelChange[]
  readonly effect: Effect
}

/** Folds what a telegram that is kept already says of the city into the state of a locked realm, and suggests what that calls for. */
export async function weighTelegram(tx: Tx, id: string, realm: Realm, telegram: Telegram): Promise<Weighed> {
  const own = saidOfCity(withOldFloodsJoined(telegram), telegram.silentMeansNothing, await listAreas(tx))
  await keepStatements(tx, id, realm, schemeOf(telegram.type), own)
  const touched = await voidWhatIsMeant(tx, realm, telegram)
  const keys = [...own, ...await listKeysOf(tx, touched)]
  const passing = await passingWithTime(tx, realm)
  const changes = await foldKeys(tx, realm, distinct([...keys, ...passing]), { telegramId: id, infoType: telegram.infoType })
  await onLevelsChanged(tx, changes)
  const effect = keys.length === 0 ? effectWithoutCity(telegram) : changes.length > 0 ? 'changed' : 'confirmed'
  await noteEffect(tx, id, effect)
  return { changes, effect }
}

/**
 * Weighs telegrams that were held back because their time lay too far ahead, once it does not any more: our clock may have been slow,
 * and then they were right. The real night must be locked.
 */
export async function weighHeldBack(tx: Tx): Promise<void> {
  for (const { id, fileName, body } of await listHeldBack(tx, tx.now.subtract({ hours: HELD_BACK_HOURS }))) {
    const reading = readTelegram(gunzipSync(body), fileName)
    if (!reading.ok || isTooFarAhead(reading.telegram.reportAt, tx.now)) continue
    await releaseTelegram(tx, id)
    await weighTelegram(tx, id, 'live', reading.telegram)
  }
}

/** In a drill each telegram is also the tick of the clock; the real night has one of its own (watch-levels). */
async function passingWithTime(tx: Tx, realm: Realm): Promise<StateKey[]> {
  return realm === 'live' ? [] : (await listLevels(tx, realm)).filter(({ level }) => level !== 0)
}

/** Looks at the whole series again: the new telegram may void others, or have been voided before it came. Returns whose standing changed. */
async function voidWhatIsMeant(tx: Tx, realm: Realm, telegram: Telegram): Promise<string[]> {
  const series = await listSeries(tx, realm, seriesOf(telegram), telegram.reportAt)
  const voided = voidedIn(series)
  const touched = series.filter(({ telegramId, voidedBy }) => (voided.get(telegramId)?.by ?? null) !== voidedBy)
  for (const { telegramId } of touched) await voidTelegram(tx, telegramId, voided.get(telegramId))
  return touched.map(({ telegramId }) => telegramId)
}

function effectWithoutCity(telegram: Telegram): Effect {
  if (isSeaOnly(telegram.type)) return 'not-relevant'
  const purpose = purposeOf(telegram.type)
  return purpose === 'levels' ? 'elsewhere' : purpose
}

function distinct(keys: readonly StateKey[]): StateKey[] {
  return [...new Map(keys.map(({ hazard, areaCode }) => [`${hazard}/${areaCode}`, { hazard, areaCode }])).values()]
}
