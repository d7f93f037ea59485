import type { HazardLevel, LevelChange } from '../../model.ts'
import type { FoldedLevel } from './fold.ts'
import { weight } from './weight.ts'

/** Of these the kind says more than the level, so that another kind is a change by itself. */
const KINDS_MATTER: ReadonlySet<string> = new Set(['earthquake', 'nankai-trough'])

export type ChangeReason =
  | 'issued' | 'raised' | 'lowered' | 'lifted' | 'corrected' | 'cancelled' | 'late' | 'expired' | 'unknown-code' | 'another-kind' | 'again'

/** Why a level is another now: the telegram that caused it, or the clock. */
export interface Cause {
  readonly telegramId: string | null
  readonly infoType: string | null
}

type Change = Pick<LevelChange, 'from' | 'to'> & { readonly reason: ChangeReason }

/** The step from what was known to what is known; undefined where it is no step. From level 2 to 4 is one step. */
export function changeBetween(before: HazardLevel | undefined, after: FoldedLevel, cause: Cause): Change | undefined {
  const from = before === undefined ? 0 : before.level
  if (from !== after.level) return { from, to: after.level, reason: reasonFor(from, after, cause) }
  if (before === undefined || after.level === 0 || !KINDS_MATTER.has(after.hazard)) return undefined
  if (before.kindCode !== after.kindCode) return { from, to: after.level, reason: 'another-kind' }
  const isAnother = after.hazard === 'earthquake' && before.eventId !== after.eventId
  return isAnother ? { from, to: after.level, reason: 'again' } : undefined
}

function reasonFor(from: HazardLevel['level'], after: FoldedLevel, { telegramId, infoType }: Cause): ChangeReason {
  if (infoType === '取消') return 'cancelled'
  if (infoType === '訂正') return 'corrected'
  if (after.remarks.includes('expired')) return 'expired'
  if (after.level === null) return 'unknown-code'
  if (telegramId !== null && after.telegramId !== telegramId) return 'late'
  if (after.level === 0) return 'lifted'
  if (from === 0) return 'issued'
  return weight(after.level) > weight(from) ? 'raised' : 'lowered'
}
