import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { UploadedFile } from '#kernel/forms/form.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { fileAnswer, type FileAnswer } from '#kernel/web/answers.ts'
import { ATTACHMENT_LIMITS } from './limits.ts'
import { MEDIA_TYPES, type Attachment, type AttachmentPlace, type AttachmentRefusal, type AttachmentRefusalReason, type AttachmentRules, type ScanState, type TakenIn } from './model.ts'
import { checkContent } from './rules/check.ts'
import { hasScanner, scanWithConfigured, scanWithStandIn } from './scanner.ts'
import { eraseFile, eraseFilesOf, findFile, keepFile, listFiles, listPieces, scanningRule } from './store.ts'
import { refusalWords } from './text.ts'

/**
 * Takes a file in for `place`, or says why not and what to do. What is kept is what was checked: turned upright, without
 * EXIF, sealed. Only the part that takes it in can have it back. Nothing is written when it is refused.
 */
export async function takeIn(tx: Tx, upload: UploadedFile, place: AttachmentPlace, rules: AttachmentRules): Promise<TakenIn> {
  const part = tx.service
  const checked = await checkContent(upload.bytes, rules)
  if (!checked.ok) return refusal(checked.reason, { detail: checked.detail ?? '', megabytes: Math.floor(Math.min(rules.mostBytes, ATTACHMENT_LIMITS.fileBytes) / 1024 / 1024) })
  return tx.within('attachments', async () => {
    const earlier = await listFiles(tx, part, place.owner)
    const isFull = earlier.length >= ATTACHMENT_LIMITS.filesOfOwner || earlier.filter(({ slot }) => slot === place.slot).length >= rules.mostFiles
    if (isFull) return refusal('too-many', { count: Math.min(rules.mostFiles, ATTACHMENT_LIMITS.filesOfOwner) })
    const scanned = await scan(tx, checked.file.bytes)
    if (!scanned.ok) return scanned
    const id = randomUUID()
    const fileName = shownName(upload.fileName)
    const sha256 = createHash('sha256').update(checked.file.bytes).digest()
    await keepFile(tx, { ...place, id, part, fileName, file: checked.file, sha256, scanned: scanned.state }, sealedPieces(tx.sealOf('attachments'), id, checked.file.bytes))
    const { bytes, ...file } = checked.file
    return { ok: true, attachment: { ...place, ...file, id, fileName, bytes: bytes.length, scanned: scanned.state, takenAt: tx.now } }
  })
}

/** The files of one owner in the order in which they came; only those that the asking part took in. */
export function attachmentsOf(tx: Tx, owner: string): Promise<Attachment[]> {
  const part = tx.service
  return tx.within('attachments', () => listFiles(tx, part, owner))
}

/**
 * A file as an answer. `preview` shows pictures and PDFs in the browser, everything else is offered for saving, under the
 * name that the person gave. The fault `not-found` when the owner has no such file. That it was opened is audited.
 */
export async function attachmentAnswer(tx: Tx, wish: { owner: string; id: string; as: 'preview' | 'download'; basis: string }): Promise<FileAnswer> {
  const { attachment, bytes } = await openAttachment(tx, wish)
  const isShown = wish.as === 'preview' && attachment.kind !== 'zip'
  return fileAnswer(bytes, MEDIA_TYPES[attachment.kind], isShown ? undefined : withEnding(attachment))
}

/** The same as bytes, for a part that passes it on. */
export async function openAttachment(tx: Tx, wish: { owner: string; id: string; basis: string }): Promise<{ attachment: Attachment; bytes: Buffer }> {
  const { owner, id, basis } = wish
  const part = tx.service
  const found = await tx.within('attachments', async () => {
    const attachment = isUuid(id) ? await findFile(tx, part, owner, id) : undefined
    if (attachment === undefined) return undefined
    const seal = tx.sealOf('attachments')
    const bytes = (await listPieces(tx, id)).map((sealed, piece) => seal.openBytes(sealed, contextOf(id, piece)))
    return { attachment, bytes }
  })
  if (found === undefined) throw new Fault('not-found', 'there is no such file')
  await tx.note({ act: 'open attachment', subject: owner, basis })
  const pieces = found.bytes.filter((piece) => piece !== undefined)
  if (pieces.length < found.bytes.length) throw new Fault('broken', 'a piece of the file cannot be opened with the keys of this installation')
  return { attachment: found.attachment, bytes: Buffer.concat(pieces) }
}

/** Takes one file away again, e.g. from a draft. Returns whether it was there. */
export async function removeAttachment(tx: Tx, owner: string, id: string): Promise<boolean> {
  const part = tx.service
  return isUuid(id) && (await tx.within('attachments', () => eraseFile(tx, part, owner, id))) > 0
}

/** Forgets every file of an owner, when the owner itself is forgotten. Returns how many. */
export function forgetAttachments(tx: Tx, owner: string): Promise<number> {
  const part = tx.service
  return tx.within('attachments', () => eraseFilesOf(tx, part, owner))
}

type ScanVerdict = { readonly ok: true; readonly state: ScanState } | AttachmentRefusal

/** Before anything is kept. A scanner that is named and silent is never passed over. */
async function scan(tx: Tx, bytes: Buffer): Promise<ScanVerdict> {
  const rule = hasScanner ? 'scanner' : await scanningRule(tx)
  if (rule === 'refuse') return refusal('no-scanner')
  if (rule === 'accept') return { ok: true, state: 'not-scanned' }
  const scanned = await (rule === 'scanner' ? scanWithConfigured(bytes) : scanWithStandIn(bytes))
  if (scanned.outcome === 'virus') return refusal('virus', { detail: scanned.name })
  if (scanned.outcome === 'silent') return refusal('scanner-silent')
  return { ok: true, state: rule === 'scanner' ? 'clean' : 'stand-in' }
}

function refusal(reason: AttachmentRefusalReason, values: Readonly<Record<string, string | number>> = {}): AttachmentRefusal {
  return { ok: false, reason, phrase: refusalWords[reason], values }
}

function sealedPieces(seal: Seal, id: string, bytes: Buffer): Buffer[] {
  const { pieceBytes } = ATTACHMENT_LIMITS
  return Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, piece) =>
    seal.closeBytes(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes), contextOf(id, piece)))
}

/** A piece opens only in its own place of its own file. */
function contextOf(id: string, piece: number): string {
  return `attachment ${id}/${piece}`
}

/** Without folders, control characters and the signs that turn the direction of writing (a name may otherwise end `gpj.exe`). */
function shownName(fileName: string): string {
  const name = fileName.replace(/^.*[\\/]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return [...name].slice(0, ATTACHMENT_LIMITS.fileNameCharacters).join('') || 'file'
}

/** The ending says what the file is, whatever the person's name for it ended with. */
function withEnding({ fileName, kind }: Attachment): string {
  const ending = kind === 'jpeg' ? 'jpg' : kind
  return `${fileName.replace(/\.(?:jpe?g|png|pdf|zip|heic|heif)$/i, '')}.${ending}`
}
