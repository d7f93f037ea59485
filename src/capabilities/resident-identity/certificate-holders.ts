import { findResident } from '#kernel/access/residents.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Certificate } from './model.ts'
import { findCardByCertificate } from './store/cards.ts'

/** Whose card bears this certificate, as somebody signed in with it here. */
export interface CertificateHolder {
  readonly accountId: string
  /** Key in the register; null for an account that was never matched. */
  readonly personId: string | null
}

/** Null where nobody has used the card here: then only a person at city hall can say whose it is, never a name. */
export async function holderOfCertificate(tx: Tx, certificate: Certificate): Promise<CertificateHolder | null> {
  const card = await tx.within('resident-identity', () => findCardByCertificate(tx, certificate))
  if (card === undefined) return null
  const account = await findResident(tx, card.accountId)
  return { accountId: card.accountId, personId: account?.personId ?? null }
}
