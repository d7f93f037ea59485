import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { Realm } from '../model.ts'
import type { Cause } from '../rules/levels/changes.ts'
import type { OfSeries, StateKey, Statement } from '../rules/levels/statement.ts'
import { CORRECTING, SERIES_DAYS, seriesOf } from '../rules/levels/voiding.ts'
import { keepLevelChanges, keepLevels, listLevels } from '../store/levels.ts'
import { keepStatements, listCorrectedSeries, listKeysOf, listSeries, listStatements, newestReport, voidTelegram, type Window } from '../store/statements.ts'
import { keyText, RealmInHand, type FoldedChange, type Weighable } from './realm-in-hand.ts'

/**
 * Folds what is known of these hazards and areas again and writes down every step. The realm must be locked (`lockRealm`). The real
 * night is folded as of now, a drill as of the last thing that was said in it.
 */
export async function foldKeys(tx: Tx, realm: Realm, keys: readonly StateKey[], cause: Cause): Promise<readonly FoldedChange[]> {
  const hand = await takeInHand(tx, realm, [], keys)
  const changes = hand.fold(keys, cause)
  await layDown(tx, hand)
  return changes
}

/** Reads what is known of a locked realm: enough to take these telegrams in, and to fold these hazards and areas again. */
export async function takeInHand(tx: Tx, realm: Realm, weighables: readonly Weighable[], keys: readonly StateKey[] = []): Promise<RealmInHand> {
  const own = [...keys, ...weighables.flatMap(({ said }) => said)]
  const [levels, series, newest, ownStatements] = await Promise.all([
    listLevels(tx, realm), seriesFor(tx, realm, weighables), realm === 'live' ? null : newestReport(tx, realm), statementsOf(tx, realm, own),
  ])
  const keysOf = await listKeysOf(tx, [...series.values()].flat().map(({ telegramId }) => telegramId))
  const passing = realm === 'live' ? [] : levels.filter(({ level }) => level !== 0)
  const others = [...[...keysOf.values()].flat(), ...passing].filter((key) => !ownStatements.has(keyText(key)))
  const statements = new Map([...ownStatements, ...(await statementsOf(tx, realm, others))])
  return new RealmInHand({ realm, now: tx.now, levels, statements, series, keysOf, newest })
}

/** Writes down what changed in the hand. The telegrams themselves must stand already, or be on their way: statements of one transaction keep their order. */
export async function layDown(tx: Tx, hand: RealmInHand): Promise<void> {
  await Promise.all([
    keepStatements(tx, hand.realm, hand.said), ...[...hand.voids].map(([telegramId, voided]) => voidTelegram(tx, telegramId, voided)),
    keepLevels(tx, hand.foldedLevels), keepLevelChanges(tx, hand.changes),
  ])
  for (const change of hand.changes) publishChange(tx, change)
}

async function statementsOf(tx: Tx, realm: Realm, keys: readonly StateKey[]): Promise<Map<string, Statement[]>> {
  const asked = new Map(keys.map((key) => [keyText(key), key]))
  return new Map(await Promise.all([...asked].map(async ([text, key]) => [text, await listStatements(tx, realm, key)] as const)))
}

/** Series of these telegrams in which something corrects or cancels, be it one of them: nothing is void in any other. */
async function seriesFor(tx: Tx, realm: Realm, weighables: readonly Weighable[]): Promise<Map<string, OfSeries[]>> {
  if (weighables.length === 0) return new Map()
  const window = windowAround(weighables.map(({ telegram }) => telegram.reportAt))
  const named = [...new Set(weighables.map(({ telegram }) => seriesOf(telegram)))]
  const own = weighables.filter(({ telegram }) => CORRECTING.includes(telegram.infoType)).map(({ telegram }) => seriesOf(telegram))
  const corrected = [...new Set([...own, ...(await listCorrectedSeries(tx, realm, named, window))])]
  return new Map(await Promise.all(corrected.map(async (key) => [key, await listSeries(tx, realm, key, window)] as const)))
}

function windowAround(moments: readonly Temporal.Instant[]): Window {
  const times = moments.map((at) => at.epochMilliseconds)
  const hours = SERIES_DAYS * 24
  // Times are kept to the microsecond and compared to the millisecond.
  return {
    from: Temporal.Instant.fromEpochMilliseconds(Math.min(...times)).subtract({ hours }), to: Temporal.Instant.fromEpochMilliseconds(Math.max(...times) + 1).add({ hours }),
  }
}

function publishChange(tx: Tx, change: FoldedChange): void {
  const { realm, hazard, areaCode, areaName, from, to, kindName, kindCode, telegramType, at } = change
  tx.publish(facts.levelChanged, `${hazard}/${areaCode}`, { realm, hazard, areaCode, areaName, from, to, kindName, kindCode, telegramType, at: at.toString() })
}
