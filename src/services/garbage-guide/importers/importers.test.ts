import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '#capabilities/documents/csv.ts'
import type { FileReading, GivenAnswer } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { imports } from '../../../capabilities/imports/manifest.ts'
import { mail } from '../../../capabilities/mail/manifest.ts'
import { openData } from '../../../capabilities/open-data/manifest.ts'
import { staffIdentity } from '../../../capabilities/staff-identity/manifest.ts'
import { ASAHI } from '../../../testing.ts'
import { itemExporter } from '../api/item-files.ts'
import { garbageGuide } from '../manifest.ts'
import { findItem, listItems } from '../store/guide.ts'
import { listBatches } from '../store/items.ts'
import { itemImporter } from './item-importer.ts'
import type { SheetDocument } from './answered-sheet.ts'

let city: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  city = await openTestCity({ parts: [staffIdentity, imports, mail, openData, garbageGuide], folder: ASAHI })
})
afterAll(() => city.close())

class TakenBack extends Error {}

/** Works in a transaction that is taken back, so that every test begins with the city's own list. */
async function trying<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const kept: { result?: Result } = {}
  await city.database
    .act('garbage-guide', systemActor, async (tx) => {
      kept.result = await work(tx)
      throw new TakenBack()
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof TakenBack)) throw thrown
    })
  return kept.result as Result
}

function csv(rows: readonly (readonly string[])[]): Buffer {
  const made = writeCsv(rows, { encoding: 'utf-8-bom', missingCharacters: 'refuse' })
  if (!made.ok) throw new Error(made.reason)
  return Buffer.from(made.bytes)
}

async function read(tx: Tx, bytes: Buffer): Promise<FileReading<SheetDocument>> {
  const reading = await itemImporter.read(tx, { fileName: 'list.csv', bytes })
  if (!reading.ok) throw new Error(JSON.stringify(reading))
  return reading
}

const NATIONAL = ['全国地方公共団体コード', 'ID', '品目', '分別区分', '注意点']

describe('a list that is brought in', () => {
  test.each(['xlsx', 'csv'])('our own export as %s changes nothing and asks nothing', async (format) => {
    const { reading, applied } = await trying(async (tx) => {
      const file = await itemExporter.write(tx, { format, options: {} })
      if ('ok' in file) throw new Error('no file')
      const reading = await read(tx, Buffer.from(file.body))
      return { reading, applied: await itemImporter.apply(tx, reading, []) }
    })
    expect(reading.questions).toEqual([])
    expect(applied).toEqual({ path: '/staff/garbage/history', changes: 0 })
  })

  test('a changed cell changes its item and keeps the other languages; what is not in the file stays', async () => {
    const { before, after, count } = await trying(async (tx) => {
      const before = await findItem(tx, 'umbrella')
      const reading = await read(tx, csv([NATIONAL, ['243434', 'umbrella', '傘', '粗大ごみ', '長いもの']]))
      await itemImporter.apply(tx, reading, [])
      return { before, after: await findItem(tx, 'umbrella'), count: (await listItems(tx)).length }
    })
    expect(after).toMatchObject({ name: before?.name, reading: 'かさ', aliases: before?.aliases })
    expect(after?.ways.map(({ classKey, note }) => [classKey, note.ja])).toEqual([['bulky', '長いもの']])
    expect(count).toBe(31)
  })

  const doubtful = csv([['品目', 'よみ', '分別区分'], ['まくら', 'まくら', '燃えるやつ'], ['ざぶとん', 'ざぶとん', '燃えるやつ'], ['枕カバー', '', '可燃ごみ']])

  test('doubtful places are asked about by row and column: a word for a class once, a reading for its thing', async () => {
    const { questions } = await trying((tx) => read(tx, doubtful))
    expect(questions.map(({ id, row, kind }) => ({ id, row, kind }))).toEqual([
      { id: 'class 燃えるやつ', row: '2', kind: 'unknown-class' },
      { id: 'reading 4', row: '4', kind: 'no-reading' },
    ])
    expect(questions[0]?.choices).toContain('可燃ごみ')
    expect(itemImporter.refuseAnswer?.(questions[1]!, '枕')).not.toBeNull()
    expect(itemImporter.refuseAnswer?.(questions[1]!, 'まくらかばー')).toBeNull()
  })

  test('rows without an answer are left out, and that is said before anything is done', async () => {
    const { counts, names } = await trying(async (tx) => {
      const reading = await read(tx, doubtful)
      const counts = await itemImporter.preview!(tx, reading, [])
      await itemImporter.apply(tx, reading, [])
      return { counts, names: (await listItems(tx)).map(({ name }) => name.ja) }
    })
    expect(Object.fromEntries(counts.map(({ name, count }) => [name, count]))).toMatchObject({ newItems: 0, leftOutRows: 3 })
    expect(names).not.toContain('まくら')
  })

  test('with the answers all of it lands, as one batch', async () => {
    const answers: GivenAnswer[] = [
      { questionId: 'class 燃えるやつ', kind: 'edit', value: '可燃ごみ' },
      { questionId: 'reading 4', kind: 'edit', value: 'まくらかばー' },
    ]
    const { items, batches } = await trying(async (tx) => {
      await itemImporter.apply(tx, await read(tx, doubtful), answers)
      return { items: await listItems(tx), batches: await listBatches(tx, 1) }
    })
    expect(items.filter(({ name }) => ['まくら', 'ざぶとん', '枕カバー'].includes(name.ja)).map(({ reading, ways }) => [reading, ways[0]?.classKey])).toEqual([
      ['まくら', 'burnable'], ['ざぶとん', 'burnable'], ['まくらかばー', 'burnable'],
    ])
    expect(batches).toMatchObject([{ cause: 'import', reference: 'list.csv', count: 3 }])
  })

  test('a file read twice adds its things once', async () => {
    const changes = await trying(async (tx) => {
      const bytes = csv([['品目', 'よみ', '分別区分'], ['まくら', 'まくら', '可燃ごみ']])
      const first = await itemImporter.apply(tx, await read(tx, bytes), [])
      const second = await itemImporter.apply(tx, await read(tx, bytes), [])
      return [first, second].map((one) => ('changes' in one ? one.changes : -1))
    })
    expect(changes).toEqual([1, 0])
  })

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
    ['a table about something else', csv([['a', 'b'], ['1', '2']])],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 nothing')],
  ])('%s is refused with a way out', async (_, bytes) => {
    const reading = await trying((tx) => itemImporter.read(tx, { fileName: 'x', bytes }))
    expect(reading.ok).toBe(false)
    expect(reading).toHaveProperty('phrase.en')
  })
})
