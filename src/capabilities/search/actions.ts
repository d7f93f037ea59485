import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { beginComparison } from './jobs/compare-kind.ts'
import { indexOf } from './postings/city-index.ts'
import { searchablesOf } from './search.ts'
import { text } from './text.ts'

/** The form has no field but the button. */
export const reindexForm = {}

/** Compares every kind with its service, and builds the fast index of this process anew behind the answers. */
export async function indexAnew({ tx, directory, database }: Submission<object>): Promise<Answer> {
  for (const { searchable } of searchablesOf(directory.parts)) await beginComparison(tx, searchable.kind)
  indexOf(database).rebuildBehind()
  return redirect('/staff/search', { notice: text.reindexBegun })
}
