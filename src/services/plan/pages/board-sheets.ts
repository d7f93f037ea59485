import type { PlanDocument } from '../model.ts'
import type { BoardSheet } from '../rules/round-board.ts'
import type { RoundSheet } from '../store/rounds.ts'

/** The sheets of a round under the names of the first of their owners, as the report prints them. */
export function boardSheetsOf({ present }: { readonly present: { readonly document: PlanDocument } }, sheets: readonly RoundSheet[]): BoardSheet[] {
  const owners = new Map(present.document.projects.map(({ key, owners: [first] }) => [key, first]))
  return sheets.map(({ projectKey, stage }) => {
    const owner = owners.get(projectKey)
    return { projectKey, stage, department: owner?.department ?? '', section: owner?.section ?? '' }
  })
}
