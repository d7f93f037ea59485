import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { refuseSheet, saveCover, saveSheet } from './actions/edit-sheet.ts'
import { askReasonAgain, giveReason, refuseForm, settleOpenQuestion } from './actions/give-reason.ts'
import { openYear, publishReport } from './actions/publish.ts'
import { takeBack } from './actions/take-back.ts'
import { planJsonShape, showPlanJson } from './api/plan-json.ts'
import { showReportFile } from './api/report-files.ts'
import { openYearForm, publishForm, reasonForm, settleForm, sheetForm, takeBackForm } from './forms.ts'
import { showChanges } from './pages/changes-page.ts'
import { showContradictions } from './pages/contradictions-page.ts'
import { showDesk } from './pages/desk-page.ts'
import { showPlan } from './pages/plan-page.ts'
import { showPreview, showWorkbook } from './pages/preview-page.ts'
import { showProject } from './pages/project-page.ts'
import { showPublish } from './pages/publish-page.ts'
import { showQuestions } from './pages/questions-page.ts'
import { showReport } from './pages/report-page.ts'
import { askTakeBack, showCoverHistory, showSheetHistory } from './pages/sheet-history.ts'
import { showCover, showSheet } from './pages/sheet-page.ts'

const kept = { emptiedBy: ['plan.*'] }

/** Whoever works on the plan; whose sheets one may write is decided by the units of the project's owners. */
const planStaff = holding('plan-editor', 'plan-reviewer', 'plan-publisher')
const gatherers = holding('plan-reviewer', 'plan-publisher')
const publishers = holding('plan-publisher')

export const routes: readonly Route[] = [
  page('/plan', everyone, showPlan, kept),
  page('/plan/projects/:key', everyone, showProject, kept),
  page('/plan/changes', everyone, showChanges, kept),
  page('/plan/report/:year', everyone, showReport, kept),
  file('/plan.json', everyone, 'The plan and its projects', showPlanJson, { ...kept, reply: planJsonShape }),
  file('/plan/report/:year(^\\d+).pdf', everyone, 'The report of a fiscal year as PDF', showReportFile('pdf')),
  file('/plan/report/:year(^\\d+).xlsx', everyone, 'The report of a fiscal year as a workbook', showReportFile('xlsx')),
  file('/plan/report/:year(^\\d+).csv', everyone, 'The table of a fiscal year as CSV; encoding=cp932 for Shift_JIS', showReportFile('csv')),
  file('/plan/report/:year(^\\d+).json', everyone, 'The report of a fiscal year as JSON', showReportFile('json'), kept),

  page('/staff/plan', planStaff, showDesk),
  page('/staff/plan/preview/:year', planStaff, showPreview),
  file('/staff/plan/workbook/:year', planStaff, 'The present state of a report as a workbook to edit', showWorkbook),
  page('/staff/plan/sheets/:project', planStaff, showSheet),
  action('/staff/plan/sheets/:project', planStaff, sheetForm, saveSheet, refuseSheet),
  page('/staff/plan/sheets/:project/history', planStaff, showSheetHistory),
  page('/staff/plan/sheets/:project/take-back', planStaff, askTakeBack),
  action('/staff/plan/sheets/:project/take-back', planStaff, takeBackForm, takeBack, refuseForm),
  page('/staff/plan/cover', planStaff, showCover),
  action('/staff/plan/cover', gatherers, sheetForm, saveCover, refuseSheet),
  page('/staff/plan/cover/history', planStaff, showCoverHistory),
  page('/staff/plan/cover/take-back', gatherers, askTakeBack),
  action('/staff/plan/cover/take-back', gatherers, takeBackForm, takeBack, refuseForm),
  page('/staff/plan/contradictions', planStaff, (visit) => showContradictions(visit)),
  action('/staff/plan/contradictions', planStaff, reasonForm, giveReason, askReasonAgain),
  page('/staff/plan/questions', planStaff, showQuestions),
  action('/staff/plan/questions', planStaff, settleForm, settleOpenQuestion, refuseForm),
  page('/staff/plan/publish', publishers, showPublish),
  action('/staff/plan/publish', publishers, publishForm, publishReport, refuseForm),
  action('/staff/plan/years', publishers, openYearForm, openYear, refuseForm),
]
