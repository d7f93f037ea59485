import type { ExportedFile, Exporter, ExportWishes } from '#capabilities/imports/exporter.ts'
import type { ImportRefusal } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { loadMeasured } from '../store/measured-figures.ts'
import { yearIn } from '../pages/report-page.ts'
import { listPlans, choosePlan, chooseReport } from '../store/catalogue.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { importWords } from '../text/import-words.ts'
import { reportFile, reportFileName, REPORT_FORMATS, REPORT_TYPES } from './report-files.ts'

/** Writes the present state of a report, published or not: whoever exports works on it. */
export const planExporter: Exporter = {
  name: 'plan',
  title: importWords.exportTitle,
  formats: REPORT_FORMATS,
  options: { year: 'fiscal year of the report, e.g. 2021; the newest where none is named', plan: 'key of the plan, e.g. 2017-2021' },
  write,
}

async function write(tx: Tx, { format, options }: ExportWishes): Promise<ExportedFile | ImportRefusal> {
  const year = options.year === undefined ? undefined : (yearIn(options.year) ?? NO_YEAR)
  const plan = choosePlan(await listPlans(tx), { planKey: options.plan, year })
  const report = plan && chooseReport(plan, year)
  const document = plan && report && (await loadPlanDocument(tx, plan.key, report.year))
  const wanted = REPORT_FORMATS.find((known) => known === format)
  if (document === undefined || wanted === undefined) return { ok: false, phrase: importWords.noReport, values: {} }
  const body = await reportFile({ document, figures: await loadMeasured(tx, document) }, wanted, tx.today)
  return { fileName: reportFileName(document, wanted.replace('csv-cp932', 'csv')), type: REPORT_TYPES[wanted], body }
}

/** What no report bears: asking for a year that cannot be read must not give the newest one. */
const NO_YEAR = -1
