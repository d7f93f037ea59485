import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { PdfFile, PdfFormatError } from './pdf-file.ts'
import { readPdfText } from './pdf-text.ts'
import { closePress, printPdf, type PdfOrder, type Typeface } from './pdf.ts'

const ordered = (name: string, typeface: Typeface = 'mincho', number = ''): PdfOrder => ({
  template: '= 住民票の写し\n#table(columns: (1fr, 2fr), [氏名], content.name, [番号], content.number)',
  content: { name, number },
  title: '住民票の写し', author: '市長', createdAt: Temporal.Instant.from('2026-11-01T00:00:00Z'),
  standard: 'a-2a', missingCharacters: 'refuse', typeface,
})

async function textFor(order: PdfOrder): Promise<string> {
  const result = await printPdf(order)
  if (!result.ok) throw new Error(result.reason)
  return readPdfText(result.bytes).join('\f')
}

afterAll(closePress)

describe('a name is printed letter by letter', () => {
  it.each([
    ['a variant by its selector', '辻\u{E0100}田 葛\u{E0100}子'],
    ['the variant beside the plain form', '祇園 祇\u{E0100}園'],
    ['the same glyph under two spellings', '邉 邉\u{E0100} 邊 邊\u{E0100}'],
    ['characters of plane 2', '𠮷野 𣘺本 𡈽屋 𩸽'],
    ['old forms', '齋藤 齊藤 斎\u{E0100}藤 髙﨑 德永 濵田 龜山'],
    ['a radical that looks like the character', '⻲山'],
    ['a voiced sound in two pieces', 'か\u3099'],
    ['letters of foreign names', 'NGUYỄN Thị Ánh-Đào, João D’Ávila'],
    ['full-width, half-width, long sounds', 'ＡＢ　ｱｲ ー～−'],
  ])('%s', async (_, name) => {
    for (const typeface of ['mincho', 'gothic'] as const) expect(await textFor(ordered(name, typeface))).toBe(`住民票の写し氏名${name}番号`)
  })

  it.each([
    ['a variant that no font has', '渡邉\u{E01EE}', ['邉\u{E01EE}']],
    ['a private character', '山\u{10DE92}', ['\u{10DE92}']],
    ['two of them, each once', '😀山😀\u{2F9F4}\u{E01EE}', ['😀', '\u{2F9F4}\u{E01EE}']],
  ])('and refused with its sorts named: %s', async (_, name, characters) => {
    expect(await printPdf(ordered(name))).toEqual({ ok: false, reason: 'characters-not-in-font', characters })
  })
})

describe('orders that come at once', () => {
  const names = fc.string({ unit: fc.constantFrom(...'亀山辻葛𠮷𣘺邉太郎花子', '辻\u{E0100}', '葛\u{E0100}', '邉\u{E0100}'), minLength: 1, maxLength: 12 })

  it('are never mixed: each paper says what was ordered for it', async () => {
    const people = fc.sample(names, { numRuns: 300, seed: 7 }).map((name, index) => ({ name, number: String(index) }))
    let next = 0
    const desk = async () => {
      for (let person = people[next++]; person !== undefined; person = people[next++]) {
        expect(await textFor(ordered(person.name, 'mincho', person.number))).toBe(`住民票の写し氏名${person.name}番号${person.number}`)
      }
    }
    await Promise.all(Array.from({ length: 50 }, desk))
    expect(next).toBeGreaterThanOrEqual(people.length)
  }, 60_000)
})

describe('a file of another make', () => {
  it.each([
    ['nothing', ''],
    ['no PDF', 'hello'],
    ['a table that is nowhere', '%PDF-1.7\nstartxref\n9999\n%%EOF'],
    ['a circle of updates', '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF'],
    ['a table of nonsense', '%PDF-1.7\nxref\n)\ntrailer\nstartxref\n9\n%%EOF'],
  ])('is refused: %s', (_, source) => {
    expect(() => new PdfFile(Buffer.from(source, 'latin1'))).toThrow(PdfFormatError)
  })

  it('is refused or read, whatever its bytes, and never anything else', async () => {
    const result = await printPdf(ordered('亀山'))
    const bytes = Buffer.from(result.ok ? result.bytes : [])
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 20 }), (changes) => {
      const changed = Buffer.from(bytes)
      for (const [at, byte] of changes) changed[at] = byte
      try {
        readPdfText(changed)
      } catch (thrown) {
        // Zlib says in its own words that a stream is broken.
        expect(thrown instanceof PdfFormatError || String((thrown as { code?: string }).code).startsWith('Z_') || (thrown as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE').toBe(true)
      }
    }), { numRuns: 60 })
  })
})
