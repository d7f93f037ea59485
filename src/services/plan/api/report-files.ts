import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { PlanDocument } from '../model.ts'
import { findPublicVisit } from '../pages/public-visit.ts'
import { dayOf } from '../pages/tongue.ts'
import { showNoReport, yearIn } from '../pages/report-page.ts'
import { reportCsv } from '../report/report-csv.ts'
import { reportJson } from '../report/report-json.ts'
import { reportPdf } from '../report/report-pdf.ts'
import { reportXlsx } from '../report/report-xlsx.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { type MeasuredFigures, withFootnotes } from '../rules/figure-references.ts'
import type { PublicReport } from '../store/catalogue.ts'
import { digestOfDocument } from '../store/publications.ts'
import { listPublishedBudget } from '../store/published-budget.ts'
import { FileShelf } from './file-shelf.ts'

/** The report as files. `csv-cp932` is for older systems of the city. */
export const REPORT_FORMATS = ['json', 'csv', 'csv-cp932', 'xlsx', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const REPORT_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  'csv-cp932': 'text/csv; charset=Shift_JIS',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** Bytes of finished files that are kept for the next reader. */
const KEPT_BYTES = 32 * 1024 * 1024
const shelf = new FileShelf(KEPT_BYTES)

/** A file of the report of a year as residents see it. */
export function showReportFile(format: 'json' | 'csv' | 'xlsx' | 'pdf') {
  return async (visit: Visit): Promise<Answer> => {
    const year = yearIn(visit.params.year)
    const found = year === null ? undefined : await findPublicVisit(visit, { year })
    if (found === undefined) return showNoReport(visit)
    const wanted = format === 'csv' && visit.query.encoding === 'cp932' ? 'csv-cp932' : format
    const printedOn = found.publication === null ? visit.tx.today : dayOf(found.publication.at)
    const body = await reportFile({ ...found, budget: format === 'json' ? await publishedBudgetOf(visit, found) : [] }, wanted, printedOn)
    return fileAnswer(body, REPORT_TYPES[wanted], format === 'json' ? undefined : reportFileName(found.document, format))
  }
}

function publishedBudgetOf({ tx }: Visit, { plan, document, publication }: PublicReport): Promise<readonly BudgetLine[]> {
  return publication === null ? Promise.resolve([]) : listPublishedBudget(tx, { planKey: plan.key, reportYear: document.reportYear, revision: publication.revision })
}

/** `plan-report-2021.pdf`: in letters that every system can keep. */
export function reportFileName({ reportYear }: PlanDocument, ending: string): string {
  return `plan-report-${reportYear}.${ending}`
}

/** A report with the counted figures that its texts refer to, and for open data the budget published with it. */
export interface ReportWithFigures {
  readonly document: PlanDocument
  readonly figures: MeasuredFigures
  readonly budget?: readonly BudgetLine[]
}

/** Makes a file of a report, or takes it from the shelf: the same report, figures, format and day give the same bytes. */
export function reportFile(report: ReportWithFigures, format: ReportFormat, printedOn: Temporal.PlainDate): Promise<Buffer> {
  const figures = JSON.stringify([[...report.figures.values()], report.budget ?? []])
  return shelf.take(`${digestOfDocument(report.document)} ${figures} ${format} ${printedOn.toString()}`, () => makeFile(report, format, printedOn))
}

async function makeFile({ document, figures, budget = [] }: ReportWithFigures, format: ReportFormat, printedOn: Temporal.PlainDate): Promise<Buffer> {
  const printed = withFootnotes(document, figures)
  switch (format) {
    case 'json':
      return Buffer.from(reportJson(document, figures, budget))
    case 'csv':
    case 'csv-cp932': {
      const encoding = format === 'csv' ? 'utf-8-bom' : 'cp932'
      return bytesOf(reportCsv(printed.document, { encoding, missingCharacters: 'geta', footnotes: printed.footnotes }))
    }
    case 'xlsx':
      return bytesOf(reportXlsx(document, { printedOn, figures }))
    case 'pdf':
      return bytesOf(await reportPdf(printed.document, { printedOn, footnotes: printed.footnotes }))
    default:
      return assertNever(format)
  }
}

function bytesOf(made: { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string }): Buffer {
  if (!made.ok) throw new Fault('too-large', `the report cannot be made: ${made.reason}`)
  return Buffer.from(made.bytes)
}
