import type { FiscalYearNumber, Scale } from '../model.ts'
import { readMarkedCell } from './marks.ts'
import type { AlignedRow, Slot } from './rows.ts'

/** The cells of a row under the years, each where it most likely belongs. */
export interface YearLine {
  /** The cell of each year; null where the row has lost it. */
  readonly marks: ReadonlyMap<FiscalYearNumber, Slot | null>
  /** Marks proposed for lost cells, as glyphs; a year may stay open. */
  readonly filled: ReadonlyMap<FiscalYearNumber, string>
  /** Where the proposals come from: another listing, a run of equal marks, or no evidence at all. */
  readonly evidence: 'copy' | 'run' | 'none'
  /** Texts that stood in cells of their own. */
  readonly notes: ReadonlyMap<FiscalYearNumber, Slot>
}

/** Step keys of the years in another listing of the project that has all its year cells. */
export type CopyMarks = ReadonlyMap<FiscalYearNumber, string | null>

export function readYearLine(
  row: AlignedRow,
  years: readonly FiscalYearNumber[],
  scale: Scale,
  copy: CopyMarks | null,
): YearLine {
  const slots = years.map((year) => row.slots.get(`year:${year}`))
  const found = slots.filter((slot) => slot !== undefined && slot.state !== 'lost') as Slot[]
  const settled =
    found.length > 0 && found.length < years.length
      ? settledYears(found, years, scale, copy)
      : { places: found.map((_, index) => index), filled: new Map<number, string>(), evidence: 'none' as const }
  const marks = new Map<FiscalYearNumber, Slot | null>(years.map((year) => [year, null]))
  for (const [index, place] of settled.places.entries()) marks.set(years[place] as number, found[index] as Slot)
  const filled = new Map([...settled.filled].map(([place, glyph]) => [years[place] as number, glyph]))
  return { marks, filled, evidence: settled.evidence, notes: notesOf(row, years, scale, marks) }
}

interface SettledYears {
  /** For each found cell the index of its year. */
  readonly places: readonly number[]
  readonly filled: ReadonlyMap<number, string>
  readonly evidence: YearLine['evidence']
}

/**
 * Fewer cells than years: which year is missing? Another listing of the project knows; without one, a run of equal
 * marks (→ → →) most likely lost one of its own, for that is where dumps lose marks; else the first year stays open,
 * for projects begin late more often than they end early.
 */
function settledYears(
  found: readonly Slot[],
  years: readonly FiscalYearNumber[],
  scale: Scale,
  copy: CopyMarks | null,
): SettledYears {
  const steps = found.map(({ text }) => readMarkedCell(text, scale).step)
  const lost = years.length - found.length
  const byCopy =
    copy &&
    placesWithin(
      steps,
      years.map((year) => copy.get(year) ?? null),
    )
  if (copy && byCopy) {
    const filled = years.flatMap((year, place) =>
      byCopy.includes(place) ? [] : [[place, glyph(scale, copy.get(year) ?? null)] as const],
    )
    return { places: byCopy, filled: new Map(filled), evidence: 'copy' }
  }
  const run = longestRun(steps)
  if (run) {
    const places = found.map((_, index) => (index <= run.end ? index : index + lost))
    const filled = Array.from({ length: lost }, (_, index) => [run.end + 1 + index, glyph(scale, run.step)] as const)
    return { places, filled: new Map(filled), evidence: 'run' }
  }
  const shift = steps[0] === scale.steps.find((step) => step.glyph === '→')?.key ? 0 : lost
  return { places: found.map((_, index) => index + shift), filled: new Map(), evidence: 'none' }
}

function glyph(scale: Scale, key: string | null): string {
  return scale.steps.find((step) => step.key === key)?.glyph ?? ''
}

/** Where a shorter sequence lies within a longer one, in order; null when it does not. */
function placesWithin(part: readonly (string | null)[], whole: readonly (string | null)[]): readonly number[] | null {
  const places: number[] = []
  for (const [index, step] of whole.entries()) {
    if (places.length < part.length && part[places.length] === step) places.push(index)
  }
  return places.length === part.length ? places : null
}

function longestRun(steps: readonly (string | null)[]): { readonly end: number; readonly step: string } | null {
  let best: { length: number; end: number; step: string } | null = null
  let length = 0
  for (const [index, step] of steps.entries()) {
    length = index > 0 && step === steps[index - 1] ? length + 1 : 1
    if (step !== null && length >= 2 && length >= (best?.length ?? 0)) best = { length, end: index, step }
  }
  return best
}

/** Year texts in cells of their own; when fewer than years, each is laid beside the mark that its words mean. */
function notesOf(
  row: AlignedRow,
  years: readonly FiscalYearNumber[],
  scale: Scale,
  marks: ReadonlyMap<FiscalYearNumber, Slot | null>,
): ReadonlyMap<FiscalYearNumber, Slot> {
  const notes = years.flatMap((year) => {
    const slot = row.slots.get(`note:${year}`)
    return slot && slot.text !== '' ? [[year, slot] as const] : []
  })
  if (notes.length === 0 || notes.length === years.length || !isBlock(row, years)) return new Map(notes)
  const slots = notes.map(([, slot]) => slot)
  const places = likeliestPlaces(
    slots.map(({ text }) => meaningOf(text, scale)),
    years.map((year) => readMarkedCell(marks.get(year)?.text ?? '', scale).step),
  )
  return new Map(places.map((place, index) => [years[place] as number, slots[index] as Slot]))
}

/** Whether the texts stand in a block after all marks; beside its own mark a text needs no guessing. */
function isBlock(row: AlignedRow, years: readonly FiscalYearNumber[]): boolean {
  const order = [...row.slots.keys()]
  return order.indexOf(`note:${years[0] as number}`) > order.indexOf(`year:${years.at(-1) as number}`)
}

function meaningOf(text: string, scale: Scale): string | null {
  return readMarkedCell(text, scale).step
}

/** Lays texts over years in order so that most stand beside the mark they mean; earliest places on a tie. */
function likeliestPlaces(meanings: readonly (string | null)[], marks: readonly (string | null)[]): readonly number[] {
  const score = (meaning: string | null, mark: string | null): number =>
    meaning === null ? 0 : meaning === mark ? 1 : -0.5
  let best: { readonly places: readonly number[]; readonly total: number } = {
    places: meanings.map((_, index) => index),
    total: Number.NEGATIVE_INFINITY,
  }
  const extend = (places: readonly number[], total: number): void => {
    if (places.length === meanings.length) {
      if (total > best.total) best = { places, total }
      return
    }
    const from = (places.at(-1) ?? -1) + 1
    for (let place = from; place <= marks.length - (meanings.length - places.length); place++) {
      extend([...places, place], total + score(meanings[places.length] ?? null, marks[place] ?? null))
    }
  }
  extend([], 0)
  return best.places
}
