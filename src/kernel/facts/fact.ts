import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { PrivacyLevel } from './privacy.ts'

/** A kind of fact, in the past tense: `plan.report-published`. Its shape is a promise to whoever listens. */
export interface FactType<Shape extends z.ZodType = z.ZodType> {
  readonly name: string
  /** Raised when the shape changes; old facts keep the version they were written with. */
  readonly version: number
  /** How private its fields are, they say themselves: `z.string().meta({ privacy: 'public' })`; see privacy.ts. */
  readonly shape: Shape
  /** How private its subject is; sensitive where nothing is said. */
  readonly subjectPrivacy: PrivacyLevel
}

export type FactBody<Type extends FactType> = z.infer<Type['shape']>

interface FactTerms {
  readonly version?: number
  readonly subjectPrivacy?: PrivacyLevel
}

export function factType<Shape extends z.ZodType>(name: string, shape: Shape, terms: FactTerms = {}): FactType<Shape> {
  const { version = 1, subjectPrivacy = 'sensitive' } = terms
  return { name, version, shape, subjectPrivacy }
}

/** A fact as it is kept in the chain. */
export interface Fact<Body = unknown> {
  readonly position: number
  readonly id: string
  readonly service: string
  readonly name: string
  readonly version: number
  readonly subject: string
  readonly actor: string
  readonly occurredAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  readonly body: Body
}

/** A fact on its way into the outbox, in the form the database function reads. */
export interface FactDraft {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly subject: string
  readonly actor: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly body: unknown
}

interface FactCircumstances {
  readonly subject: string
  readonly body: unknown
  readonly occurredAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  readonly actor: string
}

/** Checks the body against the promised shape: a fact of the wrong shape is a broken promise and throws. */
export function draftFact(type: FactType, given: FactCircumstances): FactDraft {
  return {
    // Ids that grow with time keep the index of all facts dense, and its growing end in memory.
    id: randomUUIDv7(),
    name: type.name,
    version: type.version,
    subject: given.subject,
    actor: given.actor,
    occurredAt: given.occurredAt.toString(),
    recordedAt: given.recordedAt.toString(),
    body: type.shape.parse(given.body),
  }
}
