import type { Phrase, PhraseValue } from '#kernel/text/text.ts'

/** What a file is, decided by its content and never by its name. */
export type FileKind = 'jpeg' | 'png' | 'heic' | 'pdf' | 'zip'

/** What one place for files takes: part of a procedure's definition. */
export interface AttachmentRules {
  /** Kinds as people bring them; HEIC is kept as JPEG. */
  readonly kinds: readonly FileKind[]
  /** Of one file; `ATTACHMENT_LIMITS.fileBytes` is the most. */
  readonly mostBytes: number
  /** In this one place. */
  readonly mostFiles: number
}

/** Where a file belongs: the thing that owns it, and which of its places. */
export interface AttachmentPlace {
  /** e.g. `application:` and its UUID; the file is forgotten with it. */
  readonly owner: string
  /** e.g. `income-certificate`. */
  readonly slot: string
}

export interface Attachment extends AttachmentPlace {
  readonly id: string
  /** What the person called it: shown and never used as a path. */
  readonly fileName: string
  readonly kind: Exclude<FileKind, 'heic'>
  readonly bytes: number
  /** In points for pictures, in pages for PDF; null where it cannot be said. */
  readonly width: number | null
  readonly height: number | null
  readonly pages: number | null
  /** What was altered before it was kept, e.g. `metadata-removed`. */
  readonly changes: readonly AttachmentChange[]
  readonly scanned: ScanState
  readonly takenAt: Temporal.Instant
}

export type AttachmentChange = 'converted-from-heic' | 'turned-upright' | 'metadata-removed' | 'trailing-bytes-removed'

/** `stand-in` is said of files that only the demo's stand-in looked at; `not-scanned` where nobody did. */
export type ScanState = 'clean' | 'stand-in' | 'not-scanned'

export type AttachmentRefusalReason =
  | 'empty' | 'too-large' | 'too-many' | 'unknown-kind' | 'kind-not-taken' | 'active-content' | 'two-in-one' | 'damaged'
  | 'picture-too-large' | 'picture-not-readable' | 'busy'
  | 'pdf-encrypted' | 'pdf-script' | 'pdf-embedded' | 'pdf-too-long'
  | 'archive-encrypted' | 'archive-bomb' | 'archive-path' | 'archive-content'
  | 'virus' | 'scanner-silent' | 'no-scanner'

/** Why a file was not taken, in words that name the way out. */
export interface AttachmentRefusal {
  readonly ok: false
  readonly reason: AttachmentRefusalReason
  readonly phrase: Phrase
  readonly values: Readonly<Record<string, PhraseValue>>
}

export type TakenIn = { readonly ok: true; readonly attachment: Attachment } | AttachmentRefusal

/** What a check of one kind found: what will be kept, or why not. */
export type Checked = { readonly ok: true; readonly file: CheckedFile } | { readonly ok: false; readonly reason: AttachmentRefusalReason; readonly detail?: string }

export interface CheckedFile {
  readonly kind: Attachment['kind']
  readonly bytes: Buffer
  readonly width: number | null
  readonly height: number | null
  readonly pages: number | null
  readonly changes: readonly AttachmentChange[]
}

export const MEDIA_TYPES: Readonly<Record<Attachment['kind'], string>> = {
  jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf', zip: 'application/zip',
}

export function refused(reason: AttachmentRefusalReason, detail?: string): Extract<Checked, { ok: false }> {
  return { ok: false, reason, ...(detail === undefined ? {} : { detail }) }
}
