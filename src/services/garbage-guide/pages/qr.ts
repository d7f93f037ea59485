import { toString as drawQr } from 'qrcode'
import { attributes, trusted, type Html } from '#kernel/html/html.ts'

/** In CSS pixels: read easily by a phone held before a screen or a sheet. */
const SIZE = 160

/** A QR code as a drawing in the page: the content policy allows no images from elsewhere. */
export async function renderQr(address: string, label: string): Promise<Html> {
  const given = attributes({ role: 'img', 'aria-label': label, width: SIZE, height: SIZE })
  return trusted((await qrSource(address)).replace('<svg', `<svg${given.source}`))
}

export function qrSource(address: string): Promise<string> {
  return drawQr(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
}
