import { SaxesParser } from 'saxes'
import { TELEGRAM_LIMITS, type XmlLimits } from './limits.ts'
import { TelegramRefused } from './refusal.ts'

/** An element by its local name and namespace; prefixes are the sender's choice. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of elements in it, trimmed. */
  readonly text: string
}

interface Growing {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Growing[]
  text: string
}

/** Bytes are handed to the parser in pieces, so that a limit stops the work and not only the result. */
const PIECE_BYTES = 64 * 1024

/**
 * The document as a tree; refuses (`TelegramRefused`) what no telegram needs: a document type declaration with its entities
 * (XXE, billion laughs), any encoding but UTF-8, too many or too deep elements, anything after the end.
 */
export function xmlTree(source: Uint8Array, limits: XmlLimits = TELEGRAM_LIMITS): XmlElement {
  if (source.length === 0) throw new TelegramRefused('empty', '1:0', 'nothing was sent')
  if (source.length > limits.bytes) throw new TelegramRefused('too-large', '1:0', `${source.length} bytes, at most ${limits.bytes}`)
  refuseOtherEncoding(source)
  const parser = new SaxesParser({ xmlns: true })
  const tree = growTree(parser, limits)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < source.length; from += PIECE_BYTES) write(parser, () => decoder.decode(source.subarray(from, from + PIECE_BYTES), { stream: true }))
  write(parser, () => decoder.decode())
  parser.close()
  const root = tree.root()
  if (root === undefined) throw new TelegramRefused('not-well-formed', placeOf(parser), 'no element')
  return root
}

/** Bytes that begin like UTF-16 or UTF-32 never were UTF-8, whatever they declare. */
function refuseOtherEncoding(source: Uint8Array): void {
  const [a = 1, b = 1] = source
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) throw new TelegramRefused('encoding', '1:0', 'begins like UTF-16 or UTF-32')
}

function write(parser: SaxesParser<{ xmlns: true }>, decoded: () => string): void {
  let text: string
  try {
    text = decoded()
  } catch {
    throw new TelegramRefused('encoding', placeOf(parser), 'bytes that are not UTF-8')
  }
  parser.write(text)
}

function growTree(parser: SaxesParser<{ xmlns: true }>, limits: XmlLimits): { root(): XmlElement | undefined } {
  const open: Growing[] = []
  let root: Growing | undefined
  let elements = 0
  parser.on('error', (error) => {
    throw new TelegramRefused('not-well-formed', placeOf(parser), error.message)
  })
  parser.on('doctype', () => {
    throw new TelegramRefused('document-type', placeOf(parser), 'a document type declaration')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw new TelegramRefused('encoding', placeOf(parser), encoding)
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++elements > limits.elements) throw new TelegramRefused('too-many-elements', placeOf(parser), local)
    if (open.length >= limits.depth) throw new TelegramRefused('too-deep', placeOf(parser), local)
    const element: Growing = { name: local, namespace: uri, attributes: plainAttributes(attributes, limits, placeOf(parser)), children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (text) => {
    const holder = open.at(-1)
    if (holder !== undefined) holder.text += text
  })
  parser.on('cdata', (text) => {
    const holder = open.at(-1)
    if (holder !== undefined) holder.text += text
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) closed.text = closed.text.trim()
  })
  return { root: () => root }
}

function plainAttributes(given: Readonly<Record<string, { local: string; value: string; prefix: string }>>, limits: XmlLimits, place: string): Record<string, string> {
  const result: Record<string, string> = Object.create(null) as Record<string, string>
  const all = Object.values(given)
  if (all.length > limits.attributes) throw new TelegramRefused('too-many-elements', place, `${all.length} attributes`)
  for (const { local, value, prefix } of all) if (prefix !== 'xmlns' && local !== 'xmlns') result[local] = value
  return result
}

function placeOf(parser: SaxesParser<{ xmlns: true }>): string {
  return `${parser.line}:${parser.column}`
}
