import { action, holding, page, type Route } from '#kernel/web/routes.ts'
import { applicationAgain, approve, end, keepRefusal, protectionAgain, refuse, takeApplication } from '../actions/protection.ts'
import { applicationForm, approveForm, protectionReasonForm, refusalForm } from '../forms/protection-form.ts'
import { showApplication, showProtection } from '../pages/protection.ts'
import { PROTECTION_PATH } from '../pages/protection-frame.ts'
import { showProtections } from '../pages/protection-list.ts'
import { RELEASE_DUTY } from '../store/protection-filter.ts'

const few = holding(RELEASE_DUTY)
const one = `${PROTECTION_PATH}/:id`

export const protectionRoutes: readonly Route[] = [
  page(PROTECTION_PATH, few, showProtections),
  page(`${PROTECTION_PATH}/people/:id`, few, (visit) => showApplication(visit)),
  action(`${PROTECTION_PATH}/people/:id`, few, applicationForm, takeApplication, applicationAgain),
  page(one, few, (visit) => showProtection(visit)),
  action(`${one}/approve`, few, approveForm, approve, protectionAgain),
  action(`${one}/refuse`, few, protectionReasonForm, refuse, protectionAgain),
  action(`${one}/end`, few, protectionReasonForm, end, protectionAgain),
  action(`${one}/refusals`, few, refusalForm, keepRefusal, protectionAgain),
]
