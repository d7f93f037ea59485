import { z } from 'zod'

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
}

/** The shape of a fact in one line, e.g. `{ year: integer, note?: string, marks: string[] }`. */
export function shapeLine(shape: z.ZodType): string {
  return lineOf(z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }) as Schema)
}

function lineOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choices.map(lineOf).join(' | ')
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.items !== undefined) return `${bracketed(lineOf(schema.items))}[]`
  if (schema.properties !== undefined) return objectLine(schema.properties, schema.required ?? [])
  if (typeof schema.additionalProperties === 'object') return `{ [name]: ${lineOf(schema.additionalProperties)} }`
  if (schema.type === undefined) return 'anything'
  return typeof schema.type === 'string' ? schema.type : schema.type.join(' | ')
}

function objectLine(properties: Readonly<Record<string, Schema>>, required: readonly string[]): string {
  const fields = Object.entries(properties).map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${lineOf(schema)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function bracketed(line: string): string {
  return line.includes(' | ') ? `(${line})` : line
}
