import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { HazardLevel, LevelChange, Realm } from '../model.ts'
import { changeBetween, type Cause } from '../rules/levels/changes.ts'
import { foldLevel, type FoldedLevel } from '../rules/levels/fold.ts'
import { findLevel, keepLevel, keepLevelChange } from '../store/levels.ts'
import { listStatements, newestReport, type StateKey } from '../store/statements.ts'

/**
 * Folds what is known of these hazards and areas again and writes down every step. The realm must be locked (`lockRealm`). The real
 * night is folded as of now, a drill as of the last thing that was said in it.
 */
export async function foldKeys(tx: Tx, realm: Realm, keys: readonly StateKey[], cause: Cause): Promise<LevelChange[]> {
  const asOf = realm === 'live' ? tx.now : await newestReport(tx, realm) ?? tx.now
  const changes: LevelChange[] = []
  for (const key of keys) {
    const after = foldLevel(await listStatements(tx, realm, key), asOf)
    if (after === undefined) continue
    const before = await findLevel(tx, realm, key)
    await keepLevel(tx, { realm, ...after })
    const change = stepOf(tx, asOf, { realm, before, after, cause })
    if (change === undefined) continue
    await keepLevelChange(tx, change)
    publishChange(tx, change)
    changes.push(change)
  }
  return changes
}

interface Step {
  readonly realm: Realm
  readonly before: HazardLevel | undefined
  readonly after: FoldedLevel
  readonly cause: Cause
}

function stepOf(tx: Tx, asOf: Temporal.Instant, { realm, before, after, cause }: Step): LevelChange | undefined {
  const step = changeBetween(before, after, cause)
  if (step === undefined) return undefined
  const { hazard, areaCode, areaName, kindName, kindCode, telegramType, telegramId } = after
  // The clock's own steps happen now; a telegram's at the time it reports.
  const at = step.reason === 'expired' ? asOf : after.reportedAt
  return {
    id: randomUUIDv7(), realm, hazard, areaCode, areaName, ...step, kindName, kindCode, telegramType, telegramId: cause.telegramId ?? telegramId, at, recordedAt: tx.now,
  }
}

function publishChange(tx: Tx, change: LevelChange): void {
  const { realm, hazard, areaCode, areaName, from, to, kindName, kindCode, telegramType, at } = change
  tx.publish(facts.levelChanged, `${hazard}/${areaCode}`, { realm, hazard, areaCode, areaName, from, to, kindName, kindCode, telegramType, at: at.toString() })
}
