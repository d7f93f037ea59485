import { readFileSync } from 'node:fs'
import { toString as drawQr } from 'qrcode'
import { printPdf, type PdfResult, type PrintContent } from '#capabilities/documents/pdf.ts'
import { readPdfText } from '#capabilities/documents/pdf-text.ts'
import type { City } from '#kernel/city/city.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import { dayOf } from '#kernel/time/clock.ts'
import type { PaperContent } from '../model.ts'
import { groupedCode } from '../rules/paper-code.ts'

const TEMPLATE = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')

export interface PaperOrder {
  readonly city: City
  readonly content: PaperContent
  readonly code: string
  /** Address of the city, for the QR code. */
  readonly origin: string
  readonly readAt: Temporal.Instant
  /** Signed under the test authority: the paper then says that it is worth nothing. */
  readonly isTest: boolean
}

/** Typesets a certificate: PDF/A-2a, tagged, with the fonts that hold its names; what no font draws is refused and named. */
export async function printPaper(order: PaperOrder): Promise<PdfResult> {
  const { content, city, readAt } = order
  return printPdf({
    template: TEMPLATE, content: await sheetOf(order), title: content.title, author: `${city.name}長`, createdAt: readAt,
    standard: 'a-2a', missingCharacters: 'refuse', typeface: 'mincho',
  })
}

async function sheetOf({ city, content, code, origin, readAt, isTest }: PaperOrder): Promise<PrintContent> {
  const address = `${origin}/verify/${code}`
  return {
    city: city.name, title: content.title, sections: content.sections.map(({ rows }) => rows.map(([label, value]) => [label, value])),
    certified: content.certified, day: formatJapaneseDate(dayOf(readAt)), issuer: `${city.name}長`,
    stamp: `${city.name.slice(0, 2)}\n${city.name.slice(2)}長之印`, stampLabel: '公印（印影は試験用）',
    seal: content.seal === null ? null : { svg: svgOf(content.seal), widthMm: content.seal.widthTenths / 10, heightMm: content.seal.heightTenths / 10, label: '登録印影' },
    code: groupedCode(code), qr: await drawQr(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }), qrLabel: '真偽を確認するためのQRコード',
    verify: `この書類が本物かどうかは、QRコードか ${origin}/verify で確認番号により確かめられます。電子署名とタイムスタンプが付されています。`,
    invented: isTest ? '試験用の架空の証明書です。公印・署名とも効力はありません。' : '',
  }
}

function svgOf({ png, widthTenths, heightTenths }: NonNullable<PaperContent['seal']>): string {
  const [width, height] = [widthTenths, heightTenths]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><image width="${width}" height="${height}" preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/></svg>`
}

/**
 * The last look before a paper is signed: what can be read off it is, letter by letter and in order, what was ordered, and
 * its number stands on every page. Nothing that another order, a cache or a queue brought in passes here.
 */
export function saysWhatWasOrdered(bytes: Uint8Array, content: PaperContent, code: string): boolean {
  const pages = readPdfText(bytes).map(withoutBlanks)
  if (!pages.every((page) => page.includes(withoutBlanks(groupedCode(code))))) return false
  const text = pages.join('')
  let at = 0
  for (const piece of [content.title, ...content.sections.flatMap(({ rows }) => rows.map(([label, value]) => label + value)), content.certified]) {
    const found = text.indexOf(withoutBlanks(piece), at)
    if (found < 0) return false
    at = found + 1
  }
  return true
}

function withoutBlanks(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, '')
}
