import { PdfName, PdfReference, type PdfDictionary, type PdfValue } from '#capabilities/documents/pdf-file.ts'

/** A value as it stands in a file (ISO 32000-2 section 7.3); texts are written in hexadecimal, so that nothing needs escaping. */
export function written(value: PdfValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (value instanceof PdfName) return `/${value.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
  if (value instanceof PdfReference) return `${value.number} 0 R`
  if (Buffer.isBuffer(value)) return `<${value.toString('hex')}>`
  if (Array.isArray(value)) return `[${(value as PdfValue[]).map(written).join(' ')}]`
  return `<<${[...(value as PdfDictionary)].map(([key, entry]) => `${written(new PdfName(key))} ${written(entry)}`).join(' ')}>>`
}

/** UTF-16BE after its mark (section 7.9.2.2). */
export function textString(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
}
