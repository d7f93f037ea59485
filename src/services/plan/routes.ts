import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { refuseSheet, saveCover, saveSheet } from './actions/edit-sheet.ts'
import { askReasonAgain, giveReason, refuseForm, settleOpenQuestion } from './actions/give-reason.ts'
import { chooseDirection, tellOutcome } from './actions/choose-direction.ts'
import { moveSheet } from './actions/move-sheet.ts'
import { endDeputy, nameDeputy } from './actions/name-deputy.ts'
import { makeNewPlan, undoNewPlan } from './actions/new-plan.ts'
import { openYear, publishReport } from './actions/publish.ts'
import { closeRound, makeRounds, openRound, remindNow } from './actions/run-round.ts'
import { answerComment, commentOnProject } from './actions/review.ts'
import { saveRoundSettings } from './actions/set-round.ts'
import { takeBack } from './actions/take-back.ts'
import { showFigureInsertScript } from './api/figure-insert-script.ts'
import { planJsonShape, showPlanJson } from './api/plan-json.ts'
import { showReportFile } from './api/report-files.ts'
import { openYearForm, publishForm, reasonForm, settleForm, sheetForm, takeBackForm } from './forms.ts'
import { newPlanForm } from './forms/new-plan.ts'
import { answerForm, commentForm, directionForm, outcomeForm } from './forms/reviews.ts'
import { closeForm, deputyForm, endDeputyForm, settingsForm, stepForm, yearForm } from './forms/rounds.ts'
import { showChanges } from './pages/changes-page.ts'
import { showContradictions } from './pages/contradictions-page.ts'
import { askDeputyAgain, showDeputies } from './pages/deputies-page.ts'
import { showDesk } from './pages/desk-page.ts'
import { INSERT_SCRIPT } from './pages/figure-insert.ts'
import { askNewPlanAgain, showNewPlan } from './pages/new-plan-page.ts'
import { showPlan } from './pages/plan-page.ts'
import { showPreview, showWorkbook } from './pages/preview-page.ts'
import { showProject } from './pages/project-page.ts'
import { showPublish } from './pages/publish-page.ts'
import { showQuestions } from './pages/questions-page.ts'
import { showReport } from './pages/report-page.ts'
import { askReviewAgain, showReview, showReviews } from './pages/review-pages.ts'
import { showRoundBoard } from './pages/round-board.ts'
import { showRounds } from './pages/round-list.ts'
import { askSettingsAgain, showRoundSettings } from './pages/round-settings.ts'
import { askTakeBack, showCoverHistory, showSheetHistory } from './pages/sheet-history.ts'
import { showCover, showSheet, showSheetAgain } from './pages/sheet-page.ts'

const kept = { emptiedBy: ['plan.*'] }

/** Whoever works on the plan; whose sheets one may write is decided by the units of the project's owners. */
const planStaff = holding('plan-editor', 'plan-reviewer', 'plan-publisher')
const gatherers = holding('plan-reviewer', 'plan-publisher')
const publishers = holding('plan-publisher')
/** People of the outside review committee: they read the sheets and comment, and do nothing else. */
const outsideReviewers = holding('plan-outside-reviewer')
const reviewersAndStaff = holding('plan-outside-reviewer', 'plan-editor', 'plan-reviewer', 'plan-publisher')

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
  file(INSERT_SCRIPT, planStaff, 'The script that puts a figure into a text', showFigureInsertScript),
  page('/staff/plan/sheets/:project', planStaff, showSheet),
  action('/staff/plan/sheets/:project', planStaff, sheetForm, saveSheet, refuseSheet),
  action('/staff/plan/sheets/:project/step', planStaff, stepForm, moveSheet, showSheetAgain),
  action('/staff/plan/sheets/:project/direction', planStaff, directionForm, chooseDirection, showSheetAgain),
  action('/staff/plan/sheets/:project/outcome', planStaff, outcomeForm, tellOutcome, showSheetAgain),
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
  page('/staff/plan/rounds', planStaff, showRounds),
  action('/staff/plan/rounds', publishers, yearForm, makeRounds, refuseForm),
  page('/staff/plan/rounds/:round', planStaff, showRoundBoard),
  page('/staff/plan/rounds/:round/settings', publishers, showRoundSettings),
  action('/staff/plan/rounds/:round/settings', publishers, settingsForm, saveRoundSettings, askSettingsAgain),
  action('/staff/plan/rounds/:round/open', publishers, yearForm, openRound, refuseForm),
  action('/staff/plan/rounds/:round/close', publishers, closeForm, closeRound, refuseForm),
  action('/staff/plan/rounds/:round/remind', publishers, yearForm, remindNow, refuseForm),
  page('/staff/plan/deputies', planStaff, showDeputies),
  action('/staff/plan/deputies', planStaff, deputyForm, nameDeputy, askDeputyAgain),
  action('/staff/plan/deputies/end', planStaff, endDeputyForm, endDeputy, refuseForm),
  page('/staff/plan/review', reviewersAndStaff, showReviews),
  page('/staff/plan/review/:project', reviewersAndStaff, showReview),
  action('/staff/plan/review/:project', outsideReviewers, commentForm, commentOnProject, askReviewAgain),
  action('/staff/plan/review/:project/answer', planStaff, answerForm, answerComment, askReviewAgain),
  page('/staff/plan/new-plan', publishers, showNewPlan),
  action('/staff/plan/new-plan', publishers, newPlanForm, makeNewPlan, askNewPlanAgain),
  action('/staff/plan/new-plan/undo', publishers, yearForm, undoNewPlan, refuseForm),
  page('/staff/plan/publish', publishers, showPublish),
  action('/staff/plan/publish', publishers, publishForm, publishReport, refuseForm),
  action('/staff/plan/years', publishers, openYearForm, openYear, refuseForm),
]
