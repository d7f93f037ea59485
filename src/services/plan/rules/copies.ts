import { foldText } from '#capabilities/imports/reading/similarity.ts'
import type { Owner, Project } from '../model.ts'
import { TEXT_COLUMNS } from './columns.ts'
import { printOwner } from './fields.ts'
import { glyphOf } from './marks.ts'
import { OWNER_LEVELS } from './owners.ts'
import type { ReadingContext } from './reading-context.ts'
import { type Given, type RowContent, textField } from './row-content.ts'
import { type CellPlace, placeOfSlot } from './row-text.ts'
import { shortDifference } from './text-evidence.ts'
import { yearLabel } from './years.ts'

/** Asks about every place where two listings of one project say different things. */
export function doubtCopies(
  project: Project,
  main: RowContent,
  copies: readonly RowContent[],
  context: ReadingContext,
): void {
  if (copies.length === 0) return
  for (const content of [main, ...copies]) {
    // A difference is told beside the listing whose words are not the ones proposed, and names the one they are from.
    const source = content === main ? (copies[0] as RowContent).entry.number : main.entry.number
    doubtTexts(project, content, source, context)
    doubtMarks(project, content, source, context)
    doubtOwners(project, content, source, context)
  }
  for (const copy of copies) doubtAddedNotes(project, main, copy, context)
}

function placeOf(content: RowContent, given: Given<unknown>, field: CellPlace['field']): CellPlace | null {
  return given.slot ? placeOfSlot(given.slot, content.entry.row.raw.line, content.entry.number, field) : null
}

function doubtTexts(project: Project, content: RowContent, source: string, context: ReadingContext): void {
  const pairs = [
    { given: content.name, stored: project.name, field: `projects/${project.key}/name` as const },
    ...TEXT_COLUMNS.map((key) => {
      const stored = key === 'purpose' || key === 'outline' ? project[key] : project.sheet[key]
      return { given: content.texts[key], stored, field: textField(project.key, key) }
    }),
  ]
  for (const { given, stored, field } of pairs) {
    if (!given.isGiven || given.value === stored) continue
    const place = placeOf(content, given, field)
    if (!place) continue
    const alternatives = [given.value]
    const isSameButForm = foldText(given.value) === foldText(stored)
    if (isSameButForm) context.doubts.add({ ...place, kind: 'copies-differ-in-form', alternatives, values: { source } })
    else
      context.doubts.add({
        ...place,
        kind: 'copies-differ',
        alternatives,
        values: { source, ...shortDifference(given.value, stored) },
      })
  }
}

function doubtMarks(project: Project, content: RowContent, source: string, context: ReadingContext): void {
  const { schedule, achievement } = context.scales
  for (const cell of project.years) {
    const value = content.years.get(cell.year)
    if (!value) continue
    const planned = placeOf(content, value.planned, `projects/${project.key}/years/${cell.year}/planned`)
    if (planned && value.planned.isGiven && value.planned.value !== cell.planned) {
      const values = { source, here: glyphOf(schedule, value.planned.value), there: glyphOf(schedule, cell.planned) }
      context.doubts.add({ ...planned, kind: 'copies-differ', alternatives: [values.here], values })
    }
    const note = placeOf(content, value.note, `projects/${project.key}/years/${cell.year}/note`)
    if (note && value.note.isGiven && value.note.value !== cell.note) {
      const values = { source, ...shortDifference(value.note.value, cell.note) }
      context.doubts.add({
        ...note,
        column: yearLabel(cell.year),
        kind: 'copies-differ',
        alternatives: [value.note.value],
        values,
      })
    }
  }
  const judged = content.achievement
  const place = placeOf(content, judged, `projects/${project.key}/sheet/achievement`)
  if (!place || !judged.isGiven || judged.value === project.sheet.achievement) return
  const values = {
    source,
    here: glyphOf(achievement, judged.value),
    there: glyphOf(achievement, project.sheet.achievement),
  }
  context.doubts.add({ ...place, kind: 'copies-differ', alternatives: [values.here], values })
}

function doubtOwners(project: Project, content: RowContent, source: string, context: ReadingContext): void {
  const here = content.owners.value.map(printOwner).join('\n')
  const there = project.owners.map(printOwner).join('\n')
  if (!content.owners.isGiven || here === there || isPartOf(content.owners.value, project.owners)) return
  const slots = (['department', 'section', 'group', 'owner'] as const)
    .map((key) => content.entry.row.slots.get(key))
    .filter((slot) => slot !== undefined)
  const first = slots[0]
  if (!first) return
  const place = placeOfSlot(first, content.entry.row.raw.line, content.entry.number, `projects/${project.key}/owners`)
  const cells = slots.flatMap((slot) => slot.cells.flatMap(({ refs }) => refs))
  context.doubts.add({
    ...place,
    read: here,
    kind: 'copies-differ',
    alternatives: [here],
    values: { source, here, there },
    cells,
  })
}

/** The same single owner with a unit left blank says less and nothing else; what is blank has a question of its own. */
function isPartOf(here: readonly Owner[], there: readonly Owner[]): boolean {
  const [one, other] = [here[0], there[0]]
  if (!one || !other || here.length > 1 || there.length > 1) return false
  return OWNER_LEVELS.every((level) => one[level] === '' || one[level] === other[level])
}

/** Texts beside the years that only a copy prints: taken over, and said so. */
function doubtAddedNotes(project: Project, main: RowContent, copy: RowContent, context: ReadingContext): void {
  const isMainSilent = [...main.years.values()].every(({ note }) => !note.isGiven)
  const added = [...copy.years].filter(([, { note }]) => note.isGiven && note.slot)
  if (!isMainSilent || added.length === 0) return
  // Texts that stood apart have a question of their own already.
  if ([...copy.entry.row.slots.keys()].some((key) => key.startsWith('note:'))) return
  const cells = added.flatMap(([, { note }]) => note.slot?.cells.flatMap(({ refs }) => refs) ?? [])
  const read = added.map(([year, { note }]) => `${yearLabel(year)} ${note.value}`).join('\n')
  const column = added.map(([year]) => yearLabel(year)).join('・')
  const place = { line: copy.entry.row.raw.line, row: copy.entry.number, column, read, cells }
  context.doubts.add({
    ...place,
    kind: 'copy-adds-notes',
    field: `projects/${project.key}/notes`,
    values: { main: main.entry.number },
  })
}
