import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { boardPath, idIn } from '../pages/duty-visit.ts'
import { renderOvertaken } from '../pages/order-overtaken.ts'
import { findSuggestion, settleSuggestion } from '../store/suggestions.ts'
import { dutyWords as words } from '../text/duty-words.ts'

/** An officer decides not to follow a suggestion. It comes back when the level rises further. */
export async function dismissSuggestion(visit: Submission<unknown>): Promise<Answer> {
  const { tx } = visit
  const suggestion = await findSuggestion(tx, idIn(visit))
  if (suggestion === undefined) throw new Fault('not-found', 'there is no such suggestion')
  const isOurs = await settleSuggestion(tx, suggestion.id, 'dismissed')
  if (!isOurs) return renderOvertaken(visit, { suggestion })
  return redirect(boardPath(suggestion.realm), { notice: words.dismissed })
}
