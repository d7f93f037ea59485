import { randomUUID } from 'node:crypto'
import type { z } from 'zod'

/** A kind of fact, in the past tense: `plan.report-published`. Its shape is a promise to whoever listens. */
export interface FactType<Shape extends z.ZodType = z.ZodType> {
  readonly name: string
  /** Raised when the shape changes; old facts keep the version they were written with. */
  readonly version: number
  readonly shape: Shape
}

export type FactBody<Type extends FactType> = z.infer<Type['shape']>

export function factType<Shape extends z.ZodType>(name: string, shape: Shape, version = 1): FactType<Shape> {
  return { name, version, shape }
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
    id: randomUUID(),
    name: type.name,
    version: type.version,
    subject: given.subject,
    actor: given.actor,
    occurredAt: given.occurredAt.toString(),
    recordedAt: given.recordedAt.toString(),
    body: type.shape.parse(given.body),
  }
}
