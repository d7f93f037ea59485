import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { encode } from 'jpeg-js'

/** Files as people and villains send them, made on the spot for tests: nothing in them is anybody's. */
export function jpegOf(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 0xff)
  // Red on the left half, so that a turned picture can be told from an upright one.
  for (let y = 0; y < height; y++) for (let x = 0; x < width / 2; x++) data.set([0xff, 0, 0, 0xff], (y * width + x) * 4)
  return encode({ width, height, data }, 90).data
}

/** The same with EXIF: how the camera lay, and where it was. */
export function withExif(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 34.8567N 136.4518E')]))
}

export function withSegment(jpeg: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

export function pngOf(width: number, height: number, chunks: readonly (readonly [string, string])[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.min(height, 100) * (width * 3 + 1)))
  const extra = chunks.map(([name, text]) => chunk(name, Buffer.from(text)))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), ...extra, chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}

/** One page of A4; `extra` stands in its catalogue, `hidden` in an object stream where only who inflates it sees it. */
export function pdfOf(terms: { extra?: string; hidden?: string; trailer?: string; rotate?: number } = {}): Buffer {
  const { extra = '', hidden, trailer = '', rotate = 0 } = terms
  const objects = [
    Buffer.from(`1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra} >>\nendobj\n`, 'latin1'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from(`3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} >>\nendobj\n`),
    ...(hidden === undefined ? [] : [objectStream(hidden)]),
  ]
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects, Buffer.from(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`)])
}

function objectStream(content: string): Buffer {
  const packed = deflateSync(Buffer.from(`5 0 ${content}`))
  const head = `4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')])
}

export function zipOf(entries: Readonly<Record<string, Uint8Array | string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]))))
}

/** The test file of EICAR behind the header of a PDF, in pieces so that no scanner stumbles over this source. */
export function eicarPdf(): Buffer {
  return Buffer.concat([pdfOf(), Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')), Buffer.from('\n%%EOF\n')])
}

/** 64 by 32 points, red above and blue below, written by ImageMagick 7 with libheif. */
export const HEIC = Buffer.from([
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAA',
  'EGlkYXQAAAAAAEAAIAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHOAAEAAAAAAAAAJgACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5m',
  'ZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADVaXBycAAAALNpcGNvAAAAc2h2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEM',
  'Af//A3AAAAMAkAAAAwAAAwAeugJAIQABACdCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprmwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAA',
  'AEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAACAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwAC',
  'AAEAAQAAAC5tZGF0AAAAIigBrwtg9ecnye61DETw0gX7kEA9qnz6ZXjn/FdtV9h1wWA=',
].join(''), 'base64')
