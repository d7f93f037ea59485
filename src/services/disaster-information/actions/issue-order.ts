import { issueNotice } from '#capabilities/notices/notices.ts'
import { HAND_OVERS, PERSONAL_CHANNELS, type IssueRefusal, type Level, type NoticeDraft, type NoticeKind } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from '../facts.ts'
import { capTermsOf, type EvacuationOrder, type OrderKind } from '../rules/orders.ts'
import { covers } from '../rules/suggestions.ts'
import { findOrder, listInForce, settleOrder } from '../store/orders.ts'
import { findSuggestion, listOpenSuggestions, repeatSuggestion, settleSuggestion, type Suggestion } from '../store/suggestions.ts'

/** How long a lifted order and a warning stand on the portal, in hours; what is in force stands until it is lifted. */
const SHOWN_HOURS = 24

export type IssuedOrder = { readonly ok: true; readonly noticeId: string } | { readonly ok: false; readonly refusal: IssueRefusal }

/**
 * Lets an act out into the world with the commit: the notice over every channel, the facts, the end of its suggestion.
 * `confirmedBy` is the second person; null where a prepared rule does it. A refusal leaves everything as it was.
 */
export async function issueOrder(tx: Tx, parts: readonly Manifest[], order: EvacuationOrder, confirmedBy: string | null): Promise<IssuedOrder> {
  const suggestion = order.suggestionId === null ? undefined : await findSuggestion(tx, order.suggestionId)
  const issued = await issueNotice(tx, parts, await noticeOf(tx, order, suggestion, confirmedBy))
  if (!issued.ok) return issued
  await settleOrder(tx, order.id, { state: 'issued', why: null, noticeId: issued.id })
  if (suggestion !== undefined) await settleSuggestion(tx, suggestion.id, 'issued')
  await settleCovered(tx, order)
  await followLowering(tx, order, suggestion)
  publishOrder(tx, order, suggestion)
  return { ok: true, noticeId: issued.id }
}

/** What else waits for the same hazard, no graver and for no other towns, has been answered by this act too. */
async function settleCovered(tx: Tx, { realm, hazard, kind, level, towns }: EvacuationOrder): Promise<void> {
  if (kind !== 'issue' && kind !== 'update') return
  for (const other of await listOpenSuggestions(tx, realm)) {
    const isAnswered = other.hazard === hazard && other.act === 'issue' && (other.level ?? 0) <= level && other.towns.length > 0 && covers(towns, other.towns)
    if (isAnswered) await settleSuggestion(tx, other.id, 'issued')
  }
}

/** Several orders of a hazard are lowered one after the other: the board goes on asking until none stands above what the state calls for. */
async function followLowering(tx: Tx, { realm, hazard, kind }: EvacuationOrder, answered: Suggestion | undefined): Promise<void> {
  if (kind !== 'cancel' && kind !== 'lower') return
  const left = (await listInForce(tx, realm)).filter((order) => order.hazard === hazard)
  const goesOn = (lowering: Suggestion) => left.some(({ level }) => level > (lowering.level ?? 0))
  for (const other of await listOpenSuggestions(tx, realm)) {
    if (other.hazard === hazard && other.act === 'lower' && !goesOn(other)) await settleSuggestion(tx, other.id, 'issued')
  }
  if (answered?.act === 'lower' && goesOn(answered)) await repeatSuggestion(tx, answered.id)
}

async function noticeOf(tx: Tx, order: EvacuationOrder, suggestion: Suggestion | undefined, confirmedBy: string | null): Promise<NoticeDraft> {
  const before = order.refersTo === null ? undefined : await findOrder(tx, order.refersTo)
  const codes = suggestion === undefined ? [] : [{ name: `jma:${suggestion.telegramType}`, value: suggestion.kindCode }]
  const isOver = order.kind === 'cancel' || order.kind === 'tell'
  return {
    topic: order.kind === 'tell' ? 'disaster-information.warnings' : 'disaster-information.evacuation',
    level: noticeLevelOf(order),
    kind: NOTICE_KINDS[order.kind],
    refersTo: before?.noticeId ?? null,
    audience: { kind: 'subscribers', towns: order.towns },
    texts: order.texts,
    isDrill: order.realm !== 'live',
    channels: [...PERSONAL_CHANNELS, ...HAND_OVERS],
    cap: capTermsOf(order, codes),
    link: '/disaster',
    issuedBy: order.askedBy,
    confirmedBy,
    expiresAt: isOver ? tx.now.add({ hours: SHOWN_HOURS }) : null,
  }
}

/** What was lifted is no warning any more, whatever its level was. */
function noticeLevelOf({ kind, level }: EvacuationOrder): Level {
  return kind === 'cancel' ? 0 : level
}

const NOTICE_KINDS: Readonly<Record<OrderKind, NoticeKind>> = { issue: 'issue', update: 'update', lower: 'update', cancel: 'cancel', tell: 'issue' }

function publishOrder(tx: Tx, { id, realm, kind, hazard, level, towns, way }: EvacuationOrder, suggestion: Suggestion | undefined): void {
  if (kind === 'tell' || level < 3) return
  if (kind === 'cancel') {
    tx.publish(facts.orderCancelled, id, { realm, level, hazard })
    return
  }
  const secondsFromSuggestion = suggestion === undefined ? null : Math.round(tx.now.since(suggestion.madeAt).total('seconds'))
  tx.publish(facts.orderIssued, id, { realm, level, hazard, towns: towns.length, secondsFromSuggestion, way })
}
