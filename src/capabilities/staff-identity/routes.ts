import { action, everyone, file, holding, page, signedIn, type Route } from '#kernel/web/routes.ts'
import { changePassphrase, chooseLanguage, confirm, endSession, signOutEverywhere } from './actions/account.ts'
import { accountIn, accountShown, create, disable, enable, give, issuePassphrase, take } from './actions/accounts.ts'
import { dropPasskey, makeRecoveryCodes, registerPasskey, turnTotpOff, turnTotpOn } from './actions/second-factors.ts'
import {
  chooseFirstPassphrase,
  giveCode,
  giveRecoveryCode,
  signIn,
  signInWithPasskey,
  signOut,
} from './actions/sign-in.ts'
import {
  bareForm,
  changePassphraseForm,
  codeForm,
  confirmForm,
  createForm,
  giveDutyForm,
  issueForm,
  languageForm,
  newPassphraseForm,
  passkeyForm,
  passkeySignInForm,
  recoveryForm,
  signInForm,
  takeDutyForm,
  totpForm,
} from './forms.ts'
import { ADMINISTRATOR, AUDITOR } from './model.ts'
import { showDisable, showEnable, showIssue, showTakeDuty } from './pages/account-acts.ts'
import { showCreate } from './pages/account-creation.ts'
import { showAccount, showChangePassphrase, showConfirm, showSignOutEverywhere } from './pages/account.ts'
import { showAccountOf, showAccounts } from './pages/accounts.ts'
import { saveAudit, showAudit } from './pages/audit.ts'
import { openPasskeys, showDropPasskey, showPasskeys } from './pages/passkeys.ts'
import { openRecoveryCodes, openSecondStep, showTotp, showTurnTotpOff } from './pages/second-step.ts'
import { openSignIn, showNewPassphrase, showRecovery, showSecondStep, showSignIn } from './pages/sign-in.ts'

const administrator = holding(ADMINISTRATOR)
const auditor = holding(AUDITOR)

const signInRoutes: readonly Route[] = [
  page('/sign-in', everyone, openSignIn),
  action('/sign-in', everyone, signInForm, signIn, (visit) => showSignIn(visit, { filled: visit })),
  action('/sign-in/passkey', everyone, passkeySignInForm, signInWithPasskey, (visit) =>
    showSignIn(visit, { filled: visit }),
  ),
  page('/sign-in/second-step', everyone, (visit) => showSecondStep(visit)),
  action('/sign-in/second-step', everyone, codeForm, giveCode, (visit) => showSecondStep(visit, { filled: visit })),
  page('/sign-in/recovery-code', everyone, (visit) => showRecovery(visit)),
  action('/sign-in/recovery-code', everyone, recoveryForm, giveRecoveryCode, (visit) =>
    showRecovery(visit, { filled: visit }),
  ),
  page('/sign-in/new-passphrase', everyone, (visit) => showNewPassphrase(visit)),
  action('/sign-in/new-passphrase', everyone, newPassphraseForm, chooseFirstPassphrase, (visit) =>
    showNewPassphrase(visit, { filled: visit }),
  ),
  action('/sign-out', everyone, bareForm, signOut, signOut),
]

const accountRoutes: readonly Route[] = [
  page('/account', signedIn, showAccount),
  action('/account/language', signedIn, languageForm, chooseLanguage, showAccount),
  action('/account/sessions/:id/end', signedIn, bareForm, endSession, showAccount),
  page('/account/sign-out-everywhere', signedIn, showSignOutEverywhere),
  action('/account/sign-out-everywhere', signedIn, bareForm, signOutEverywhere, showSignOutEverywhere),
  page('/account/confirm', signedIn, (visit) => showConfirm(visit)),
  action('/account/confirm', signedIn, confirmForm, confirm, (visit) => showConfirm(visit, visit)),
  page('/account/passphrase', signedIn, (visit) => showChangePassphrase(visit)),
  action('/account/passphrase', signedIn, changePassphraseForm, changePassphrase, (visit) =>
    showChangePassphrase(visit, visit),
  ),
  page('/account/second-step', signedIn, openSecondStep),
  action('/account/second-step', signedIn, totpForm, turnTotpOn, (visit) => showTotp(visit, visit)),
  page('/account/second-step/remove', signedIn, showTurnTotpOff),
  action('/account/second-step/remove', signedIn, bareForm, turnTotpOff, showTurnTotpOff),
  page('/account/recovery-codes', signedIn, openRecoveryCodes),
  action('/account/recovery-codes', signedIn, bareForm, makeRecoveryCodes, openRecoveryCodes),
  page('/account/passkeys', signedIn, openPasskeys),
  action('/account/passkeys', signedIn, passkeyForm, registerPasskey, (visit) => showPasskeys(visit, visit)),
  page('/account/passkeys/:id/remove', signedIn, showDropPasskey),
  action('/account/passkeys/:id/remove', signedIn, bareForm, dropPasskey, showDropPasskey),
]

const administrationRoutes: readonly Route[] = [
  page('/staff/accounts', administrator, showAccounts),
  page('/staff/accounts/new', administrator, (visit) => showCreate(visit)),
  action('/staff/accounts/new', administrator, createForm, create, (visit) => showCreate(visit, visit)),
  page('/staff/accounts/:id', administrator, async (visit) => showAccountOf(visit, await accountIn(visit))),
  page('/staff/accounts/:id/passphrase', administrator, async (visit) => showIssue(visit, await accountShown(visit))),
  action('/staff/accounts/:id/passphrase', administrator, issueForm, issuePassphrase, async (visit) =>
    showIssue(visit, await accountShown(visit)),
  ),
  page('/staff/accounts/:id/disable', administrator, async (visit) => showDisable(visit, await accountShown(visit))),
  action('/staff/accounts/:id/disable', administrator, bareForm, disable, async (visit) =>
    showDisable(visit, await accountShown(visit)),
  ),
  page('/staff/accounts/:id/enable', administrator, async (visit) => showEnable(visit, await accountShown(visit))),
  action('/staff/accounts/:id/enable', administrator, bareForm, enable, async (visit) =>
    showEnable(visit, await accountShown(visit)),
  ),
  action('/staff/accounts/:id/duties', administrator, giveDutyForm, give, async (visit) =>
    showAccountOf(visit, await accountIn(visit), visit),
  ),
  page('/staff/accounts/:id/duties/take', administrator, async (visit) => showTakeDuty(visit, await accountShown(visit))),
  action('/staff/accounts/:id/duties/take', administrator, takeDutyForm, take, async (visit) =>
    showTakeDuty(visit, await accountShown(visit), visit),
  ),
]

const auditRoutes: readonly Route[] = [
  page('/staff/audit', auditor, showAudit),
  file('/staff/audit.csv', auditor, 'The audit log as CSV, filtered by who, subject and day', saveAudit),
]

export const routes: readonly Route[] = [...signInRoutes, ...accountRoutes, ...administrationRoutes, ...auditRoutes]
