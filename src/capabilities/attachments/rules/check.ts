import { darkroom } from '../images.ts'
import { ATTACHMENT_LIMITS } from '../limits.ts'
import { refused, type AttachmentRules, type Checked } from '../model.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { readJpeg } from './jpeg.ts'
import { kindOf } from './kind.ts'
import { checkPdf } from './pdf.ts'
import { checkPng } from './png.ts'
import { checkZip } from './zip.ts'

/** What a file is and what of it will be kept; touches no database. */
export async function checkContent(bytes: Buffer, { kinds, mostBytes }: AttachmentRules): Promise<Checked> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > Math.min(mostBytes, ATTACHMENT_LIMITS.fileBytes)) return refused('too-large')
  const kind = await kindOf(bytes)
  if (kind === null) return refused('unknown-kind')
  if (kind === 'active-content' || kind === 'two-in-one') return refused(kind)
  if (!kinds.includes(kind)) return refused('kind-not-taken')
  switch (kind) {
    case 'jpeg':
      return checkJpeg(bytes)
    case 'png':
      return withinPoints(checkPng(bytes))
    case 'heic':
      return develop('heic', bytes, 1)
    case 'pdf':
      return checkPdf(bytes)
    case 'zip':
      return checkZip(bytes)
    default:
      return assertNever(kind)
  }
}

/** A picture that is upright is kept point by point; only one that lies on its side is drawn anew. */
async function checkJpeg(bytes: Buffer): Promise<Checked> {
  const read = readJpeg(bytes)
  if (!read.ok) return read
  const { width, height, orientation, changes } = read
  const plain = withinPoints({ ok: true, file: { kind: 'jpeg', bytes: read.bytes, width, height, pages: null, changes } })
  return !plain.ok || orientation === 1 ? plain : develop('jpeg', read.bytes, orientation)
}

function withinPoints(checked: Checked): Checked {
  if (!checked.ok) return checked
  const { width, height } = checked.file
  if (width === 0 || height === 0) return refused('damaged')
  return (width ?? 0) * (height ?? 0) > ATTACHMENT_LIMITS.picturePoints ? refused('picture-too-large') : checked
}

async function develop(kind: 'jpeg' | 'heic', bytes: Buffer, orientation: number): Promise<Checked> {
  const developed = await darkroom.develop({ kind, bytes, orientation })
  if (!developed.ok) return refused(developed.reason)
  const change = kind === 'heic' ? 'converted-from-heic' : 'turned-upright'
  const { width, height } = developed
  return { ok: true, file: { kind: 'jpeg', bytes: Buffer.from(developed.bytes), width, height, pages: null, changes: [change, 'metadata-removed'] } }
}
