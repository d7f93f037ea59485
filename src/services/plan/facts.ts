import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

/** What the plan tells the city. The subject is `plan:<key>`, or `project:<plan key>/<project key>` for a sheet. */
const planAndYear = { plan: z.string(), year: z.int() }
const sheetInRound = { ...planAndYear, round: z.string(), project: z.string() }

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
  reportPublished: factType(
    'plan.report-published',
    z.object({ ...planAndYear, revision: z.int(), sha256: z.string() }).meta({ privacy: 'public' }),
    { subjectPrivacy: 'public' },
  ),
  /** A round began: every project has its sheet in it. */
  roundOpened: factType('plan.round-opened', z.object({ ...planAndYear, round: z.string(), kind: z.string(), sheets: z.int() })),
  /** A round ended; the report as it stood then is kept under this digest. */
  roundClosed: factType('plan.round-closed', z.object({ ...planAndYear, round: z.string(), accepted: z.int(), unfinished: z.int(), sha256: z.string() })),
  /** Name, days or open fields of a round were changed. */
  roundChanged: factType('plan.round-changed', z.object({ ...planAndYear, round: z.string() })),
  sheetSubmitted: factType('plan.sheet-submitted', z.object({ ...sheetInRound, to: z.string() })),
  sheetApproved: factType('plan.sheet-approved', z.object({ ...sheetInRound, from: z.string(), to: z.string() })),
  sheetSentBack: factType('plan.sheet-sent-back', z.object({ ...sheetInRound, from: z.string() })),
  sheetWithdrawn: factType('plan.sheet-withdrawn', z.object({ ...sheetInRound, from: z.string() })),
  /** People were asked to go on with their sheets; how many, never who. */
  remindersMade: factType('plan.reminders-made', z.object({ ...planAndYear, round: z.string(), people: z.int(), sheets: z.int() })),
  /** An outside reviewer commented on a project. */
  reviewerCommented: factType('plan.reviewer-commented', z.object({ ...planAndYear, project: z.string() })),
  /** The city answered a comment, for the first time or anew. */
  commentAnswered: factType('plan.comment-answered', z.object({ ...planAndYear, project: z.string(), isFirst: z.boolean() })),
  /** The next direction of a project was chosen. */
  directionChosen: factType('plan.direction-chosen', z.object({ ...planAndYear, project: z.string(), direction: z.string() })),
  /** What became of an earlier year's direction was told. */
  outcomeTold: factType('plan.outcome-told', z.object({ ...planAndYear, project: z.string(), direction: z.string() })),
  /** Budget lines were taken in, in the place of all lines of these years. */
  budgetImported: factType('plan.budget-imported', z.object({ plan: z.string(), years: z.array(z.int()), lines: z.int(), leftOut: z.int() })),
  /** The next plan was made from the one before. */
  planMade: factType('plan.plan-made', z.object({ ...planAndYear, before: z.string(), projects: z.int() })),
  /** A plan that had not been published was taken away again. */
  planUndone: factType('plan.plan-undone', z.object(planAndYear)),
  /** Somebody may act in another's place; who, the table says. */
  deputyNamed: factType('plan.deputy-named', z.object({ days: z.int() })),
}

export function planSubject(planKey: string): string {
  return `plan:${planKey}`
}

export function projectSubject(planKey: string, projectKey: string): string {
  return `project:${planKey}/${projectKey}`
}
