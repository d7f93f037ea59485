import { writeCsv, type CsvWriteOptions, type CsvWriteResult } from '#capabilities/documents/csv.ts'
import type { Owner, PlanDocument } from '../model.ts'
import type { Footnote } from '../rules/figure-references.ts'
import { footnoteLine, footnotesIn } from './footnote-lines.ts'
import { FORM } from './form-words.ts'
import { reportShapeOf, type ReportLine, type ReportPart, type ReportShape } from './report-shape.ts'

/**
 * The table as CSV, one line for each listing under one line of Japanese column names; repeated projects are repeated
 * in full and say so in 再掲. The columns stand in a fixed order; those of the years follow the plan's period.
 */
export function reportCsv(plan: PlanDocument, { footnotes = [], ...options }: CsvWriteOptions & { readonly footnotes?: readonly Footnote[] }): CsvWriteResult {
  const shape = reportShapeOf(plan)
  const lines = shape.parts.flatMap((part) => part.lines.map((line) => lineOf(part, line, footnotes)))
  return writeCsv([headingOf(plan, shape), ...lines], options)
}

function headingOf(plan: PlanDocument, shape: ReportShape): string[] {
  return [
    FORM.csvNumber,
    FORM.csvRelisting,
    FORM.csvProject,
    plan.levels[0] ?? '',
    ...shape.branchLevels,
    `${shape.projectLevel}名`,
    FORM.purpose,
    FORM.outline,
    ...shape.years.flatMap(({ label }) =>
      [FORM.parts.planned, FORM.parts.actual, FORM.parts.note].map((part) => label + part),
    ),
    `${shape.reportYear}${FORM.results}`,
    `${shape.reportYear}${FORM.outcomes}`,
    `${FORM.periodStatus}(${shape.span})`,
    FORM.achievement.replace('\n', ''),
    FORM.department,
    FORM.section,
    FORM.group,
    FORM.figures,
  ]
}

function lineOf(part: ReportPart, line: ReportLine, footnotes: readonly Footnote[]): string[] {
  const { project, listing } = line
  const { results, outcomes, periodStatus } = project.sheet
  return [
    line.number,
    (line.numberRemark + line.nameRemark).replace(/[【】]/g, ''),
    listing.projectKey,
    part.heading,
    ...line.branchNames,
    project.name,
    project.purpose,
    project.outline,
    ...line.years.flatMap(({ planned, actual, note }) => [planned, actual, note]),
    results,
    outcomes,
    periodStatus,
    line.achievement,
    joined(project.owners, 'department'),
    joined(project.owners, 'section'),
    joined(project.owners, 'group'),
    footnotesIn([project.purpose, project.outline, results, outcomes, periodStatus], footnotes).map(footnoteLine).join('\n'),
  ]
}

/** Joint owners in one cell, in the same order in all three columns. */
function joined(owners: readonly Owner[], part: keyof Owner): string {
  const names = owners.map((owner) => owner[part])
  return names.every((name) => name === '') ? '' : names.join('／')
}
