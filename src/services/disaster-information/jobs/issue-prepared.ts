import { randomUUID } from 'node:crypto'
import { listDistricts } from '#capabilities/notices/notices.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { composeOrder } from '../actions/compose-order.ts'
import { issueOrder } from '../actions/issue-order.ts'
import type { Level } from '../model.ts'
import { continuedBy, townsIn, wishAfter, type EvacuationOrder } from '../rules/orders.ts'
import { findOrder, keepAsked, listInForce } from '../store/orders.ts'
import { findSuggestion, type Suggestion } from '../store/suggestions.ts'
import { dutyWords } from '../text/duty-words.ts'

/**
 * The emergency routes: a rule that the city switched to `prepared` sends approved texts at once, without two people.
 * Where the phrasebook has no approved words, or the notice is refused, nothing leaves and the suggestion goes on
 * waiting for people.
 */
export const issuePrepared = job<{ readonly suggestion: string }>('disaster-information.issue-prepared', {
  run: async (tx, { suggestion: id }, _city, parts) => {
    const suggestion = await findSuggestion(tx, id)
    if (suggestion === undefined || suggestion.state !== 'open' || suggestion.level === null) return
    const order = await keepPrepared(tx, suggestion, suggestion.level)
    if (order === undefined) return
    const issued = await issueOrder(tx, parts, order, null)
    // Thrown, so that the act that was written down is undone with it; the job is tried again and stays visible as stuck.
    if (!issued.ok) throw new Error(`The prepared notice was refused: ${issued.refusal.why}`)
  },
})

async function keepPrepared(tx: Tx, { id: suggestionId, realm, hazard, act, towns, kindCode, kindName }: Suggestion, level: Level): Promise<EvacuationOrder | undefined> {
  if (act !== 'issue' && act !== 'tell') return undefined
  const districts = await listDistricts(tx)
  const known = townsIn(districts)
  const meant = towns.length === 0 ? known : towns
  const before = act === 'tell' ? undefined : continuedBy(await listInForce(tx, realm), { hazard, level, towns: meant })
  const wish = { hazard, level, ...wishAfter(before, act, meant, known) }
  const composed = await composeOrder(tx, { ...wish, kindCode, districts, shelters: [] })
  if (composed === undefined) return undefined
  const id = randomUUID()
  const kept = await keepAsked(tx, {
    ...wish, id, eventId: before?.eventId ?? id, realm, texts: composed.texts, shelters: [], suggestionId, refersTo: before?.id ?? null, way: 'prepared-rule', askedBy: null, askedByName: '',
    reason: officialVoice.plain(dutyWords.preparedReason, { kind: kindName }),
  })
  return kept ? findOrder(tx, id) : undefined
}
