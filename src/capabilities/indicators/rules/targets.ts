import { assertNever } from '#kernel/values/assert-never.ts'
import type { Direction, Target } from '../model.ts'

/** Whether a value reaches its target; null where there is no value or no target, or a range has only one end. */
export function isTargetMet(direction: Direction, value: number | null, target: Target | undefined): boolean | null {
  if (value === null || target === undefined) return null
  switch (direction) {
    case 'up':
    case 'keep':
      return value >= target.value
    case 'down':
      return value <= target.value
    case 'range':
      return target.upTo === undefined ? null : value >= target.value && value <= target.upTo
    default:
      return assertNever(direction)
  }
}
