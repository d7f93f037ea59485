import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkRooms } from './check-rooms.ts'
import { codeFindings, lineFindings } from './rooms/sources.ts'
import { problemsIn } from './rooms/templates.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tsunagu-rooms-'))
  write('src/city.ts', `import { guide } from './services/guide/manifest.ts'\n`)
  write('src/services/guide/manifest.ts', 'export const guide = 1\n')
  write('src/services/guide/README.md', '# Guide\n')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

describe('rooms of a part', () => {
  test('a part with its rooms passes', () => {
    write('src/services/guide/rules.ts', 'export const one = 1\n')
    write('src/services/guide/pages/list.ts', 'export const two = 2\n')
    write('src/services/guide/migrations/0001-guide.sql', 'create table guide.entry ();\n')
    expect(checkRooms(root)).toEqual([])
  })

  test.each([
    ['src/services/guide/manager.ts', 'a room nobody knows'],
    ['src/services/guide/utils/text.ts', 'a folder that says nothing'],
    ['src/services/guide/migrations/first.sql', 'a migration without a number'],
    ['src/services/guide/pages/List.ts', 'a file in capitals'],
    ['src/services/second/manifest.ts', 'a part that is not in the list'],
    ['notes.txt', 'a file at the top'],
  ])('%s is refused: %s', (file) => {
    write(file, '\n')
    expect(checkRooms(root).filter((finding) => finding.weight === 'error')).not.toEqual([])
  })

  test('a capability has front doors, and what lies behind them', () => {
    write('src/capabilities/papers/README.md', '# Papers\n')
    write('src/capabilities/papers/xlsx-reader.ts', 'export const one = 1\n')
    write('src/capabilities/papers/xlsx/zip.ts', 'export const two = 2\n')
    expect(checkRooms(root)).toEqual([])
    write('src/capabilities/papers/zip/deflate.ts', 'export const three = 3\n')
    expect(checkRooms(root).map((finding) => finding.file)).toEqual(['src/capabilities/papers/zip'])
  })

  test('a manifest over 80 lines is refused', () => {
    write('src/services/guide/manifest.ts', '// line\n'.repeat(81))
    expect(checkRooms(root).map((finding) => finding.says)).toEqual([expect.stringContaining('80 at most')])
  })
})

describe('what a file may hold', () => {
  const longFunction = (lines: number) => `export function one() {\n${'  two()\n'.repeat(lines - 2)}}\n`
  const weightsOf = (text: string) => codeFindings('src/kernel/one.ts', text).map((finding) => finding.weight)

  test.each([
    [longFunction(40), []],
    [longFunction(41), ['advice']],
    [longFunction(61), ['error']],
    ["describe('あ', () => {\n" + '  one()\n'.repeat(80) + '})\n', []],
    ['const あいう = () => {\n' + '  one()\n'.repeat(70) + '}\n', ['error']],
    ["describe.each([1])('%i', () => {\n" + '  one()\n'.repeat(80) + '})\n', []],
    ['export class TaxManager {}\n', ['error']],
    ['export interface OpenData {}\n', []],
    ['export const bookingData = 1\n', ['error']],
    ["export * from './two.ts'\n", ['error']],
    ["export { two } from './two.ts'\nexport const one = 1\n", []],
    ['switch (one) {\n  case 1:\n    break\n}\n', ['error']],
    ['switch (one) {\n  case 1:\n    break\n  default:\n    assertNever(one)\n}\n', []],
    ['html`<a href=${one}>${two}</a>`\n', ['error']],
    ['html`<a href="${one}">${two}</a>`\n', []],
  ])('%j', (text, expected) => {
    expect(weightsOf(text)).toEqual(expected)
  })

  test.each([
    ['<p class=one>', 1],
    ['<p class="one">a = b</p>', 0],
    ["<p class='one'>", 1],
    ['<p onclick="go()">', 1],
    ['<p style="color: red">', 1],
    ['<p data-style="x" contenteditable>', 0],
    ['<!-- class=one --><p>', 0],
  ])('the template %j has %i problems', (literal, problems) => {
    expect(problemsIn([literal])).toHaveLength(problems)
  })

  test('a value inside quotes may come in pieces', () => {
    expect(problemsIn(['<a class="one ', ' two" href="', '">', '</a>'])).toEqual([])
  })

  test('promised work and machine paths are found', () => {
    // Joined here, so that the check does not find its own test.
    expect(lineFindings('one.ts', ['// TO', 'DO later'].join(''))).toHaveLength(1)
    expect(lineFindings('one.ts', ['"', 'home', 'me', 'x"'].join('/'))).toHaveLength(1)
    expect(lineFindings('one.ts', 'https://example.org/home/page')).toEqual([])
  })
})
