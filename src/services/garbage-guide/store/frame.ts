import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { facts } from '../facts.ts'
import type { Danger, District, FrameKind, FramePart, MovedDay, WasteClass, WorkingCentre } from '../model.ts'
import { cellsOf, isSameCells, printedCells, type Cells } from '../rules/frame-cells.ts'
import { findPart } from '../rules/frame.ts'
import { loadGuide } from './guide.ts'
import { holdGuide, raiseEdition, type Batch, type ChangeCause, type Recorded } from './items.ts'
import { deleteRows, guide, insertRows, upsertRows } from './rows.ts'

/** What became of one part: `before` is null for a new one, `after` for one that is no longer used. */
export interface FrameChange {
  readonly kind: FrameKind
  readonly key: string
  readonly before: Cells | null
  readonly after: Cells | null
}

export type KeptFrameChange = FrameChange & Recorded

/** A part as it shall stand; null where it is no longer used. */
export interface WantedPart {
  readonly kind: FrameKind
  readonly key: string
  readonly part: FramePart | null
}

const TABLES = {
  class: 'garbage_guide.waste_class', danger: 'garbage_guide.danger', centre: 'garbage_guide.centre',
  district: 'garbage_guide.district', 'moved-day': 'garbage_guide.moved_day',
} as const satisfies Record<FrameKind, string>

/**
 * Takes parts as they shall stand. Whoever changes holds the edition until the commit. What is as it was is left alone;
 * a part that is no longer used keeps its row, because items and histories name it. Returns what really changed.
 */
export async function changeFrame(tx: Tx, wanted: readonly WantedPart[], { cause, reference = '' }: { readonly cause: ChangeCause; readonly reference?: string }): Promise<readonly FrameChange[]> {
  await holdGuide(tx)
  const present = await loadGuide(tx)
  const changes = wanted.map(({ kind, key, part }) => {
    const before = findPart(present, kind, key)
    return { kind, key, part, before: before && cellsOf(kind, before), after: part && cellsOf(kind, part) }
  }).filter(({ before, after }) => !isSameCells(before, after))
  if (changes.length === 0) return []
  // What a district gives up, another may take in the same stroke: everything is cleared before anything is written.
  for (const { kind, key } of changes) await clearChildren(tx, kind, key)
  for (const { kind, key, part } of changes) await (part === null ? retire(tx, kind, key) : writePart(tx, kind, part))
  await recordChanges(tx, changes, cause, reference)
  await raiseEdition(tx)
  for (const { kind, key, before, after } of changes) {
    const change = before === null ? 'added' : after === null ? 'retired' : 'changed'
    if (cause !== 'seed') tx.publish(facts.frameChanged, `garbage-${kind}:${key}`, { kind, key, change, cause })
  }
  return changes
}

async function retire(tx: Tx, kind: FrameKind, key: string): Promise<void> {
  await tx.run(guide.updateTable(TABLES[kind]).set({ is_retired: true }).where('key', '=', key))
}

async function clearChildren(tx: Tx, kind: FrameKind, key: string): Promise<void> {
  if (kind === 'centre') await deleteRows(tx, 'garbage_guide.centre_rest', ['centre_key'], [{ centre_key: key }])
  if (kind !== 'district') return
  await deleteRows(tx, 'garbage_guide.district_town', ['district_key'], [{ district_key: key }])
  await deleteRows(tx, 'garbage_guide.district_day', ['district_key'], [{ district_key: key }])
}

async function writePart(tx: Tx, kind: FrameKind, part: FramePart): Promise<void> {
  const own = { key: part.key, position: await placeOf(tx, kind, part.key), is_retired: false }
  switch (kind) {
    case 'class': {
      const { name, how, colour, isCollected } = part as WasteClass
      return upsertRows(tx, 'garbage_guide.waste_class', ['key'], [{ ...own, name, how, colour, is_collected: isCollected }])
    }
    case 'danger': {
      const { title, body } = part as Danger
      return upsertRows(tx, 'garbage_guide.danger', ['key'], [{ ...own, title, body }])
    }
    case 'centre':
      return writeCentre(tx, own, part as WorkingCentre)
    case 'district':
      return writeDistrict(tx, own, part as District)
    case 'moved-day': {
      const { usualOn, insteadOn, districtKey, classKey, reason } = part as MovedDay
      return upsertRows(tx, 'garbage_guide.moved_day', ['key'], [{ ...own, usual_on: usualOn, instead_on: insteadOn, district_key: districtKey, class_key: classKey, reason }])
    }
    default:
      return assertNever(kind)
  }
}

interface OwnColumns {
  readonly key: string
  readonly position: number
  readonly is_retired: boolean
}

async function writeCentre(tx: Tx, own: OwnColumns, { key, name, onHoliday, rests }: WorkingCentre): Promise<void> {
  await upsertRows(tx, 'garbage_guide.centre', ['key'], [{ ...own, name, on_holiday: onHoliday }])
  await insertRows(tx, 'garbage_guide.centre_rest', rests.map(({ from, to, rule }) => ({ centre_key: key, starts_on: from, ends_on: to, rule })))
}

async function writeDistrict(tx: Tx, own: OwnColumns, { key, name, reading, centreKey, towns, days }: District): Promise<void> {
  await upsertRows(tx, 'garbage_guide.district', ['key'], [{ ...own, name, reading, centre_key: centreKey }])
  await insertRows(tx, 'garbage_guide.district_town', towns.map((town, position) => ({ town, district_key: key, position })))
  await insertRows(tx, 'garbage_guide.district_day', Object.entries(days).map(([class_key, text]) => ({ district_key: key, class_key, days: text })))
}

/** The place a part has, or behind all others for a new one. */
async function placeOf(tx: Tx, kind: FrameKind, key: string): Promise<number> {
  const own = await tx.find(guide.selectFrom(TABLES[kind]).select('position').where('key', '=', key))
  if (own !== undefined) return own.position
  const last = await tx.find(guide.selectFrom(TABLES[kind]).select('position').orderBy('position', 'desc').limit(1))
  return (last?.position ?? -1) + 1
}

/** Keys of parts that are no longer used, with their last state. */
export async function listRetired(tx: Tx, kind: FrameKind): Promise<readonly string[]> {
  return (await tx.list(guide.selectFrom(TABLES[kind]).select('key').where('is_retired', '=', true).orderBy('position'))).map(({ key }) => key)
}

/** Every key of this kind that was ever given: none is given twice to different things. */
export async function listGivenKeys(tx: Tx, kind: FrameKind): Promise<ReadonlySet<string>> {
  return new Set((await tx.list(guide.selectFrom(TABLES[kind]).select('key'))).map(({ key }) => key))
}

async function recordChanges(tx: Tx, changes: readonly FrameChange[], cause: ChangeCause, reference: string): Promise<void> {
  const batch = randomUUID()
  const rows = changes.map(({ kind, key, before, after }) => ({
    kind, part_key: key, batch, before, after, cause, reference, by: tx.actor.id, by_name: tx.actor.person?.name ?? '', at: tx.now,
  }))
  // JSON null would be a state that says nothing; SQL null is no state.
  await tx.run(statement(sql`insert into garbage_guide.frame_change (kind, part_key, batch, before, after, cause, reference, by, by_name, at)
    select kind, part_key, batch, nullif(before, 'null'), nullif(after, 'null'), cause, reference, by, by_name, at
    from jsonb_populate_recordset(null::garbage_guide.frame_change, ${rows}::jsonb)`))
}

const changes = guide.selectFrom('garbage_guide.frame_change').selectAll()

/** The newest first. */
export async function listFrameChangesOf(tx: Tx, kind: FrameKind, key: string): Promise<KeptFrameChange[]> {
  return (await tx.list(changes.where('kind', '=', kind).where('part_key', '=', key).orderBy('id', 'desc'))).map(changeOf)
}

export async function listFrameBatch(tx: Tx, batch: string): Promise<KeptFrameChange[]> {
  return (await tx.list(changes.where('batch', '=', batch).orderBy('id'))).map(changeOf)
}

export async function findFrameChange(tx: Tx, id: number): Promise<KeptFrameChange | undefined> {
  const row = await tx.find(changes.where('id', '=', id))
  return row && changeOf(row)
}

/** Changes that were made together, the newest first. */
export async function listFrameBatches(tx: Tx, limit: number): Promise<Batch[]> {
  const rows = await tx.list(
    guide
      .selectFrom('garbage_guide.frame_change')
      .select(['batch', 'kind', 'cause', 'reference', 'by_name', 'at'])
      .select((make) => [make.fn.countAll<number>().as('count'), make.fn.min('part_key').as('first')])
      .groupBy(['batch', 'kind', 'cause', 'reference', 'by_name', 'at'])
      .orderBy((make) => make.fn.max('id'), 'desc')
      .limit(limit),
  )
  return rows.map(({ batch, kind, cause, reference, by_name, at, count, first }) => ({
    batch, cause: cause as ChangeCause, reference, byName: by_name, at, count, of: kind as FrameKind, firstKey: first,
  }))
}

function changeOf(row: { id: number; kind: string; part_key: string; batch: string; before: unknown; after: unknown; cause: string; reference: string; by_name: string; at: Temporal.Instant }): KeptFrameChange {
  return {
    id: row.id, kind: row.kind as FrameKind, key: row.part_key, batch: row.batch, before: row.before as Cells | null, after: row.after as Cells | null,
    cause: row.cause as ChangeCause, reference: row.reference, byName: row.by_name, at: row.at,
  }
}

/** Names one state of a part: a page that was shown an older one is out of date. */
export function digestOfCells(cells: Cells | null): string {
  return cells === null ? 'new' : createHash('sha256').update(printedCells(cells)).digest('base64url').slice(0, 22)
}
