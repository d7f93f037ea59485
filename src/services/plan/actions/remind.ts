import type { Tx } from '#kernel/database/transaction.ts'
import { facts, planSubject } from '../facts.ts'
import type { PlanDocument } from '../model.ts'
import { draftReminders } from '../rules/reminders.ts'
import { boardOf } from '../rules/round-board.ts'
import { ownersOn } from '../rules/round-roles.ts'
import { boardSheetsOf } from '../pages/board-sheets.ts'
import { listOwners } from '../store/owners.ts'
import { keepReminders, listPlanPeople } from '../store/reminders.ts'
import { listRoundSheets, type Round } from '../store/rounds.ts'
import { listAllUnits } from '../store/units.ts'

/** Writes a kind letter to everybody who holds a late sheet and has had none today. Returns how many. */
export async function remindOf(tx: Tx, round: Round, document: PlanDocument, cause: 'button' | 'timetable'): Promise<number> {
  const { planKey, year, key } = round
  const [sheets, owners, units, people] = await Promise.all([
    listRoundSheets(tx, planKey, year, key),
    listOwners(tx, planKey),
    listAllUnits(tx),
    listPlanPeople(tx),
  ])
  const { late } = boardOf(boardSheetsOf({ present: { document } }, sheets), round, tx.today)
  const byProject = Map.groupBy(owners, ({ projectKey }) => projectKey)
  const codes = new Map([...byProject].map(([projectKey, own]) => [projectKey, ownersOn(own, tx.today)]))
  const made = await keepReminders(tx, round, draftReminders(late, people, (projectKey) => codes.get(projectKey) ?? [], units), cause)
  if (made.length > 0) tx.publish(facts.remindersMade, planSubject(planKey), { plan: planKey, year, round: key, people: made.length, sheets: late.length })
  return made.length
}
