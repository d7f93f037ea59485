import { readFileSync } from 'node:fs'
import { printPdf, type PdfResult, type PdfStandard } from '#capabilities/documents/pdf.ts'
import type { PlanDocument } from '../model.ts'
import type { Footnote } from '../rules/figure-references.ts'
import { reportContentOf } from './report-content.ts'
import { reportShapeOf } from './report-shape.ts'

export interface ReportPdfOptions {
  /** Printed at the foot of each page, and the file's date: the same plan and day give the same bytes. */
  readonly printedOn: Temporal.PlainDate
  /** `ua-1` for publication (the default), `a-2a` for the archive. */
  readonly standard?: PdfStandard
  /** Printed behind the tables. */
  readonly footnotes?: readonly Footnote[]
}

/**
 * The report of a plan as an A3 landscape PDF in the shape of the official table. Characters that the font lacks are
 * printed as 〓 and named in the result. Faults: those of printPdf.
 */
export async function reportPdf(plan: PlanDocument, options: ReportPdfOptions): Promise<PdfResult> {
  const shape = reportShapeOf(plan)
  return printPdf({
    template: readFileSync(new URL('./report.typ', import.meta.url), 'utf8'),
    content: reportContentOf(plan, shape, { printedOn: options.printedOn, footnotes: options.footnotes ?? [] }),
    title: shape.title,
    author: plan.issuedBy,
    createdAt: options.printedOn.toZonedDateTime('Asia/Tokyo').toInstant(),
    standard: options.standard ?? 'ua-1',
    missingCharacters: 'geta',
  })
}
