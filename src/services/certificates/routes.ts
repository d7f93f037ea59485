import { action, everyone, holding, page, residentProven, type Route } from '#kernel/web/routes.ts'
import { apply, fetchPaper } from './actions/apply.ts'
import { giveUp, issueAgain, issueAtCounter, printAtCounter, printFailed } from './actions/counter.ts'
import { bar, endSeal, registerSeal, unbar } from './actions/seals.ts'
import { resume, stop } from './actions/stops.ts'
import { applyForm, counterForm, endStopForm, personForm, requestForm, sealForm, stopForm } from './forms.ts'
import { askCounterAgain, showCounterForm } from './pages/counter-form.ts'
import { showDesk } from './pages/desk.ts'
import { showDeskRequest } from './pages/desk-request.ts'
import { askAgain, showMyCertificates, showMyRequest } from './pages/mine.ts'
import { askPersonAgain, showPerson } from './pages/person.ts'
import { showPaperState } from './pages/verify.ts'
import { Fault } from '#kernel/faults/faults.ts'

const clerks = holding('certificates-clerk')

export const routes: readonly Route[] = [
  page('/my/certificates', residentProven, showMyCertificates),
  action('/my/certificates', residentProven, applyForm, apply, askAgain),
  page('/my/certificates/:id', residentProven, showMyRequest),
  action('/my/certificates/paper', residentProven, requestForm, fetchPaper, refuseForm),
  page('/verify/:code', everyone, showPaperState),

  page('/staff/certificates', clerks, showDesk),
  page('/staff/certificates/people/:id', clerks, showPerson),
  page('/staff/certificates/people/:id/issue', clerks, showCounterForm),
  action('/staff/certificates/issue', clerks, counterForm, issueAtCounter, askCounterAgain),
  page('/staff/certificates/requests/:id', clerks, showDeskRequest),
  action('/staff/certificates/issue-again', clerks, requestForm, issueAgain, refuseForm),
  action('/staff/certificates/give-up', clerks, requestForm, giveUp, refuseForm),
  action('/staff/certificates/print', clerks, requestForm, printAtCounter, refuseForm),
  action('/staff/certificates/print-failed', clerks, requestForm, printFailed, refuseForm),
  action('/staff/certificates/stop', clerks, stopForm, stop, askPersonAgain),
  action('/staff/certificates/resume', clerks, endStopForm, resume, refuseForm),
  action('/staff/certificates/seals', clerks, sealForm, registerSeal, askPersonAgain),
  action('/staff/certificates/seals/end', clerks, personForm, endSeal('own-wish'), refuseForm),
  action('/staff/certificates/seals/lost', clerks, personForm, endSeal('lost-card'), refuseForm),
  action('/staff/certificates/seals/bar', clerks, personForm, bar, refuseForm),
  action('/staff/certificates/seals/unbar', clerks, personForm, unbar, refuseForm),
]

/** A form without its hidden field did not come from our pages. */
async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}
