import { daysLate, STAGES, type RoundDays, type Stage } from './rounds.ts'

/** A sheet as the board counts it. */
export interface BoardSheet {
  readonly projectKey: string
  readonly stage: Stage
  readonly department: string
  readonly section: string
}

export interface LateSheet extends BoardSheet {
  readonly days: number
}

export interface BoardLine {
  readonly department: string
  /** Empty on the line that sums a department. */
  readonly section: string
  readonly counts: Readonly<Record<Stage, number>>
  readonly total: number
  readonly late: number
}

export interface Board {
  readonly departments: readonly BoardLine[]
  readonly sections: readonly BoardLine[]
  readonly whole: BoardLine
  /** The latest first. */
  readonly late: readonly LateSheet[]
}

/** Who is late, by department and section. A sheet without an owner stands under an empty name. */
export function boardOf(sheets: readonly BoardSheet[], round: RoundDays, today: Temporal.PlainDate): Board {
  const late = sheets.map((sheet) => ({ ...sheet, days: daysLate(sheet.stage, round, today) })).filter(({ days }) => days > 0)
  const lateKeys = new Set(late.map(({ projectKey }) => projectKey))
  const lineOf = (department: string, section: string, own: readonly BoardSheet[]): BoardLine => ({
    department,
    section,
    counts: Object.fromEntries(STAGES.map((stage) => [stage, own.filter((sheet) => sheet.stage === stage).length])) as Record<Stage, number>,
    total: own.length,
    late: own.filter(({ projectKey }) => lateKeys.has(projectKey)).length,
  })
  const departments = [...Map.groupBy(sheets, ({ department }) => department)]
  return {
    departments: departments.map(([department, own]) => lineOf(department, '', own)),
    sections: departments.flatMap(([department, own]) =>
      [...Map.groupBy(own, ({ section }) => section)].map(([section, ownOfSection]) => lineOf(department, section, ownOfSection)),
    ),
    whole: lineOf('', '', sheets),
    late: late.toSorted((one, other) => other.days - one.days),
  }
}
