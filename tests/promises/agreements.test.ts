import { describe, expect, test } from 'vitest'
import { FAULTS } from '#kernel/faults/faults.ts'
import { FAULT_WORDS } from '#kernel/faults/text.ts'
import { latestSlot } from '#kernel/jobs/timetable.ts'
import { assertParts } from '#kernel/service/manifest.ts'
import { partsOf } from '#kernel/text/text.ts'
import { rowsOf, citiesIn } from '#kernel/city/city.ts'
import { join } from 'node:path'
import { parts } from '../../src/city.ts'
import { ROOT } from '../../tools/tool.ts'

/** What the parts say of themselves, held side by side. */
describe('the parts agree with each other', () => {
  test('names, routes, facts, questions, duties and jobs are told apart', () => {
    expect(() => assertParts(parts)).not.toThrow()
  })

  test('every fact that is listened to has a publisher', () => {
    const published = new Set(parts.flatMap((part) => Object.values(part.facts ?? {}).map((fact) => fact.name)))
    const unheard = parts.flatMap((part) => (part.listens ?? []).filter((listener) => !published.has(listener.factName)).map((listener) => `${part.name} listens to ${listener.factName}`))
    expect(unheard).toEqual([])
  })

  test('every fact is named in kebab case after its part and has a shape', () => {
    for (const part of parts) {
      for (const fact of Object.values(part.facts ?? {})) {
        expect(fact.name).toMatch(new RegExp(`^${part.name}\\.[a-z][a-z0-9-]*$`))
        expect(fact.version).toBeGreaterThanOrEqual(1)
        expect(fact.shape.safeParse(undefined).success, `${fact.name} takes anything`).toBe(false)
      }
    }
  })

  test('what empties a kept page is a fact, or all facts of a part', () => {
    const known = new Set(parts.flatMap((part) => [`${part.name}.*`, ...Object.values(part.facts ?? {}).map((fact) => fact.name)]))
    const unknown = parts.flatMap((part) => part.routes.flatMap((route) => ('emptiedBy' in route ? route.emptiedBy : []).filter((pattern) => !known.has(pattern)).map((pattern) => `${route.path}: ${pattern}`)))
    expect(unknown).toEqual([])
  })

  test('every question has one who answers it, and a legal basis', () => {
    const answered = new Map(parts.flatMap((part) => (part.answers ?? []).map((answer) => [answer.question.name, answer.question] as const)))
    expect(parts.flatMap((part) => (part.asks ?? []).filter((name) => !answered.has(name)))).toEqual([])
    for (const question of answered.values()) expect(question.basis.trim(), question.name).not.toBe('')
  })

  test('every job on the timetable strikes at a time that exists', () => {
    const now = Temporal.Instant.from('2026-11-22T00:00:00Z')
    for (const job of parts.flatMap((part) => part.jobs ?? [])) {
      if (job.timetable === undefined) continue
      if ('everyMinutes' in job.timetable) expect(job.timetable.everyMinutes, job.name).toBeGreaterThanOrEqual(1)
      const slot = latestSlot(job.timetable, now)
      expect(Temporal.Instant.compare(slot, now), job.name).toBeLessThanOrEqual(0)
      expect(now.since(slot).total('hours'), job.name).toBeLessThan(24)
    }
  })

  test('every duty that opens a door is one that a part declares, and so is every duty of the demo staff', () => {
    const declared = new Set(parts.flatMap((part) => (part.duties ?? []).map((duty) => duty.name)))
    const asked = parts.flatMap((part) => [
      ...part.routes.flatMap((route) => (route.enter.who === 'duty' ? route.enter.anyOf : [])),
      ...(part.entrances ?? []).flatMap((entrance) => (entrance.duty === undefined ? [] : [entrance.duty])),
    ])
    const held = citiesIn(join(ROOT, 'cities')).flatMap((city) => rowsOf(city, 'staff.csv').flatMap((row) => (row.duties ?? '').split(';').filter(Boolean)))
    expect([...new Set([...asked, ...held])].filter((duty) => !declared.has(duty))).toEqual([])
  })

  test('every door leads to a page', () => {
    const pages = new Set(parts.flatMap((part) => part.routes.filter((route) => route.kind === 'page').map((route) => route.path)))
    expect(parts.flatMap((part) => part.entrances ?? []).map((entrance) => entrance.path).filter((path) => !pages.has(path))).toEqual([])
  })
})

describe('every fault has words', () => {
  test.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])('%s says what happened and the way out', (code) => {
    const { title, way } = FAULT_WORDS[code]
    for (const phrase of [title, way]) expect(partsOf(phrase.ja).some((part) => part.kind === 'placeholder')).toBe(false)
    expect(title.en).not.toBe(way.en)
  })

  test('no words are left of a fault that is gone', () => {
    expect(Object.keys(FAULT_WORDS).sort()).toEqual(Object.keys(FAULTS).sort())
  })
})
