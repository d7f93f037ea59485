import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { STAND_IN_HOST } from '../activitypub/stand-in-host.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** Nobody fills the table from one server alone. */
export const MOST_FOLLOWERS_A_HOST = 20_000

export interface Follower {
  readonly actor: string
  readonly inbox: string
  readonly sharedInbox: string | null
  readonly host: string
  readonly keyId: string
  readonly publicKey: string
  readonly followId: string
}

/** Whoever follows anew is told anew; its key and inbox may be others. False where its server has too many already. */
export async function keepFollower(tx: Tx, { actor, inbox, sharedInbox, host, keyId, publicKey, followId }: Follower): Promise<boolean> {
  const known = await findFollower(tx, actor)
  if (known === undefined && (await countFollowers(tx, host)) >= MOST_FOLLOWERS_A_HOST) return false
  const said = { inbox, shared_inbox: sharedInbox, host, key_id: keyId, public_key: publicKey, follow_id: followId, state: 'asked', attempts: 0, due_at: tx.now }
  await tx.run(notices.insertInto('notices.follower').values({ actor, ...said, followed_at: tx.now }).onConflict((conflict) => conflict.column('actor').doUpdateSet(said)))
  return true
}

export function findFollower(tx: Tx, actor: string): Promise<Follower | undefined> {
  return tx.find(followerRows().where('actor', '=', actor))
}

export function findFollowerByKey(tx: Tx, keyId: string): Promise<Follower | undefined> {
  return tx.find(followerRows().where('key_id', '=', keyId))
}

export async function removeFollower(tx: Tx, actor: string): Promise<boolean> {
  return (await tx.run(notices.deleteFrom('notices.follower').where('actor', '=', actor))) > 0
}

/** The server said that nobody is there any more. */
export async function removeFollowersAt(tx: Tx, inbox: string): Promise<void> {
  await tx.run(notices.deleteFrom('notices.follower').where((row) => row.or([row('inbox', '=', inbox), row('shared_inbox', '=', inbox)])))
}

export async function countFollowers(tx: Tx, host?: string): Promise<number> {
  const count = notices.selectFrom('notices.follower').select((row) => row.fn.countAll<number>().as('followers'))
  return (await tx.get(host === undefined ? count : count.where('host', '=', host))).followers
}

/** Where notices go: one inbox for all followers of a server that has a shared one. A drill only reaches the stand-in. */
export async function listInboxes(tx: Tx, isDrill: boolean): Promise<string[]> {
  const inboxes = notices.selectFrom('notices.follower').select(sql<string>`coalesce(shared_inbox, inbox)`.as('inbox')).distinct().orderBy('inbox')
  return (await tx.list(isDrill ? inboxes.where('host', '=', STAND_IN_HOST) : inboxes)).map(({ inbox }) => inbox)
}

/** Followers that were not yet told that they follow; taken for a while, so that nobody else tells them meanwhile. */
export async function takeAsked(tx: Tx, limit: number): Promise<(Follower & { readonly attempts: number })[]> {
  const due = notices.selectFrom('notices.follower').select('actor').where('state', '=', 'asked').where('due_at', '<=', tx.now).orderBy('due_at').limit(limit).forUpdate().skipLocked()
  return tx.list(
    notices
      .updateTable('notices.follower')
      .set((row) => ({ attempts: row('attempts', '+', 1), due_at: sql<Temporal.Instant>`${tx.now}::timestamptz + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 10)))` }))
      .where('actor', 'in', due)
      .returning(['actor', 'inbox', 'shared_inbox as sharedInbox', 'host', 'key_id as keyId', 'public_key as publicKey', 'follow_id as followId', 'attempts']),
  )
}

export async function markTold(tx: Tx, { actor, followId }: Follower): Promise<void> {
  await tx.run(notices.updateTable('notices.follower').set({ state: 'active' }).where('actor', '=', actor).where('follow_id', '=', followId))
}

/** False when the signature was seen before. Those seen before `since` are too old to be believed and are forgotten. */
export async function noteSignature(tx: Tx, digest: string, since: Temporal.Instant): Promise<boolean> {
  await tx.run(notices.deleteFrom('notices.seen_signature').where('seen_at', '<', since))
  return (await tx.run(notices.insertInto('notices.seen_signature').values({ digest, seen_at: tx.now }).onConflict((conflict) => conflict.doNothing()))) > 0
}

function followerRows() {
  return notices
    .selectFrom('notices.follower')
    .select(['actor', 'inbox', 'shared_inbox as sharedInbox', 'host', 'key_id as keyId', 'public_key as publicKey', 'follow_id as followId'])
}
