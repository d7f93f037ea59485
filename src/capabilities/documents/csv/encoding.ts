import iconv from 'iconv-lite'

/** What offices send: UTF-8 with or without mark, CP932 from spreadsheet programs, UTF-16 from "Unicode text". */
export type ReadEncoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be'

/** Decodes by byte order mark, else as UTF-8 if every byte fits, else as CP932 if every byte fits. Null: neither. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: ReadEncoding } | null {
  const encoding = markedEncodingOf(bytes)
  if (encoding !== null) return decodedAs(encoding, bytes)
  return decodedAs('utf-8', bytes) ?? decodedAsCp932(bytes)
}

function markedEncodingOf(bytes: Uint8Array): ReadEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

function decodedAs(encoding: ReadEncoding, bytes: Uint8Array): { text: string; encoding: ReadEncoding } | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

function decodedAsCp932(bytes: Uint8Array): { text: string; encoding: ReadEncoding } | null {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'cp932')
  return text.includes('\ufffd') ? null : { text, encoding: 'cp932' }
}

export function encodeCp932(text: string): Uint8Array {
  return iconv.encode(text, 'cp932')
}

const knownInCp932 = new Map<string, boolean>()

/** Whether a character comes back the same from CP932. */
export function isInCp932(character: string): boolean {
  let isIn = knownInCp932.get(character)
  if (isIn === undefined) {
    isIn = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character
    knownInCp932.set(character, isIn)
  }
  return isIn
}
