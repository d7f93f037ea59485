import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '../model.ts'

/** How far browsers look for markup in what calls itself something else (WHATWG MIME Sniffing, section 5.2). */
const SNIFFED_BYTES = 1445

const KINDS: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'jpeg', 'image/png': 'png', 'image/apng': 'png',
  'image/heic': 'heic', 'image/heif': 'heic', 'image/heic-sequence': 'heic', 'image/heif-sequence': 'heic',
  'application/pdf': 'pdf', 'application/zip': 'zip',
}

/** What stands where in a file that some other program would take for its own. */
const FOREIGN_SIGNS: Readonly<Record<Exclude<FileKind, 'heic'>, readonly Buffer[]>> = {
  jpeg: signs('%PDF-', 'PK\u0003\u0004', 'PK\u0005\u0006', '<script', '<?php', '<html', '<svg'),
  png: signs('%PDF-', 'PK\u0003\u0004', 'PK\u0005\u0006', '<script', '<?php', '<html', '<svg'),
  pdf: signs('PK\u0005\u0006'),
  zip: [],
}

export type Recognised = FileKind | 'active-content' | 'two-in-one' | null

/** What the content is; null for what is not taken anywhere (programs, sound, office files). Names count for nothing. */
export async function kindOf(bytes: Buffer): Promise<Recognised> {
  if (isMarkup(bytes)) return 'active-content'
  const found = await fileTypeFromBuffer(bytes)
  const kind = found === undefined ? undefined : KINDS[found.mime]
  if (kind === undefined) return hasLatePdfHeader(bytes) ? 'two-in-one' : null
  // file-type passes over what stands before a PDF's header, where another program's file has room.
  if (kind === 'pdf' && !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'two-in-one'
  return kind
}

/** Whether bytes that the format itself does not need carry another format, e.g. a ZIP behind a picture (GIFAR). */
export function carriesAnother(kind: Exclude<FileKind, 'heic'>, spare: Buffer): boolean {
  const lower = Buffer.from(spare.toString('latin1').toLowerCase(), 'latin1')
  return FOREIGN_SIGNS[kind].some((sign) => spare.includes(sign) || lower.includes(sign))
}

/** HTML, SVG and XML, however they begin: blanks, a byte-order mark, a comment, UTF-16. */
function isMarkup(bytes: Buffer): boolean {
  const start = bytes.subarray(0, SNIFFED_BYTES)
  const texts = [start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''), start.toString('utf16le').replace(/^\ufeff/, '')]
  return texts.some((text) => /^\s*(?:<!--|<\?xml|<!doctype|<(?:html|head|body|script|svg|iframe|style|title|table|font|br|div|h1|p|a|b)[\s>/])/i.test(text))
}

/** Readers of PDF look for the header in the first 1,024 bytes, so another file may stand before it. */
function hasLatePdfHeader(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-')
}

function signs(...texts: readonly string[]): Buffer[] {
  return texts.map((text) => Buffer.from(text, 'latin1'))
}
