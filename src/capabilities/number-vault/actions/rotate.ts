import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { rotateForm } from '../forms.ts'
import { rotateKey } from '../jobs.ts'
import { holdKeyring, listKeyStates } from '../store/numbers.ts'
import { vaultWords as words } from '../text/vault-words.ts'

/** Makes a new key, unless somebody else has made one since the page was shown. */
export async function rotate({ tx, values }: Submission<ValuesOf<typeof rotateForm>>): Promise<Answer> {
  await holdKeyring(tx)
  const newest = (await listKeyStates(tx))[0]
  if (newest !== undefined && String(newest.id) === values.seen) await rotateKey(tx)
  return redirect('/staff/numbers', { notice: words.rotated })
}
