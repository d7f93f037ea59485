import { randomUUIDv7 } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { LevelChange, Realm } from '../model.ts'
import { saidOfCity } from '../rules/levels/city-areas.ts'
import { seriesOf, voidedIn } from '../rules/levels/voiding.ts'
import { digestOf } from '../rules/telegrams/digest.ts'
import { CLOCK_TOLERANCE_SECONDS } from '../rules/telegrams/limits.ts'
import { readTelegram } from '../rules/telegrams/read-telegram.ts'
import type { Refusal } from '../rules/telegrams/refusal.ts'
import { isSeaOnly, purposeOf, schemeOf } from '../rules/telegrams/telegram-types.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import { listAreas } from '../store/areas.ts'
import { listLevels } from '../store/levels.ts'
import { keepRefused } from '../store/refused-telegrams.ts'
import { keepStatements, listKeysOf, listSeries, lockRealm, voidTelegram, type StateKey } from '../store/statements.ts'
import { findTelegramByDigest, keepArrival, keepTelegram, noteEffect, type Effect, type Way } from '../store/telegrams.ts'
import { foldKeys } from './fold-levels.ts'
import { onLevelsChanged } from './suggest.ts'

export interface Arrival {
  readonly source: Buffer
  readonly way: Way
  /** Where it counts, if that is not decided by the telegram itself: a replay goes into its drill. */
  readonly realm?: Realm
  /** Name of the file, or the end of the feed's address. */
  readonly fileName?: string
}

export type Received =
  | { readonly kind: 'taken'; readonly id: string; readonly realm: Realm; readonly type: string; readonly effect: Effect; readonly changes: readonly LevelChange[] }
  | { readonly kind: 'duplicate'; readonly id: string; readonly realm: Realm }
  | { readonly kind: 'refused'; readonly id: string; readonly refusal: Refusal }

/** Where 訓練 and 試験 go, whoever sends them. */
export const DRILL_TELEGRAMS: Realm = 'drill:telegrams'

/**
 * Takes a telegram in: reads it, keeps it, folds what it says into the state, and puts on the duty board what that calls for. All in the
 * given transaction. What cannot be read is kept as refused; what came before is only counted.
 */
export async function receiveTelegram(tx: Tx, { source, way, realm: wanted, fileName = '' }: Arrival): Promise<Received> {
  const reading = readTelegram(source, fileName)
  if (!reading.ok) {
    const id = await keepRefused(tx, { refusal: reading, beginning: source, bytes: source.length, way, fileName })
    return { kind: 'refused', id, refusal: reading }
  }
  const { telegram } = reading
  const realm = realmOf(telegram, wanted)
  const digest = digestOf(telegram.tree)
  await lockRealm(tx, realm)
  const known = await findTelegramByDigest(tx, realm, digest)
  if (known !== undefined) {
    await keepArrival(tx, known, way)
    return { kind: 'duplicate', id: known, realm }
  }
  const id = randomUUIDv7()
  const remarks = [...telegram.remarks, ...clockRemarks(telegram, realm, tx.now)]
  await keepTelegram(tx, { id, realm, digest, telegram, remarks, fileName, way, receivedAt: tx.now, bytes: source.length, body: gzipSync(source) })
  await keepArrival(tx, id, way)
  const secondsLate = Math.round(telegram.sentAt.until(tx.now).total('seconds'))
  tx.publish(facts.telegramReceived, id, { realm, type: telegram.type, status: telegram.status, way, secondsLate })
  const { changes, effect } = await weigh(tx, id, realm, telegram)
  await noteEffect(tx, id, effect)
  return { kind: 'taken', id, realm, type: telegram.type, effect, changes }
}

/** A telegram of a drill is kept out of the real night by what it says of itself, whatever the caller wished. */
export function realmOf({ status }: Pick<Telegram, 'status'>, wanted: Realm = 'live'): Realm {
  return wanted === 'live' && status !== '通常' ? DRILL_TELEGRAMS : wanted
}

async function weigh(tx: Tx, id: string, realm: Realm, telegram: Telegram): Promise<{ changes: readonly LevelChange[]; effect: Effect }> {
  const own = saidOfCity(telegram.said, telegram.silentMeansNothing, await listAreas(tx))
  await keepStatements(tx, id, realm, schemeOf(telegram.type), own)
  const touched = await voidWhatIsMeant(tx, realm, telegram)
  const keys = [...own, ...await listKeysOf(tx, touched)]
  const passing = await passingWithTime(tx, realm)
  const changes = await foldKeys(tx, realm, distinct([...keys, ...passing]), { telegramId: id, infoType: telegram.infoType })
  await onLevelsChanged(tx, changes)
  if (keys.length === 0) return { changes, effect: effectWithoutCity(telegram) }
  return { changes, effect: changes.length > 0 ? 'changed' : 'confirmed' }
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

/** In a drill the night lies elsewhere in time; only the real one is held against our clock. */
function clockRemarks({ sentAt, reportAt }: Telegram, realm: Realm, now: Temporal.Instant): string[] {
  if (realm !== 'live') return []
  const latest = now.add({ seconds: CLOCK_TOLERANCE_SECONDS })
  return Temporal.Instant.compare(sentAt, latest) > 0 || Temporal.Instant.compare(reportAt, latest) > 0 ? ['from-the-future'] : []
}
