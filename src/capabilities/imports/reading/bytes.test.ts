import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from './bytes.ts'
import { READING_LIMITS } from './limits.ts'

const SENTENCE = '窓口の予約を電子化し、待ち時間を短くする。No.\t事業名\t達成度\n①(1)-1\tカタカナ更新事業\t◎\n'.repeat(
  3,
)

describe('what a file may be encoded in', () => {
  test.each([
    ['UTF-8', Buffer.from(SENTENCE), 'utf-8'],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${SENTENCE}`), 'utf-8'],
    ['CP932', iconv.encode(SENTENCE, 'cp932'), 'shift_jis'],
    ['EUC-JP', iconv.encode(SENTENCE, 'eucjp'), 'euc-jp'],
    ['UTF-16 little-endian with mark', iconv.encode(SENTENCE, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 little-endian without mark', iconv.encode(SENTENCE, 'utf-16le'), 'utf-16le'],
    ['UTF-16 big-endian with mark', iconv.encode(SENTENCE, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 big-endian without mark', iconv.encode(SENTENCE, 'utf-16be'), 'utf-16be'],
    ['plain ASCII', Buffer.from('No.,name\n1,two\n'), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({ ok: true, encoding, replacedCharacters: 0 })
    if (decoded.ok && encoding !== 'utf-8') expect(decoded.text).toBe(SENTENCE)
  })

  test('ISO-2022-JP is told by its escapes', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x3b, 0x76, 0x36, 0x48, 0x1b, 0x28, 0x42, 0x0a])
    expect(decodeText(bytes)).toMatchObject({ ok: true, encoding: 'iso-2022-jp', text: '事業\n' })
  })

  test('a file damaged in one place is read, and the damage counted', () => {
    const bytes = Buffer.concat([Buffer.from(SENTENCE.repeat(10)), Buffer.from([0xe3, 0x81])])
    expect(decodeText(bytes)).toMatchObject({ ok: true, encoding: 'utf-8', replacedCharacters: 1 })
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['white space', Buffer.from(' \r\n\t\u3000'), 'empty'],
    ['a PDF with another name', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'other-format'],
    ['a workbook with another name', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'other-format'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'other-format'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'other-format'],
    ['binary', Buffer.from([1, 2, 0, 0, 5, 0, 0, 0, 200, 201, 0, 0]), 'not-text'],
    [
      'bytes that are no encoding',
      Buffer.from(Array.from({ length: 500 }, (_, index) => 0x80 + (index % 2) * 0x7f)),
      'unknown-encoding',
    ],
    ['more than the limit', Buffer.alloc(READING_LIMITS.bytes + 1, 0x61), 'too-large'],
  ])('%s', (_, bytes, kind) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeText(bytes)
        expect(decoded.ok ? decoded.text.trim() : decoded.refusal.kind).not.toBe('')
      }),
    )
  })
})
