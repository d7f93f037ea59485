import type { Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { revealForm } from '../forms.ts'
import { revealNumber } from '../number-vault.ts'
import { nameOf, numberShown, showNumberForm } from '../pages/number.ts'
import { purposesOn } from '../purposes.ts'
import { vaultWords as words } from '../text/vault-words.ts'

type RevealVisit = Submission<ValuesOf<typeof revealForm>>

/** Shows a number once for the purpose that was chosen; the reading is in the audit before the page leaves. */
export async function reveal(visit: RevealVisit): Promise<Answer> {
  const { tx, values, typed, params } = visit
  const name = await nameOf(visit)
  const purpose = purposesOn(values.kind, tx.today).find(({ key }) => key === values.purpose)
  if (purpose === undefined) return { ...(await showNumberForm(visit, { typed, problem: words.purposeWrong })), status: 422 } as Answer
  const number = await revealNumber(tx, params.id ?? '', purpose.key, values.kind)
  return numberShown(visit, name, { kind: values.kind, purpose, number })
}

export async function revealAgain(visit: RevealVisit): Promise<Answer> {
  const problem = visit.problems.purpose ?? visit.problems.kind
  return showNumberForm(visit, { typed: visit.typed, problem: problem?.phrase ?? words.purposeWrong })
}
