import type { Tx } from '#kernel/database/transaction.ts'
import { issuePrepared } from '../jobs/issue-prepared.ts'
import type { LevelChange } from '../model.ts'
import { rulesOn, suggestionStep, type ResponseRule, type Suggested } from '../rules/suggestions.ts'
import { listInForce } from '../store/orders.ts'
import { listRules } from '../store/response-table.ts'
import { findEventOf, findOpenSuggestion, keepSuggestion, listOfEvent, listOpenSuggestions, settleSuggestion } from '../store/suggestions.ts'

/**
 * Puts on the duty board what changes of level call for under the rules of today, in the transaction that wrote them
 * down. Changes of one telegram, or of many, in the order in which they happened; each realm has its own suggestions.
 */
export async function onLevelsChanged(tx: Tx, changes: readonly LevelChange[]): Promise<void> {
  if (changes.length === 0) return
  const rules = rulesOn(await listRules(tx), tx.today)
  for (const change of changes) await onLevelChanged(tx, change, rules)
}

async function onLevelChanged(tx: Tx, change: LevelChange, rules: readonly ResponseRule[]): Promise<void> {
  const open = await findOpenSuggestion(tx, change)
  const inForce = (await listInForce(tx, change.realm)).filter(({ hazard }) => hazard === change.hazard)
  const elsewhere = (await listOpenSuggestions(tx, change.realm)).filter(({ hazard, areaCode }) => hazard === change.hazard && areaCode !== change.areaCode)
  const eventId = await findEventOf(tx, change)
  const ofEvent = eventId === '' ? [] : await listOfEvent(tx, change, eventId)
  const step = suggestionStep(change, { open, inForce, elsewhere, ofEvent }, rules)
  if (step.kind === 'none') return
  if (open !== undefined) await settleSuggestion(tx, open.id, step.kind === 'suggest' ? 'overtaken' : 'level-changed')
  if (step.kind !== 'suggest') return
  const suggestion = await keepSuggestion(tx, change, eventId, step.suggested)
  if (suggestion !== undefined && maySendAlone(step.suggested)) tx.enqueue(issuePrepared, { suggestion }, { onceKey: suggestion })
}

/** What warns may go out by a rule the city prepared; what takes a warning back never does without two people. */
function maySendAlone({ act, rule }: Suggested): boolean {
  return rule?.isPrepared === true && (act === 'issue' || act === 'tell')
}
