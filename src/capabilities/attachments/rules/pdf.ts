import { inflateSync } from 'node:zlib'
import { ATTACHMENT_LIMITS } from '../limits.ts'
import { refused, type AttachmentRefusalReason, type Checked } from '../model.ts'
import { carriesAnother } from './kind.ts'

/** How far from the end a reader looks for the last `%%EOF` (ISO 32000-1, annex H.3.4.4). */
const TAIL_BYTES = 1024

/** Names by which a PDF acts, carries files or cannot be looked into (ISO 32000-2, sections 7.6, 7.11.4, 12.6.4). */
const REFUSED_NAMES: readonly (readonly [RegExp, AttachmentRefusalReason])[] = [
  [/\/Encrypt\b/, 'pdf-encrypted'],
  [/\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|XFA)\b/, 'pdf-script'],
  [/\/(?:EmbeddedFiles?|FileAttachment|RichMedia|Filespec)\b/, 'pdf-embedded'],
]

/**
 * Looks into a PDF without drawing it: its objects, and the streams in which objects lie compressed. Content of pages is
 * not read, for nothing in it can act. What cannot be looked into is refused.
 */
export function checkPdf(bytes: Buffer): Checked {
  const end = bytes.lastIndexOf('%%EOF')
  if (end === -1) return refused('damaged')
  const rest = bytes.subarray(end + 5)
  if (rest.length > TAIL_BYTES || carriesAnother('pdf', bytes.subarray(-64 * 1024))) return refused('two-in-one')
  const objects = objectsIn(bytes)
  if (!objects.ok) return objects
  const text = withPlainNames(objects.text)
  for (const [name, reason] of REFUSED_NAMES) if (name.test(text)) return refused(reason)
  const pages = [...text.matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length
  if (pages === 0) return refused('damaged')
  if (pages > ATTACHMENT_LIMITS.pdfPages) return refused('pdf-too-long')
  return { ok: true, file: { kind: 'pdf', bytes, ...firstPageSize(text), pages, changes: [] } }
}

/** All text outside of streams, and what the object streams (ISO 32000-1, 7.5.7) hold. */
function objectsIn(bytes: Buffer): { ok: true; text: string } | ReturnType<typeof refused> {
  const pieces: string[] = []
  let inflated = 0
  let at = 0
  for (;;) {
    const stream = bytes.indexOf('stream', at)
    if (stream === -1) break
    const dictionary = bytes.toString('latin1', at, stream)
    pieces.push(dictionary)
    const end = bytes.indexOf('endstream', stream)
    if (end === -1) return refused('damaged')
    if (/\/ObjStm\b/.test(withPlainNames(dictionary.slice(dictionary.lastIndexOf(' obj'))))) {
      const content = inflatedObjects(dictionary, bytes.subarray(bytes.indexOf(0x0a, stream) + 1, end))
      if (content === null) return refused('damaged')
      inflated += content.length
      if (inflated > ATTACHMENT_LIMITS.pdfStreamsBytes) return refused('archive-bomb')
      pieces.push(content)
    }
    at = end + 'endstream'.length
  }
  pieces.push(bytes.toString('latin1', at))
  return { ok: true, text: pieces.join('\n') }
}

/** Writers compress object streams with Flate alone; another filter hides something, and an encrypted one does not inflate. */
function inflatedObjects(dictionary: string, content: Buffer): string | null {
  const own = withPlainNames(dictionary.slice(dictionary.lastIndexOf(' obj')))
  if (!/\/Filter\b/.test(own)) return content.toString('latin1')
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(own) || /\/FlateDecode\s*\/\w+Decode/.test(own)) return null
  try {
    return inflateSync(content, { maxOutputLength: ATTACHMENT_LIMITS.pdfStreamBytes, finishFlush: 2 }).toString('latin1')
  } catch {
    // An encrypted stream of objects does not inflate; then the trailer outside of it says so.
    return /\/Encrypt\b/.test(dictionary) ? '/Encrypt' : null
  }
}

/** A name may be written with `#4a` for `J` (ISO 32000-1, 7.3.5). */
function withPlainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Width and height of the first page in points as it is seen, its turning taken into account. */
function firstPageSize(text: string): { width: number | null; height: number | null } {
  const box = /\/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)/.exec(text)
  if (box === null) return { width: null, height: null }
  const [left = 0, bottom = 0, right = 0, top = 0] = box.slice(1).map(Number)
  const [width, height] = [Math.round(Math.abs(right - left)), Math.round(Math.abs(top - bottom))]
  const isTurned = /\/Rotate\s+-?(?:90|270)\b/.test(text)
  return isTurned ? { width: height, height: width } : { width, height }
}
