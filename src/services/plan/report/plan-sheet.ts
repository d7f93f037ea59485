import {
  sheetNameOf,
  type Area,
  type Cell,
  type CellStyle,
  type ChoiceList,
  type Row,
  type Sheet,
} from '#capabilities/documents/xlsx-writer.ts'
import type { PlanDocument, Scale } from '../model.ts'
import { FORM } from './form-words.ts'
import { projectTexts, YEAR_PARTS, type ProjectCellField, type YearPart } from './report-fields.ts'
import { copyLook, LOOKS, textHeight } from './report-looks.ts'
import type { ReportLine, ReportPart, ReportShape } from './report-shape.ts'
import { FORM_ROW_MARK, KEY_MARK, rowKeyText } from './workbook-keys.ts'

/** A column of the table: what it is called, how wide it is and which field of a project stands in it. */
interface TableColumn {
  /** Written into the hidden row: a field, `number`, `branch.0`, `part`, or `years.2017` for the three of a year. */
  readonly key: string
  readonly heading: string
  /** Heading above several columns. */
  readonly group?: string
  readonly width: number
  readonly style: CellStyle
}

const TITLE_ROW = 2
const HEAD_ROW = 6
const FIRST_ROW = 8
const KEY_WIDTH = 10
/** No row may be higher (ECMA-376 does not say so, the programs do). */
const ROW_POINTS_LIMIT = 409
const MARK_ROW_POINTS = 20

/** One sheet of the workbook: the table of one top branch, three rows for each line. */
export function planSheet(plan: PlanDocument, shape: ReportShape, part: ReportPart): Sheet {
  const columns = tableColumns(shape)
  const bodies = part.lines.map((line) => lineRows(plan, line, columns))
  const last = FIRST_ROW + bodies.length * YEAR_PARTS.length - 1
  return {
    name: sheetNameOf(part.heading) || sheetNameOf(part.branch.key),
    columns: [{ width: KEY_WIDTH, isHidden: true }, ...columns.map(({ width }) => ({ width }))],
    rows: [...headRows(plan, shape, part, columns), ...bodies.flat()],
    merges: [
      ...headMerges(columns),
      ...part.lines.flatMap((_, index) => lineMerges(columns, FIRST_ROW + index * YEAR_PARTS.length)),
    ],
    frozen: { rows: FIRST_ROW - 1, columns: 1 + columns.findIndex(({ key }) => key === 'name') + 1 },
    choices: last < FIRST_ROW ? [] : choicesOf(plan, columns, last),
    print: {
      paper: 'a3',
      orientation: 'landscape',
      titleRows: { from: HEAD_ROW, to: HEAD_ROW + 1 },
      area: { top: TITLE_ROW, left: 2, bottom: Math.max(last, HEAD_ROW + 1), right: columns.length + 1 },
      header: `&L&8${withoutCodes(shape.title)}&R&8${withoutCodes(part.heading)}`,
      footer: `&C&8&P / &N&R&8${withoutCodes(plan.issuedBy)}`,
    },
  }
}

/** In headers and footers `&` begins a code. */
export function withoutCodes(text: string): string {
  return text.replaceAll('&', '&&')
}

function tableColumns(shape: ReportShape): TableColumn[] {
  const period = `${FORM.periodStatus}\n(${shape.span})`
  return [
    { key: 'number', heading: FORM.number, width: 11, style: LOOKS.fixedCentred },
    ...shape.branchLevels.map((heading, index) => ({ key: `branch.${index}`, heading, width: 15, style: LOOKS.fixed })),
    { key: 'name', heading: `${shape.projectLevel}名`, width: 19, style: LOOKS.name },
    { key: 'purpose', heading: FORM.purpose, width: 31, style: LOOKS.text },
    { key: 'outline', heading: FORM.outline, width: 34, style: LOOKS.text },
    { key: 'part', heading: FORM.part, width: 6, style: LOOKS.fixedCentred },
    ...shape.years.map(({ year, label }) => ({
      key: `years.${year}`,
      heading: label,
      group: FORM.years,
      width: 9,
      style: LOOKS.centred,
    })),
    { key: 'results', heading: FORM.results, group: shape.reportYear, width: 34, style: LOOKS.text },
    { key: 'outcomes', heading: FORM.outcomes, group: shape.reportYear, width: 36, style: LOOKS.text },
    { key: 'periodStatus', heading: period, width: 28, style: LOOKS.text },
    { key: 'achievement', heading: FORM.achievement, width: 8, style: LOOKS.mark },
    { key: 'owner.department', heading: FORM.department, group: FORM.owner, width: 13, style: LOOKS.centred },
    { key: 'owner.section', heading: FORM.section, group: FORM.owner, width: 14, style: LOOKS.centred },
    { key: 'owner.group', heading: FORM.group, group: FORM.owner, width: 13, style: LOOKS.centred },
  ]
}

function isYear(column: TableColumn): boolean {
  return column.key.startsWith('years.')
}

function headRows(plan: PlanDocument, shape: ReportShape, part: ReportPart, columns: readonly TableColumn[]): Row[] {
  const form: Cell = { value: FORM_ROW_MARK, style: LOOKS.key }
  const alone = (value: string, style: CellStyle): Row => ({ cells: [form, { value, style }] })
  const head = (value: string): Cell => ({ value, style: LOOKS.head })
  return [
    {
      isHidden: true,
      cells: [KEY_MARK, ...columns.map(({ key }) => key)].map((value) => ({ value, style: LOOKS.key })),
    },
    { ...alone(shape.listTitle, LOOKS.title), height: 26 },
    { ...alone(part.heading, LOOKS.heading), height: 20 },
    alone(legendOf(plan.scales.schedule), LOOKS.legend),
    alone(legendOf(plan.scales.achievement), LOOKS.legend),
    { height: 18, cells: [form, ...columns.map(({ group, heading }) => head(group ?? heading))] },
    { height: 18, cells: [form, ...columns.map(({ group, heading }) => (group === undefined ? null : head(heading)))] },
  ]
}

function legendOf({ heading, steps }: Scale): string {
  return `${heading}　　${steps.map(({ glyph, label }) => `${glyph}：${label}`).join('　')}`
}

/** Headings alone stand over both rows; those with a common heading stand beneath it. */
function headMerges(columns: readonly TableColumn[]): Area[] {
  const merges: Area[] = []
  for (let index = 0; index < columns.length;) {
    const group = columns[index]?.group
    const left = index + 2
    if (group === undefined) {
      merges.push({ top: HEAD_ROW, left, bottom: HEAD_ROW + 1, right: left })
      index++
      continue
    }
    const next = columns.findIndex((column, place) => place > index && column.group !== group)
    const end = next < 0 ? columns.length : next
    if (end - index > 1) merges.push({ top: HEAD_ROW, left, bottom: HEAD_ROW, right: end + 1 })
    index = end
  }
  return merges
}

function lineMerges(columns: readonly TableColumn[], top: number): Area[] {
  return columns.flatMap((column, index) =>
    isYear(column) || column.key === 'part'
      ? []
      : [{ top, left: index + 2, bottom: top + YEAR_PARTS.length - 1, right: index + 2 }],
  )
}

function lineRows(plan: PlanDocument, line: ReportLine, columns: readonly TableColumn[]): Row[] {
  const texts = projectTexts(plan, line.project)
  const heights = rowHeights(line, texts, columns)
  return YEAR_PARTS.map((part, index) => ({
    height: heights[index] ?? MARK_ROW_POINTS,
    cells: [
      { value: rowKeyText(line.listing, part), style: LOOKS.key },
      ...columns.map((column) => cellOf(line, texts, column, part)),
    ],
  }))
}

function cellOf(
  line: ReportLine,
  texts: ReadonlyMap<ProjectCellField, string>,
  column: TableColumn,
  part: YearPart,
): Cell | null {
  const styled = (value: string, style: CellStyle = column.style): Cell => ({
    value,
    style: line.listing.isRelisting ? copyLook(style) : style,
  })
  if (column.key === 'part') return styled(FORM.parts[part])
  if (isYear(column)) {
    const value = texts.get(`${column.key}.${part}` as ProjectCellField) ?? ''
    return styled(value, part === 'note' ? LOOKS.centred : LOOKS.mark)
  }
  // The cells beneath are covered by the merge.
  if (part !== YEAR_PARTS[0]) return null
  return styled(fixedText(line, column.key) ?? texts.get(column.key as ProjectCellField) ?? '')
}

/** What stands in the columns that are not a plain field: numbers, branches, and names with their remark. */
export function fixedText(line: ReportLine, key: string): string | null {
  if (key === 'number') return [line.number, line.numberRemark].filter((text) => text !== '').join('\n')
  if (key === 'name') return line.project.name + line.nameRemark
  const branch = /^branch\.(\d+)$/.exec(key)
  return branch === null ? null : (line.branchNames[Number(branch[1])] ?? '')
}

/** The three rows share the height of the tallest text; the row of the notes takes what the marks leave. */
function rowHeights(
  line: ReportLine,
  texts: ReadonlyMap<ProjectCellField, string>,
  columns: readonly TableColumn[],
): number[] {
  let tallest = 0
  let tallestNote = MARK_ROW_POINTS
  for (const { key, width } of columns) {
    const whole = fixedText(line, key) ?? texts.get(key as ProjectCellField)
    if (whole !== undefined) tallest = Math.max(tallest, textHeight(whole, width))
    const note = texts.get(`${key}.note` as ProjectCellField) ?? ''
    if (note !== '') tallestNote = Math.max(tallestNote, textHeight(note, width))
  }
  const marks = MARK_ROW_POINTS * 2
  const note = Math.min(ROW_POINTS_LIMIT, Math.max(tallestNote, tallest - marks))
  // A text too long even for that spreads over the rows of the marks.
  const mark = Math.min(ROW_POINTS_LIMIT, Math.max(MARK_ROW_POINTS, (tallest - note) / 2))
  return [mark, mark, note].map((points) => Math.round(points * 4) / 4)
}

function choicesOf(plan: PlanDocument, columns: readonly TableColumn[], last: number): ChoiceList[] {
  const { schedule, achievement } = plan.scales
  const years = columns.findIndex(isYear) + 2
  const yearCount = columns.filter(isYear).length
  const achieved = columns.findIndex(({ key }) => key === 'achievement') + 2
  const marks: Area[] = []
  for (let top = FIRST_ROW; top <= last; top += YEAR_PARTS.length) {
    marks.push({ top, left: years, bottom: top + 1, right: years + yearCount - 1 })
  }
  return [
    choiceOf(schedule, marks),
    choiceOf(achievement, [{ top: FIRST_ROW, left: achieved, bottom: last, right: achieved }]),
  ]
}

function choiceOf({ heading, steps }: Scale, areas: readonly Area[]): ChoiceList {
  return { areas, texts: steps.map(({ glyph }) => glyph), errorTitle: heading, error: FORM.markRefused }
}
