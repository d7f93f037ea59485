import { everyone, file, page, type Route } from '#kernel/web/routes.ts'
import { planJsonShape, showPlanJson } from './api/plan-json.ts'
import { showReportFile } from './api/report-files.ts'
import { showChanges } from './pages/changes-page.ts'
import { showPlan } from './pages/plan-page.ts'
import { showProject } from './pages/project-page.ts'
import { showReport } from './pages/report-page.ts'

const kept = { emptiedBy: ['plan.*'] }

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
]
