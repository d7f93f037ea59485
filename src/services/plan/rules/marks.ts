import type { Scale, ScaleStep } from '../model.ts'

/** Glyphs that print the same mark. The first of each family is the one that official tables use. */
const FAMILIES: readonly string[] = [
  '○◯〇⭕●⚪',
  '◎⊚⦾◉⦿',
  '△▲▵∆Δ',
  '→⇒➡⟶➔➜⇨⇢',
  '×✕✖☓✗✘╳xXｘＸ',
  '-－―–—─−‐‑',
  '☆★',
  '□■',
  '◇◆',
  '▽▼',
]

const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((family) => Array.from(family, (glyph) => [glyph, Array.from(family)[0] as string] as const)),
)

/** In a line of years a long bar goes on (→); beside judgements it stands for none (-). */
const LONG_BAR = 'ー'

export function isMarkGlyph(character: string): boolean {
  return FAMILY_OF.has(character) || character === LONG_BAR
}

/** Whether a glyph is a sign of its own and not also a letter or a dash that words begin with. */
function isPlainSymbol(glyph: string): boolean {
  return isMarkGlyph(glyph) && !/[-－―–—─−‐‑xXｘＸーΔ]/.test(glyph)
}

export interface StepFound {
  readonly step: ScaleStep
  /** The glyph is another form of the one in the legend (〇 for ○). */
  readonly isVariant: boolean
}

/** The step of a scale that a printed glyph means, or null when the scale has no such mark. */
export function stepOf(scale: Scale, glyph: string): StepFound | null {
  const bare = glyph.replace(/\ufe0f/g, '')
  const exact = scale.steps.find((step) => step.glyph === bare)
  if (exact) return { step: exact, isVariant: false }
  const families = bare === LONG_BAR ? ['→', '-'] : [FAMILY_OF.get(bare)]
  for (const family of families) {
    const step = family && scale.steps.find(({ glyph: known }) => FAMILY_OF.get(known) === family)
    if (step) return { step, isVariant: true }
  }
  return null
}

export function stepByKey(scale: Scale, key: string | null): ScaleStep | undefined {
  return scale.steps.find((step) => step.key === key)
}

/** What a mark prints as; nothing where the year is open. */
export function glyphOf(scale: Scale, key: string | null): string {
  return stepByKey(scale, key)?.glyph ?? ''
}

export type MarkedCellDoubt =
  | { readonly kind: 'variant-mark'; readonly mark: string; readonly glyph: string }
  | { readonly kind: 'two-marks'; readonly mark: string; readonly other: string }
  | { readonly kind: 'unknown-mark'; readonly mark: string }
  | { readonly kind: 'no-mark'; readonly glyph: string }

export interface MarkedCell {
  /** Step key, or null. */
  readonly step: string | null
  /** The glyph as it stands in the cell. */
  readonly mark: string
  readonly note: string
  readonly doubt: MarkedCellDoubt | null
}

/** A cell of a mark column: a mark, a mark and words (`◎ 更新`), words alone, or nothing. */
export function readMarkedCell(text: string, scale: Scale): MarkedCell {
  const cell = text.replace(/\ufe0f/g, '').trim()
  if (cell === '') return { step: null, mark: '', note: '', doubt: null }
  const marks = marksAtStart(cell, scale)
  if (marks.glyphs.length === 0) return wordsAlone(cell, scale)
  if (marks.glyphs.length > 1) return severalMarks(cell, marks.glyphs, scale, marks.rest)
  const mark = marks.glyphs[0] as string
  const found = stepOf(scale, mark)
  // A sign that the legend does not know is kept in the note, so that the plan prints what the source printed.
  if (!found) return { step: null, mark, note: cell, doubt: { kind: 'unknown-mark', mark } }
  const doubt = found.isVariant ? { kind: 'variant-mark' as const, mark, glyph: found.step.glyph } : null
  return { step: found.step.key, mark, note: marks.rest, doubt }
}

interface LeadingMarks {
  readonly glyphs: readonly string[]
  readonly rest: string
}

function marksAtStart(cell: string, scale: Scale): LeadingMarks {
  const glyphs: string[] = []
  let rest = cell
  for (;;) {
    const first = Array.from(rest)[0]
    if (first === undefined || !(isMarkGlyph(first) || scale.steps.some(({ glyph }) => glyph === first))) break
    const after = rest.slice(first.length)
    // Letters and dashes are marks only when they stand alone: 「Xバンド」 and 「-次期」 begin with none.
    if (!isPlainSymbol(first) && after !== '' && !/^[\s、・／/,]/.test(after)) break
    glyphs.push(first)
    rest = after.replace(/^[\s、・／/,]+/, '')
  }
  return { glyphs, rest }
}

function severalMarks(cell: string, glyphs: readonly string[], scale: Scale, rest: string): MarkedCell {
  const mark = glyphs.at(-1) as string
  const other = glyphs.slice(0, -1).join('')
  const found = stepOf(scale, mark)
  if (!found) return { step: null, mark, note: cell, doubt: { kind: 'unknown-mark', mark } }
  return { step: found.step.key, mark, note: rest, doubt: { kind: 'two-marks', mark, other } }
}

/** Words without a mark mean the step that the legend calls so (継続 is →). */
function wordsAlone(cell: string, scale: Scale): MarkedCell {
  const step = scale.steps.find(({ label }) => label === cell || label.split(/[、・,]/).includes(cell))
  if (!step) return { step: null, mark: '', note: cell, doubt: { kind: 'no-mark', glyph: '' } }
  return { step: step.key, mark: '', note: cell, doubt: { kind: 'no-mark', glyph: step.glyph } }
}
