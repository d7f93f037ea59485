import { action, everyone, file, holding, page, signedIn, type Route } from '#kernel/web/routes.ts'
import { askCallAgain, callStaff } from '../actions/call-staff.ts'
import { addMusterLine, askEndAgain, askRulesAgain, changeMusterSetting, endMusterLine } from '../actions/muster-rules.ts'
import { addOwnMail, addOwnOther, askOwnAgain, confirmOwnMail, removeOwnContact } from '../actions/own-contacts.ts'
import { askReplyAgain, closeCall, replyByAccount, replyByDesk, replyByLink, tickArrival } from '../actions/reply-muster.ts'
import { showBoardScript, showBoardStyle } from '../api/board-files.ts'
import { showMusterSheet, showPhoneList } from '../api/muster-files.ts'
import { pressForm } from '../forms/alert-forms.ts'
import { addMailForm, addOtherForm, arrivalForm, callForm, contactForm, replyForm } from '../forms/muster-forms.ts'
import { endLineForm, lineForm, settingForm } from '../forms/muster-rule-forms.ts'
import { showBoard, showDoor } from '../pages/muster-board.ts'
import { showMusterDesk } from '../pages/muster-desk.ts'
import { showConfirmOwnMail, showDeskReply, showMusterMine } from '../pages/muster-mine.ts'
import { showReply } from '../pages/muster-reply.ts'
import { RULES_PATH } from '../pages/muster-rule-parts.ts'
import { showEndLine, showMusterRules } from '../pages/muster-rules.ts'
import { refuseForm } from './alert-routes.ts'

const officers = holding('disaster-officer')
const MINE = '/staff/muster/me'
const CALL = '/staff/muster/:call'

export const musterRoutes: readonly Route[] = [
  page('/muster/:call/:token', everyone, showReply),
  action('/muster/:call/:token', everyone, replyForm, replyByLink, askReplyAgain),

  page('/staff/muster', officers, showMusterDesk),
  action('/staff/muster', officers, callForm, callStaff, askCallAgain),
  file('/staff/muster/board.js', signedIn, 'The script that renews the muster board', showBoardScript),
  file('/staff/muster/board.css', signedIn, 'The look of the muster board', showBoardStyle),
  page(RULES_PATH, officers, showMusterRules),
  action(`${RULES_PATH}/lines`, officers, lineForm, addMusterLine, askRulesAgain),
  page(`${RULES_PATH}/lines/:class/:number`, officers, showEndLine),
  action(`${RULES_PATH}/lines/:class/:number`, officers, endLineForm, endMusterLine, askEndAgain),
  action(`${RULES_PATH}/settings`, officers, settingForm, changeMusterSetting, askRulesAgain),
  page(MINE, signedIn, showMusterMine),
  action(`${MINE}/mail`, signedIn, addMailForm, addOwnMail, askOwnAgain),
  action(`${MINE}/other`, signedIn, addOtherForm, addOwnOther, askOwnAgain),
  action(`${MINE}/remove`, signedIn, contactForm, removeOwnContact, refuseForm),
  page(`${MINE}/confirm/:token`, signedIn, showConfirmOwnMail),
  action(`${MINE}/confirm/:token`, signedIn, pressForm, confirmOwnMail, refuseForm),
  action(`${MINE}/:call`, signedIn, replyForm, replyByAccount, refuseForm),
  page(CALL, officers, showBoard),
  page(`${CALL}/door`, officers, showDoor),
  action(`${CALL}/arrivals`, officers, arrivalForm, tickArrival, refuseForm),
  page(`${CALL}/people/:person`, officers, showDeskReply),
  action(`${CALL}/people/:person`, officers, replyForm, replyByDesk, refuseForm),
  action(`${CALL}/end`, officers, pressForm, closeCall, refuseForm),
  file(`${CALL}/phones.pdf`, officers, 'Everybody called with telephone numbers, to be printed', showPhoneList),
  file(`${CALL}/list.xlsx`, officers, 'Everybody called with their answers as a workbook', showMusterSheet),
]
