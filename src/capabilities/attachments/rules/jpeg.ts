import { refused, type AttachmentChange } from '../model.ts'
import { carriesAnother } from './kind.ts'

/** Markers of ITU-T T.81, table B.1. */
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe

export interface JpegParts {
  readonly ok: true
  /** Without what tells of the person, the device and the place: only what draws the picture. */
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
  /** EXIF orientation 1 to 8; 1 is upright. */
  readonly orientation: number
  readonly changes: readonly AttachmentChange[]
}

type Refused = ReturnType<typeof refused>

/**
 * Takes a JPEG apart by its segments and puts the drawing ones together again, letter by letter: no quality is lost.
 * EXIF, XMP, IPTC and comments go; the colour profile stays. What follows the end of the picture goes too.
 */
export function readJpeg(bytes: Buffer): JpegParts | Refused {
  const kept: Buffer[] = [Buffer.from([0xff, SOI])]
  const spare: Buffer[] = []
  let size: { width: number; height: number } | null = null
  let orientation = 1
  let at = 2
  for (;;) {
    const segment = segmentAt(bytes, at)
    if (segment === null) return refused('damaged')
    if (segment.marker === SOS) break
    if (isFrame(segment.marker)) size = { height: segment.body.readUInt16BE(1), width: segment.body.readUInt16BE(3) }
    if (segment.marker === APP1) orientation = orientationIn(segment.body) ?? orientation
    ;(isDrawing(segment.marker, segment.body) ? kept : spare).push(bytes.subarray(at, segment.end))
    at = segment.end
  }
  const end = endOfScans(bytes, at)
  if (size === null || end === null) return refused('damaged')
  const rest = bytes.subarray(end)
  if (carriesAnother('jpeg', Buffer.concat([...spare, rest]))) return refused('two-in-one')
  const changes: AttachmentChange[] = [...(spare.length > 0 ? ['metadata-removed' as const] : []), ...(rest.length > 0 ? ['trailing-bytes-removed' as const] : [])]
  return { ok: true, bytes: Buffer.concat([...kept, bytes.subarray(at, end)]), ...size, orientation, changes }
}

function segmentAt(bytes: Buffer, at: number): { marker: number; body: Buffer; end: number } | null {
  let from = at
  // Any number of fill bytes may stand before a marker (T.81, B.1.1.2).
  while (bytes[from] === 0xff && bytes[from + 1] === 0xff) from++
  const marker = bytes[from + 1]
  if (bytes[from] !== 0xff || marker === undefined || marker === EOI || from + 4 > bytes.length) return null
  const end = from + 2 + bytes.readUInt16BE(from + 2)
  return end > bytes.length || end < from + 4 ? null : { marker, body: bytes.subarray(from + 4, end), end }
}

/** SOF0 to SOF15 without the tables DHT, JPG and DAC that lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function isDrawing(marker: number, body: Buffer): boolean {
  if (marker === COM) return false
  if (marker < APP0 || marker > APP15) return true
  // JFIF's own segment without its thumbnail extension, Adobe's colour transform, and the colour profile.
  if (marker === APP0) return body.subarray(0, 5).equals(Buffer.from('JFIF\0'))
  if (marker === APP14) return true
  return marker === APP2 && body.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0'))
}

/** Behind the EOI marker: the scans and the tables between them are walked over; null when the end never comes. */
function endOfScans(bytes: Buffer, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; ) {
    const next = bytes.indexOf(0xff, at)
    if (next === -1 || next + 1 >= bytes.length) return null
    const marker = bytes[next + 1] as number
    if (marker === EOI) return next + 2
    // Stuffed zeros, restarts and fill bytes belong to the scan; anything else is a segment between two scans.
    const isInScan = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    if (isInScan) at = next + (marker === 0xff ? 1 : 2)
    else {
      const segment = segmentAt(bytes, next)
      if (segment === null) return null
      at = segment.end
    }
  }
  return null
}

/** Tag 0x0112 of the first image directory (EXIF 2.32, section 4.6.4); undefined where none stands. */
export function orientationIn(body: Buffer): number | undefined {
  if (!body.subarray(0, 6).equals(Buffer.from('Exif\0\0')) || body.length < 14) return undefined
  const tiff = body.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  for (let entry = 0; entry < u16(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (u16(at) !== 0x0112) continue
    const value = u16(at + 8)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}
