import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { FrameKind, Item, Wording } from '../model.ts'
import { listItems } from './guide.ts'
import { statement } from '#kernel/database/rows.ts'
import { guide, insertRows } from './rows.ts'

export const CHANGE_CAUSES = ['seed', 'edit', 'import', 'answer', 'removal', 'undo'] as const
export type ChangeCause = (typeof CHANGE_CAUSES)[number]

/** What became of one item: `before` is null for a new one, `after` for one that was taken out. */
export interface ItemChange {
  readonly key: string
  readonly before: Item | null
  readonly after: Item | null
}

/** What is kept with every change, whatever was changed. */
export interface Recorded {
  readonly id: number
  readonly batch: string
  readonly cause: ChangeCause
  readonly reference: string
  readonly byName: string
  readonly at: Temporal.Instant
}

export type KeptChange = ItemChange & Recorded

interface Recording {
  readonly cause: ChangeCause
  readonly reference?: string
}

/**
 * Takes the items as they shall stand; null takes one out. Whoever changes holds the edition until the commit, so that
 * what is compared is what is written over. What is as it was is left alone. Returns what really changed.
 */
export async function changeItems(tx: Tx, wanted: ReadonlyMap<string, Item | null>, { cause, reference = '' }: Recording): Promise<readonly ItemChange[]> {
  await holdGuide(tx)
  const present = new Map((await listItems(tx)).map((item) => [item.key, item]))
  const changes = [...wanted]
    .map(([key, after]): ItemChange => ({ key, before: present.get(key) ?? null, after }))
    .filter(({ before, after }) => !isSame(before, after))
  if (changes.length === 0) return []
  await writeItems(tx, changes)
  await recordChanges(tx, changes, cause, reference)
  await raiseEdition(tx)
  for (const change of changes) publishChange(tx, change, cause)
  return changes
}

/** Waits for whoever changes the guide at the same time. */
export async function holdGuide(tx: Tx): Promise<void> {
  await tx.find(guide.selectFrom('garbage_guide.edition').select('number').forUpdate())
}

/** What a copy in memory was made of no longer holds. */
export async function raiseEdition(tx: Tx): Promise<void> {
  await tx.run(guide.updateTable('garbage_guide.edition').set({ number: randomUUID() }))
}

async function writeItems(tx: Tx, changes: readonly ItemChange[]): Promise<void> {
  const gone = changes.filter(({ after }) => after === null).map(({ key }) => key)
  const kept = changes.flatMap(({ after }) => after ?? [])
  if (gone.length > 0) await tx.run(guide.deleteFrom('garbage_guide.item').where('key', 'in', gone))
  if (kept.length === 0) return
  const rows = kept.map(({ key, name, reading, aliases, dangerKey }) => ({ key, name: wordingOf(name), reading, aliases, danger_key: dangerKey }))
  await tx.run(statement(sql`insert into garbage_guide.item (key, name, reading, aliases, danger_key)
    select key, name, reading, aliases, danger_key from jsonb_populate_recordset(null::garbage_guide.item, ${rows}::jsonb)
    on conflict (key) do update set name = excluded.name, reading = excluded.reading, aliases = excluded.aliases, danger_key = excluded.danger_key`))
  await tx.run(statement(sql`delete from garbage_guide.way where item_key in (select jsonb_array_elements_text(${kept.map(({ key }) => key)}::jsonb))`))
  await insertRows(tx, 'garbage_guide.way', kept.flatMap(({ key, ways }) =>
    ways.map(({ classKey, size, note }, position) => ({
      item_key: key, position, class_key: classKey, size: wordingOf(size), note: wordingOf(note),
    })),
  ))
}

async function recordChanges(tx: Tx, changes: readonly ItemChange[], cause: ChangeCause, reference: string): Promise<void> {
  const batch = randomUUID()
  const rows = changes.map(({ key, before, after }) => ({
    item_key: key, batch, before, after, cause, reference, by: tx.actor.id, by_name: tx.actor.person?.name ?? '', at: tx.now,
  }))
  // The number is given by the table, so the columns are named here and not taken from the row type.
  await tx.run(statement(sql`insert into garbage_guide.item_change (item_key, batch, before, after, cause, reference, by, by_name, at)
    select item_key, batch, nullif(before, 'null'), nullif(after, 'null'), cause, reference, by, by_name, at
    from jsonb_populate_recordset(null::garbage_guide.item_change, ${rows}::jsonb)`))
}

function publishChange(tx: Tx, { key, before, after }: ItemChange, cause: ChangeCause): void {
  const type = before === null ? facts.itemAdded : after === null ? facts.itemRemoved : facts.itemChanged
  // A seeded city says once that it was seeded.
  if (cause !== 'seed') tx.publish(type, `garbage-item:${key}`, { item: key, cause })
}

/** The newest first. */
export async function listChangesOf(tx: Tx, itemKey: string): Promise<KeptChange[]> {
  return (await tx.list(changes.where('item_key', '=', itemKey).orderBy('id', 'desc'))).map(changeOf)
}

export async function findChange(tx: Tx, id: number): Promise<KeptChange | undefined> {
  const row = await tx.find(changes.where('id', '=', id))
  return row && changeOf(row)
}

export async function listBatch(tx: Tx, batch: string): Promise<KeptChange[]> {
  return (await tx.list(changes.where('batch', '=', batch).orderBy('id'))).map(changeOf)
}

/** Changes that were made together, as one line of the list. */
export interface Batch {
  readonly batch: string
  readonly cause: ChangeCause
  readonly reference: string
  readonly byName: string
  readonly at: Temporal.Instant
  readonly count: number
  readonly of: 'item' | FrameKind
  /** The first key in the order of keys: where a batch of one leads to. */
  readonly firstKey: string
}

/** The newest first. */
export async function listBatches(tx: Tx, limit: number): Promise<Batch[]> {
  const rows = await tx.list(
    guide
      .selectFrom('garbage_guide.item_change')
      .select(['batch', 'cause', 'reference', 'by_name', 'at'])
      .select((make) => [make.fn.countAll<number>().as('count'), make.fn.min('item_key').as('first')])
      .groupBy(['batch', 'cause', 'reference', 'by_name', 'at'])
      .orderBy((make) => make.fn.max('id'), 'desc')
      .limit(limit),
  )
  return rows.map(({ by_name, cause, first, ...row }) => ({ ...row, cause: cause as ChangeCause, byName: by_name, of: 'item', firstKey: first }))
}

const changes = guide.selectFrom('garbage_guide.item_change').selectAll()

function changeOf(row: { id: number; item_key: string; batch: string; before: unknown; after: unknown; cause: string; reference: string; by_name: string; at: Temporal.Instant }): KeptChange {
  return {
    id: row.id, key: row.item_key, batch: row.batch, before: row.before as Item | null, after: row.after as Item | null,
    cause: row.cause as ChangeCause, reference: row.reference, byName: row.by_name, at: row.at,
  }
}

/** Do two items say the same, whatever the order in which their parts are kept? */
export function isSame(one: Item | null, other: Item | null): boolean {
  if (one === null || other === null) return one === other
  return printed(one) === printed(other)
}

/** Names one state of an item: a page that was shown an older one is out of date. */
export function digestOf(item: Item | null): string {
  return item === null ? 'new' : createHash('sha256').update(printed(item)).digest('base64url').slice(0, 22)
}

function printed({ key, name, reading, aliases, ways, dangerKey }: Item): string {
  const parts = ways.map(({ classKey, size, note }) => [classKey, wordsIn(size), wordsIn(note)])
  return JSON.stringify([key, wordsIn(name), reading, aliases, parts, dangerKey])
}

function wordsIn(wording: Wording): readonly string[] {
  return LANGUAGES.map((language) => wording[language])
}

/** Only the four languages, in one order. */
function wordingOf(wording: Wording): Wording {
  return { ja: wording.ja, 'ja-x-yasashii': wording['ja-x-yasashii'], en: wording.en, pt: wording.pt }
}
