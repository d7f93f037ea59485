import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Condition, Counting, Indicator, Scalar } from '#capabilities/indicators/model.ts'
import type { FactType } from '#kernel/facts/fact.ts'
import { openTestWeb, type TestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'

const types = new Map(parts.flatMap((part) => Object.values(part.facts ?? {}).map((type) => [type.name, type] as const)))
const declared = parts.flatMap((part) => part.indicators ?? [])
/** The running year of the tests' clock, and the one before. */
const YEARS = [2025, 2026] as const
const FACTS_EACH = 60

let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb(parts)
  const counted = new Set(declared.flatMap(({ definitions }) => definitions.map(({ fact }) => fact)))
  for (const name of counted) await tellMany(types.get(name) as FactType)
  await city.workers.settle()
}, 120_000)
afterAll(() => city.close())

interface KeptFact {
  readonly subject: string
  readonly body: unknown
}

describe('every figure can be followed to the facts it was counted from', () => {
  test('there are indicators', () => {
    expect(declared.length).toBeGreaterThan(1)
  })

  test.each(declared.map((indicator) => [indicator.key, indicator] as const))('%s', async (key, indicator) => {
    let seen = 0
    for (const year of YEARS) {
      const shown = await json<{ value: number | null; facts: number; isComplete: boolean; versions: { version: number }[] }>(`/evidence/${key}/figure.json?year=${year}`)
      const ids = await followedIds(key, year)
      expect(shown.isComplete).toBe(true)
      expect(ids.length).toBe(shown.facts)
      const facts = await city.open.owner<KeptFact[]>`select subject, body from kernel.fact where id in ${city.open.owner(ids.length === 0 ? [randomUUID()] : ids)}`
      expect(facts.length).toBe(shown.facts)
      seen += facts.length
      const [only, ...others] = definitionsIn(indicator, year)
      if (only === undefined) expect(shown.value).toBeNull()
      else if (others.length === 0) expect(shown.value).toBeCloseTo(recount(facts, only.count) ?? Number.NaN, 9)
      expect(shown.versions.length).toBe(only === undefined ? 0 : 1 + others.length)
    }
    expect(seen, 'no fact was counted at all').toBeGreaterThan(0)
  })

  test('its page and its facts are pages for everyone', async () => {
    for (const { key } of declared) {
      for (const url of [`/evidence/${key}?year=2026`, `/evidence/${key}/facts?year=2026`]) expect((await city.web.inject({ url })).statusCode, url).toBe(200)
    }
  })
})

async function json<Reply>(url: string): Promise<Reply> {
  const answer = await city.web.inject({ url })
  expect(answer.statusCode, url).toBe(200)
  return answer.json<Reply>()
}

async function followedIds(key: string, year: number): Promise<string[]> {
  const ids: string[] = []
  for (let url: string | null = `/evidence/${key}/facts.json?year=${year}`; url !== null; ) {
    const page: { facts: { id: string }[]; next: string | null } = await json(url)
    ids.push(...page.facts.map(({ id }) => id))
    url = page.next === null ? null : page.next.replace(/^https?:\/\/[^/]+/, '')
  }
  expect(new Set(ids).size).toBe(ids.length)
  return ids
}

function definitionsIn({ definitions }: Indicator, year: number) {
  const [first, last] = [`${year}-04-01`, `${year + 1}-03-01`]
  return definitions.filter(({ from }, index) => from <= last && (definitions[index + 1]?.from ?? '9999') > first)
}

/** As a clerk would do it with the facts on the table; the conditions have chosen them already. */
function recount(facts: readonly KeptFact[], count: Counting): number | null {
  const read = (fact: KeptFact, field: string): unknown => field.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], fact)
  if (count.kind === 'count') return facts.length
  if (count.kind === 'share') return (100 * facts.filter((fact) => count.of.every((condition) => holds(read(fact, condition.field), condition))).length) / facts.length
  const values = facts.map((fact) => read(fact, count.of))
  if (count.kind === 'distinct') return new Set(values.map((value) => JSON.stringify(value))).size
  const numbers = (values as number[]).toSorted((a, b) => a - b)
  if (count.kind === 'sum') return numbers.reduce((sum, value) => sum + value, 0)
  if (count.kind === 'percentile') return numbers[Math.ceil((numbers.length * count.percent) / 100) - 1] ?? null
  return ((numbers[Math.ceil(numbers.length / 2) - 1] ?? Number.NaN) + (numbers[Math.floor(numbers.length / 2)] ?? Number.NaN)) / 2
}

function holds(value: unknown, condition: Condition): boolean {
  if ('is' in condition) return (value ?? null) === condition.is
  if ('isNot' in condition) return (value ?? null) !== condition.isNot
  if ('oneOf' in condition) return condition.oneOf.includes((value ?? null) as string)
  return 'atLeast' in condition ? (value as number) >= condition.atLeast : (value as number) < condition.below
}

/** Facts of the kind as its shape wants them, over two years; the values differ from fact to fact. */
async function tellMany(type: FactType): Promise<void> {
  for (let turn = 0; turn < FACTS_EACH; turn++) {
    const body = type.shape.parse(sampleOf(type.shape, turn, wantedValues(type.name)))
    const at = `${Temporal.PlainDate.from('2025-04-01').add({ days: turn * 10 }).toString()}T12:00:00+09:00`
    await city.open.owner`insert into kernel.outbox (id, service, name, version, subject, actor, occurred_at, recorded_at, body)
      values (${randomUUID()}, ${type.name.split('.')[0] as string}, ${type.name}, ${type.version}, ${`sample:${turn % 7}`}, 'system', ${at}, ${at}, ${body as never})`
  }
}

type Wanted = ReadonlyMap<string, readonly Scalar[]>

/** Values that the conditions of an indicator ask for, so that some facts meet them. */
function wantedValues(fact: string): Wanted {
  const definitions = declared.flatMap((indicator) => indicator.definitions).filter((one) => one.fact === fact)
  const wanted = new Map<string, Scalar[]>()
  for (const condition of definitions.flatMap(({ where = [], count }) => [...where, ...(count.kind === 'share' ? count.of : [])])) {
    const values = 'is' in condition ? [condition.is] : 'oneOf' in condition ? condition.oneOf : []
    wanted.set(condition.field, [...(wanted.get(condition.field) ?? []), ...values])
  }
  return wanted
}

/** A number as it comes, or folded into the bounds of the shape where it has some near. */
function sampleNumber({ minValue, maxValue }: z.ZodNumber, number: number): number {
  const [low, high] = [minValue ?? Number.MIN_SAFE_INTEGER, maxValue ?? Number.MAX_SAFE_INTEGER]
  return high - low > 1_000 ? Math.max(low, Math.min(high, number)) : low + (number % (high - low + 1))
}

function sampleOf(shape: unknown, turn: number, wanted: Wanted, path = 'body'): unknown {
  const wishes = wanted.get(path) ?? []
  if (wishes.length > 0 && turn % 2 === 0) return wishes[(turn / 2) % wishes.length]
  if (shape instanceof z.ZodObject) return Object.fromEntries(Object.entries(shape.shape).flatMap(([key, field]) => (key === 'corrects' || key === 'withdrawn' ? [] : [[key, sampleOf(field, turn, wanted, `${path}.${key}`)]])))
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) return sampleOf(shape.unwrap(), turn, wanted, path)
  if (shape instanceof z.ZodNumber) return sampleNumber(shape, 1 + ((turn * 7) % 23))
  if (shape instanceof z.ZodBoolean) return turn % 3 === 0
  if (shape instanceof z.ZodEnum) return shape.options[turn % shape.options.length]
  if (shape instanceof z.ZodLiteral) return shape.value
  if (shape instanceof z.ZodArray) return []
  const texts = [`sample ${turn % 5}`, Temporal.PlainDate.from('2025-04-01').add({ days: turn }).toString(), randomUUID(), '2025-04-01T00:00:00Z']
  const text = shape instanceof z.ZodType ? texts.find((one) => shape.safeParse(one).success) : undefined
  if (text !== undefined) return text
  throw new Error(`Nobody has taught this test what ${path} may hold`)
}
