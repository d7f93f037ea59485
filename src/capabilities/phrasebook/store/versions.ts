import { randomUUID } from 'node:crypto'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Template } from '../model.ts'
import type { PhrasebookTables } from '../tables.ts'

const { insertRows } = manyRowsOf<PhrasebookTables>()

/** The city's folder: in force at once, written and approved by nobody in the program. */
export async function keepPack(tx: Tx, templates: readonly Template[]): Promise<void> {
  const numbered = templates.map(({ key, lines }) => ({ id: randomUUID(), key, lines }))
  const now = tx.now
  await insertRows(tx, 'phrasebook.version', numbered.map(({ id, key, lines }) => ({
    id, key, lines: lines as never, cause: 'pack', reason: '', written_by: null, written_by_name: '', written_at: now,
  })))
  await insertRows(tx, 'phrasebook.decision', numbered.map(({ id }) => ({
    version_id: id, decision: 'approved', decided_by: null, decided_by_name: '', decided_at: now, remark: '',
  })))
  await insertRows(tx, 'phrasebook.template', numbered.map(({ id, key }) => ({ key, in_force: id, proposed: null })))
}
