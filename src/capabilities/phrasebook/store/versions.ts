import { randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Decision, Template, TemplateLine, Version, VersionCause } from '../model.ts'
import type { PhrasebookTables } from '../tables.ts'

const phrasebook = queriesOver<PhrasebookTables>()
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

export interface Writing extends Template {
  readonly cause: VersionCause
  readonly reason: string
}

/** Keeps a version that nobody has decided on yet. Returns its identity. */
export async function keepVersion(tx: Tx, { key, lines, cause, reason }: Writing): Promise<string> {
  const id = randomUUID()
  await insertRows(tx, 'phrasebook.version', [{
    id, key, lines: lines as never, cause, reason, written_by: tx.actor.id, written_by_name: tx.actor.person?.name ?? '', written_at: tx.now,
  }])
  return id
}

export async function keepDecision(tx: Tx, versionId: string, decision: Decision, remark: string): Promise<void> {
  await insertRows(tx, 'phrasebook.decision', [{
    version_id: versionId, decision, decided_by: tx.actor.id, decided_by_name: tx.actor.person?.name ?? '', decided_at: tx.now, remark,
  }])
}

export async function findVersion(tx: Tx, id: string | null): Promise<Version | undefined> {
  const row = id === null ? undefined : await tx.find(versionRows().where('version.id', '=', id))
  return row === undefined ? undefined : versionOf(row)
}

export async function listVersionsById(tx: Tx, ids: readonly string[]): Promise<Version[]> {
  if (ids.length === 0) return []
  return (await tx.list(versionRows().where('version.id', 'in', [...ids]).orderBy('version.number'))).map(versionOf)
}

/** The newest first. */
export async function listVersions(tx: Tx, key: string, limit: number): Promise<Version[]> {
  return (await tx.list(versionRows().where('version.key', '=', key).orderBy('version.number', 'desc').limit(limit))).map(versionOf)
}

function versionRows() {
  return phrasebook
    .selectFrom('phrasebook.version as version')
    .leftJoin('phrasebook.decision as decision', 'decision.version_id', 'version.id')
    .select(['version.id', 'version.key', 'version.lines', 'version.cause', 'version.reason', 'version.written_by as writtenBy'])
    .select(['version.written_by_name as writtenByName', 'version.written_at as writtenAt', 'decision.decision', 'decision.remark'])
    .select(['decision.decided_by_name as decidedByName', 'decision.decided_at as decidedAt'])
}

type VersionRow = ReturnType<typeof versionRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

function versionOf(row: VersionRow): Version {
  return { ...row, lines: row.lines as readonly TemplateLine[], cause: row.cause as VersionCause, decision: row.decision as Decision | null }
}
