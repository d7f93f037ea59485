import { randomUUID } from 'node:crypto'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { cardChangeForm } from '../forms.ts'
import { newSerial } from '../rules/demo-cards.ts'
import { changeDemoCard, findDemoCard } from '../store/stand-in.ts'
import { standInWords as words } from '../text/stand-in.ts'

/** What the state does to a card in life: renews its certificate (new serial, new name at the provider), or revokes it. */
export async function changeCard(visit: Submission<ValuesOf<typeof cardChangeForm>>): Promise<Answer> {
  const { tx, values } = visit
  const card = await findDemoCard(tx, values.card)
  if (card === undefined || (values.act !== 'renew' && values.act !== 'revoke')) throw new Fault('not-found')
  if (values.act === 'revoke') await changeDemoCard(tx, card.id, { ...card, state: 'revoked' })
  else await changeDemoCard(tx, card.id, { serial: newSerial(randomUUID()), previousSerial: card.serial, subjectSeed: randomUUID(), state: 'valid' })
  return redirect('/staff/identity/stand-in', { notice: words.changed })
}
