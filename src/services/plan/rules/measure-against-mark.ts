import type { Direction } from '#capabilities/indicators/model.ts'
import type { Scale } from '../model.ts'

/** A counted figure with what it was to reach. */
export interface MeasuredResult {
  readonly direction: Direction
  readonly value: number
  readonly baseline: number | null
  readonly target: number
  readonly isMet: boolean
}

/**
 * How a scale judges by a number: the step is the first whose share of the target is reached (threshold), or nobody
 * judges by numbers (manual). A city keeps it as data with its source; without any nothing is compared.
 */
export type MarkRule =
  | { readonly kind: 'threshold'; readonly steps: readonly { readonly step: string; readonly atLeastPercent: number }[] }
  /** As with a threshold, but of the way from the baseline to the target. */
  | { readonly kind: 'baseline'; readonly steps: readonly { readonly step: string; readonly atLeastPercent: number }[] }
  | { readonly kind: 'manual' }

const WHOLE = 100

/**
 * How much of the target was reached, in per cent. Null where it cannot be told: a target of zero, or no baseline where
 * the rule needs one. Of `keep` and `range` only all or nothing can be told.
 */
export function percentReached(result: MeasuredResult, kind: 'threshold' | 'baseline'): number | null {
  const { direction, value, target, baseline, isMet } = result
  if (isMet) return WHOLE
  if (direction === 'keep' || direction === 'range') return 0
  if (kind === 'baseline') {
    if (baseline === null || baseline === target) return null
    return limited(((value - baseline) / (target - baseline)) * WHOLE)
  }
  if (direction === 'up') return target > 0 ? limited((value / target) * WHOLE) : null
  return value > 0 ? limited((target / value) * WHOLE) : null
}

/** The step that the number alone would give; null where it gives none. */
export function stepByMeasure(result: MeasuredResult, rule: MarkRule): string | null {
  if (rule.kind === 'manual') return null
  const percent = percentReached(result, rule.kind)
  if (percent === null) return null
  return rule.steps.toSorted((one, other) => other.atLeastPercent - one.atLeastPercent).find(({ atLeastPercent }) => percent >= atLeastPercent)?.step ?? null
}

/**
 * Does the mark say something else than the number? Only across the line that matters to a reader: the best step of the
 * scale against the others, so that a mark one step off within them asks nobody for a reason.
 */
export function isAgainstMeasure(judged: string, result: MeasuredResult, rule: MarkRule, scale: Scale): boolean {
  const counted = stepByMeasure(result, rule)
  const best = scale.steps[0]?.key
  if (counted === null || best === undefined) return false
  return (counted === best) !== (judged === best)
}

function limited(percent: number): number {
  return Math.min(WHOLE, Math.max(0, percent))
}
