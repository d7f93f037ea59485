import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Template, TemplateLine } from '../model.ts'
import type { PhrasebookTables } from '../tables.ts'

const phrasebook = queriesOver<PhrasebookTables>()

/** The approved words of these keys; a key without any is not among them. */
export async function listInForce(tx: Tx, keys: readonly string[]): Promise<Template[]> {
  const rows = await tx.list(inForceRows().where('template.key', 'in', [...keys]))
  return rows.map(templateOf)
}

/** Every approved template, in the order of its key. */
export async function listAllInForce(tx: Tx): Promise<Template[]> {
  return (await tx.list(inForceRows().orderBy('template.key'))).map(templateOf)
}

function inForceRows() {
  return phrasebook
    .selectFrom('phrasebook.template as template')
    .innerJoin('phrasebook.version as version', 'version.id', 'template.in_force')
    .select(['template.key', 'version.lines'])
}

function templateOf({ key, lines }: { readonly key: string; readonly lines: unknown }): Template {
  return { key, lines: lines as readonly TemplateLine[] }
}

/** Which version of a key is in force and which one waits. */
export interface TemplateState {
  readonly key: string
  readonly inForce: string | null
  readonly proposed: string | null
}

export function listStates(tx: Tx): Promise<TemplateState[]> {
  return tx.list(phrasebook.selectFrom('phrasebook.template').select(['key', 'in_force as inForce', 'proposed']).orderBy('key'))
}

export async function findState(tx: Tx, key: string): Promise<TemplateState> {
  const found = await tx.find(phrasebook.selectFrom('phrasebook.template').select(['key', 'in_force as inForce', 'proposed']).where('key', '=', key))
  return found ?? { key, inForce: null, proposed: null }
}

/** The same, held until the commit, so that two people at one template come one after the other. */
export async function holdState(tx: Tx, key: string): Promise<TemplateState> {
  await tx.run(phrasebook.insertInto('phrasebook.template').values({ key, in_force: null, proposed: null }).onConflict((conflict) => conflict.doNothing()))
  return tx.get(phrasebook.selectFrom('phrasebook.template').select(['key', 'in_force as inForce', 'proposed']).where('key', '=', key).forUpdate())
}

export async function setState(tx: Tx, { key, inForce, proposed }: TemplateState): Promise<void> {
  await tx.run(phrasebook.updateTable('phrasebook.template').set({ in_force: inForce, proposed }).where('key', '=', key))
}
