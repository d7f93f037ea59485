import type { Tx } from '#kernel/database/transaction.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { openSealedId, sealId } from '#kernel/secrets/sealed-id.ts'
import { findHome, type Home } from '../store/homes.ts'

/** What the links in our letters are for. */
const HOME = 'home'

/** Rule under which a home, its address and its place are seen by who holds its link, for the audit. */
export const BASIS = '個人情報の保護に関する法律第61条第1項・本人の申込み'

export function tokenOfHome(seal: Seal, homeId: string): string {
  return sealId(seal, HOME, homeId)
}

/** Undefined: forged, forgotten, or left. Whoever holds the link is its owner, so looking is theirs, and written down. */
export async function homeOfToken(tx: Tx, seal: Seal, token: string): Promise<Home | undefined> {
  const id = openSealedId(seal, HOME, token)
  const home = id === undefined ? undefined : await findHome(tx, id)
  if (home === undefined || home.endedAt !== null) return undefined
  await tx.note({ act: 'look at a registered home', subject: `landslide-home:${home.id}`, basis: BASIS })
  return home
}
