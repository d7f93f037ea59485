import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { ASAHI } from '../../../testing.ts'
import { documentOfPack } from './pack-document.ts'
import { readPlanPack } from './pack.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tsunagu-pack-')), 'asahi')
  cpSync(ASAHI, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function edit(file: string, from: string, to: string): void {
  const path = join(folder, 'plan', file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

test.each([
  ['a step that the scale does not have', 'year-marks.csv', '1-1,2022,study', '1-1,2022,studied', 'year-marks.csv: 1-1, 2022: the scale schedule has no step studied'],
  ['a judgement that is none', 'projects.csv', ',as-planned', ',splendid', 'projects.csv: 1-1: the scale achievement has no step splendid'],
  ['a plan without a period', 'plan.json', '"from": 2022', '"from": "2022"', 'plan.json: period.from'],
])('%s is named with its place', (_, file, from, to, words) => {
  edit(file, from, to)
  expect(() => documentOfPack(readPlanPack(cityIn(folder))!)).toThrow(words)
})

test('a city without a plan has none', () => {
  rmSync(join(folder, 'plan', 'plan.json'))
  expect(readPlanPack(cityIn(folder))).toBeUndefined()
})
