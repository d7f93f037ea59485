import { isUtf8 } from 'node:buffer'
import { READING_LIMITS } from './limits.ts'

/** The encodings a Japanese office file comes in; the names are those of the WHATWG Encoding Standard. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp'

export type BytesRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly megabytes: number; readonly limitMegabytes: number }
  | { readonly kind: 'other-format'; readonly format: string }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'unknown-encoding' }

export type DecodedText =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: TextEncoding
      /** How many places could not be decoded and now hold U+FFFD; each is asked about by cell. */
      readonly replacedCharacters: number
    }
  | { readonly ok: false; readonly refusal: BytesRefusal }

/**
 * Bytes of an uploaded file → text. Knows UTF-8 with and without byte order mark, UTF-16, CP932, EUC-JP and
 * ISO-2022-JP; refuses what is not text (a PDF renamed .txt) by its first bytes and says what it is.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const refusal = refusalOf(bytes)
  if (refusal) return { ok: false, refusal }
  const marked = byteOrderMarkOf(bytes)
  if (marked) return decodeAs(marked, bytes)
  const wide = wideEncodingOf(bytes)
  if (wide) return decodeAs(wide, bytes)
  if (bytes.includes(0)) return { ok: false, refusal: { kind: 'not-text' } }
  return decodeAs(narrowEncodingOf(bytes), bytes)
}

function refusalOf(bytes: Uint8Array): BytesRefusal | null {
  if (bytes.length === 0) return { kind: 'empty' }
  if (bytes.length > READING_LIMITS.bytes) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024)
    return { kind: 'too-large', megabytes, limitMegabytes: READING_LIMITS.bytes / 1024 / 1024 }
  }
  const format = OTHER_FORMATS.find(({ signature }) => startsWith(bytes, signature))
  return format ? { kind: 'other-format', format: format.name } : null
}

/** First bytes of the formats that people rename or upload by mistake. */
const OTHER_FORMATS: readonly { readonly name: string; readonly signature: readonly number[] }[] = [
  { name: 'PDF', signature: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: 'ZIP / Excel (.xlsx) / Word (.docx)', signature: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'ZIP', signature: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'Excel (.xls) / Word (.doc)', signature: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'PNG', signature: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', signature: [0xff, 0xd8, 0xff] },
  { name: 'GIF', signature: [0x47, 0x49, 0x46, 0x38] },
  { name: 'TIFF', signature: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'gzip', signature: [0x1f, 0x8b] },
  { name: '7-Zip', signature: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'RTF', signature: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function byteOrderMarkOf(bytes: Uint8Array): TextEncoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return null
}

const SAMPLE_BYTES = 64 * 1024

/** UTF-16 without a mark: tabs, digits and line feeds leave zeros on one side of the pairs only. */
function wideEncodingOf(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) evenZeros++
    else oddZeros++
  }
  const enough = sample.length / 100
  if (oddZeros > enough && evenZeros * 20 < oddZeros) return 'utf-16le'
  if (evenZeros > enough && oddZeros * 20 < evenZeros) return 'utf-16be'
  return null
}

function narrowEncodingOf(bytes: Uint8Array): TextEncoding {
  const isSevenBit = bytes.every((byte) => byte < 0x80)
  // ISO-2022-JP announces two-byte characters by ESC $ B or ESC $ @ and is seven-bit otherwise.
  if (isSevenBit) return includesEscape(bytes) ? 'iso-2022-jp' : 'utf-8'
  // Text of another encoding is next to never valid UTF-8 from beginning to end.
  if (isUtf8(bytes)) return 'utf-8'
  let best: TextEncoding = 'utf-8'
  let bestScore = Number.NEGATIVE_INFINITY
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  for (const encoding of ['utf-8', 'shift_jis', 'euc-jp'] as const) {
    const score = plausibilityOf(new TextDecoder(encoding).decode(sample))
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

function includesEscape(bytes: Uint8Array): boolean {
  let index = bytes.indexOf(0x1b)
  while (index >= 0) {
    if (bytes[index + 1] === 0x24 && (bytes[index + 2] === 0x42 || bytes[index + 2] === 0x40)) return true
    index = bytes.indexOf(0x1b, index + 1)
  }
  return false
}

/** Real Japanese is half kana; a wrong decoder yields replacement characters, half-width kana and rare signs. */
function plausibilityOf(text: string): number {
  let score = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    if (code === 0xfffd) score -= 20
    else if (code >= 0x3041 && code <= 0x30fe) score += 2
    else if (code >= 0xff61 && code <= 0xff9f) score -= 1
    else if (code >= 0x4e00 && code <= 0x9fff) score += 0.5
    else if (code >= 0x80 && code < 0x300) score -= 2
  }
  return score / Math.max(1, text.length)
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  let replacedCharacters = 0
  for (let index = text.indexOf('\ufffd'); index >= 0; index = text.indexOf('\ufffd', index + 1)) replacedCharacters++
  if (replacedCharacters > Math.max(3, text.length * READING_LIMITS.replacedShare)) {
    return { ok: false, refusal: { kind: 'unknown-encoding' } }
  }
  if (text.trim() === '') return { ok: false, refusal: { kind: 'empty' } }
  return { ok: true, text, encoding, replacedCharacters }
}
