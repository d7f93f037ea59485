import { action, everyone, file, holding, page, residentProven, residentSignedIn, type Route } from '#kernel/web/routes.ts'
import { chooseLanguage, closeAccount, endSession, registerPasskey, removeWay, signOut, signOutEverywhere, wantMailbox } from './actions/account.ts'
import { beginCardSignIn, endCardSignIn } from './actions/card-sign-in.ts'
import { changeCard } from './actions/demo-cards.ts'
import { askForLink, useLink } from './actions/mail-sign-in.ts'
import { declineMatch, matchAccount } from './actions/matching.ts'
import { signInWithPasskey } from './actions/passkey-sign-in.ts'
import { chooseWhom, endPower, offerPower, takePower } from './actions/powers.ts'
import { leaveToSign } from './actions/signing.ts'
import {
  actForm, bareForm, cardChangeForm, declineForm, findForm, languageForm, mailboxForm, mailForm, matchForm, offerForm, passkeyForm, passkeySignInForm, takeForm,
} from './forms.ts'
import { MATCHER } from './model.ts'
import { showClose, showEndPower, showRemoveWay, showSignOutEverywhere } from './pages/account-acts.ts'
import { showAccount } from './pages/account.ts'
import { showCase, showCases } from './pages/desk.ts'
import { showLink, showSent } from './pages/mail-link.ts'
import { showMyPage } from './pages/my-page.ts'
import { showPowers } from './pages/powers.ts'
import { openSignIn, showSignIn } from './pages/sign-in.ts'
import { showSigning } from './pages/signing.ts'
import { showStandIn } from './pages/stand-in.ts'
import { saveViews, showViews } from './pages/views.ts'

const matcher = holding(MATCHER)
const administrator = holding('system-administrator')

const signInRoutes: readonly Route[] = [
  page('/my/sign-in', everyone, openSignIn),
  page('/my/sign-in/card', everyone, beginCardSignIn),
  page('/my/sign-in/card/return', everyone, endCardSignIn),
  action('/my/sign-in/mail', everyone, mailForm, askForLink, (visit) => showSignIn(visit, visit)),
  page('/my/sign-in/mail/sent', everyone, showSent),
  page('/my/sign-in/mail/:token', everyone, showLink),
  action('/my/sign-in/mail/:token', everyone, bareForm, useLink, useLink),
  action('/my/sign-in/passkey', everyone, passkeySignInForm, signInWithPasskey, (visit) => showSignIn(visit, visit)),
  action('/my/sign-out', everyone, bareForm, signOut, signOut),
]

const myRoutes: readonly Route[] = [
  page('/my', residentSignedIn, showMyPage),
  page('/my/account', residentSignedIn, (visit) => showAccount(visit)),
  action('/my/account/language', residentSignedIn, languageForm, chooseLanguage, (visit) => showAccount(visit)),
  action('/my/account/mail', residentSignedIn, mailboxForm, wantMailbox, (visit) => showAccount(visit, { mailbox: visit })),
  action('/my/account/passkeys', residentSignedIn, passkeyForm, registerPasskey, (visit) => showAccount(visit, { passkey: visit })),
  page('/my/account/ways/:kind/:id/remove', residentSignedIn, showRemoveWay),
  action('/my/account/ways/:kind/:id/remove', residentSignedIn, bareForm, removeWay, showRemoveWay),
  action('/my/account/devices/:id/end', residentSignedIn, bareForm, endSession, (visit) => showAccount(visit)),
  page('/my/account/sign-out-everywhere', residentSignedIn, showSignOutEverywhere),
  action('/my/account/sign-out-everywhere', residentSignedIn, bareForm, signOutEverywhere, showSignOutEverywhere),
  page('/my/account/close', residentSignedIn, showClose),
  action('/my/account/close', residentSignedIn, bareForm, closeAccount, showClose),
  page('/my/powers', residentSignedIn, (visit) => showPowers(visit)),
  action('/my/powers/act', residentSignedIn, actForm, chooseWhom, (visit) => showPowers(visit)),
  action('/my/powers/offer', residentProven, offerForm, offerPower, (visit) => showPowers(visit, { offer: visit })),
  action('/my/powers/take', residentProven, takeForm, takePower, (visit) => showPowers(visit, { take: visit })),
  page('/my/powers/:id/end', residentProven, showEndPower),
  action('/my/powers/:id/end', residentProven, bareForm, endPower, showEndPower),
  page('/my/views', residentProven, showViews),
  file('/my/views.csv', residentProven, 'Who looked at my data, as CSV', saveViews),
  page('/my/sign/:id', residentProven, showSigning),
  page('/my/sign/:id/card', residentProven, leaveToSign),
]

const staffRoutes: readonly Route[] = [
  page('/staff/identity', matcher, showCases),
  page('/staff/identity/cases/:id', matcher, (visit) => showCase(visit)),
  action('/staff/identity/cases/:id/find', matcher, findForm, (visit) => showCase(visit), (visit) => showCase(visit)),
  action('/staff/identity/cases/:id/match', matcher, matchForm, matchAccount, (visit) => showCase(visit, { match: visit })),
  action('/staff/identity/cases/:id/decline', matcher, declineForm, declineMatch, (visit) => showCase(visit, { decline: visit })),
  page('/staff/identity/stand-in', administrator, showStandIn),
  action('/staff/identity/stand-in', administrator, cardChangeForm, changeCard, showStandIn),
]

export const routes: readonly Route[] = [...signInRoutes, ...myRoutes, ...staffRoutes]
