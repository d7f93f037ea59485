import { assertNever } from '#kernel/values/assert-never.ts'
import type { FiscalYearNumber, Scale } from '../model.ts'
import type { Entry } from './entry.ts'
import type { FieldPath } from './fields.ts'
import { type MarkedCell, type MarkedCellDoubt, glyphOf, readMarkedCell, stepOf } from './marks.ts'
import type { ReadingContext } from './reading-context.ts'
import type { Absence, Given, YearValue } from './row-content.ts'
import { type CellPlace, placeOfSlot, readCellText } from './row-text.ts'
import type { Slot } from './rows.ts'
import { type CopyMarks, type YearLine, readYearLine } from './year-line.ts'
import { yearLabel, yearsNamedIn } from './years.ts'

export interface RowMarks {
  readonly years: ReadonlyMap<FiscalYearNumber, YearValue>
  readonly achievement: Given<string | null>
}

/** Reads the line of years and the judgement of one row. */
export function readRowMarks(
  entry: Entry,
  projectKey: string,
  copy: CopyMarks | null,
  context: ReadingContext,
  absences: Absence[],
): RowMarks {
  const line = readYearLine(entry.row, context.years, context.scales.schedule, copy)
  const years = new Map<FiscalYearNumber, YearValue>()
  for (const year of context.years) years.set(year, readYear(entry, projectKey, year, line, context, absences))
  doubtLostMarks(entry, projectKey, line, copy !== null, context)
  doubtApartTexts(entry, projectKey, line, context)
  return { years, achievement: readAchievement(entry, projectKey, context, absences) }
}

function readYear(
  entry: Entry,
  projectKey: string,
  year: FiscalYearNumber,
  line: YearLine,
  context: ReadingContext,
  absences: Absence[],
): YearValue {
  const field = `projects/${projectKey}/years/${year}/planned` as const
  const slot = line.marks.get(year) ?? null
  const apart = line.notes.get(year) ?? null
  if (!slot) return lostYear(entry, year, field, line, apart, context, absences)
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, field)
  if (slot.text === '') {
    absences.push({ key: `year:${year}`, how: 'blank', place })
    return { planned: { value: null, isGiven: false, slot }, note: noteOf('', null, apart) }
  }
  const text = readCellText(slot, place, 'prose', context.doubts)
  const cell = readMarkedCell(text, context.scales.schedule)
  if (cell.doubt) doubtMark(cell.doubt, place, context)
  doubtYearNamed(entry, projectKey, year, apart?.text ?? cell.note, apart ?? slot, context)
  return {
    planned: { value: cell.step, isGiven: cell.step !== null || cell.note !== '', slot },
    note: noteOf(cell.note, slot, apart),
  }
}

function noteOf(own: string, slot: Slot | null, apart: Slot | null): Given<string> {
  const beside = apart?.text ?? ''
  const value = own === beside ? own : [own, beside].filter((text) => text !== '').join(' ')
  return { value, isGiven: value !== '', slot: apart ?? slot }
}

function lostYear(
  entry: Entry,
  year: FiscalYearNumber,
  field: FieldPath,
  line: YearLine,
  apart: Slot | null,
  context: ReadingContext,
  absences: Absence[],
): YearValue {
  const glyph = line.filled.get(year) ?? ''
  const step = glyph === '' ? null : (stepOf(context.scales.schedule, glyph)?.step.key ?? null)
  const isWhollyLost = [...line.marks.values()].every((slot) => slot === null)
  if (isWhollyLost && entry.row.slots.has(`year:${year}`)) {
    const column = entry.row.slots.get(`year:${year}`)?.column.heading ?? yearLabel(year)
    absences.push({
      key: `year:${year}`,
      how: 'lost',
      place: { line: entry.row.raw.line, row: entry.number, column, read: '', field, cells: [] },
    })
  }
  return { planned: { value: step, isGiven: step !== null, slot: null }, note: noteOf('', null, apart) }
}

function doubtMark(doubt: MarkedCellDoubt, place: CellPlace, { doubts }: ReadingContext): void {
  switch (doubt.kind) {
    case 'variant-mark':
      doubts.add({ ...place, kind: 'variant-mark', values: { mark: doubt.mark, glyph: doubt.glyph } })
      break
    case 'two-marks':
      doubts.add({ ...place, kind: 'two-marks', alternatives: [doubt.other], values: { mark: doubt.mark } })
      break
    case 'unknown-mark':
      doubts.add({ ...place, kind: 'unknown-mark', values: { mark: doubt.mark } })
      break
    case 'no-mark':
      if (doubt.glyph)
        doubts.add({ ...place, kind: 'mark-by-words', values: { words: place.read, glyph: doubt.glyph } })
      else doubts.add({ ...place, kind: 'no-mark' })
      break
    default:
      assertNever(doubt)
  }
}

/** Fewer marks than years: one question for each year that was left without. */
function doubtLostMarks(
  entry: Entry,
  projectKey: string,
  line: YearLine,
  hasCopy: boolean,
  { doubts, years }: ReadingContext,
): void {
  const found = [...line.marks.values()].filter((slot) => slot !== null)
  if (found.length === 0 || found.length === years.length) return
  // Which of the cells moved depends on which year is missing, so the question is about all of them.
  const moved = [...entry.row.slots.values()].filter(({ state }) => state === 'shifted')
  const cells = [...found, ...moved].flatMap((slot) => slot.cells.flatMap(({ refs }) => refs))
  const read = found.map(({ text }) => text).join(' ')
  const alternatives = hasCopy && line.evidence === 'copy' ? [] : ['']
  for (const [year, slot] of line.marks) {
    if (slot !== null) continue
    const heading = entry.row.raw.table.columns.find(({ key }) => key === `year:${year}`)?.heading
    // A header without this year means that the table never had it.
    if (heading === undefined) continue
    const values = { found: String(found.length), expected: String(years.length) }
    const place = { line: entry.row.raw.line, row: entry.number, column: heading, read, cells, alternatives, values }
    const kind = line.evidence === 'copy' ? 'year-mark-lost-copy' : 'year-mark-lost'
    doubts.add({ ...place, kind, field: `projects/${projectKey}/years/${year}/planned` })
  }
}

/** Texts of the years in cells of their own, one question a row: the five belong together. */
function doubtApartTexts(entry: Entry, projectKey: string, line: YearLine, { doubts }: ReadingContext): void {
  if (line.notes.size === 0) return
  const slots = [...line.notes.values()]
  const marks = [...line.notes.keys()]
    .map((year) => line.marks.get(year))
    .filter((slot) => slot && slot.text.length > 1)
  // The marks stand where they should, but everything behind the texts has moved.
  const moved = [...entry.row.slots.values()].filter(({ state }) => state === 'shifted')
  const cells = [...slots, ...moved, ...marks].flatMap((slot) => slot?.cells.flatMap(({ refs }) => refs) ?? [])
  const columns = [...line.notes.keys()].map(yearLabel).join('・')
  const read = slots.map(({ text }) => text).join(' | ')
  const field = `projects/${projectKey}/notes` as const
  doubts.add({
    kind: 'year-texts-apart',
    line: entry.row.raw.line,
    row: entry.number,
    column: columns,
    read,
    field,
    cells,
  })
}

function doubtYearNamed(
  entry: Entry,
  projectKey: string,
  year: FiscalYearNumber,
  note: string,
  slot: Slot,
  { doubts, years }: ReadingContext,
): void {
  const later = yearsNamedIn(note).find((named) => named > year && named <= (years.at(-1) ?? year))
  if (later === undefined) return
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, `projects/${projectKey}/years/${year}/note`)
  doubts.add({ ...place, column: yearLabel(year), kind: 'year-text-order', values: { named: yearLabel(later) } })
}

function readAchievement(
  entry: Entry,
  projectKey: string,
  context: ReadingContext,
  absences: Absence[],
): Given<string | null> {
  const slot = entry.row.slots.get('achievement')
  const field = `projects/${projectKey}/sheet/achievement` as const
  if (!slot) return { value: null, isGiven: false, slot: null }
  const place = placeOfSlot(slot, entry.row.raw.line, entry.number, field)
  if (slot.text === '') {
    absences.push({ key: 'achievement', how: slot.state === 'lost' ? 'lost' : 'blank', place })
    return { value: null, isGiven: false, slot }
  }
  const scale = context.scales.achievement
  const cell = readMarkedCell(readCellText(slot, place, 'name', context.doubts), scale)
  if (cell.doubt) doubtMark(cell.doubt, place, context)
  else if (!isLegendText(cell, scale)) context.doubts.add({ ...place, kind: 'text-beside-mark' })
  else if (isUnlisted(cell, context))
    context.doubts.add({ ...place, kind: 'unlisted-mark', values: { mark: cell.mark } })
  return { value: cell.step, isGiven: cell.step !== null, slot }
}

/** `◎ 達成` says the same twice; any other words beside a judgement would be lost. */
function isLegendText(cell: MarkedCell, scale: Scale): boolean {
  return cell.note === '' || scale.steps.some(({ key, label }) => key === cell.step && label === cell.note)
}

function isUnlisted(cell: MarkedCell, context: ReadingContext): boolean {
  return (
    cell.step === 'withdrawn' &&
    !context.isWithdrawnInLegend &&
    glyphOf(context.scales.achievement, cell.step) === cell.mark
  )
}
