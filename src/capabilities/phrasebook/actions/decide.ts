import { may } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { facts } from '../facts.ts'
import { problemsOf } from '../rules/template-problems.ts'
import { holdState, setState } from '../store/templates.ts'
import { findVersion, keepDecision } from '../store/versions.ts'

export type Verdict = 'approved' | 'declined' | 'withdrawn'

export type DecisionRefusal =
  /** Another version waits by now, or none. */
  | 'overtaken'
  /** Nobody approves or declines what they wrote themselves. */
  | 'own-words'
  /** Only its writer takes a version back. */
  | 'not-writer'
  | 'no-duty'
  /** Something in it may not be approved; the page shows what. */
  | 'has-problems'

export type Decided = { readonly ok: true } | { readonly ok: false; readonly why: DecisionRefusal }

/** Decides on the version that waits. Approved, it is in force from this commit on. */
export async function decide(tx: Tx, terms: { readonly key: string; readonly version: string; readonly verdict: Verdict; readonly remark: string }): Promise<Decided> {
  const { key, version: id, verdict, remark } = terms
  const state = await holdState(tx, key)
  const version = state.proposed === id ? await findVersion(tx, id) : undefined
  if (version === undefined) return { ok: false, why: 'overtaken' }
  const isWriter = version.writtenBy === tx.actor.id
  if (verdict === 'withdrawn' ? !isWriter : isWriter) return { ok: false, why: verdict === 'withdrawn' ? 'not-writer' : 'own-words' }
  if (verdict !== 'withdrawn' && !may(tx.actor, 'phrasebook-approver')) return { ok: false, why: 'no-duty' }
  if (verdict === 'approved' && problemsOf(version).some(({ weight }) => weight === 'refused')) return { ok: false, why: 'has-problems' }
  await keepDecision(tx, id, verdict, remark)
  await setState(tx, { key, proposed: null, inForce: verdict === 'approved' ? id : state.inForce })
  tell(tx, id, verdict, { key, isFirst: state.inForce === null })
  return { ok: true }
}

function tell(tx: Tx, id: string, verdict: Verdict, { key, isFirst }: { readonly key: string; readonly isFirst: boolean }): void {
  switch (verdict) {
    case 'approved':
      return void tx.publish(facts.approved, id, { key, isFirst })
    case 'declined':
      return void tx.publish(facts.declined, id, { key })
    case 'withdrawn':
      return void tx.publish(facts.withdrawn, id, { key })
    default:
      return assertNever(verdict)
  }
}
