import type { Level } from '../../model.ts'

/** A kind that nobody knows outweighs every kind that is known. */
const UNKNOWN_WEIGHT = 9

export function weight(level: Level | null): number {
  return level ?? UNKNOWN_WEIGHT
}
