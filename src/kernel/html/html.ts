/**
 * HTML as a value. A `html` template escapes every value by default, so a page cannot forget it; what is already
 * `Html` passes as it is. Attribute values stand in double quotes in the template (tools/check-rooms looks for it).
 */
export class Html {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  toString(): string {
    return this.source
  }
}

/** What may stand in a template. `null`, `undefined` and booleans print nothing, so `condition && html\`…\`` works. */
export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[]

/** Builds `Html` from a template; every value is escaped unless it is `Html` already. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let source = literals[0] ?? ''
  for (let index = 0; index < values.length; index++) {
    source += sourceOf(values[index]) + literals[index + 1]
  }
  return new Html(source)
}

/** Marks text as HTML without escaping it: only for source that this program wrote itself (styles, SVG, stored Html). */
export function trusted(source: string): Html {
  return new Html(source)
}

export const nothing: Html = new Html('')

export type AttributeValue = string | number | boolean | null | undefined

/** Prints a set of attributes with a leading space: `true` prints the name alone, `false` and `null` print nothing. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let source = ''
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue
    source += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
  }
  return new Html(source)
}

/** Puts a separator between parts. */
export function join(parts: readonly HtmlValue[], separator: HtmlValue): Html {
  return new Html(parts.map(sourceOf).join(sourceOf(separator)))
}

const HAS_SPECIAL = /[&<>"']/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  // Most texts hold nothing special: one test is several times cheaper than a replace.
  if (!HAS_SPECIAL.test(text)) return text
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}

function sourceOf(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (value instanceof Html) return value.source
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  let source = ''
  for (const part of value) source += sourceOf(part)
  return source
}
