import { crc32 } from 'node:zlib'
import { refused, type Checked } from '../model.ts'
import { carriesAnother } from './kind.ts'

const SIGNATURE_BYTES = 8

/** Chunks that draw the picture (PNG, third edition, section 11); text, time, EXIF and animation go. */
const DRAWING = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYS'])

/** Takes a PNG apart by its chunks, checks each, and keeps the drawing ones as they are. */
export function checkPng(bytes: Buffer): Checked {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)]
  const spare: Buffer[] = []
  let at = SIGNATURE_BYTES
  for (let name = ''; name !== 'IEND'; ) {
    if (at + 12 > bytes.length) return refused('damaged')
    const end = at + 12 + bytes.readUInt32BE(at)
    name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (at === SIGNATURE_BYTES) !== (name === 'IHDR')) return refused('damaged')
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return refused('damaged')
    ;(DRAWING.has(name) ? kept : spare).push(bytes.subarray(at, end))
    at = end
  }
  const rest = bytes.subarray(at)
  if (carriesAnother('png', Buffer.concat([...spare, rest]))) return refused('two-in-one')
  return {
    ok: true,
    file: {
      kind: 'png', bytes: Buffer.concat(kept), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), pages: null,
      changes: [...(spare.length > 0 ? ['metadata-removed' as const] : []), ...(rest.length > 0 ? ['trailing-bytes-removed' as const] : [])],
    },
  }
}
