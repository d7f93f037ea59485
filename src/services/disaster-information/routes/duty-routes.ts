import { Fault } from '#kernel/faults/faults.ts'
import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { askDutyAgain, changeRoster, changeSetting } from '../actions/change-duty.ts'
import { confirmOrder, refuseOrder, withdrawOrder } from '../actions/confirm-order.ts'
import { dismissSuggestion } from '../actions/dismiss-suggestion.ts'
import { draftAgain, sendDraft, showDraft } from '../actions/draft-order.ts'
import { drillAgain, finishDrill, startDrill } from '../actions/hold-drill.ts'
import { fromNothing, fromOrder, fromSuggestion, ORDER_CHANGES, type ResolveDraft } from '../actions/resolve-draft.ts'
import { switchRule } from '../actions/switch-prepared.ts'
import { showBoardScript } from '../api/duty-board-script.ts'
import { showDutyFile } from '../api/duty-files.ts'
import { showTimeLinePdf, showTimeLineXlsx } from '../api/time-line-files.ts'
import { buttonForm, drillForm, orderForm, refuseForm, switchForm } from '../forms/duty.ts'
import { rosterForm, settingForm } from '../forms/duty-desk.ts'
import { showDrillEnd, showDrillResult, showDrills } from '../pages/drills.ts'
import { showBoard } from '../pages/duty-board.ts'
import { showDutyDesk } from '../pages/duty-desk.ts'
import { showRules } from '../pages/duty-rules.ts'
import { showConfirm, showConfirmAgain } from '../pages/order-confirm.ts'
import { showTimeLine } from '../pages/time-line.ts'

const officers = holding('disaster-officer')

/** The duty board: what is suggested, what is issued, what was. */
export const dutyRoutes: readonly Route[] = [
  page('/staff/disaster', officers, showBoard),
  file('/staff/disaster/board.js', officers, 'The script that keeps the duty board up to date', showBoardScript),
  page('/staff/disaster/rules', officers, showRules),
  action('/staff/disaster/rules/:id', officers, switchForm, switchRule, refuseForeignForm),

  page('/staff/disaster/duty', officers, showDutyDesk),
  action('/staff/disaster/duty/roster', officers, rosterForm, changeRoster, askDutyAgain),
  action('/staff/disaster/duty/settings', officers, settingForm, changeSetting, askDutyAgain),
  file('/staff/disaster/duty/roster.csv', officers, 'Who is asked to confirm, with past and future, as CSV', showDutyFile('duty-roster', 'csv')),
  file('/staff/disaster/duty/roster.xlsx', officers, 'Who is asked to confirm, with past and future, as a workbook', showDutyFile('duty-roster', 'xlsx')),
  file('/staff/disaster/duty/rules.csv', officers, 'The response table with past and future as CSV', showDutyFile('response-rules', 'csv')),
  file('/staff/disaster/duty/rules.xlsx', officers, 'The response table with past and future as a workbook', showDutyFile('response-rules', 'xlsx')),

  ...draftRoutes('/staff/disaster/suggestions/:id', fromSuggestion),
  action('/staff/disaster/suggestions/:id/dismiss', officers, buttonForm, dismissSuggestion, dismissSuggestion),
  ...draftRoutes('/staff/disaster/orders/new', fromNothing),
  ...ORDER_CHANGES.flatMap((change) => draftRoutes(`/staff/disaster/orders/:id/${change}`, fromOrder(change))),

  page('/staff/disaster/confirm/:id', officers, showConfirm),
  action('/staff/disaster/confirm/:id', officers, buttonForm, confirmOrder, showConfirmAgain),
  action('/staff/disaster/confirm/:id/refuse', officers, refuseForm, refuseOrder, showConfirmAgain),
  action('/staff/disaster/confirm/:id/withdraw', officers, buttonForm, withdrawOrder, showConfirmAgain),

  page('/staff/disaster/time-line', officers, showTimeLine),
  file('/staff/disaster/time-line.pdf', officers, 'The record of a night on A4; from, to: moments in Japan; drill', showTimeLinePdf),
  file('/staff/disaster/time-line.xlsx', officers, 'The record of a night as a workbook; from, to: moments in Japan; drill', showTimeLineXlsx),

  page('/staff/disaster/drills', officers, showDrills),
  action('/staff/disaster/drills', officers, drillForm, startDrill, drillAgain),
  page('/staff/disaster/drills/:drill', officers, showBoard),
  page('/staff/disaster/drills/:drill/end', officers, showDrillEnd),
  action('/staff/disaster/drills/:drill/end', officers, buttonForm, finishDrill, finishDrill),
  page('/staff/disaster/drills/:drill/result', officers, showDrillResult),
  ...draftRoutes('/staff/disaster/drills/:drill/new', fromNothing),
]

/** A form without its hidden field did not come from our pages. */
async function refuseForeignForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

/** A draft is opened, and sent to a second person, at one address. */
function draftRoutes(path: string, resolve: ResolveDraft): readonly Route[] {
  return [page(path, officers, showDraft(resolve)), action(path, officers, orderForm, sendDraft(resolve), draftAgain(resolve))]
}
