import { isDeepStrictEqual } from 'node:util'
import { applyAnswers } from './answers.ts'
import { readField } from './fields.ts'
import {
  type InventedPlan,
  type InventedRow,
  type PrintedLine,
  expectedProject,
  printedProject,
} from './invented-report.ts'
import type { ReadPlan } from './read-report.ts'

/** What must hold of every reading, however damaged its source; each broken promise as one line, for tests. */
export function brokenPromises(reading: ReadPlan, lines?: readonly PrintedLine[]): readonly string[] {
  const { document, questions, soundCells, rows } = reading
  const broken: string[] = []
  for (const { line, cell, field, text } of soundCells) {
    if (readField(document, field) !== text) broken.push(`sound cell ${line}:${cell} is not what ${field} holds`)
    const source = lines?.[line - 1]?.cells[cell]?.replace(/\s/g, '')
    if (source !== undefined && !source.includes(text.replace(/\s/g, '')))
      broken.push(`${field} is not from ${line}:${cell}`)
  }
  const touched = new Set(questions.flatMap(({ cells }) => cells.map(({ line, cell }) => `${line}:${cell}`)))
  if (soundCells.some(({ line, cell }) => touched.has(`${line}:${cell}`))) broken.push('a sound cell is asked about')
  if (new Set(questions.map(({ id }) => id)).size !== questions.length) broken.push('two questions bear one id')
  for (const { id, field, proposed } of questions) {
    if (field && (readField(document, field) ?? '') !== proposed) broken.push(`${id} proposes what is not stored`)
  }
  const accepted = applyAnswers(reading, new Map(questions.map(({ id }) => [id, { kind: 'accept' }])))
  if (!isDeepStrictEqual(accepted.document, document)) broken.push('accepting every proposal changes the plan')
  const numbers = new Set(document.listings.map(({ number }) => number))
  if (numbers.size !== rows || document.listings.length !== rows) broken.push('rows and listings differ')
  return [...broken, ...brokenTree(reading)]
}

function brokenTree({ document }: ReadPlan): readonly string[] {
  const broken: string[] = []
  const projects = new Set(document.projects.map(({ key }) => key))
  const branches = new Set(document.branches.map(({ key }) => key))
  if (projects.size !== document.projects.length) broken.push('two projects bear one key')
  for (const { number, projectKey, branchKey } of document.listings) {
    if (!projects.has(projectKey)) broken.push(`${number} lists no project`)
    if (!branches.has(branchKey)) broken.push(`${number} stands under no branch`)
  }
  for (const key of projects) {
    if (!document.listings.some((listing) => listing.projectKey === key)) broken.push(`${key} is listed nowhere`)
  }
  return broken
}

export function mainRows(plan: InventedPlan): readonly InventedRow[] {
  return plan.rows.filter(({ mark }) => mark !== '【再掲】')
}

export function keyOf({ vision, direction, item }: InventedRow): string {
  return `${vision}-${direction}-${item}`
}

/** Numbers of the projects that the plan holds differently from what was invented. */
export function changedProjects({ document }: ReadPlan, plan: InventedPlan): readonly string[] {
  return mainRows(plan)
    .filter((row) => !isDeepStrictEqual(printedProject(document, keyOf(row)), expectedProject(plan, row.project)))
    .map(({ number }) => number)
}
