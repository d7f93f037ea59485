// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface AttachmentsTables {
  'attachments.file': FileTable
  'attachments.piece': PieceTable
  'attachments.scanning': ScanningTable
}

export interface FileTable {
  /** internal: identity, and the context under which its pieces are sealed */
  id: string
  /** internal: which part of the city took it in and may open it */
  part: string
  /** internal: what it belongs to, e.g. application: and its key */
  owner: string
  /** internal: which place there */
  slot: string
  /** personal: what the person called it; shown only */
  file_name: string
  /** internal: jpeg, png, pdf or zip, by its content */
  kind: string
  /** internal: size of what is kept */
  bytes: number
  /** internal: of what is kept */
  sha256: Buffer
  /** internal: points of a picture, or of a PDF's first page */
  width: number | null
  /** internal: the same */
  height: number | null
  /** internal: of a PDF */
  pages: number | null
  /** internal: what was altered before it was kept */
  changes: string[]
  /** internal: clean, stand-in or not-scanned */
  scanned: string
  /** internal: when it came */
  taken_at: Temporal.Instant
  /** personal: who brought it */
  taken_by: string
}

export interface PieceTable {
  /** internal: which file */
  file_id: string
  /** internal: place, from 0 */
  piece: number
  /** sensitive: up to half a megabyte of it, encrypted (AES-256-GCM) */
  sealed: Buffer
}

export interface ScanningTable {
  /** internal: there is one row */
  is_only: Generated<boolean>
  /** internal: stand-in in a demo, else accept or refuse */
  without_scanner: string
  /** internal: when somebody decided so */
  changed_at: Temporal.Instant
  /** internal: who */
  changed_by: string
}
