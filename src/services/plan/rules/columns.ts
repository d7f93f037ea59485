import type { Column, Shape, Vocabulary } from '#capabilities/imports/reading/profiles.ts'
import type { FiscalYearNumber, Scale, ScaleName } from '../model.ts'
import { isMarkGlyph } from './marks.ts'
import { readPrintedNumber, withoutRepetitionMark } from './numbers.ts'

/** What a column of the plan's table holds. Year columns carry their year, unknown ones their place. */
export type ColumnKey =
  | 'number'
  | 'direction'
  | 'name'
  | 'purpose'
  | 'outline'
  | `year:${number}`
  | `note:${number}`
  | 'results'
  | 'outcomes'
  | 'periodStatus'
  | 'achievement'
  | 'department'
  | 'section'
  | 'group'
  | 'owner'
  | `other:${number}`

export interface PlanColumn extends Column {
  readonly key: ColumnKey
  /** As printed, without line breaks and remarks in brackets. */
  readonly heading: string
}

/** The columns under one printed header, in the order of print. */
export interface PlanTable {
  /** Line of the header; 0 where none was found. */
  readonly line: number
  readonly columns: readonly PlanColumn[]
  readonly years: readonly FiscalYearNumber[]
}

export const TEXT_COLUMNS = ['purpose', 'outline', 'results', 'outcomes', 'periodStatus'] as const
export type TextColumn = (typeof TEXT_COLUMNS)[number]

const DEPARTMENT_ENDINGS = ['部', '局', '本部', '院', '会', '委員会', '議会'] as const
const SECTION_ENDINGS = ['課', '室', '館', '所', '署', '園', '校', 'センター', '事務局', '病院'] as const
const GROUP_ENDINGS = ['G', 'Ｇ', 'グループ', '係', '班', 'チーム', '担当', 'Gr'] as const
export const UNIT_ENDINGS: readonly string[] = [...DEPARTMENT_ENDINGS, ...SECTION_ENDINGS, ...GROUP_ENDINGS]

const SHAPES: Readonly<Record<string, Shape>> = {
  number: 'code',
  direction: 'name',
  name: 'name',
  year: 'mark',
  note: 'note',
  achievement: 'mark',
  department: 'unit',
  section: 'unit',
  group: 'unit',
  owner: 'unit',
  other: 'any',
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  department: DEPARTMENT_ENDINGS,
  section: SECTION_ENDINGS,
  group: GROUP_ENDINGS,
  owner: UNIT_ENDINGS,
}

/** Cells that dumps lose more easily cost less to miss; a row without name or number is hardly a row. */
const GAP_COSTS: Readonly<Record<string, number>> = {
  number: 1.5,
  direction: 1.2,
  name: 2,
  year: 1,
  note: 0.6,
  periodStatus: 0.85,
  group: 0.7,
  other: 0.6,
  owner: 1,
}

export function planColumn(key: ColumnKey, heading: string): PlanColumn {
  const stem = key.split(':')[0] as string
  const endings = ENDINGS[stem]
  return {
    key,
    heading,
    shape: SHAPES[stem] ?? 'prose',
    gapCost: GAP_COSTS[stem] ?? 1.05,
    ...(endings ? { endings } : {}),
  }
}

/** The order of the official table, for dumps without any header. */
export function standardTable(years: readonly FiscalYearNumber[], headingOf: (year: number) => string): PlanTable {
  const column = (key: ColumnKey, heading: string): PlanColumn => planColumn(key, heading)
  return {
    line: 0,
    years,
    columns: [
      column('number', 'No.'),
      column('direction', '施策の方向性'),
      column('name', '事業名'),
      column('purpose', '目的'),
      column('outline', '概要'),
      ...years.map((year) => column(`year:${year}`, headingOf(year))),
      column('results', '取組実績'),
      column('outcomes', '成果と課題'),
      column('periodStatus', '事業達成状況'),
      column('achievement', '事業の達成度'),
      column('department', '部'),
      column('section', '課'),
      column('group', 'グループ'),
    ],
  }
}

export function columnIndex(table: PlanTable, key: ColumnKey): number {
  return table.columns.findIndex((column) => column.key === key)
}

export function headingOf(table: PlanTable, key: ColumnKey): string {
  return table.columns.find((column) => column.key === key)?.heading ?? ''
}

export function vocabularyOf(scales: Readonly<Record<ScaleName, Scale>>): Vocabulary {
  const steps = [...scales.schedule.steps, ...scales.achievement.steps]
  const glyphs = new Set(steps.map(({ glyph }) => glyph))
  const words = scales.schedule.steps.flatMap(({ label }) => [label, ...label.split(/[、・,]/)])
  return {
    isCode: (text) => readPrintedNumber(text) !== null,
    isFragment: (text) => withoutRepetitionMark(text).text === '',
    isMark: (character) => isMarkGlyph(character) || glyphs.has(character),
    legendWords: new Set(words),
    unitEndings: UNIT_ENDINGS,
  }
}
