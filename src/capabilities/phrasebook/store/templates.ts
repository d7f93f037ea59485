import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Template, TemplateLine } from '../model.ts'
import type { PhrasebookTables } from '../tables.ts'

const phrasebook = queriesOver<PhrasebookTables>()

/** The approved words of these keys; a key without any is not among them. */
export async function listInForce(tx: Tx, keys: readonly string[]): Promise<Template[]> {
  const rows = await tx.list(
    phrasebook
      .selectFrom('phrasebook.template as template')
      .innerJoin('phrasebook.version as version', 'version.id', 'template.in_force')
      .select(['template.key', 'version.lines'])
      .where('template.key', 'in', [...keys]),
  )
  return rows.map(({ key, lines }) => ({ key, lines: lines as unknown as readonly TemplateLine[] }))
}
