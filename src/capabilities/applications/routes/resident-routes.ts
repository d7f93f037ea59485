import { action, everyone, file, page, residentSignedIn, type Route } from '#kernel/web/routes.ts'
import { showReceiptSheet } from '../api/receipt-sheet.ts'
import { beginDraft } from '../actions/begin.ts'
import { attachDocument, detachDocument, discardDraft, keepStep, mailDraft, mailDraftAgain, showDraftFile } from '../actions/fill-in.ts'
import { attachCorrection, sendCorrection, showOwnFile, withdraw, writeMessage } from '../actions/resident.ts'
import { askSignature } from '../actions/sign.ts'
import { submitDraft } from '../actions/submit.ts'
import { attachForm, detachForm, emptyForm, laterForm, lookUpForm, messageForm, seenForm, stepForm, submitForm } from '../forms.ts'
import { showProcedure, showProcedures } from '../pages/apply.ts'
import { showCheck, showCheckAgain } from '../pages/check.ts'
import { showCorrect, showCorrectAgain } from '../pages/correct.ts'
import { showDocuments, showDocumentsAgain } from '../pages/documents.ts'
import { showDiscard, showLater } from '../pages/later.ts'
import { lookUp, lookUpAgain, showLookUp, showMine } from '../pages/mine.ts'
import { showStatus, showWithdraw } from '../pages/status.ts'
import { showStep } from '../pages/step.ts'

const DRAFT = '/apply/:procedure/:draft'
const CASE = '/my/applications/:case'

/**
 * Who may enter a draft or a case, its address says together with the session: see pages/draft-visit.ts and
 * pages/case-visit.ts. To everybody else it does not exist.
 */
export const residentRoutes: readonly Route[] = [
  page('/apply', everyone, showProcedures, { emptiedBy: ['applications.paused'] }),
  page('/apply/:procedure', everyone, showProcedure),
  action('/apply/:procedure', everyone, emptyForm, beginDraft, showProcedure),
  page(`${DRAFT}/:page(^\\d+)`, everyone, showStep),
  action(`${DRAFT}/:page(^\\d+)`, everyone, stepForm, keepStep, showStep),
  page(`${DRAFT}/documents`, everyone, showDocuments),
  action(`${DRAFT}/documents`, everyone, attachForm, attachDocument, showDocumentsAgain),
  action(`${DRAFT}/documents/remove`, everyone, detachForm, detachDocument, showDocumentsAgain),
  file(`${DRAFT}/files/:file`, everyone, 'A file of the draft, for whom the draft belongs to', showDraftFile),
  page(`${DRAFT}/check`, everyone, showCheck),
  action(`${DRAFT}/sign`, everyone, emptyForm, askSignature, showCheckAgain),
  action(`${DRAFT}/submit`, everyone, submitForm, submitDraft, showCheckAgain),
  page(`${DRAFT}/later`, everyone, showLater),
  action(`${DRAFT}/later`, everyone, laterForm, mailDraft, mailDraftAgain),
  page(`${DRAFT}/discard`, everyone, showDiscard),
  action(`${DRAFT}/discard`, everyone, emptyForm, discardDraft, showDiscard),

  page('/applications/look-up', everyone, showLookUp),
  action('/applications/look-up', everyone, lookUpForm, lookUp, lookUpAgain),
  page('/my/applications', residentSignedIn, showMine),
  page(CASE, everyone, showStatus),
  file(`${CASE}/receipt.pdf`, everyone, 'The receipt of an application on paper, for whom it belongs to', showReceiptSheet),
  file(`${CASE}/files/:file`, everyone, 'A file of an application, for whom it belongs to', showOwnFile),
  action(`${CASE}/files`, everyone, attachForm, attachCorrection, showCorrectAgain),
  page(`${CASE}/correct`, everyone, showCorrect),
  action(`${CASE}/correct`, everyone, seenForm, sendCorrection, showCorrectAgain),
  action(`${CASE}/message`, everyone, messageForm, writeMessage, showStatus),
  page(`${CASE}/withdraw`, everyone, showWithdraw),
  action(`${CASE}/withdraw`, everyone, seenForm, withdraw, showWithdraw),
]
