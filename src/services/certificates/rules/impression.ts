import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A scan of an impression is small; a photograph of a desk is not one. */
export const SEAL_IMAGE_LIMITS = { bytes: 2_000_000, pixelsASide: 2_400, leastDotsPerInch: 150, mostDotsPerInch: 1_200 } as const

/** 印鑑登録証明事務処理要領第2-4: larger than a square of 8 mm, and within one of 25 mm. */
export const SEAL_SIZE = { overTenths: 80, mostTenths: 250 } as const

export type ImpressionProblem = 'not-a-png' | 'too-large' | 'empty' | 'too-small-a-seal' | 'too-large-a-seal' | 'at-the-edge'

export type ImpressionReading =
  | { readonly ok: true; readonly png: Buffer; readonly widthTenths: number; readonly heightTenths: number }
  | { readonly ok: false; readonly problem: ImpressionProblem }

/**
 * Reads a scan (PNG, 8 bits, not interlaced), finds the ink, measures it by the scanner's dots, and gives back a PNG of it
 * alone: no text, no profile and no place of the camera that the file may have carried.
 */
export function readImpression(bytes: Buffer, dotsPerInch: number): ImpressionReading {
  if (bytes.length > SEAL_IMAGE_LIMITS.bytes) return { ok: false, problem: 'too-large' }
  const image = pixelsIn(bytes)
  if (image === null) return { ok: false, problem: 'not-a-png' }
  const ink = inkOf(image)
  if (ink === null) return { ok: false, problem: 'empty' }
  // What touches the edge may go on beyond it.
  if (ink.left === 0 || ink.top === 0 || ink.right === image.width - 1 || ink.bottom === image.height - 1) return { ok: false, problem: 'at-the-edge' }
  const [width, height] = [ink.right - ink.left + 1, ink.bottom - ink.top + 1]
  const [widthTenths, heightTenths] = [tenths(width, dotsPerInch), tenths(height, dotsPerInch)]
  const longest = Math.max(widthTenths, heightTenths)
  if (longest <= SEAL_SIZE.overTenths) return { ok: false, problem: 'too-small-a-seal' }
  if (longest > SEAL_SIZE.mostTenths) return { ok: false, problem: 'too-large-a-seal' }
  return { ok: true, png: greyPng(image, ink, width, height), widthTenths, heightTenths }
}

const MILLIMETRES_AN_INCH = 25.4

function tenths(dots: number, dotsPerInch: number): number {
  return Math.round((dots / dotsPerInch) * MILLIMETRES_AN_INCH * 10)
}

/** Grey values, a byte a pixel; white where there is no ink. */
interface GreyImage {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Bytes a pixel by colour type (PNG third edition, section 11.2.1): grey, red-green-blue, grey with alpha, colours with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 }

function pixelsIn(bytes: Buffer): GreyImage | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE) || bytes.length < 33) return null
  const [width, height, depth, colours, interlace] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24], bytes[25] as number, bytes[28]]
  const channels = CHANNELS[colours]
  const side = SEAL_IMAGE_LIMITS.pixelsASide
  if (depth !== 8 || interlace !== 0 || channels === undefined || width < 1 || height < 1 || width > side || height > side) return null
  const lines = linesIn(dataIn(bytes), { width, height, channels })
  return lines === null ? null : { width, height, grey: greyOf(lines, channels) }
}

function dataIn(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(pieces)
}

function linesIn(packed: Buffer, { width, height, channels }: { readonly width: number; readonly height: number; readonly channels: number }): Uint8Array | null {
  const stride = width * channels
  let raw: Buffer
  try {
    raw = inflateSync(packed, { maxOutputLength: height * (stride + 1) })
  } catch {
    // Broken, or larger than its own head says.
    return null
  }
  if (raw.length !== height * (stride + 1)) return null
  const lines = new Uint8Array(height * stride)
  for (let row = 0; row < height; row++) {
    for (let index = 0; index < stride; index++) {
      const left = index < channels ? 0 : (lines[row * stride + index - channels] as number)
      const above = row === 0 ? 0 : (lines[(row - 1) * stride + index] as number)
      const corner = row === 0 || index < channels ? 0 : (lines[(row - 1) * stride + index - channels] as number)
      lines[row * stride + index] = (raw[row * (stride + 1) + 1 + index] as number) + predicted(raw[row * (stride + 1)] as number, left, above, corner)
    }
  }
  return lines
}

/** The filters of section 9.2. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner
}

/** Red ink counts as dark: of colours the darkest channel is taken, and what is transparent is paper. */
function greyOf(lines: Uint8Array, channels: number): Uint8Array {
  const hasAlpha = channels === 2 || channels === 4
  const grey = new Uint8Array(lines.length / channels)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * channels
    const darkest = channels < 3 ? (lines[at] as number) : Math.min(lines[at] as number, lines[at + 1] as number, lines[at + 2] as number)
    const alpha = hasAlpha ? (lines[at + channels - 1] as number) : 255
    grey[pixel] = 255 - Math.round(((255 - darkest) * alpha) / 255)
  }
  return grey
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Darker than this is ink. */
const INK = 128
/** A line with fewer dots of ink is dust. */
const LEAST_DOTS = 2

function inkOf({ width, height, grey }: GreyImage): Box | null {
  const [columns, rows] = [new Uint16Array(width), new Uint16Array(height)]
  for (let pixel = 0; pixel < grey.length; pixel++) {
    if ((grey[pixel] as number) >= INK) continue
    columns[pixel % width] = (columns[pixel % width] as number) + 1
    rows[Math.floor(pixel / width)] = (rows[Math.floor(pixel / width)] as number) + 1
  }
  const isInk = (dots: number) => dots >= LEAST_DOTS
  const [left, right, top, bottom] = [columns.findIndex(isInk), columns.findLastIndex(isInk), rows.findIndex(isInk), rows.findLastIndex(isInk)]
  return left < 0 || top < 0 ? null : { left, right, top, bottom }
}

function greyPng({ width: stride, grey }: GreyImage, { left, top }: Box, width: number, height: number): Buffer {
  const raw = Buffer.alloc(height * (width + 1))
  for (let row = 0; row < height; row++) raw.set(grey.subarray((top + row) * stride + left, (top + row) * stride + left + width), row * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
