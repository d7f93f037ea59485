import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Guardian, SchoolClass, SchoolKind } from '../model.ts'

/** First and last grade; in kindergartens and nurseries the age on 1 April (学校教育法 第22条・第26条・第32条・第47条、児童福祉法 第39条). */
const GRADES: Readonly<Record<SchoolKind, readonly [number, number]>> = {
  elementary: [1, 6],
  'junior-high': [1, 3],
  kindergarten: [3, 5],
  nursery: [0, 5],
}

/** The school year of a day: 1 April to 31 March (学校教育法施行規則 第59条). */
export function schoolYearOf(day: Temporal.PlainDate): number {
  return fiscalYearOf(day)
}

export function gradesOf(kind: SchoolKind): number[] {
  const [first, last] = GRADES[kind]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export function isGradeOf(kind: SchoolKind, grade: number): boolean {
  const [first, last] = GRADES[kind]
  return Number.isInteger(grade) && grade >= first && grade <= last
}

/** The grade that follows; null: the child leaves the school. */
export function nextGrade(kind: SchoolKind, grade: number): number | null {
  return grade >= GRADES[kind][1] ? null : grade + 1
}

/** How a class is called on pages and in files: 3年2組, 5歳児 ひまわり. */
export function classTitle(kind: SchoolKind, { grade, name }: Pick<SchoolClass, 'grade' | 'name'>): string {
  return `${gradeTitle(kind, grade)} ${name}`
}

export function gradeTitle(kind: SchoolKind, grade: number): string {
  switch (kind) {
    case 'elementary':
    case 'junior-high':
      return `${grade}年`
    case 'kindergarten':
    case 'nursery':
      return `${grade}歳児`
    default:
      return assertNever(kind)
  }
}

export interface PlannedPlace {
  readonly guardianId: string
  readonly toGrade: number | null
  readonly toName: string | null
}

/** Everybody one grade up under the same class name, the last grade out: where a plan for April begins. */
export function plainPromotion(kind: SchoolKind, classes: readonly SchoolClass[], guardians: readonly Guardian[]): PlannedPlace[] {
  const byId = new Map(classes.map((one) => [one.id, one]))
  return guardians.flatMap(({ id, classId }) => {
    const from = byId.get(classId)
    if (from === undefined) return []
    const toGrade = nextGrade(kind, from.grade)
    return [{ guardianId: id, toGrade, toName: toGrade === null ? null : from.name }]
  })
}
