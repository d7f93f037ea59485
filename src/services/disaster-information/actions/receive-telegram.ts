import { randomUUIDv7 } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { LevelChange, Realm } from '../model.ts'
import { isOfUnknownStretch, UNKNOWN_STRETCH, type CityArea } from '../rules/levels/city-areas.ts'
import { digestOf } from '../rules/telegrams/digest.ts'
import { readTelegram, type Reading } from '../rules/telegrams/read-telegram.ts'
import type { Refusal } from '../rules/telegrams/refusal.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import { HELD_BACK, remarksOnTime } from '../rules/telegrams/time-ahead.ts'
import { listAreas, listOffices } from '../store/areas.ts'
import { keepRefused } from '../store/refused-telegrams.ts'
import { lockRealm } from '../store/statements.ts'
import { keepArrivals, keepTelegrams, listByDigest, type Effect, type Way } from '../store/telegrams.ts'
import { layDown } from './fold-levels.ts'
import { onLevelsChanged } from './suggest.ts'
import { weighable, weighTelegrams, type Weighed } from './weigh-telegrams.ts'

export interface Arrival {
  readonly source: Buffer
  readonly way: Way
  /** Where it counts, if that is not decided by the telegram itself: a replay goes into its drill. */
  readonly realm?: Realm
  /** Name of the file, or the end of the feed's address. */
  readonly fileName?: string
  /** When it came, if it has waited since. */
  readonly arrivedAt?: Temporal.Instant
}

export type Received =
  | { readonly kind: 'taken'; readonly id: string; readonly realm: Realm; readonly type: string; readonly effect: Effect; readonly changes: readonly LevelChange[] }
  | { readonly kind: 'duplicate'; readonly id: string; readonly realm: Realm }
  | { readonly kind: 'refused'; readonly id: string; readonly refusal: Refusal }

/** What is held back is kept as text. */
const NOT_WEIGHED: Weighed = { changes: [], effect: 'text' }

/** Where 訓練 and 試験 go, whoever sends them. */
export const DRILL_TELEGRAMS: Realm = 'drill:telegrams'

export async function receiveTelegram(tx: Tx, arrival: Arrival): Promise<Received> {
  const [received] = await receiveTelegrams(tx, [arrival])
  return received as Received
}

/**
 * Takes telegrams in, in the order given and as if each came alone: reads them, keeps them, folds what they say into the state, and puts
 * on the duty board what that calls for. All in the given transaction. What cannot be read is kept as refused; what came before is only
 * counted; what lies too far ahead in time is kept as text. Answers in the same order.
 */
export async function receiveTelegrams(tx: Tx, arrivals: readonly Arrival[]): Promise<Received[]> {
  const received = new Map<Arrival, Received>()
  const legible: Legible[] = []
  for (const arrival of arrivals) {
    const reading = readTelegram(arrival.source, arrival.fileName ?? '')
    if (reading.ok) legible.push(legibleOf(arrival, reading))
    else received.set(arrival, await refuse(tx, arrival, reading))
    // Reading is what takes longest, and pages may be waiting in the same process.
    if (arrivals.length > 1) await breathe()
  }
  const realms = [...Map.groupBy(legible, ({ realm }) => realm)]
  // In one order everywhere, since each realm is locked.
  for (const [realm, own] of realms.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [arrival, one] of await receiveInto(tx, realm, own)) received.set(arrival, one)
  }
  return arrivals.flatMap((arrival) => received.get(arrival) ?? [])
}

/** A telegram of a drill is kept out of the real night by what it says of itself, whatever the caller wished. */
export function realmOf({ status }: Pick<Telegram, 'status'>, wanted: Realm = 'live'): Realm {
  return wanted === 'live' && status !== '通常' ? DRILL_TELEGRAMS : wanted
}

interface Legible {
  readonly arrival: Arrival
  readonly telegram: Telegram
  readonly realm: Realm
  readonly digest: string
}

function legibleOf(arrival: Arrival, { telegram }: Extract<Reading, { ok: true }>): Legible {
  return { arrival, telegram, realm: realmOf(telegram, arrival.realm), digest: digestOf(telegram.tree) }
}

async function refuse(tx: Tx, { source, way, fileName = '' }: Arrival, refusal: Refusal): Promise<Received> {
  const id = await keepRefused(tx, { refusal, beginning: source, bytes: source.length, way, fileName })
  return { kind: 'refused', id, refusal }
}

async function receiveInto(tx: Tx, realm: Realm, legible: readonly Legible[]): Promise<readonly (readonly [Arrival, Received])[]> {
  // Sent together, answered in order: what is read after the lock is read under it.
  const [, ids, areas, offices] = await Promise.all([lockRealm(tx, realm), listByDigest(tx, realm, legible.map(({ digest }) => digest)), listAreas(tx), listOffices(tx)])
  const fresh: Fresh[] = []
  for (const each of legible) {
    if (ids.has(each.digest)) continue
    const id = randomUUIDv7()
    ids.set(each.digest, id)
    fresh.push({ ...each, id, remarks: remarksOn(tx, each, areas, offices) })
  }
  const weighed = await keepFresh(tx, realm, fresh, areas)
  await keepArrivals(tx, legible.map(({ arrival, digest }) => ({ telegramId: ids.get(digest) ?? '', way: arrival.way, at: arrival.arrivedAt ?? tx.now })))
  const byArrival = new Map(fresh.map((each) => [each.arrival, each]))
  return legible.map(({ arrival, digest }) => {
    const one = byArrival.get(arrival)
    if (one === undefined) return [arrival, { kind: 'duplicate', id: ids.get(digest) ?? '', realm }]
    return [arrival, { kind: 'taken', id: one.id, realm, type: one.telegram.type, ...(weighed.get(one.id) ?? NOT_WEIGHED) }]
  })
}

/** A telegram that the realm does not have yet. */
interface Fresh extends Legible {
  readonly id: string
  readonly remarks: readonly string[]
}

async function keepFresh(tx: Tx, realm: Realm, fresh: readonly Fresh[], areas: readonly CityArea[]): Promise<ReadonlyMap<string, Weighed>> {
  if (fresh.length === 0) return new Map()
  const weighables = fresh.filter(({ remarks }) => !remarks.includes(HELD_BACK)).map(({ id, digest, telegram }) => weighable(id, digest, telegram, areas))
  const { hand, weighed } = await weighTelegrams(tx, realm, weighables)
  for (const { id, telegram, arrival } of fresh) {
    const secondsLate = Math.round(telegram.sentAt.until(arrival.arrivedAt ?? tx.now).total('seconds'))
    tx.publish(facts.telegramReceived, id, { realm, type: telegram.type, status: telegram.status, way: arrival.way, secondsLate })
  }
  const kept = fresh.map(({ arrival, ...each }) => ({
    ...each, fileName: arrival.fileName ?? '', way: arrival.way, receivedAt: arrival.arrivedAt ?? tx.now, bytes: arrival.source.length, body: gzipSync(arrival.source),
    effect: (weighed.get(each.id) ?? NOT_WEIGHED).effect,
  }))
  await Promise.all([keepTelegrams(tx, kept), layDown(tx, hand)])
  await onLevelsChanged(tx, hand.changes)
  return weighed
}

/**
 * What people must know beside a telegram. In a drill the night lies elsewhere in time; only the real one is held against our clock. A
 * river of which an office of the city tells, and that the city's list does not have, may be the city's all the same.
 */
function remarksOn(tx: Tx, { telegram, realm }: Legible, areas: readonly CityArea[], offices: readonly string[]): string[] {
  const isUnknown = isOfUnknownStretch(telegram, areas, offices)
  return [...telegram.remarks, ...(isUnknown ? [UNKNOWN_STRETCH] : []), ...(realm === 'live' ? remarksOnTime(telegram, tx.now) : [])]
}
