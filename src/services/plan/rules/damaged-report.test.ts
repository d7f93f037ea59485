import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { brokenPromises, changedProjects, mainRows } from './invented-checks.ts'
import { CELL_DAMAGES, type Damage, LINE_DAMAGES } from './invented-damage.ts'
import {
  type InventedPlan,
  type InventedRow,
  type PrintedLine,
  dumpOf,
  inventedPlan,
  printLines,
} from './invented-report.ts'
import { type ReadPlan, readPlanReport } from './read-report.ts'

const dice = fc.nat({ max: 10_000 })

/** Index of the line that prints a row of the plan. */
function lineOf(lines: readonly PrintedLine[], die: number): number {
  const rows = lines.flatMap(({ kind }, index) => (kind === 'row' ? [index] : []))
  return rows[die % rows.length] as number
}

function read(lines: readonly PrintedLine[]): ReadPlan {
  const reading = readPlanReport({ kind: 'text', text: dumpOf(lines) })
  expect(reading.ok).toBe(true)
  return reading as ReadPlan
}

/** The rows that a damage at a line may change: the row itself and, for glued or exchanged lines, the next. */
function rowsAt(
  plan: InventedPlan,
  lines: readonly PrintedLine[],
  at: number,
  isOverLines: boolean,
): readonly InventedRow[] {
  const index = (lines[at] as PrintedLine).row as number
  return plan.rows.slice(index, isOverLines ? index + 2 : index + 1)
}

/** Numbers under which a project is listed: a damaged copy shows at its main listing and the other way round. */
function numbersOf(plan: InventedPlan, rows: readonly InventedRow[]): ReadonlySet<string> {
  const names = new Set(rows.map(({ project }) => project.name))
  return new Set(plan.rows.filter(({ project }) => names.has(project.name)).map(({ number }) => number))
}

describe.each<[string, readonly Damage[]]>([
  ['in its cells', CELL_DAMAGES],
  ['in its lines', LINE_DAMAGES],
])('one row damaged %s', (_, damages) => {
  test.each(damages.map((damage) => [damage.name, damage] as const))('%s', (_name, damage) => {
    fc.assert(
      fc.property(inventedPlan, dice, dice, (plan, where, how) => {
        const lines = printLines(plan)
        const at = lineOf(lines, where)
        const damaged = damage.apply(lines, at, how)
        fc.pre(!isDeepStrictEqual(damaged, lines))
        const reading = read(damaged)
        const rows = rowsAt(plan, lines, at, LINE_DAMAGES.includes(damage))
        const near = numbersOf(plan, rows)
        expect(brokenPromises(reading, damaged)).toEqual([])
        // Counts are right, and every other row is read letter by letter.
        expect([reading.rows, reading.document.projects.length]).toEqual([plan.rows.length, mainRows(plan).length])
        const changed = changedProjects(reading, plan)
        expect(changed.filter((number) => !near.has(number))).toEqual([])
        // What was damaged either comes out as it was, or is asked about at its row.
        if (changed.length > 0) expect(reading.questions.filter(({ row }) => near.has(row))).not.toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

/** Damages after which the row keeps its number and its name: several may happen to one dump at once. */
const COMBINABLE = CELL_DAMAGES.filter(({ name }) => !/number|name|direction|all separators|wide spaces/.test(name))

test('many rows damaged at once: the others stay, counts are right, nothing is silent', () => {
  const faults = fc.array(fc.tuple(dice, dice, fc.constantFrom(...COMBINABLE)), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(inventedPlan, faults, (plan, chosen) => {
      let lines = printLines(plan)
      const hurt = new Map<number, InventedRow>()
      for (const [where, how, damage] of chosen) {
        const at = lineOf(lines, where)
        if (hurt.has(at) || hurt.size * 3 >= plan.rows.length) continue
        hurt.set(at, plan.rows[(lines[at] as PrintedLine).row as number] as InventedRow)
        lines = damage.apply(lines, at, how)
      }
      const reading = read(lines)
      const near = numbersOf(plan, [...hurt.values()])
      expect(brokenPromises(reading, lines)).toEqual([])
      expect([reading.rows, reading.document.projects.length]).toEqual([plan.rows.length, mainRows(plan).length])
      const changed = changedProjects(reading, plan)
      expect(changed.filter((number) => !near.has(number))).toEqual([])
      if (changed.length > 0) expect(reading.questions.filter(({ row }) => near.has(row))).not.toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a dump torn anywhere keeps its promises', () => {
  const pieces = fc.constantFrom(
    '\t',
    '\n',
    '△',
    '◎',
    '→',
    '',
    ' ',
    '①(1)-1',
    '"',
    '。',
    '<p>',
    '\u0000',
    '\u202e',
    '【再掲】',
    '課',
    '-',
    '\ud800',
  )
  const tears = fc.array(fc.tuple(dice, fc.nat({ max: 60 }), pieces), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(inventedPlan, tears, (plan, torn) => {
      let text = dumpOf(printLines(plan))
      for (const [where, length, piece] of torn) {
        const at = (where * 37) % text.length
        text = text.slice(0, at) + piece + text.slice(at + length)
      }
      const reading = readPlanReport({ kind: 'text', text })
      if (reading.ok) expect(brokenPromises(reading)).toEqual([])
      else expect(reading.reason).not.toBe('')
    }),
    { numRuns: 40 },
  )
})
