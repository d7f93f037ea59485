import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { reveal, revealAgain } from './actions/reveal.ts'
import { rotate } from './actions/rotate.ts'
import { showVaultScript } from './api/vault-script.ts'
import { revealForm, rotateForm } from './forms.ts'
import { READER_DUTY } from './number-vault.ts'
import { showKeys, showRotate } from './pages/keys.ts'
import { showNumberForm } from './pages/number.ts'

/** Looks after the keys; sees no number. */
export const OFFICER_DUTY = 'security-officer'

const officers = holding(OFFICER_DUTY)
const readers = holding(READER_DUTY)

export const routes: readonly Route[] = [
  page('/staff/numbers', officers, showKeys),
  file('/staff/numbers/vault.js', holding(OFFICER_DUTY, READER_DUTY), 'The script that takes a number from the screen again', showVaultScript),
  page('/staff/numbers/rotate', officers, showRotate),
  action('/staff/numbers/rotate', officers, rotateForm, rotate, showRotate),
  page('/staff/numbers/people/:id', readers, showNumberForm),
  action('/staff/numbers/people/:id', readers, revealForm, reveal, revealAgain),
]
