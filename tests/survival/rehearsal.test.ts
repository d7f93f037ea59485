import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PROGRAM = join(import.meta.dirname, '../../bin/tsunagu.js')

/** A fiftieth of the storm: whether it can be played at all. How fast it goes is measured by `npx tsunagu rehearse storm`. */
test('a storm is rehearsed from the telegram to everybody, and nobody is missed', async () => {
  const said = await rehearse('storm', '--percent', '2')
  const figures = new Map([...said.matchAll(/^ {2}([✓✗]) (.+?) {2,}/gm)].map(([, mark, what]) => [what ?? '', mark]))
  const counted = [...figures.keys()].filter((what) => /handed over|not taken|twice|errors/.test(what))
  expect(counted).toHaveLength(6)
  expect(counted.filter((what) => figures.get(what) !== '✓'), said).toEqual([])
  expect([...figures.keys()].filter((what) => what.endsWith('confirmation to the hand-over'))).toHaveLength(3)
}, 300_000)

test('what cannot be rehearsed is said, with what can', async () => {
  expect(await rehearse('flood-of-tears')).toMatch(/nothing is called flood-of-tears[\s\S]*storm/)
  expect(await rehearse('storm', '--percent', '0')).toContain('write a number from 1 to 100')
}, 120_000)

/** What it says; figures that are missed end it with 1. */
function rehearse(...words: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, 'rehearse', ...words], (_, stdout, stderr) => resolve(stderr + stdout))
  })
}
