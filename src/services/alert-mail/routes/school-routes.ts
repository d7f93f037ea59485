import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { addClass, askClassAgain, askInviteAgain, inviteGuardian, renewInvitation, takeOff } from '../actions/guardians.ts'
import { applyList, askFileAgain, readList } from '../actions/import-list.ts'
import { askCodeAgain, askPlaceAgain, confirmPlace, enterCode, leavePlace, requestPlace } from '../actions/join.ts'
import { askKeeperAgain, endEntrusting, entrust } from '../actions/keepers.ts'
import { askMessageAgain, confirmMessage, discardMessage, pressSendMessage, remind, saveMessage, takeMessageBack } from '../actions/messages.ts'
import { carryOut, dropPlan, makePlan, savePlan } from '../actions/promotion.ts'
import { sayRead } from '../actions/say-read.ts'
import { showInvitationSheets } from '../api/invitation-sheets.ts'
import { showListFile } from '../api/list-files.ts'
import { pressForm } from '../forms/alert-forms.ts'
import { classForm, codeForm, endKeeperForm, importForm, inviteForm, joinForm, keeperForm, messageForm, placeForm, trialForm } from '../forms/school-forms.ts'
import { showClassPage, showTakeOff } from '../pages/class-page.ts'
import { showGuardianMessage, showLeave, showMine } from '../pages/guardian-pages.ts'
import { showImport, showTrial } from '../pages/import-pages.ts'
import { showCodePage, showConfirmPlace, showInvitationPage, showLetterSent } from '../pages/join-pages.ts'
import { showKeepers } from '../pages/keepers-page.ts'
import { showEditMessage, showNewMessage } from '../pages/message-form.ts'
import { showMessage } from '../pages/message-page.ts'
import { showClassPlan, showPromotion } from '../pages/promotion-page.ts'
import { showSchool, showSchoolDesk } from '../pages/school-page.ts'
import { refuseForm } from './alert-routes.ts'

const offices = holding('school-office')
const administrators = holding('system-administrator')
const SCHOOL = '/staff/schools/:school'
const CLASS = `${SCHOOL}/classes/:class`
const MESSAGE = `${SCHOOL}/messages/:message`

export const schoolRoutes: readonly Route[] = [
  page('/schools/join', everyone, showCodePage),
  action('/schools/join', everyone, codeForm, enterCode, askCodeAgain),
  page('/schools/join/:code', everyone, showInvitationPage),
  action('/schools/join/:code', everyone, joinForm, requestPlace, askPlaceAgain),
  page('/schools/join/:code/sent', everyone, showLetterSent),
  page('/schools/confirm/:token', everyone, showConfirmPlace),
  action('/schools/confirm/:token', everyone, pressForm, confirmPlace, refuseForm),
  page('/schools/mine/:token', everyone, showMine),
  page('/schools/mine/:token/leave/:guardian', everyone, showLeave),
  action('/schools/mine/:token/leave', everyone, placeForm, leavePlace, refuseForm),
  page('/schools/messages/:message/:token', everyone, showGuardianMessage),
  action('/schools/messages/:message/:token', everyone, pressForm, sayRead, refuseForm),

  page('/staff/schools', offices, showSchoolDesk),
  page('/staff/schools-keepers', administrators, showKeepers),
  action('/staff/schools-keepers', administrators, keeperForm, entrust, askKeeperAgain),
  action('/staff/schools-keepers/end', administrators, endKeeperForm, endEntrusting, refuseForm),
  page(SCHOOL, offices, showSchool),
  file(`${SCHOOL}/list.xlsx`, offices, 'A school’s class lists of this year as a workbook', showListFile('xlsx')),
  file(`${SCHOOL}/list.csv`, offices, 'A school’s class lists of this year as CSV', showListFile('csv')),
  action(`${SCHOOL}/classes`, offices, classForm, addClass, askClassAgain),
  page(CLASS, offices, showClassPage),
  file(`${CLASS}/sheets.pdf`, offices, 'Invitations with code and QR for one class, four on a sheet of A4', showInvitationSheets),
  action(`${CLASS}/invite`, offices, inviteForm, inviteGuardian, askInviteAgain),
  action(`${CLASS}/renew`, offices, placeForm, renewInvitation, refuseForm),
  page(`${CLASS}/guardians/:guardian`, offices, showTakeOff),
  action(`${CLASS}/take-off`, offices, placeForm, takeOff, refuseForm),
  page(`${SCHOOL}/import`, offices, showImport),
  action(`${SCHOOL}/import`, offices, importForm, readList, askFileAgain),
  page(`${SCHOOL}/import/:trial`, offices, showTrial),
  action(`${SCHOOL}/import/:trial`, offices, trialForm, applyList, refuseForm),
  page(`${SCHOOL}/promotion`, offices, showPromotion),
  action(`${SCHOOL}/promotion`, offices, pressForm, makePlan, refuseForm),
  action(`${SCHOOL}/promotion/drop`, offices, pressForm, dropPlan, refuseForm),
  action(`${SCHOOL}/promotion/carry-out`, offices, pressForm, carryOut, refuseForm),
  page(`${SCHOOL}/promotion/:class`, offices, showClassPlan),
  action(`${SCHOOL}/promotion/:class`, offices, pressForm, savePlan, refuseForm),
  page(`${SCHOOL}/messages/new`, offices, showNewMessage),
  action(`${SCHOOL}/messages/new`, offices, messageForm, saveMessage, askMessageAgain),
  page(MESSAGE, offices, showMessage),
  page(`${MESSAGE}/edit`, offices, showEditMessage),
  action(`${MESSAGE}/edit`, offices, messageForm, saveMessage, askMessageAgain),
  action(`${MESSAGE}/send`, offices, pressForm, pressSendMessage, refuseForm),
  action(`${MESSAGE}/confirm`, offices, pressForm, confirmMessage, refuseForm),
  action(`${MESSAGE}/take-back`, offices, pressForm, takeMessageBack, refuseForm),
  action(`${MESSAGE}/discard`, offices, pressForm, discardMessage, refuseForm),
  action(`${MESSAGE}/remind`, offices, pressForm, remind, refuseForm),
]
