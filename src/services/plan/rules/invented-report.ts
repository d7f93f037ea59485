import fc from 'fast-check'
import type { PlanDocument } from '../model.ts'
import { printNumber } from './numbers.ts'
import {
  DEPARTMENTS,
  NAMES,
  NOTES,
  OUTCOMES,
  OUTLINES,
  PATTERNS,
  PURPOSES,
  RESULTS,
  STATUSES,
} from './invented-words.ts'
import { yearLabel, yearName } from './years.ts'

/**
 * Invented plans for tests, printed as a clean dump prints them: a cover, a legend for each vision, a header on every
 * page, one row a line. What is true of the dump is known, so that a test can damage it and compare.
 */
export interface InventedRow {
  readonly number: string
  readonly vision: number
  readonly direction: number
  readonly item: number
  readonly mark: '' | '【再掲】' | '【再掲有】'
  readonly project: InventedProject
}

export interface InventedProject {
  readonly name: string
  readonly purpose: string
  readonly outline: string
  readonly marks: readonly string[]
  readonly notes: readonly string[]
  readonly results: string
  readonly outcomes: string
  readonly periodStatus: string
  readonly achievement: string
  readonly owner: readonly [string, string, string]
}

export interface InventedPlan {
  readonly firstYear: number
  readonly yearCount: number
  readonly visionNames: readonly string[]
  /** Names of the directions of each vision. */
  readonly directionNames: readonly (readonly string[])[]
  readonly rows: readonly InventedRow[]
  readonly rowsPerPage: number
}

const project = (index: number): fc.Arbitrary<InventedProject> =>
  fc
    .record({
      purpose: fc.constantFrom(...PURPOSES),
      outline: fc.constantFrom(...OUTLINES),
      results: fc.constantFrom(...RESULTS),
      outcomes: fc.constantFrom(...OUTCOMES),
      status: fc.constantFrom(...STATUSES),
      pattern: fc.constantFrom(...PATTERNS),
      hasNotes: fc.integer({ min: 0, max: 3 }),
      achievement: fc.constantFrom('◎', '◎', '○', '△'),
      owner: fc.constantFrom(...DEPARTMENTS),
    })
    .map(({ purpose, outline, results, outcomes, status, pattern, hasNotes, achievement, owner }) => {
      const { thing, name } = NAMES[index % NAMES.length] as (typeof NAMES)[number]
      const of = (text: string): string => `${thing}について、${text}`
      return {
        name,
        purpose: of(purpose),
        outline: of(outline),
        marks: Array.from(pattern),
        notes: hasNotes === 0 ? [...NOTES] : [],
        results: of(results),
        outcomes: of(outcomes),
        periodStatus: of(status),
        achievement,
        owner,
      }
    })

/** A plan of 8 to 60 rows, with some projects listed again under later directions. */
export const inventedPlan: fc.Arbitrary<InventedPlan> = fc
  .record({
    firstYear: fc.integer({ min: 2015, max: 2024 }),
    yearCount: fc.integer({ min: 3, max: 6 }),
    shape: fc.array(fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    }),
    rowsPerPage: fc.integer({ min: 3, max: 6 }),
    repeated: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }),
    seed: fc.nat({ max: 100 }),
  })
  .chain(({ shape, seed, ...rest }) => {
    const count = shape.flat().reduce((sum, items) => sum + items, 0)
    const projects = Array.from({ length: count }, (_, index) => project(seed + index))
    return fc.tuple(...projects).map((made) => planOf({ ...rest, shape, projects: made }))
  })

const VISION_NAMES = [
  '届きやすい行政サービス',
  '助け合える地域の基盤',
  '続けられる行政運営',
  '学び続けられるまち',
] as const
const DIRECTION_NAMES = [
  '申請のしやすさの向上',
  '情報の届け方の工夫',
  '施設の使いやすさの改善',
  '業務の進め方の改革',
] as const

interface PlanParts {
  readonly firstYear: number
  readonly yearCount: number
  readonly shape: readonly (readonly number[])[]
  readonly rowsPerPage: number
  readonly repeated: readonly number[]
  readonly projects: readonly InventedProject[]
}

function planOf({ shape, projects, repeated, ...rest }: PlanParts): InventedPlan {
  const rows: InventedRow[] = []
  let next = 0
  const listed: { row: number; vision: number }[] = []
  for (const [v, directions] of shape.entries()) {
    for (const [d, items] of directions.entries()) {
      for (let item = 1; item <= items; item++) {
        const made = { ...(projects[next++] as InventedProject) }
        listed.push({ row: rows.length, vision: v + 1 })
        rows.push({
          number: printNumber(v + 1, d + 1, item),
          vision: v + 1,
          direction: d + 1,
          item,
          mark: '',
          project: made,
        })
      }
    }
  }
  const sources = [...new Set(repeated.map((index) => index % Math.max(1, Math.floor(rows.length / 2))))]
  withRepetitions(rows, sources)
  return {
    ...rest,
    rows,
    visionNames: shape.map((_, index) => VISION_NAMES[index] as string),
    directionNames: shape.map((directions, v) =>
      directions.map((_, d) => `${DIRECTION_NAMES[(v + d) % 4]}${'（二）'.repeat(d > 3 ? 1 : 0)}`),
    ),
  }
}

/** Lists some projects of the first half again at the end of the last direction. */
function withRepetitions(rows: InventedRow[], sources: readonly number[]): void {
  for (const source of sources) {
    const main = rows[source] as InventedRow
    const last = rows.at(-1) as InventedRow
    rows[source] = { ...main, mark: '【再掲有】' }
    const item = last.item + 1
    rows.push({
      ...last,
      item,
      number: printNumber(last.vision, last.direction, item),
      mark: '【再掲】',
      project: main.project,
    })
  }
}

export function yearsOf({ firstYear, yearCount }: InventedPlan): readonly number[] {
  return Array.from({ length: yearCount }, (_, index) => firstYear + index)
}

/** One line of the printed dump; rows know which row of the plan they print. */
export interface PrintedLine {
  readonly cells: readonly string[]
  readonly kind: 'cover' | 'legend' | 'heading' | 'header' | 'row' | 'blank'
  readonly row: number | null
}

export function printLines(plan: InventedPlan): readonly PrintedLine[] {
  const years = yearsOf(plan)
  const lines: PrintedLine[] = coverLines(plan)
  for (const [index, name] of plan.visionNames.entries()) {
    const vision = index + 1
    lines.push(line('blank', ''), line('heading', `## ${'①②③④'[index]} ${name}`), ...legendLines())
    const rows = plan.rows.flatMap((row, at) => (row.vision === vision ? [at] : []))
    for (const [position, at] of rows.entries()) {
      if (position % plan.rowsPerPage === 0) lines.push(line('blank', ''), ...headerLines(years))
      lines.push({ kind: 'row', row: at, cells: rowCells(plan, plan.rows[at] as InventedRow) })
    }
  }
  return lines
}

function line(kind: PrintedLine['kind'], ...cells: readonly string[]): PrintedLine {
  return { kind, cells, row: null }
}

function coverLines(plan: InventedPlan): PrintedLine[] {
  const years = yearsOf(plan)
  const last = years.at(-1) as number
  return [
    line('cover', `# みどり市デジタル計画に関する実績報告書(${yearName(last)})`),
    line('cover', '( 企画部 情報課 )'),
    line('cover', '計画期間', `${yearLabel(plan.firstYear)} ~ ${yearLabel(last)} 年度`),
    line('cover', '位置付け', '市の総合計画を支える個別計画である。'),
    line('cover', '成果指標名', '', '単位', '現状値', '実績値', '目標値'),
    line('cover', '1', '設定なし', '', '', '', ''),
    line('cover', '# みどり市デジタル計画取組実績一覧'),
  ]
}

function legendLines(): PrintedLine[] {
  const schedule = ['スケジュール項目', ' △：調査、検討', ' ○：一部実施、推進', ' ◎：実施、完了', ' →：継続']
  const achievement = ['達成度項目', ' ◎：達成', ' ○：概ね達成', ' △：一部達成', ' ×：未実施']
  return [...schedule, ...achievement].map((text) => line('legend', text))
}

function headerLines(years: readonly number[]): PrintedLine[] {
  const blanks = (count: number): string[] => Array.from({ length: count }, () => '')
  return [
    line(
      'header',
      'No.',
      '施策の方向性',
      '事業名',
      '目的',
      '概要',
      '実施年度',
      ...blanks(years.length - 1),
      yearName(years.at(-1) as number),
      '',
      '事業達成状況',
      '事業の達成度',
      '担当',
      '',
      '',
    ),
    line(
      'header',
      '',
      '',
      '',
      '',
      '',
      ...years.map(yearLabel),
      '取組実績',
      '成果と課題',
      '',
      '',
      '部',
      '課',
      'グループ',
    ),
  ]
}

export function rowCells(plan: InventedPlan, row: InventedRow): readonly string[] {
  const { project: made } = row
  const onNumber = row.mark === '【再掲有】' ? ` ${row.mark}` : ''
  const onName = row.mark === '【再掲】' ? row.mark : ''
  const direction = plan.directionNames[row.vision - 1]?.[row.direction - 1] as string
  const years = yearsOf(plan).map((_, index) => [made.marks[index], made.notes[index]].filter((text) => text).join(' '))
  return [
    `${row.number.slice(0, 1)} ${row.number.slice(1)}${onNumber}`,
    direction,
    `${made.name}${onName}`,
    made.purpose,
    made.outline,
    ...years,
    made.results,
    made.outcomes,
    made.periodStatus,
    made.achievement,
    ...made.owner,
  ]
}

export function dumpOf(lines: readonly PrintedLine[]): string {
  return lines.map(({ cells }) => cells.join('\t')).join('\n')
}

/** Everything that a plan says about one project, as printed, for comparing with what was invented. */
export function printedProject(document: PlanDocument, key: string): InventedProject | null {
  const found = document.projects.find((candidate) => candidate.key === key)
  if (!found) return null
  const glyph = (scale: 'schedule' | 'achievement', step: string | null): string =>
    document.scales[scale].steps.find((candidate) => candidate.key === step)?.glyph ?? ''
  const { department = '', section = '', group = '' } = found.owners[0] ?? {}
  return {
    name: found.name,
    purpose: found.purpose,
    outline: found.outline,
    marks: found.years.map(({ planned }) => glyph('schedule', planned)),
    notes: found.years.map(({ note }) => note),
    results: found.sheet.results,
    outcomes: found.sheet.outcomes,
    periodStatus: found.sheet.periodStatus,
    achievement: glyph('achievement', found.sheet.achievement),
    owner: [department, section, group],
  }
}

/** The same form for what was invented: as many marks and notes as the plan has years. */
export function expectedProject(plan: InventedPlan, made: InventedProject): InventedProject {
  const years = yearsOf(plan)
  return {
    ...made,
    marks: years.map((_, index) => made.marks[index] ?? ''),
    notes: years.map((_, index) => made.notes[index] ?? ''),
  }
}
