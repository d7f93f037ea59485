import { action, everyone, holding, page, type Route } from '#kernel/web/routes.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { confirmMessage } from '../actions/messages.ts'
import { confirmAlert, discardAlert, pressSend, sendAlertBack, takeAlertBack } from '../actions/send-alert.ts'
import { askAlertAgain, correctAlert, saveAlert, withdrawAlert } from '../actions/write-alert.ts'
import { ALERT_CHANGES } from '../facts.ts'
import { alertForm, pressForm } from '../forms/alert-forms.ts'
import { showAlertDesk } from '../pages/alert-desk.ts'
import { showEditAlert, showNewAlert } from '../pages/alert-form.ts'
import { showAlert } from '../pages/alert.ts'
import { showWaitingMessage } from '../pages/message-page.ts'
import { showPublicAlert, showPublicAlerts } from '../pages/public-alerts.ts'

const editors = holding('alert-mail-editor')

export const alertRoutes: readonly Route[] = [
  page('/alerts', everyone, showPublicAlerts, { emptiedBy: ALERT_CHANGES }),
  page('/alerts/:id', everyone, showPublicAlert, { emptiedBy: ALERT_CHANGES }),

  page('/staff/alerts', editors, showAlertDesk),
  page('/staff/alerts/new', editors, showNewAlert),
  action('/staff/alerts/new', editors, alertForm, saveAlert, askAlertAgain),
  page('/staff/alerts/school-messages/:message', editors, showWaitingMessage),
  action('/staff/alerts/school-messages/:message/confirm', editors, pressForm, confirmMessage, refuseForm),
  page('/staff/alerts/:id', editors, showAlert),
  page('/staff/alerts/:id/edit', editors, showEditAlert),
  action('/staff/alerts/:id/edit', editors, alertForm, saveAlert, askAlertAgain),
  action('/staff/alerts/:id/send', editors, pressForm, pressSend, refuseForm),
  action('/staff/alerts/:id/confirm', editors, pressForm, confirmAlert, refuseForm),
  action('/staff/alerts/:id/back', editors, pressForm, sendAlertBack, refuseForm),
  action('/staff/alerts/:id/take-back', editors, pressForm, takeAlertBack, refuseForm),
  action('/staff/alerts/:id/discard', editors, pressForm, discardAlert, refuseForm),
  action('/staff/alerts/:id/correct', editors, pressForm, correctAlert, refuseForm),
  action('/staff/alerts/:id/withdraw', editors, pressForm, withdrawAlert, refuseForm),
]

/** A form of buttons that does not hold did not come from our pages. */
export async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form did not come from one of our pages')
}
