import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FAULTS } from '#kernel/faults/faults.ts'
import { shapeLine } from '../../tools/city-book/shapes.ts'
import { cityBook, isBookFresh } from '../../tools/draw-city.ts'
import { ROOT } from '../../tools/tool.ts'
import { parts } from '../../src/city.ts'

describe('docs/city.md', () => {
  test('is fresh', () => {
    expect(isBookFresh(ROOT), 'npm run city draws it again').toBe(true)
  })

  test('names every route, fact, duty, job and fault', () => {
    const book = readFileSync(join(ROOT, 'docs/city.md'), 'utf8')
    const names = parts.flatMap((part) => [
      ...part.routes.map((route) => route.path),
      ...Object.values(part.facts ?? {}).map((fact) => fact.name),
      ...(part.duties ?? []).map((duty) => duty.name),
      ...(part.jobs ?? []).map((job) => job.name),
    ])
    expect([...names, ...Object.keys(FAULTS)].filter((name) => !book.includes(`\`${name}\``))).toEqual([])
  })

  test('is drawn the same twice', () => {
    expect(cityBook(parts)).toBe(cityBook(parts))
  })

  test.each([
    [z.object({ year: z.int(), note: z.string().optional() }), '{ year: integer, note?: string }'],
    [z.object({ marks: z.array(z.enum(['a', 'b'])) }), '{ marks: ("a" | "b")[] }'],
    [z.object({ unit: z.string().nullable() }), '{ unit: string | null }'],
    [z.object({}), '{}'],
  ])('a shape is told in one line', (shape, line) => {
    expect(shapeLine(shape)).toBe(line)
  })
})
