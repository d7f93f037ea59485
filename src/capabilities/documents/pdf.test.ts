import { afterAll, describe, expect, it } from 'vitest'
import { readPdfText } from './pdf-text.ts'
import { closePress, PDF_CONTENT_LIMIT_MEGABYTES, printPdf, type PdfOrder, type PrintContent } from './pdf.ts'

const order = (content: PrintContent, changes: Partial<PdfOrder> = {}): PdfOrder => ({
  template: '= 通知\n#content.body',
  content,
  title: '給水停止のお知らせ',
  author: '上水道課',
  createdAt: Temporal.Instant.from('2022-06-01T00:00:00Z'),
  standard: 'ua-1',
  missingCharacters: 'refuse',
  ...changes,
})

async function printed(
  content: PrintContent,
  changes: Partial<PdfOrder> = {},
): Promise<{ source: string; pageCount: number }> {
  const result = await printPdf(order(content, changes))
  if (!result.ok) throw new Error(result.reason)
  return { source: Buffer.from(result.bytes).toString('latin1'), pageCount: result.pageCount }
}

afterAll(closePress)

describe('a printed document', () => {
  it.each([
    ['ua-1', '<pdfuaid:part>1'],
    ['a-2a', '<pdfaid:part>2'],
  ] as const)('is tagged and says that it keeps %s', async (standard, claim) => {
    const { source } = await printed({ body: '断水は午前9時から' }, { standard })
    expect(source.startsWith('%PDF-1.7')).toBe(true)
    expect(source).toContain(claim)
    for (const part of ['/MarkInfo', '/StructTreeRoot', '/Lang (ja', '/FontFile2', 'BIZUDGothic-Regular'])
      expect(source).toContain(part)
    expect(Buffer.from(source, 'latin1').toString('utf8')).toContain('給水停止のお知らせ</rdf:li>')
  })

  it('is the same, byte for byte, when ordered again, and bears the date of the order', async () => {
    const [first, second] = [await printed({ body: '同じ' }), await printed({ body: '同じ' })]
    expect(first.source).toBe(second.source)
    expect(first.source).toContain('D:20220601')
  })

  it.each([
    ['a heading', '= 見出し'],
    ['code', '#pagebreak()#panic("ran")'],
    ['mathematics', '$ x^2 $ *太字* _斜体_ `code`'],
    ['the end of a string', '"))#pagebreak()'],
    ['a reference', '@nothing <label> \\u{41} //'],
  ])('takes data that looks like %s as text', async (_, body) => {
    const { source, pageCount } = await printed({ body })
    expect(pageCount).toBe(1)
    expect(source.match(/\/S \/H1/g)).toHaveLength(1)
  })

  it('cannot reach the files of the machine', async () => {
    await expect(printPdf(order({ body: '' }, { template: '#read("/etc/hostname")' }))).rejects.toThrow(
      /file not found/,
    )
  })

  it('survives control characters, halves of characters and foreign line ends', async () => {
    const body = 'あ\u0000い\tう\r\nえ\ud800お'
    const result = await printPdf(order({ body }, { missingCharacters: 'geta' }))
    expect(result).toMatchObject({ ok: true, replacedCharacters: ['\ufffd'] })
  })
})

describe('characters that the font lacks', () => {
  it('stop the print and are named', async () => {
    const result = await printPdf(order({ body: '𠮷田さん😀と渡辺\u{E01EF}さん😀' }))
    expect(result).toEqual({ ok: false, reason: 'characters-not-in-font', characters: ['😀', '辺\u{E01EF}'] })
  })

  it('are printed as 〓 where the order allows it', async () => {
    const result = await printPdf(order({ body: '渡辺\u{E01EF}さん' }, { missingCharacters: 'geta' }))
    expect(result).toMatchObject({ ok: true, replacedCharacters: ['辺\u{E01EF}'] })
    expect(result.ok && readPdfText(result.bytes)).toEqual(['通知渡〓さん'])
  })

  it.each(['◎○△×→−', '①⑳㈱㎡', '髙﨑', '葛\u{E0100}飾', 'か\u3099'])('do not include %s', async (body) => {
    expect(await printPdf(order({ body }))).toMatchObject({ ok: true, replacedCharacters: [] })
  })
})

describe('an order that cannot be printed', () => {
  it('is refused when its content is too large', async () => {
    const body = 'x'.repeat(PDF_CONTENT_LIMIT_MEGABYTES * 1e6)
    expect(await printPdf(order({ body }))).toEqual({ ok: false, reason: 'content-too-large' })
  })

  it('is a fault when the template is wrong', async () => {
    await expect(printPdf(order({ body: '' }, { template: '#unknown' }))).rejects.toMatchObject({ code: 'broken' })
  })
})
