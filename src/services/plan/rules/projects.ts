import { assertNever } from '#kernel/values/assert-never.ts'
import type { FiscalYearNumber, Owner, Project, YearCell } from '../model.ts'
import { TEXT_COLUMNS, type TextColumn } from './columns.ts'
import { doubtCopies } from './copies.ts'
import { type MarkedCell, readMarkedCell } from './marks.ts'
import { OWNER_LEVELS, type OwnerLevel } from './owners.ts'
import type { ReadingContext } from './reading-context.ts'
import type { ProjectGroup } from './relistings.ts'
import { type Absence, type Given, type RowContent, readRowContent, textField } from './row-content.ts'
import { likelierText } from './text-evidence.ts'
import type { CopyMarks } from './year-line.ts'

/** One record of a project from all its listings, and the question of every place where they differ or lack something. */
export function readProject(group: ProjectGroup, context: ReadingContext): Project {
  const entries = [group.main, ...group.copies]
  const marks = copyMarksOf(group, context)
  const contents = entries.map((entry) => readRowContent(entry, group.key, marks, context))
  const [main, ...copies] = contents as [RowContent, ...RowContent[]]
  const texts = Object.fromEntries(TEXT_COLUMNS.map((key) => [key, chosenText(contents, key, context)])) as Record<
    TextColumn,
    string
  >
  const years = context.years.map((year) => chosenYear(contents, year))
  const project: Project = {
    key: group.key,
    name: chosen(
      contents.map(({ name }) => name),
      '',
    ),
    purpose: texts.purpose,
    outline: texts.outline,
    years,
    owners: chosenOwners(contents),
    sheet: {
      year: context.reportYear,
      results: texts.results,
      outcomes: texts.outcomes,
      periodStatus: texts.periodStatus,
      achievement: chosen<string | null>(
        contents.map(({ achievement }) => achievement),
        null,
      ),
    },
  }
  for (const content of contents) doubtAbsences(content, contents, context)
  doubtCopies(project, main, copies, context)
  for (const content of contents) rememberCells(content, project.key, context)
  return project
}

/** The marks of the first listing that has all its year cells: the measure for those that have lost some. */
function copyMarksOf(group: ProjectGroup, context: ReadingContext): CopyMarks | null {
  if (group.copies.length === 0) return null
  for (const { row } of [group.main, ...group.copies]) {
    const slots = context.years.map((year) => row.slots.get(`year:${year}`))
    if (slots.some((slot) => !slot || slot.state === 'lost' || slot.text === '')) continue
    return new Map(
      context.years.map((year, index) => [
        year,
        readMarkedCell(slots[index]?.text ?? '', context.scales.schedule).step,
      ]),
    )
  }
  return null
}

/** The main listing speaks first; where it is silent, the first copy that says something. */
function chosen<Value>(values: readonly Given<Value>[], otherwise: Value): Value {
  const given = values.find(({ isGiven }) => isGiven)
  return given ? given.value : otherwise
}

/** A unit that one listing leaves blank is taken from another that names it beside the same section or department. */
function chosenOwners(contents: readonly RowContent[]): readonly Owner[] {
  const [first = [], ...others] = contents
    .map(({ owners }) => owners)
    .filter(({ isGiven }) => isGiven)
    .map(({ value }) => value)
  const owner = first[0]
  if (!owner || first.length > 1) return first
  const from = others
    .filter((value) => value.length === 1)
    .map(([other]) => other as Owner)
    .filter((other) => areCompatible(owner, other))
  const fill = (level: OwnerLevel): string => owner[level] || (from.find((other) => other[level] !== '')?.[level] ?? '')
  return [{ department: fill('department'), section: fill('section'), group: fill('group') }]
}

function areCompatible(owner: Owner, other: Owner): boolean {
  return OWNER_LEVELS.every((level) => owner[level] === '' || other[level] === '' || owner[level] === other[level])
}

function chosenText(contents: readonly RowContent[], key: TextColumn, context: ReadingContext): string {
  const given = contents
    .map(({ texts }) => texts[key])
    .filter(({ isGiven }) => isGiven)
    .map(({ value }) => value)
  const [first = '', ...others] = given
  return others.length === 0 ? first : likelierText(first, others, context.corpus)
}

function chosenYear(contents: readonly RowContent[], year: FiscalYearNumber): YearCell {
  const values = contents.map(({ years }) => years.get(year)).filter((value) => value !== undefined)
  const planned = chosen<string | null>(
    values.map((value) => value.planned),
    null,
  )
  return {
    year,
    planned,
    actual: null,
    note: chosen(
      values.map(({ note }) => note),
      '',
    ),
  }
}

/** What a row lacks is asked about with what another listing says, if one does. */
function doubtAbsences(content: RowContent, contents: readonly RowContent[], context: ReadingContext): void {
  const { slots } = content.entry.row
  const shifted = [...slots.values()]
    .filter(({ state }) => state === 'shifted')
    .flatMap((slot) => slot.cells.flatMap(({ refs }) => refs))
  let areShiftsTold = false
  for (const absence of content.absences) {
    const source = contents.find((other) => other !== content && givenIn(other, absence.key))
    if (!source && (absence.isExpected || (absence.how === 'blank' && context.isUsuallyBlank(absence.key)))) continue
    const moved = absence.how === 'lost' && !areShiftsTold ? shifted : []
    if (absence.how === 'lost') areShiftsTold = true
    addAbsence(absence, source?.entry.number ?? null, moved, context)
  }
}

function givenIn(content: RowContent, key: Absence['key']): boolean {
  if (key.startsWith('year:')) return content.years.get(Number(key.slice(5)))?.planned.isGiven ?? false
  if ((TEXT_COLUMNS as readonly string[]).includes(key)) return content.texts[key as TextColumn].isGiven
  if (key === 'achievement') return content.achievement.isGiven
  if (key === 'name') return content.name.isGiven
  const level = OWNER_LEVELS.find((candidate) => candidate === key)
  return level !== undefined && content.owners.value.length === 1 && content.owners.value[0]?.[level] !== ''
}

function addAbsence(
  absence: Absence,
  source: string | null,
  moved: Absence['place']['cells'],
  { doubts }: ReadingContext,
): void {
  const place = { ...absence.place, cells: [...absence.place.cells, ...moved] }
  switch (absence.how) {
    case 'lost':
      if (source) doubts.add({ ...place, kind: 'lost-cell-copy', values: { source } })
      else doubts.add({ ...place, kind: 'lost-cell' })
      break
    case 'blank':
      if (source) doubts.add({ ...place, kind: 'blank-cell-copy', values: { source } })
      else doubts.add({ ...place, kind: 'blank-cell' })
      break
    case 'mark':
      doubts.add({ ...place, kind: 'mark-among-texts' })
      break
    default:
      assertNever(absence.how)
  }
}

/** Where each cell of a row went, for the promise that sound cells are stored byte for byte. */
function rememberCells(content: RowContent, key: string, { stored, scales, years }: ReadingContext): void {
  const { number, row, name } = content.entry
  const slot = (column: Parameters<typeof row.slots.get>[0]) => row.slots.get(column)
  stored.add(slot('number'), number, `listings/${number}/number`, number)
  stored.add(slot('name'), number, `projects/${key}/name`, name)
  for (const column of TEXT_COLUMNS) stored.add(slot(column), number, textField(key, column), slot(column)?.text ?? '')
  for (const year of years) {
    const cell: MarkedCell = readMarkedCell(slot(`year:${year}`)?.text ?? '', scales.schedule)
    stored.add(slot(`year:${year}`), number, `projects/${key}/years/${year}/planned`, cell.mark)
    stored.add(slot(`year:${year}`), number, `projects/${key}/years/${year}/note`, cell.note)
  }
  const judged = readMarkedCell(slot('achievement')?.text ?? '', scales.achievement)
  stored.add(slot('achievement'), number, `projects/${key}/sheet/achievement`, judged.mark)
  for (const level of ['department', 'section', 'group'] as const) {
    stored.add(slot(level), number, `projects/${key}/owners/0/${level}`, slot(level)?.text ?? '')
  }
}
