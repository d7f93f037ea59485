import type { PlanDocument, Scale } from '../model.ts'
import type { ProjectCellField } from './report-fields.ts'

/** The scale that a field's marks belong to; null for a field of text. */
export function scaleOf(plan: PlanDocument, field: ProjectCellField): Scale | null {
  if (field === 'achievement') return plan.scales.achievement
  return /\.(planned|actual)$/.test(field) ? plan.scales.schedule : null
}

/** Null for an empty cell, undefined for a mark that the scale does not have. */
export function stepOf(scale: Scale, glyph: string): string | null | undefined {
  if (glyph === '') return null
  return scale.steps.find((step) => step.glyph === glyph)?.key
}

/** Other characters that are typed for the marks: ideographic zero, large circle, letters, signs of subtraction. */
const LOOK_ALIKES: readonly string[] = ['○〇◯Oo0', '◎⦾⊚', '△▵∆Δ', '×✕✖xXｘＸ', '→⇒➡', '−-‐–—ー－']

/** The mark that was probably meant, else all that are allowed. */
export function proposedMark(scale: Scale, found: string): string {
  const typed = found.trim()
  const family = LOOK_ALIKES.find((marks) => typed !== '' && [...marks].includes(typed))
  const meant = scale.steps.find(({ glyph }) => glyph === typed || family?.includes(glyph) === true)
  return meant?.glyph ?? scale.steps.map(({ glyph }) => glyph).join(' ')
}
