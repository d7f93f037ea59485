import { renderNotice } from '#design/notice/view.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { reportFile, reportFileName, REPORT_TYPES } from '../api/report-files.ts'
import { findStaffVisit } from '../actions/staff-visit.ts'
import { listPlans } from '../store/catalogue.ts'
import { staffWords } from '../text/staff-words.ts'
import type { PublicVisit } from './public-visit.ts'
import { loadMeasured } from '../store/measured-figures.ts'
import { renderReport, reportTitle, showNoReport } from './report-page.ts'
import { deskCrumb } from './staff-frame.ts'

/** The report as it would be published now. */
export async function showPreview(visit: Visit): Promise<Answer> {
  const found = await findPreview(visit)
  if (found === undefined) return showNoReport(visit)
  const { voice } = visit
  const plans = await listPlans(visit.tx)
  const preview: PublicVisit = { ...found, plans, document: found.present.document, publication: null, words: new Map(), figures: await loadMeasured(visit.tx, found.present.document) }
  const notice = renderNotice({ voice, kind: 'info', title: voice.say(staffWords.previewNotice) })
  return shown({ title: reportTitle(preview), main: renderReport(preview, notice, visit.query), area: 'staff', crumbs: [deskCrumb(found)] })
}

/** The present state as a workbook to be edited and read back. */
export async function showWorkbook(visit: Visit): Promise<Answer> {
  const found = await findPreview(visit)
  if (found === undefined) return showNoReport(visit)
  const { document } = found.present
  const figures = await loadMeasured(visit.tx, document)
  return fileAnswer(await reportFile({ document, figures }, 'xlsx', visit.tx.today), REPORT_TYPES.xlsx, reportFileName(document, 'xlsx'))
}

async function findPreview(visit: Visit) {
  const found = await findStaffVisit(visit, { plan: visit.query.plan, year: visit.params.year })
  return String(found?.year) === visit.params.year ? found : undefined
}
