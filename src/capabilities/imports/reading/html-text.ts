/** Whether a text holds HTML tags and not just a lone angle bracket. */
export function holdsHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text)
}

/**
 * An HTML fragment → its words as plain paragraphs, one a line: blocks and list items end a line, other tags vanish,
 * blank runs become one space. Nothing is interpreted: scripts and styles lose their content, links their address.
 */
export function plainParagraphs(fragment: string): string {
  const withLines = fragment
    .replace(/<(script|style)\b[^<]*(?:<(?!\/\1)[^<]*)*(<\/\1\s*>|$)/gi, '')
    .replace(/<\/?(p|div|li|ul|ol|h[1-6]|table|tr|section|dl|dt|dd)\b[^<>]*>|<br\b[^<>]*>/gi, '\n')
    .replace(/<\/?t[dh]\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
  return decodeEntities(withLines)
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
