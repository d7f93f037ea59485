import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Attachment, AttachmentPlace, CheckedFile, ScanState } from './model.ts'
import type { AttachmentsTables } from './tables.ts'

const attachments = queriesOver<AttachmentsTables>()

export type WithoutScanner = 'stand-in' | 'accept' | 'refuse'

export interface FileRow extends AttachmentPlace {
  readonly id: string
  readonly part: string
  readonly fileName: string
  readonly file: CheckedFile
  readonly sha256: Buffer
  readonly scanned: ScanState
}

export async function keepFile(tx: Tx, row: FileRow, pieces: readonly Buffer[]): Promise<void> {
  const { id, part, owner, slot, fileName, file, sha256, scanned } = row
  const { kind, bytes, width, height, pages, changes } = file
  await tx.run(
    attachments.insertInto('attachments.file').values({
      id, part, owner, slot, file_name: fileName, kind, bytes: bytes.length, sha256, width, height, pages, changes: [...changes],
      scanned, taken_at: tx.now, taken_by: tx.actor.id,
    }),
  )
  for (const [piece, sealed] of pieces.entries()) {
    await tx.run(attachments.insertInto('attachments.piece').values({ file_id: id, piece, sealed }))
  }
}

/** In the order in which they came. Lets nobody see another part's files. */
export function listFiles(tx: Tx, part: string, owner: string): Promise<Attachment[]> {
  return tx.list(fileQuery(part, owner).orderBy('taken_at').orderBy('id'))
}

export function findFile(tx: Tx, part: string, owner: string, id: string): Promise<Attachment | undefined> {
  return tx.find(fileQuery(part, owner).where('id', '=', id))
}

function fileQuery(part: string, owner: string) {
  return attachments
    .selectFrom('attachments.file')
    .select(['id', 'owner', 'slot', 'file_name as fileName', 'bytes', 'width', 'height', 'pages', 'taken_at as takenAt'])
    .select((file) => [
      file.ref('kind').$castTo<Attachment['kind']>().as('kind'),
      file.ref('changes').$castTo<Attachment['changes']>().as('changes'),
      file.ref('scanned').$castTo<ScanState>().as('scanned'),
    ])
    .where('part', '=', part)
    .where('owner', '=', owner)
}

export async function listPieces(tx: Tx, id: string): Promise<Buffer[]> {
  const rows = await tx.list(attachments.selectFrom('attachments.piece').select('sealed').where('file_id', '=', id).orderBy('piece'))
  return rows.map(({ sealed }) => sealed)
}

export function eraseFile(tx: Tx, part: string, owner: string, id: string): Promise<number> {
  return tx.run(attachments.deleteFrom('attachments.file').where('part', '=', part).where('owner', '=', owner).where('id', '=', id))
}

export function eraseFilesOf(tx: Tx, part: string, owner: string): Promise<number> {
  return tx.run(attachments.deleteFrom('attachments.file').where('part', '=', part).where('owner', '=', owner))
}

/** What becomes of files while no scanner is named; `refuse` where nobody ever said. */
export async function scanningRule(tx: Tx): Promise<WithoutScanner> {
  const row = await tx.find(attachments.selectFrom('attachments.scanning').select('without_scanner'))
  return (row?.without_scanner as WithoutScanner | undefined) ?? 'refuse'
}

export async function setScanningRule(tx: Tx, withoutScanner: WithoutScanner): Promise<void> {
  const row = { without_scanner: withoutScanner, changed_at: tx.now, changed_by: tx.actor.id }
  await tx.run(attachments.insertInto('attachments.scanning').values(row).onConflict((conflict) => conflict.column('is_only').doUpdateSet(row)))
}

/** How many files lie here by how they were looked at; says nothing of anybody. */
export function countByScan(tx: Tx): Promise<{ scanned: string; count: number; bytes: number }[]> {
  return tx.list(
    attachments
      .selectFrom('attachments.file')
      .select((file) => ['scanned', file.fn.countAll<number>().as('count'), file.fn.sum<number>('bytes').as('bytes')])
      .groupBy('scanned')
      .orderBy('scanned'),
  )
}
