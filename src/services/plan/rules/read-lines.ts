import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import { joinName, joinProse } from '#capabilities/imports/reading/wrapping.ts'
import type { FiscalYearNumber, Listing, PlanDocument, Scale, ScaleName } from '../model.ts'
import { readBranches } from './branches.ts'
import { withSettledColumns } from './column-order.ts'
import { type ColumnKey, TEXT_COLUMNS, headingOf, vocabularyOf } from './columns.ts'
import { Corpus } from './corpus.ts'
import { type CoverSheet, readCoverSheet } from './cover-sheet.ts'
import { type Entry, branchKeyOf } from './entry.ts'
import { type Layout, bodyStart, layOut } from './layout.ts'
import { WITHDRAWN, readLegend, withUsedSteps } from './legend.ts'
import { stepOf } from './marks.ts'
import { numberRows } from './numbering.ts'
import { KnownUnits, OWNER_LEVELS, readUnitCell } from './owners.ts'
import { settlePlan } from './plan-facts.ts'
import { readProject } from './projects.ts'
import { Doubts, type Question } from './question.ts'
import { type ReadingContext, type StoredCell, StoredCells } from './reading-context.ts'
import { type ProjectGroup, groupListings } from './relistings.ts'
import { CopyTexts, type RowKnowledge } from './row-prices.ts'
import { alignOne, alignRows } from './rows.ts'
import { doubtSpelling } from './spelling.ts'
import { doubtUnitVariants } from './unit-variants.ts'

export interface LinesRead {
  readonly document: PlanDocument
  readonly rows: number
  readonly questions: readonly Question[]
  readonly soundCells: readonly StoredCell[]
}

/** Lines of cells → plan and questions; null when no row of a plan's table is among them. */
export function readLines(lines: readonly SourceLine[]): LinesRead | null {
  const doubts = new Doubts()
  const legend = readLegend(lines, doubts)
  const start = bodyStart(lines, legend.lines)
  const cover = readCoverSheet(
    lines.slice(0, start).filter(({ number }) => !legend.lines.has(number)),
    doubts,
  )
  const vocabulary = vocabularyOf(legend.scales)
  const layout = layOut(lines.slice(start), legend.lines, yearsOfPeriod(cover), vocabulary, doubts)
  if (layout.rows.length === 0) return null
  const settled = withSettledColumns(layout.rows, vocabulary, doubts)
  const judgements: Scale = { ...legend.scales.achievement, steps: [...legend.scales.achievement.steps, WITHDRAWN] }
  const { rows, knowledge } = alignRows(settled, vocabulary, (glyph) => stepOf(judgements, glyph) !== null)
  const groups = groupListings(numberRows(rows, doubts), doubts).map((group) => withCopiesCompared(group, knowledge))
  return complete(groups, cover, layout, legend.scales, knowledge, doubts)
}

function yearsOfPeriod({ period }: CoverSheet): readonly FiscalYearNumber[] {
  if (!period) return []
  return Array.from({ length: period.to - period.from + 1 }, (_, index) => period.from + index)
}

/** Damaged rows are aligned once more beside a sound listing of the same project, which knows what each text is. */
function withCopiesCompared(group: ProjectGroup, knowledge: RowKnowledge): ProjectGroup {
  const sound = [group.main, ...group.copies].find(({ row }) => row.isExact)
  if (!sound || group.copies.length === 0) return group
  const texts = new CopyTexts(
    new Map(TEXT_COLUMNS.map((key) => [key as ColumnKey, sound.row.slots.get(key)?.text ?? ''])),
  )
  const compared = (entry: Entry): Entry =>
    entry.row.isExact ? entry : { ...entry, row: alignOne(entry.row.raw, knowledge, texts) }
  return { key: group.key, main: compared(group.main), copies: group.copies.map(compared) }
}

interface ListedEntry {
  readonly entry: Entry
  readonly projectKey: string
  readonly isMain: boolean
  readonly hasCopies: boolean
}

function complete(
  groups: readonly ProjectGroup[],
  cover: CoverSheet,
  layout: Layout,
  scales: Readonly<Record<ScaleName, Scale>>,
  knowledge: RowKnowledge,
  doubts: Doubts,
): LinesRead {
  const listed = groups.flatMap((group) =>
    [group.main, ...group.copies].map((entry): ListedEntry => ({
      entry,
      projectKey: group.key,
      isMain: entry === group.main,
      hasCopies: group.copies.length > 0,
    })),
  )
  const entries = listed.map(({ entry }) => entry)
  const facts = settlePlan(cover, entries, doubts)
  const context = contextOf(entries, facts.years, facts.reportYear, scales, knowledge, doubts)
  const projects = groups.map((group) => readProject(group, context))
  const branches = readBranches(entries, layout.visions, cover.branches, context)
  doubtUnitVariants(listed, context)
  doubtSpelling(listed, context)
  const document: PlanDocument = {
    title: facts.title,
    issuedBy: facts.issuedBy,
    reportYear: facts.reportYear,
    period: facts.period,
    levels: levelsOf(cover, entries[0] as Entry),
    scales: context.scales,
    sections: cover.sections,
    indicators: cover.indicators,
    branches,
    projects,
    listings: listingsOf(listed),
  }
  const soundCells = context.stored.sound(document, doubts)
  return { document, rows: entries.length, questions: doubts.questions(document), soundCells }
}

function contextOf(
  entries: readonly Entry[],
  years: readonly FiscalYearNumber[],
  reportYear: FiscalYearNumber,
  scales: Readonly<Record<ScaleName, Scale>>,
  knowledge: RowKnowledge,
  doubts: Doubts,
): ReadingContext {
  const units = new KnownUnits()
  for (const { row } of entries) for (const level of OWNER_LEVELS) units.add(row.slots.get(level)?.text ?? '')
  const blanks = new Map<ColumnKey, number>()
  for (const { row } of entries) {
    for (const [key, { text, state }] of row.slots)
      if (text === '' && state !== 'lost') blanks.set(key, (blanks.get(key) ?? 0) + 1)
  }
  return {
    scales: withWithdrawn(usedScales(scales, entries, doubts), entries),
    isWithdrawnInLegend: scales.achievement.steps.some(({ key }) => key === WITHDRAWN.key),
    years,
    reportYear,
    vocabulary: knowledge.vocabulary,
    units,
    corpus: new Corpus(corpusTexts(entries)),
    isUsuallyBlank: (key) => (blanks.get(key) ?? 0) * 2 > entries.length,
    groupBalance: groupBalances(entries, units),
    doubts,
    stored: new StoredCells(),
  }
}

function* corpusTexts(entries: readonly Entry[]): Generator<string> {
  for (const { row, name } of entries) {
    yield name
    yield joinName(row.slots.get('direction')?.text ?? '').text
    for (const key of TEXT_COLUMNS) yield joinProse(row.slots.get(key)?.text ?? '').text
  }
}

function usedScales(
  scales: Readonly<Record<ScaleName, Scale>>,
  entries: readonly Entry[],
  doubts: Doubts,
): Readonly<Record<ScaleName, Scale>> {
  const planned = new Set<string>()
  const judged = new Set<string>()
  for (const { row } of entries) {
    for (const [key, { text }] of row.slots) {
      if (key.startsWith('year:')) planned.add(text.charAt(0))
      else if (key === 'achievement') judged.add(text.charAt(0))
    }
  }
  return {
    schedule: withUsedSteps(scales.schedule, planned, doubts),
    achievement: withUsedSteps(scales.achievement, judged, doubts),
  }
}

/** The mark of what left the plan becomes a step of the scale when the table uses it, as it is printed there. */
function withWithdrawn(
  scales: Readonly<Record<ScaleName, Scale>>,
  entries: readonly Entry[],
): Readonly<Record<ScaleName, Scale>> {
  const extended: Scale = { ...scales.achievement, steps: [...scales.achievement.steps, WITHDRAWN] }
  const used = entries
    .map(({ row }) => row.slots.get('achievement')?.text ?? '')
    .find((text) => {
      return (
        text.length === 1 && !stepOf(scales.achievement, text) && stepOf(extended, text)?.step.key === WITHDRAWN.key
      )
    })
  if (!used) return scales
  const steps = [...scales.achievement.steps, { ...WITHDRAWN, glyph: used }]
  return { ...scales, achievement: { ...scales.achievement, steps } }
}

function groupBalances(entries: readonly Entry[], units: KnownUnits): (section: string) => number {
  const balance = new Map<string, number>()
  for (const { row } of entries) {
    if (row.slots.get('group')?.state === 'lost') continue
    const section = readUnitCell(row.slots.get('section')?.text ?? '', units).names.join(' ')
    const hasGroup = (row.slots.get('group')?.text ?? '') !== ''
    balance.set(section, (balance.get(section) ?? 0) + (hasGroup ? 1 : -1))
  }
  return (section) => balance.get(section) ?? 0
}

function levelsOf(cover: CoverSheet, first: Entry): readonly string[] {
  const { table } = first.row.raw
  const direction = headingOf(table, 'direction') || '施策の方向性'
  const project = headingOf(table, 'name').replace(/名称?$/, '') || '事業'
  return [cover.topLevel ?? 'ビジョン', direction, project]
}

function listingsOf(listed: readonly ListedEntry[]): readonly Listing[] {
  const rank = ({ entry }: ListedEntry): number => entry.vision * 1e9 + entry.direction * 1e6 + entry.item
  return listed
    .toSorted((left, right) => rank(left) - rank(right))
    .map(({ entry, projectKey, isMain, hasCopies }) => ({
      number: entry.number,
      branchKey: branchKeyOf(entry),
      projectKey,
      isRelisting: !isMain || entry.mark === 'again',
      hasRelistings: isMain && (hasCopies || entry.mark === 'has-others'),
    }))
}
