import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import { joinName } from '#capabilities/imports/reading/wrapping.ts'
import type { FiscalYearNumber } from '../model.ts'
import { type ColumnKey, type PlanColumn, type PlanTable, planColumn, standardTable } from './columns.ts'
import type { Doubts } from './question.ts'
import { readYearLabel, yearLabel } from './years.ts'

/** What a heading can mean. Groups stand above several columns: 実施年度 above the years, 担当 above 部, 課, グループ. */
type HeadingKind = Exclude<ColumnKey, `${string}:${string}`> | 'year' | 'years-group' | 'owner-group'

const HEADINGS: readonly (readonly [HeadingKind, RegExp])[] = [
  ['number', /^(no\.?|番号|整理番号|項番|事業番号|通番|#)$/i],
  [
    'years-group',
    /^(実施年度|年度|スケジュール|実施スケジュール|年度別(計画|スケジュール)|計画年度|年次計画|工程表?)$/,
  ],
  ['owner-group', /^(担当|所管|担当部署|担当部課|担当課等|所管課|所管部署|主管課|実施主体|主担当)$/],
  ['direction', /方向性|基本施策|重点施策|施策名|^施策$|施策区分|取組方針/],
  ['name', /事業名|取組名|事務事業|^事業$|取組項目|^取組$|名称/],
  ['periodStatus', /達成状況|進捗状況|期間.*(状況|成果)/],
  ['achievement', /達成度|評価|判定|進捗度/],
  ['outcomes', /成果|課題/],
  ['results', /実績|取組状況|実施状況/],
  ['purpose', /目的|ねらい/],
  ['outline', /概要|内容/],
  ['department', /^(担当|所管)?部(局|署|等)?名?$/],
  ['section', /^(担当|所管)?(課|室|所属)(名|等|・?室)?(名|等)?$/],
  ['group', /^(担当)?(グループ|係|G|班)名?$/i],
]

function headingKind(text: string): HeadingKind | null {
  if (text === '' || text.length > LONGEST_HEADING) return null
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^()]*\)$/, '')
  if (readYearLabel(plain) !== null && !/^\d{1,2}$/.test(plain)) return 'year'
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

const LONGEST_HEADING = 30

/** Whether a line is the first or second line of a table's header: short cells, most of them known headings. */
export function isHeaderLine(line: SourceLine): boolean {
  const cells = line.cells.filter((cell) => cell !== '')
  if (cells.length < 3 || cells.some((cell) => cell.length > LONGEST_HEADING)) return false
  const kinds = cells.map(headingKind)
  const known = kinds.filter((kind) => kind !== null)
  const years = new Set(line.cells.map(readYearLabel).filter((year) => year !== null))
  const distinct = new Set(known.filter((kind) => kind !== 'year')).size + years.size
  return known.length * 2 >= cells.length && distinct >= 3
}

function isSecondLine(line: SourceLine | undefined): boolean {
  if (!line || !isHeaderLine(line)) return false
  return !line.cells.some((cell) => ['number', 'name'].includes(headingKind(cell) ?? ''))
}

export interface HeaderFound {
  readonly table: PlanTable
  readonly lineCount: number
}

/** What is known before a header is read: the columns of the page before, and the plan's years from the cover. */
export interface HeaderHints {
  readonly previous: PlanTable | null
  readonly years: readonly FiscalYearNumber[]
}

/** Reads the header that begins at a line (see `isHeaderLine`), one or two lines high, and asks about what it lacks. */
export function readHeader(lines: readonly SourceLine[], at: number, hints: HeaderHints, doubts: Doubts): HeaderFound {
  const first = lines[at] as SourceLine
  const isTopLost = isSecondLine(first)
  const second = isTopLost ? first : lines[at + 1]
  const sub = isSecondLine(second) ? (second as SourceLine) : null
  const lineCount = !isTopLost && sub ? 2 : 1
  const replaced = (table: PlanTable): HeaderFound => {
    const place = { line: first.number, row: '', column: '見出し', read: first.cells.join(' ') }
    doubts.add({ ...place, kind: 'header-incomplete', proposed: headingsOf(table) })
    return { table: { ...table, line: first.number }, lineCount }
  }
  // Where blank cells were swallowed, the two lines no longer stand above one another: the usual order is left.
  if (sub && !isTopLost && sub.cells[0] !== '') return replaced(standardTable(labelledYears(sub), yearLabel))
  const slots = slotsOf(isTopLost ? [] : first.cells, sub?.cells ?? [])
  const table = { line: first.number, ...resolved(slots, first.number, hints, doubts) }
  const { previous } = hints
  const isHalf = isTopLost || !sub
  // Half a header says less than the whole one of the page before.
  if (!previous || !isHalf || table.columns.length > previous.columns.length) return { table, lineCount }
  return isSameOrder(table, previous) ? { table, lineCount } : replaced(previous)
}

function labelledYears(line: SourceLine): readonly FiscalYearNumber[] {
  return line.cells.map(readYearLabel).filter((year) => year !== null)
}

function isSameOrder(table: PlanTable, other: PlanTable): boolean {
  return table.columns.map(({ key }) => key).join() === other.columns.map(({ key }) => key).join()
}

function headingsOf(table: PlanTable): string {
  return table.columns.map(({ heading }) => heading).join(' | ')
}

interface HeadingSlot {
  readonly label: string
  readonly kind: HeadingKind | null
  /** The kind of the group that the column stands under. */
  readonly group: HeadingKind | null
}

function slotsOf(top: readonly string[], sub: readonly string[]): readonly HeadingSlot[] {
  const width = Math.max(lastFilled(top), lastFilled(sub)) + 1 + ownersBelow(top, sub)
  const slots: HeadingSlot[] = []
  let group: HeadingKind | null = null
  for (let index = 0; index < width; index++) {
    const above = top[index] ?? ''
    const below = sub[index] ?? ''
    if (above !== '') group = headingKind(above)
    const kind = headingKind(below) ?? (below === '' ? headingKind(above) : null)
    slots.push({ label: headingText(below || above), kind, group })
  }
  return slots
}

/** 担当 at the end of a header without second line spans the blank cells that follow, at most 課 and グループ. */
function ownersBelow(top: readonly string[], sub: readonly string[]): number {
  const last = lastFilled(top)
  if (sub.length > 0 || headingKind(top[last] ?? '') !== 'owner-group') return 0
  return Math.min(OWNER_KEYS.length - 1, top.length - 1 - last)
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '')
}

function headingText(label: string): string {
  return joinName(label).text.replace(/\s*[(（][^()（）]*[)）]$/, '')
}

const OWNER_KEYS = ['department', 'section', 'group'] as const
const STANDARD_ORDER: readonly ColumnKey[] = standardTable([], yearLabel).columns.map(({ key }) => key)

function resolved(
  slots: readonly HeadingSlot[],
  line: number,
  hints: HeaderHints,
  doubts: Doubts,
): Omit<PlanTable, 'line'> {
  const taken = new Set<string>(slots.map(({ kind }) => kind ?? ''))
  const years = yearsOf(slots, hints)
  const columns: PlanColumn[] = []
  let used: ReadonlySet<string> = new Set()
  for (const [index, slot] of slots.entries()) {
    const year = years.get(index)
    const key = year !== undefined ? (`year:${year}` as const) : keyOf(slot, index, slots, taken, columns.at(-1)?.key)
    const unique: ColumnKey = used.has(key) ? `other:${index}` : key
    used = new Set([...used, unique])
    taken.add(unique)
    const heading = slot.label || (year !== undefined ? yearLabel(year) : '')
    columns.push(planColumn(unique, heading))
    doubtHeading(slot, unique, heading, line, doubts)
  }
  const complete = withSkippedYears(columns, line, doubts)
  return {
    columns: complete,
    years: complete.flatMap(({ key }) => (key.startsWith('year:') ? [Number(key.slice(5))] : [])),
  }
}

function keyOf(
  slot: HeadingSlot,
  index: number,
  slots: readonly HeadingSlot[],
  taken: ReadonlySet<string>,
  before: ColumnKey | undefined,
): ColumnKey {
  const { kind, group } = slot
  if (kind === 'owner-group') return hasBlanksAfter(slots, index) ? 'department' : 'owner'
  if (kind && kind !== 'year' && kind !== 'years-group') return kind
  const free = (keys: readonly ColumnKey[]): ColumnKey | undefined => keys.find((key) => !taken.has(key))
  const underGroup = slot.label === '' || kind === 'year'
  if (underGroup && group === 'owner-group') return free(OWNER_KEYS) ?? `other:${index}`
  if (underGroup && group === 'year') return free(['results', 'outcomes']) ?? `other:${index}`
  // An unreadable heading between known ones is the column that the official table has there.
  const expected = before === undefined ? 'number' : STANDARD_ORDER[STANDARD_ORDER.indexOf(before) + 1]
  return expected && !taken.has(expected) ? expected : `other:${index}`
}

function hasBlanksAfter(slots: readonly HeadingSlot[], index: number): boolean {
  return slots[index + 1] !== undefined && slots[index + 1]?.label === ''
}

/** The year of each column under 実施年度: as labelled, blanks counted on from their neighbours or the plan's period. */
function yearsOf(slots: readonly HeadingSlot[], hints: HeaderHints): ReadonlyMap<number, FiscalYearNumber> {
  const hasGroup = slots.some(({ group }) => group === 'years-group')
  const isYearColumn = (slot: HeadingSlot): boolean => {
    // 令和3年度 above 取組実績 and 成果と課題 is the report's year and no column of its own.
    if (slot.kind === 'year') return slot.group === 'years-group' || !hasGroup
    return slot.kind === 'years-group' || (slot.kind === null && slot.label === '' && slot.group === 'years-group')
  }
  const indexes = slots.flatMap((slot, index) => (isYearColumn(slot) ? [index] : []))
  const labelled = indexes.map((index) => readYearLabel((slots[index] as HeadingSlot).label))
  const isRun =
    indexes.length > 1 &&
    (labelled.filter((year) => year !== null).length > 1 ||
      indexes.every((index) => slots[index]?.group === 'years-group'))
  if (!isRun) return new Map()
  const known = labelled.findIndex((year) => year !== null)
  const base = known >= 0 ? (labelled[known] as number) - known : (hints.previous?.years[0] ?? hints.years[0])
  if (base === undefined) return new Map()
  return new Map(indexes.map((index, position) => [index, labelled[position] ?? base + position]))
}

/** H29, H30, R2 leaves out R1: a lost heading, for plans run through all their years. */
function withSkippedYears(columns: readonly PlanColumn[], line: number, doubts: Doubts): readonly PlanColumn[] {
  const complete: PlanColumn[] = []
  for (const column of columns) {
    const before = complete.at(-1)?.key
    if (column.key.startsWith('year:') && before?.startsWith('year:')) {
      const year = Number(column.key.slice(5))
      for (let lost = Number(before.slice(5)) + 1; lost < year && year - lost < 5; lost++) {
        complete.push(planColumn(`year:${lost}`, yearLabel(lost)))
        doubts.add({
          kind: 'header-incomplete',
          line,
          row: '',
          column: yearLabel(lost),
          read: '',
          proposed: yearLabel(lost),
        })
      }
    }
    complete.push(column)
  }
  return complete
}

function doubtHeading(slot: HeadingSlot, key: ColumnKey, heading: string, line: number, doubts: Doubts): void {
  if (key.startsWith('other:')) {
    doubts.add({ kind: 'unknown-column', line, row: '', column: heading || '見出しなし', read: heading, proposed: '' })
  } else if (slot.kind === null || (slot.kind === 'years-group' && !heading)) {
    const standard = standardTable([], yearLabel).columns.find((column) => column.key === key)?.heading ?? heading
    doubts.add({ kind: 'header-incomplete', line, row: '', column: standard, read: slot.label, proposed: standard })
  }
}
