import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '#capabilities/documents/csv.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import type { FileReading, ImportQuestion } from '#capabilities/imports/importer.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { municipalityCode } from '#kernel/values/municipality-code.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { KAMEYAMA } from '../../../testing.ts'
import { garbageGuide } from '../manifest.ts'
import type { Guide, Item } from '../model.ts'
import { writeFiveThreeSevenFour } from '../rules/five-three-seven-four.ts'
import { ownRows } from '../rules/item-rows.ts'
import { nationalRows } from '../rules/national-standard.ts'
import { loadGuide } from '../store/guide.ts'
import type { SheetDocument } from './answered-sheet.ts'
import { itemImporter } from './item-importer.ts'

let city: Awaited<ReturnType<typeof openTestCity>>
let guide: Guide

beforeAll(async () => {
  city = await openTestCity({ parts: [staffIdentity, imports, mail, openData, garbageGuide], folder: KAMEYAMA })
  guide = await city.database.read('garbage-guide', systemActor, loadGuide)
})
afterAll(() => city.close())

type Rows = readonly (readonly string[])[]

function csv(rows: Rows): Buffer {
  const made = writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
  if (!made.ok) throw new Error(made.reason)
  return Buffer.from(made.bytes)
}

function xlsx(rows: Rows): Buffer {
  const made = writeXlsx({
    properties: { title: 'list', creator: 'test', createdAt: Temporal.Instant.from('2026-11-22T00:00:00Z') },
    sheets: [{ name: 'list', columns: (rows[0] ?? []).map(() => ({ width: 20 })), rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })) }],
  })
  if (!made.ok) throw new Error(made.reason)
  return Buffer.from(made.bytes)
}

class TakenBack extends Error {}

/** What a file asks, would do, and does to the whole list; everything is taken back afterwards. */
async function bringBack(bytes: Buffer): Promise<{ questions: readonly ImportQuestion[]; counts: Record<string, number>; items: readonly Item[]; changes: number }> {
  let outcome: Awaited<ReturnType<typeof bringBack>> | undefined
  await city.database.act('garbage-guide', systemActor, async (tx) => {
    const reading = (await itemImporter.read(tx, { fileName: 'list', bytes })) as FileReading<SheetDocument>
    const counts = await itemImporter.preview!(tx, reading, [])
    const applied = await itemImporter.apply(tx, reading, [])
    outcome = {
      questions: reading.questions, counts: Object.fromEntries(counts.map(({ name, count }) => [name, count])),
      items: (await loadGuide(tx)).items, changes: 'changes' in applied ? applied.changes : -1,
    }
    throw new TakenBack()
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof TakenBack)) throw thrown
  })
  return outcome!
}

const national = (items: readonly Item[] = guide.items) => nationalRows(items, guide.classes, municipalityCode(guide.municipalityCode))

describe('the whole list, read back as it was given out', () => {
  test.each([
    ['our own columns as CSV', () => csv(ownRows(guide.items))],
    ['our own columns as a workbook', () => xlsx(ownRows(guide.items))],
    ['the national standard as CSV', () => csv(national())],
    ['the national standard as a workbook', () => xlsx(national())],
    ['5374', () => csv(writeFiveThreeSevenFour({ ...guide, remarks: [] })['target.csv'])],
  ])('%s alters, doubles and loses nothing', async (_, bytesOf) => {
    expect(guide.items.filter(({ ways }) => ways.length > 1).length).toBeGreaterThan(300)
    const { questions, counts, items, changes } = await bringBack(bytesOf())
    expect(changes).toBe(0)
    expect(items).toEqual(guide.items)
    expect(counts).toMatchObject({ newItems: 0, changedItems: 0, unchangedItems: guide.items.length, leftOutRows: 0 })
    // 5374 has the first letter of a reading only, and that is told once for the column.
    expect(questions.filter(({ kind }) => kind !== 'only-initial')).toEqual([])
  }, 60_000)
})

describe('a national sheet that says something else', () => {
  const two = () => guide.items.find(({ ways }) => ways.length === 2 && ways.every(({ size }) => size.ja !== ''))!
  const after = (items: readonly Item[]) => items.find(({ key }) => key === two().key)!

  test('of a second way alters that way alone and keeps the translations of the other', async () => {
    const [heading = [], first = [], second = []] = national([two()])
    const { items, questions, changes } = await bringBack(csv([heading, first, [...second.slice(0, 4), '新しい注意']]))
    expect([changes, questions.length]).toEqual([1, 0])
    expect(after(items).ways[0]).toEqual(two().ways[0])
    expect(after(items).ways[1]).toMatchObject({ size: two().ways[1]?.size, note: { ja: '新しい注意', en: '新しい注意' } })
  })

  test('with one way left out keeps it and says so at the row', async () => {
    const [heading = [], first = []] = national([two()])
    const { items, questions, changes } = await bringBack(csv([heading, first]))
    expect([changes, after(items)]).toEqual([0, two()])
    expect(questions).toMatchObject([{ kind: 'ways-kept', row: '2', column: heading[2] }])
  })

  test('with another size in the brackets alters the size', async () => {
    const [heading = [], first = [], second = []] = national([two()])
    const { items } = await bringBack(csv([heading, first, second.map((cell, column) => (column === 2 ? `${two().name.ja}（とても大きい）` : cell))]))
    expect(after(items).ways.map(({ size }) => size.ja)).toEqual([two().ways[0]?.size.ja, 'とても大きい'])
  })

  test('whose ID is of one thing and whose name of none is refused at its row', async () => {
    const [heading = [], first = [], second = []] = national([two()])
    const { items, questions, counts } = await bringBack(csv([heading, first, second.map((cell, column) => (column === 2 ? 'まったく別のもの' : cell))]))
    expect(after(items)).toEqual(two())
    expect(questions.map(({ kind, row }) => `${kind} ${row}`).toSorted()).toEqual(['way-mismatch 3', 'ways-kept 2'])
    expect(counts.leftOutRows).toBe(1)
  })
})
