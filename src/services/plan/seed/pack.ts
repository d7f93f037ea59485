import { z } from 'zod'
import { type City, CityPackFault, jsonOf, rowsOf } from '#kernel/city/city.ts'
import { PLAN_SECTION_KEYS } from '../model.ts'

/** The plan as the city's folder tells it (cities/README.md): facts that a clerk may edit in a table. */
export interface PlanPack {
  readonly plan: z.infer<typeof planShape>
  readonly scales: readonly PackRow[]
  readonly branches: readonly PackRow[]
  readonly projects: readonly PackRow[]
  readonly listings: readonly PackRow[]
  readonly yearMarks: readonly PackRow[]
  readonly owners: readonly PackRow[]
  readonly figures: readonly PackRow[]
  readonly indicators: readonly PackRow[]
  readonly markRules: readonly PackRow[]
}

export type PackRow = Readonly<Record<string, string>>

const phrase = z.object({ ja: z.string(), 'ja-x-yasashii': z.string(), en: z.string(), pt: z.string() })
export type PackPhrase = z.infer<typeof phrase>

const pathStep = z.object({ number: z.string(), name: phrase })
const upperPlan = z.object({ title: phrase, contributions: z.array(z.object({ path: z.array(pathStep).min(1) })) })

const planShape = z.object({
  title: phrase,
  isDemo: z.boolean(),
  period: z.object({ from: z.int(), to: z.int() }),
  reportYear: z.int(),
  issuedByPrinted: z.string(),
  levels: z.array(phrase).min(1),
  scaleHeadings: z.object({ schedule: phrase, achievement: phrase }),
  principle: phrase.nullable(),
  upperPlan: upperPlan.nullable(),
  sections: z.array(z.object({ key: z.enum(PLAN_SECTION_KEYS), heading: phrase, body: phrase })),
})

/** Undefined for a city without a plan. Throws CityPackFault, naming file and place, for one that cannot be read. */
export function readPlanPack(city: City): PlanPack | undefined {
  const source = jsonOf(city, 'plan/plan.json')
  if (source === undefined) return undefined
  const read = planShape.safeParse(source)
  if (!read.success) {
    const first = read.error.issues[0]
    throw new CityPackFault(`cities/${city.key}/plan/plan.json: ${first?.path.join('.')}: ${first?.message}`)
  }
  const table = (name: string) => rowsOf(city, `plan/${name}.csv`)
  return {
    plan: read.data,
    scales: table('scales').toSorted((one, other) => Number(one.order) - Number(other.order)),
    branches: table('branches'),
    projects: table('projects'),
    listings: table('listings'),
    yearMarks: table('year-marks'),
    owners: table('owners').toSorted((one, other) => Number(one.order) - Number(other.order)),
    figures: table('figures'),
    indicators: table('indicators'),
    markRules: table('mark-rules'),
  }
}

/** A column that every row must have. */
export function valueIn(row: PackRow, column: string): string {
  const value = row[column]
  if (value === undefined) throw new CityPackFault(`The plan's tables lack the column ${column}`)
  return value
}

/** The other languages of a phrase, or of the columns that begin with a name, e.g. `name` for nameEn and namePt. */
export function wordsOfPhrase({ ja: _, ...others }: PackPhrase) {
  return others
}

export function wordsOfColumns(row: PackRow, name: string): Readonly<Record<string, string>> {
  const others = { 'ja-x-yasashii': row[`${name}Yasashii`], en: row[`${name}En`], pt: row[`${name}Pt`] }
  return Object.fromEntries(Object.entries(others).flatMap(([language, text]) => (text ? [[language, text]] : [])))
}
