import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

/** What the plan tells the city. The subject is `plan:<key>`, or `project:<plan key>/<project key>` for a sheet. */
const planAndYear = { plan: z.string(), year: z.int() }

export const facts = {
  /** A plan from the city's folder was laid out for the demo. */
  planSeeded: factType('plan.plan-seeded', z.object({ ...planAndYear, projects: z.int() })),
  /** A table was imported; how many values it changed. */
  imported: factType('plan.imported', z.object({ ...planAndYear, changes: z.int() })),
  /** An edited workbook of the report was read back. */
  reportFileApplied: factType('plan.report-file-applied', z.object({ ...planAndYear, changes: z.int() })),
  /** Somebody wrote on a sheet, or on the cover (project null); which fields. */
  sheetEdited: factType('plan.sheet-edited', z.object({ ...planAndYear, project: z.string().nullable(), fields: z.array(z.string()) })),
  /** An earlier text was put back in its place, as a new change. */
  versionTakenBack: factType(
    'plan.version-taken-back',
    z.object({ ...planAndYear, project: z.string().nullable(), field: z.string(), change: z.int() }),
  ),
  /** A contradiction was explained. */
  reasonGiven: factType('plan.reason-given', z.object({ ...planAndYear, project: z.string(), kind: z.string() })),
  /** A question that an import had left open was looked at, and found right as it stands. */
  questionSettled: factType('plan.question-settled', z.object({ ...planAndYear, project: z.string().nullable(), kind: z.string() })),
  /** The report of a further year was begun. */
  yearOpened: factType('plan.year-opened', z.object(planAndYear)),
  /** The report of a year was published as it stood, under this digest. */
  reportPublished: factType('plan.report-published', z.object({ ...planAndYear, revision: z.int(), sha256: z.string() })),
}

export function planSubject(planKey: string): string {
  return `plan:${planKey}`
}

export function projectSubject(planKey: string, projectKey: string): string {
  return `project:${planKey}/${projectKey}`
}
