import { SaxesParser } from 'saxes'
import { XlsxRefusal } from './refusal.ts'

export interface XmlListener {
  /** Names come without their prefix: programs choose prefixes as they like. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const DEPTH_LIMIT = 64

/** Reads XML piece by piece. A document type declaration is refused: with it come entities, and with them bombs. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = parserFor(listener)
  let decoder: TextDecoder | null = null
  try {
    for await (const piece of pieces) {
      decoder ??= decoderFor(piece)
      parser.write(decoder.decode(piece, { stream: true }))
    }
    parser.write(decoder?.decode() ?? '').close()
  } catch (thrown) {
    if (thrown instanceof XlsxRefusal) throw thrown
    throw new XlsxRefusal('damaged', thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function parserFor(listener: XmlListener): SaxesParser {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', (error) => {
    throw new XlsxRefusal('damaged', error.message)
  })
  parser.on('doctype', () => {
    throw new XlsxRefusal('document-type-declaration')
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEPTH_LIMIT) throw new XlsxRefusal('damaged', 'elements are nested too deeply')
    listener.open(localName(tag.name), withLocalNames(tag.attributes))
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close?.(localName(tag.name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  return parser
}

function withLocalNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = Object.create(null) as Record<string, string>
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) result[localName(name)] = attributes[name] as string
  }
  return result
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Every reader must take UTF-8 and UTF-16 (ECMA-376 part 2, 8.1.4.2 asks for no other). Wrong bytes are an error. */
function decoderFor(start: Uint8Array): TextDecoder {
  const isLittle = start[0] === 0xff && start[1] === 0xfe
  const isBig = start[0] === 0xfe && start[1] === 0xff
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true })
}
