import type { Waiting } from '#capabilities/resident-identity/my-pages.ts'
import type { Resident } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { APPLICATION_LIMITS } from '../limits.ts'
import type { Application } from '../model.ts'
import { listOwn } from '../store/applications.ts'
import { filingWords } from '../text/filing-words.ts'

/** What My page says of applications: how many are under way, and the first that waits for the resident. */
export async function waitsFor(tx: Tx, resident: Resident): Promise<Waiting> {
  const seen = await listSeen(tx, resident, APPLICATION_LIMITS.deskRows)
  const asked = seen.find(({ state }) => state === 'correction-asked')
  const count = seen.filter(({ decidedAt }) => decidedAt === null).length
  return { count, next: asked === undefined ? null : { label: filingWords.correct, path: `/my/applications/${asked.id}/correct` } }
}

/** What a resident sees as theirs; whoever acts for another sees only what is of that person. */
export async function listSeen(tx: Tx, { accountId, proof, personId, actsFor }: Resident, limit: number): Promise<Application[]> {
  const meant = actsFor?.personId ?? personId
  const own = await listOwn(tx, { accountId, personId: proof === 'card' ? meant : null }, limit)
  return actsFor === null ? own : own.filter((one) => one.personId === actsFor.personId)
}
