import { z } from 'zod'
import type { FactType } from './fact.ts'

/** As for the columns of tables (see migrations.ts): who may see a value at all. */
export type PrivacyLevel = 'public' | 'internal' | 'personal' | 'sensitive'

declare module 'zod' {
  interface GlobalMeta {
    /** How private a field of a fact is: `z.string().meta({ privacy: 'public' })`; it holds for what lies below it too. */
    privacy?: PrivacyLevel
  }
}

/** What nobody has declared is treated like the worst that it could be. */
const UNDECLARED: PrivacyLevel = 'sensitive'

/** How private a field is: `subject`, or a path in the body such as `body.address.town`. */
export function privacyOf(type: FactType, field: string): PrivacyLevel {
  if (field === 'subject') return type.subjectPrivacy
  let level = UNDECLARED
  for (const shape of shapesAlong(type.shape, field.split('.').slice(1))) level = shape?.meta()?.privacy ?? level
  return level
}

/** The innermost shape of a field of the body, without `optional` and `nullable`; undefined when there is no such field. */
export function shapeOf(type: FactType, field: string): z.ZodType | undefined {
  return unwrapped(shapesAlong(type.shape, field.split('.').slice(1)).at(-1))
}

export interface ShownField {
  /** `subject`, or the path in the body. */
  readonly field: string
  readonly level: PrivacyLevel
  /** Null when it is masked; otherwise as JSON prints it, texts without quotes. */
  readonly value: string | null
}

/**
 * A fact's subject and body, flat, with everything masked that is not of one of the levels. The type is missing for
 * facts of a service that has been removed: then everything is masked.
 */
export function shownFields(type: FactType | undefined, fact: { readonly subject: string; readonly body: unknown }, levels: readonly PrivacyLevel[]): ShownField[] {
  const fields: [string, unknown][] = [['subject', fact.subject], ...leavesOf('body', fact.body)]
  return fields.map(([field, value]) => {
    const level = type === undefined ? UNDECLARED : privacyOf(type, field)
    const isShown = levels.includes(level)
    return { field, level, value: isShown ? printed(value) : null }
  })
}

/** What a fact's shape takes up to be correctable: `z.object({ …, ...corrections })`; see isCorrectable. */
export const corrections = {
  /** Id of the fact of the same name that this one replaces. */
  corrects: z.uuid().optional().meta({ privacy: 'internal' }),
  /** Nothing is put in the earlier one's place: it never should have been told. */
  withdrawn: z.boolean().optional().meta({ privacy: 'internal' }),
} as const

/**
 * Whether facts of this kind may replace earlier ones. Of several that correct the same fact, the one recorded last
 * counts. A correction corrects the fact that stands, so a second correction names the first.
 */
export function isCorrectable(type: FactType): boolean {
  return type.shape instanceof z.ZodObject && type.shape.shape.corrects === corrections.corrects
}

/** The shape, and the shape of each step of the path below it; undefined from where the path leads nowhere. */
function shapesAlong(shape: z.ZodType, path: readonly string[]): (z.ZodType | undefined)[] {
  const shapes: (z.ZodType | undefined)[] = [shape]
  for (const step of path) {
    const above = unwrapped(shapes.at(-1))
    shapes.push(above instanceof z.ZodObject ? (above.shape[step] as z.ZodType | undefined) : undefined)
  }
  return shapes
}

function unwrapped(shape: z.ZodType | undefined): z.ZodType | undefined {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) return unwrapped(shape.unwrap() as z.ZodType)
  return shape
}

function leavesOf(path: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, below]) => leavesOf(`${path}.${key}`, below))
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
