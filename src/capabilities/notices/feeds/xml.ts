/** XML as a value: a template escapes what is put in; what is `Xml` already passes as it is. */
export class Xml {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  toString(): string {
    return this.source
  }
}

export type XmlValue = Xml | string | number | null | false | readonly XmlValue[]

export function xml(literals: TemplateStringsArray, ...values: readonly XmlValue[]): Xml {
  let source = literals[0] ?? ''
  for (const [index, value] of values.entries()) source += sourceOf(value) + literals[index + 1]
  return new Xml(source)
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

function sourceOf(value: XmlValue): string {
  if (value === null || value === false) return ''
  if (value instanceof Xml) return value.source
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return value.map(sourceOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** XML 1.0 section 2.2 has no way to write most control characters and lone surrogates; they say nothing and are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}
