import { escapeHtml } from '#kernel/html/html.ts'
import type { XmlElement } from './xml-tree.ts'

/** A tree as a document that reads as the same tree. Prefixes, spacing and comments of the document it came from are gone. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}\n`
}

function elementText({ name, namespace, attributes, children, text }: XmlElement, around: string): string {
  const all = namespace === around ? Object.entries(attributes) : [['xmlns', namespace] as const, ...Object.entries(attributes)]
  const written = all.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')
  return `<${name}${written}>${escapeHtml(text)}${children.map((child) => elementText(child, namespace)).join('')}</${name}>`
}
