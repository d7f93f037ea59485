import { hash } from 'node:crypto'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Condition, Counting, Definition, FactField, Scalar } from '../model.ts'

/** What a definition says besides its dates and words. */
export type Terms = Pick<Definition, 'count' | 'where' | 'category'>

/** What is read of a fact when it is counted. */
export interface ToldFact {
  readonly subject: string
  readonly body: unknown
}

/** The cell of the tally that a fact adds one to. */
export interface Contribution {
  readonly category: string
  readonly value: string
}

/** Made once for each definition and then asked for every fact: null for a fact that it does not count. */
export type Contribute = (fact: ToldFact) => Contribution | null

export function contributionBy({ count, where = [], category }: Terms): Contribute {
  const holds = conditionsHold(where)
  const valueIn = valueBy(count)
  const readCategory = category === undefined ? () => undefined : readField(category)
  return (fact) => {
    if (!holds(fact)) return null
    const value = valueIn(fact)
    if (value === null) return null
    const named = readCategory(fact)
    const isNamed = typeof named === 'string' || typeof named === 'number' || typeof named === 'boolean'
    return { category: isNamed ? String(named) : '', value }
  }
}

/** Digits of SHA-256 by which values are told apart: a subject may name a person, and a tally need not. */
const DIGEST_DIGITS = 32

function valueBy(count: Counting): (fact: ToldFact) => string | null {
  switch (count.kind) {
    case 'count':
      return () => ''
    case 'sum':
    case 'median':
    case 'percentile':
      return numberIn(readField(count.of))
    case 'distinct': {
      const read = readField(count.of)
      return (fact) => {
        const value = read(fact)
        return value === undefined || value === null ? null : hash('sha256', JSON.stringify(value)).slice(0, DIGEST_DIGITS)
      }
    }
    case 'share': {
      const holds = conditionsHold(count.of)
      return (fact) => (holds(fact) ? '1' : '0')
    }
    default:
      return assertNever(count)
  }
}

function numberIn(read: (fact: ToldFact) => unknown): (fact: ToldFact) => string | null {
  return (fact) => {
    const value = read(fact)
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : null
  }
}

function conditionsHold(conditions: readonly Condition[]): (fact: ToldFact) => boolean {
  const tests = conditions.map(testOf)
  return (fact) => tests.every((test) => test(fact))
}

function testOf(condition: Condition): (fact: ToldFact) => boolean {
  const read = readField(condition.field)
  if ('is' in condition) return (fact) => isSame(read(fact), condition.is)
  if ('isNot' in condition) return (fact) => !isSame(read(fact), condition.isNot)
  if ('oneOf' in condition) return (fact) => condition.oneOf.some((one) => isSame(read(fact), one))
  if ('atLeast' in condition) return (fact) => isNumberThat(read(fact), (value) => value >= condition.atLeast)
  return (fact) => isNumberThat(read(fact), (value) => value < condition.below)
}

/** A field that is not there is null: a body that lacks it says nothing of it. */
function isSame(value: unknown, wanted: Scalar): boolean {
  return (value ?? null) === wanted
}

function isNumberThat(value: unknown, holds: (value: number) => boolean): boolean {
  return typeof value === 'number' && holds(value)
}

function readField(field: FactField): (fact: ToldFact) => unknown {
  if (field === 'subject') return ({ subject }) => subject
  const steps = field.split('.').slice(1)
  const [only] = steps
  if (steps.length === 1 && only !== undefined) return ({ body }) => stepInto(body, only)
  return ({ body }) => steps.reduce(stepInto, body)
}

function stepInto(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
