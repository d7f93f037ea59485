/**
 * One-dimensional arrays in PostgreSQL's text form, `{a,"b, c",NULL}` (manual, 8.15.2). The driver could learn the array
 * types from the server, but asks on every new connection, and loses track when that connection dies meanwhile.
 */
export function parseArray<Item>(text: string, parseItem: (item: string) => Item): (Item | null)[] {
  const items: (Item | null)[] = []
  const body = text.slice(text.indexOf('{') + 1, -1)
  // An item is quoted (with backslash escapes) or bare; bare NULL is null, quoted "NULL" is a text.
  for (const match of body.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/gs)) {
    const [, quoted, bare] = match
    if (quoted !== undefined) items.push(parseItem(quoted.replace(/\\(.)/gs, '$1')))
    else items.push(bare === 'NULL' ? null : parseItem(bare as string))
  }
  return items
}

export function serializeArray(items: readonly (string | number | bigint | null)[]): string {
  const parts = items.map((item) => (item === null ? 'NULL' : `"${String(item).replace(/[\\"]/g, '\\$&')}"`))
  return `{${parts.join(',')}}`
}
