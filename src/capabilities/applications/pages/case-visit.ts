import { personMeant } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { openSealedId, sealId } from '#kernel/secrets/sealed-id.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { ownerOf, type Application } from '../model.ts'
import { findApplication, lockApplication } from '../store/applications.ts'
import { lookUpCode } from '../rules/receipt-number.ts'

/** A filed application in the hands of whoever filed it. */
export interface CaseVisit {
  readonly application: Application & { readonly number: string; readonly submittedAt: Temporal.Instant }
  readonly base: string
}

/** With an account the address is plain, for the session opens it; without one the address itself is the key. */
export function casePath(seal: Seal, { id, accountId, channel }: Pick<Application, 'id' | 'accountId' | 'channel'>): string {
  if (channel === 'paper') return `/staff/applications/${id}`
  return accountId === null ? keyedCasePath(seal, id) : `/my/applications/${id}`
}

/** For who has shown number and code of the receipt. */
export function keyedCasePath(seal: Seal, id: string): string {
  return `/my/applications/${sealId(seal, 'case', id)}`
}

/** The code that is printed on a receipt beside its number. Kept nowhere: it follows from the keys. */
export function codeOf(seal: Seal, id: string): string {
  return lookUpCode(seal.mac(`look-up ${id}`))
}

/** The application that an address names, for whom it belongs to; to everybody else it does not exist, and that is noted. */
export async function arriveAtCase(visit: Visit, terms: { isLocked?: boolean } = {}): Promise<CaseVisit> {
  const { tx, params, seal } = visit
  const key = params.case ?? ''
  const isPlain = isUuid(key)
  if (isPlain && visit.actor.resident === null) throw new Fault('sign-in-required', '', { door: '/my/sign-in' })
  const id = isPlain ? key : openSealedId(seal, 'case', key)
  const application = id === undefined ? undefined : await (terms.isLocked === true ? lockApplication : findApplication)(tx, id)
  if (application === undefined || (isPlain && !isTheirs(visit, application))) {
    if (isPlain) await tx.note({ act: 'refuse application', subject: ownerOf(key), basis: '個人情報の保護に関する法律第66条第1項(安全管理措置)' })
    throw new Fault('not-found', 'there is no such application')
  }
  const { number, submittedAt } = application
  if (number === null || submittedAt === null) throw new Fault('not-found', 'it has not been filed yet')
  return { application: { ...application, number, submittedAt }, base: `/my/applications/${key}` }
}

/** An account sees what it filed; who showed a card also sees what was filed for the person they mean, e.g. on paper. */
function isTheirs({ actor }: Visit, { accountId, personId }: Application): boolean {
  const { resident } = actor
  if (resident === null) return false
  const isOfPerson = personId !== null && personId === personMeant(actor)
  if (resident.proof === 'card' && isOfPerson) return true
  return accountId === resident.accountId && (resident.actsFor === null || isOfPerson)
}
