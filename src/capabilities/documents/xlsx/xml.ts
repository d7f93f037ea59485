/** Text in XML. Only the writer uses it: what is read goes through a parser. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** For names and properties: what XML 1.0 cannot carry becomes U+FFFD. Texts of cells lose nothing (below). */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string).replace(NOT_IN_XML, '\ufffd')
}

const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Text of a cell (ST_Xstring, ECMA-376 part 1, 22.9.2.19): characters that XML 1.0 cannot carry stand as `_x001F_`,
 * and a text that looks like such an escape has its underscore escaped, so that every text comes back as it was.
 */
export function escapeCellText(text: string): string {
  return escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, escapedCharacter),
  )
}

/** Undoes `_xHHHH_`. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function escapedCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
