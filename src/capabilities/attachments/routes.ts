import { action, holding, page, type Route } from '#kernel/web/routes.ts'
import { decideScanning } from './actions.ts'
import { scanningForm } from './forms.ts'
import { showScanning } from './pages.ts'

const administrator = holding('system-administrator')

/** Files themselves are served by the parts that took them in, each behind its own door. */
export const routes: readonly Route[] = [
  page('/staff/attachments', administrator, showScanning),
  action('/staff/attachments', administrator, scanningForm, decideScanning, showScanning),
]
