import { createHash } from 'node:crypto'
import type { XmlElement } from './xml-tree.ts'

/**
 * The same for the same content, however it was spaced, indented or prefixed on its way: the same telegram comes from the feed, the
 * folder and the push.
 */
export function digestOf(tree: XmlElement): string {
  const hash = createHash('sha256')
  addTo(hash, tree)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, element: XmlElement): void {
  const attributes = Object.entries(element.attributes).toSorted(([a], [b]) => (a < b ? -1 : 1))
  hash.update(JSON.stringify([element.namespace, element.name, attributes, element.text]))
  for (const child of element.children) addTo(hash, child)
  hash.update('/')
}
