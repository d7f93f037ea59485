import { randomUUIDv7 } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { LevelChange, Realm } from '../model.ts'
import { isOfUnknownStretch, UNKNOWN_STRETCH } from '../rules/levels/city-areas.ts'
import { digestOf } from '../rules/telegrams/digest.ts'
import { readTelegram } from '../rules/telegrams/read-telegram.ts'
import type { Refusal } from '../rules/telegrams/refusal.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import { HELD_BACK, remarksOnTime } from '../rules/telegrams/time-ahead.ts'
import { listAreas, listOffices } from '../store/areas.ts'
import { keepRefused } from '../store/refused-telegrams.ts'
import { lockRealm } from '../store/statements.ts'
import { findTelegramByDigest, keepArrival, keepTelegram, type Effect, type Way } from '../store/telegrams.ts'
import { weighTelegram, type Weighed } from './weigh-telegram.ts'

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

/** As `keepTelegram` leaves it. */
const NOT_WEIGHED: Weighed = { changes: [], effect: 'text' }

/** Where 訓練 and 試験 go, whoever sends them. */
export const DRILL_TELEGRAMS: Realm = 'drill:telegrams'

/**
 * Takes a telegram in: reads it, keeps it, folds what it says into the state, and puts on the duty board what that calls for. All in the
 * given transaction. What cannot be read is kept as refused; what came before is only counted; what lies too far ahead in time is kept as text.
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
  const remarks = await remarksOn(tx, telegram, realm)
  await keepTelegram(tx, { id, realm, digest, telegram, remarks, fileName, way, receivedAt: tx.now, bytes: source.length, body: gzipSync(source) })
  await keepArrival(tx, id, way)
  const secondsLate = Math.round(telegram.sentAt.until(tx.now).total('seconds'))
  tx.publish(facts.telegramReceived, id, { realm, type: telegram.type, status: telegram.status, way, secondsLate })
  const { changes, effect } = remarks.includes(HELD_BACK) ? NOT_WEIGHED : await weighTelegram(tx, id, realm, telegram)
  return { kind: 'taken', id, realm, type: telegram.type, effect, changes }
}

/** A telegram of a drill is kept out of the real night by what it says of itself, whatever the caller wished. */
export function realmOf({ status }: Pick<Telegram, 'status'>, wanted: Realm = 'live'): Realm {
  return wanted === 'live' && status !== '通常' ? DRILL_TELEGRAMS : wanted
}

/**
 * What people must know beside a telegram. In a drill the night lies elsewhere in time; only the real one is held against our clock. A
 * river of which an office of the city tells, and that the city's list does not have, may be the city's all the same.
 */
async function remarksOn(tx: Tx, telegram: Telegram, realm: Realm): Promise<string[]> {
  const isUnknown = isOfUnknownStretch(telegram, await listAreas(tx), await listOffices(tx))
  return [...telegram.remarks, ...(isUnknown ? [UNKNOWN_STRETCH] : []), ...(realm === 'live' ? remarksOnTime(telegram, tx.now) : [])]
}
