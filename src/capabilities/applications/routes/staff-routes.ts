import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { acceptTogether } from '../actions/bulk.ts'
import { confirmDecision, decide, sendBack } from '../actions/decide.ts'
import { askCorrection, caseAgain, claim, handOver, keepNote, release, setStage, showCaseFile, writeToApplicant } from '../actions/desk.ts'
import { addStage, beginPaper, endOfPause, endStage, pause } from '../actions/settings.ts'
import { showDeskFile } from '../api/desk-files.ts'
import { decideForm, emptyForm, handOverForm, idForm, noteForm, paperForm, pauseForm, receptionForm, seenForm, sendBackForm, stageForm, stageNewForm } from '../forms.ts'
import { showAsk, showAskAgain } from '../pages/ask.ts'
import { showCase } from '../pages/desk-case.ts'
import { showBulk, showPaper, showSettings, showSettingsAgain } from '../pages/desk-more.ts'
import { showDesk } from '../pages/desk.ts'
import { matchApplicant, showUnmatched } from '../pages/portal.ts'

/** Which of the cases each of them sees, their section decides: see rules/desks.ts. */
const desk = holding('applications-clerk', 'applications-decider')
const clerks = holding('applications-clerk')

const LIST = '/staff/applications'
const CASE = `${LIST}/:id`

export const staffRoutes: readonly Route[] = [
  page(LIST, desk, showDesk),
  file(`${LIST}/list.xlsx`, desk, 'The pile on the screen as a workbook', showDeskFile('xlsx')),
  file(`${LIST}/list.csv`, desk, 'The pile on the screen as CSV', showDeskFile('csv')),
  page(`${LIST}/bulk`, desk, showBulk),
  action(`${LIST}/bulk`, desk, emptyForm, acceptTogether, showBulk),
  page(`${LIST}/paper`, clerks, showPaper),
  action(`${LIST}/paper`, clerks, paperForm, beginPaper, showPaper),
  page(`${LIST}/portal`, clerks, showUnmatched),
  action(`${LIST}/portal`, clerks, receptionForm, matchApplicant, showUnmatched),
  page(`${LIST}/settings`, desk, showSettings),
  action(`${LIST}/settings/pause`, desk, pauseForm, pause, showSettingsAgain),
  action(`${LIST}/settings/open`, desk, idForm, endOfPause, showSettingsAgain),
  action(`${LIST}/settings/stage`, desk, stageNewForm, addStage, showSettingsAgain),
  action(`${LIST}/settings/retire`, desk, idForm, endStage, showSettingsAgain),
  page(CASE, desk, showCase),
  file(`${CASE}/files/:file`, desk, 'A file of a case of the own section', showCaseFile),
  page(`${CASE}/ask`, desk, showAsk),
  action(`${CASE}/ask`, desk, seenForm, askCorrection, showAskAgain),
  action(`${CASE}/claim`, desk, seenForm, claim, caseAgain),
  action(`${CASE}/release`, desk, seenForm, release, caseAgain),
  action(`${CASE}/hand-over`, desk, handOverForm, handOver, caseAgain),
  action(`${CASE}/note`, desk, noteForm, keepNote, caseAgain),
  action(`${CASE}/message`, desk, noteForm, writeToApplicant, caseAgain),
  action(`${CASE}/stage`, desk, stageForm, setStage, caseAgain),
  action(`${CASE}/decide`, desk, decideForm, decide, caseAgain),
  action(`${CASE}/confirm`, desk, seenForm, confirmDecision, caseAgain),
  action(`${CASE}/send-back`, desk, sendBackForm, sendBack, caseAgain),
]
