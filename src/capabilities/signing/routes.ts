import { action, everyone, holding, page, type Route } from '#kernel/web/routes.ts'
import { makeCertificateNow, revoke } from './actions.ts'
import { paperForm, renewForm, revokeForm } from './forms.ts'
import { showSigningDesk } from './pages/desk.ts'
import { askRevokeAgain, showRevoke } from './pages/revoke.ts'
import { askPaperAgain, showVerify, verifyPaperSent } from './pages/verify.ts'

const officers = holding('signing-officer')

export const routes: readonly Route[] = [
  page('/verify', everyone, showVerify),
  action('/verify', everyone, paperForm, verifyPaperSent, askPaperAgain),

  page('/staff/signing', officers, showSigningDesk),
  action('/staff/signing/renew', officers, renewForm, makeCertificateNow, showSigningDesk),
  page('/staff/signing/certificates/:id/revoke', officers, showRevoke),
  action('/staff/signing/revoke', officers, revokeForm, revoke, askRevokeAgain),
]
