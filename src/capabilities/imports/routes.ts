import { action, file, page, signedIn, type Route } from '#kernel/web/routes.ts'
import {
  acceptAllNow, answer, answerAgain, applyNow, askAcceptAll, askApply, askLeave, askReadAgain, leaveNow, originalFile,
  questionList, readAgainNow, reading, upload, uploadAgain,
} from './actions/desk.ts'
import { acceptAllForm, answerForm, applyForm, plainForm, uploadForm } from './forms.ts'
import { showImports } from './pages/list.ts'

/**
 * Whoever is signed in may come to the desk; which kinds of files are there is decided by the duty that each importer
 * names. Every form is sent to the address of its page, so that a page with errors can be reloaded or read in another
 * language like any other.
 */
export const routes: readonly Route[] = [
  page('/staff/imports', signedIn, (visit) => showImports(visit)),
  action('/staff/imports', signedIn, uploadForm, upload, uploadAgain),
  page('/staff/imports/:reading', signedIn, reading),
  action('/staff/imports/:reading', signedIn, answerForm, answer, answerAgain),
  page('/staff/imports/:reading/questions', signedIn, questionList),
  page('/staff/imports/:reading/accept-all', signedIn, askAcceptAll),
  action('/staff/imports/:reading/accept-all', signedIn, acceptAllForm, acceptAllNow, askAcceptAll),
  page('/staff/imports/:reading/apply', signedIn, askApply),
  action('/staff/imports/:reading/apply', signedIn, applyForm, applyNow, askApply),
  page('/staff/imports/:reading/leave', signedIn, askLeave),
  action('/staff/imports/:reading/leave', signedIn, plainForm, leaveNow, askLeave),
  page('/staff/imports/:reading/read-again', signedIn, askReadAgain),
  action('/staff/imports/:reading/read-again', signedIn, plainForm, readAgainNow, askReadAgain),
  file('/staff/imports/:reading/file', signedIn, 'The file as it was brought', originalFile),
]
