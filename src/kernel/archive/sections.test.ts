import { mkdirSync } from 'node:fs'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTrial } from '#kernel/postgres/trial.ts'
import { SectionReader, SectionWriter, type SectionHeader } from './sections.ts'

const trial = newTrial()
const path = join(trial.dataDir, 'sections')
beforeAll(() => {
  mkdirSync(trial.dataDir)
})
afterAll(() => trial.remove())

interface Section {
  readonly header: SectionHeader
  readonly pieces: readonly Buffer[]
}

const piece = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes))
const pieces = fc.array(piece, { maxLength: 4 })
const header: fc.Arbitrary<SectionHeader> = fc.oneof(
  fc.constant({ kind: 'manifest' } as const),
  fc.record({ kind: fc.constant('table' as const), schema: fc.string({ unit: 'binary' }), name: fc.string() }),
)
const sections: fc.Arbitrary<Section[]> = fc.array(fc.record({ header, pieces }), { maxLength: 5 })

async function write(content: readonly Section[]): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx')
  const writer = new SectionWriter(file)
  for (const section of content) {
    await writer.begin(section.header)
    for (const piece of section.pieces) await writer.piece(piece)
    await writer.end()
  }
  await writer.finish()
  await file.close()
}

async function read(): Promise<Section[]> {
  const file = await open(path)
  try {
    const reader = new SectionReader(file, 'the file')
    const found: Section[] = []
    for (let next = await reader.next(); next !== null; next = await reader.next()) {
      found.push({ header: next, pieces: await Array.fromAsync(reader.pieces()) })
    }
    return found
  } finally {
    await file.close()
  }
}

test('whatever was written is read', async () => {
  await fc.assert(
    fc.asyncProperty(sections, async (content) => {
      await write(content)
      expect(await read()).toEqual(content)
    }),
    { numRuns: 60 },
  )
})

test('a file cut anywhere, or with any bit altered, is refused', async () => {
  await fc.assert(
    fc.asyncProperty(sections, fc.nat(), fc.nat(7), async (content, place, bit) => {
      await write(content)
      const whole = await readFile(path)
      const at = place % whole.length
      await writeFile(path, whole.subarray(0, at))
      await expect(read()).rejects.toMatchObject({ name: 'ArchiveError' })
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ (1 << bit)
      await writeFile(path, altered)
      await expect(read()).rejects.toMatchObject({ name: 'ArchiveError' })
    }),
    { numRuns: 200 },
  )
})

test('sections that were left out, doubled or moved are refused, though each is sound by itself', async () => {
  const table = (name: string): Section => {
    return { header: { kind: 'table', schema: 's', name }, pieces: [Buffer.from('row\n')] }
  }
  // An archive with one section fewer shows where a section begins: the closing section is always as long.
  const closing = (await lengthOf([])) - MAGIC_BYTES
  const content = [table('a'), table('b'), table('c')]
  const starts: number[] = []
  for (const sections of [0, 1, 2, 3]) starts.push((await lengthOf(content.slice(0, sections))) - closing)
  const whole = await readFile(path)
  const [a, b, c, end] = starts.map((from, index) => whole.subarray(from, starts[index + 1])) as Buffer[] as Four
  const orders = [[a, c, end], [a, b, b, c, end], [b, a, c, end], [a, b, end], [a, b, c], [end], [a, b, c, end, end]]
  for (const order of orders) {
    await writeFile(path, Buffer.concat([whole.subarray(0, MAGIC_BYTES), ...order]))
    await expect(read()).rejects.toMatchObject({ problem: 'damaged' })
  }
  await writeFile(path, Buffer.concat([whole.subarray(0, MAGIC_BYTES), a, b, c, end]))
  expect(await read()).toEqual(content)
})

const MAGIC_BYTES = 18
type Four = [Buffer, Buffer, Buffer, Buffer]

async function lengthOf(content: readonly Section[]): Promise<number> {
  await write(content)
  return (await readFile(path)).length
}
