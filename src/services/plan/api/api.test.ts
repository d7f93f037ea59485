import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { DatasetRecord } from '#capabilities/open-data/open-data.ts'
import { KAMEYAMA_PLAN, openPlanWeb, presentPlan } from '../testing/plan-web.ts'
import { saveDocument } from '../store/save-document.ts'
import { projectsDataset } from './datasets.ts'
import { planExporter } from './exporters.ts'
import { FileShelf } from './file-shelf.ts'

let city: Awaited<ReturnType<typeof openPlanWeb>>
beforeAll(async () => {
  city = await openPlanWeb()
})
afterAll(() => city.web.close())

const reading = <Result>(work: Parameters<typeof city.web.open.database.read<Result>>[2]) => city.web.open.database.read('plan', systemActor, work)

describe('export', () => {
  test.each(planExporter.formats)('%s', async (format) => {
    const file = await reading((tx) => planExporter.write(tx, { format, options: {} }))
    if (!('body' in file)) throw new Error('refused')
    expect([file.fileName.startsWith('plan-report-2021.'), file.body.length > 1_000]).toEqual([true, true])
  })

  test('formulas in cells are not exported as formulas', async () => {
    const document = await presentPlan(city.web)
    const evil = { ...document, projects: document.projects.map((project) => ({ ...project, purpose: '=HYPERLINK("http://x")' })) }
    await city.web.open.database.act('plan', systemActor, (tx) => saveDocument(tx, { planKey: KAMEYAMA_PLAN, document: evil, cause: 'edit' }))
    const file = await reading((tx) => planExporter.write(tx, { format: 'csv', options: {} }))
    expect('body' in file && String(file.body)).not.toMatch(/[,"\n]=HYPERLINK/)
  })

  test.each([[{ year: '2030' }], [{ year: 'R3' }], [{ plan: 'none' }]])('%j: there is no such report', async (options) => {
    expect(await reading((tx) => planExporter.write(tx, { format: 'json', options }))).toMatchObject({ ok: false })
  })
})

test('the open dataset has a row for every listing, with a value for every column', async () => {
  const rows = await reading(async (tx) => {
    const found: DatasetRecord[] = []
    for await (const row of projectsDataset.rows(tx) as AsyncIterable<DatasetRecord>) found.push(row)
    return found
  })
  expect(rows).toHaveLength(73)
  expect(rows.filter((row) => row['再掲'] === true)).toHaveLength(13)
  for (const { name } of projectsDataset.columns) expect(rows.every((row) => row[name] !== undefined), name).toBe(true)
  expect(rows[0]).toMatchObject({ 番号: '①(1)-1', 事業コード: '1-1-1', 達成度: '達成', 部: '市民文化部', 公表済み: false })
})

describe('the shelf of finished files', () => {
  test('a file is made once, however many ask at the same time', async () => {
    let made = 0
    const shelf = new FileShelf(100)
    const make = async () => Buffer.from(`file ${++made}`)
    const files = await Promise.all([shelf.take('a', make), shelf.take('a', make), shelf.take('a', make)])
    expect([made, files.map(String), String(await shelf.take('a', make))]).toEqual([1, ['file 1', 'file 1', 'file 1'], 'file 1'])
  })

  test('the one unused for longest goes first; what fails is not kept', async () => {
    const shelf = new FileShelf(10)
    const made: string[] = []
    const take = (key: string, size: number) => shelf.take(key, async () => (made.push(key), Buffer.alloc(size)))
    await take('a', 4)
    await take('b', 4)
    await take('a', 4)
    await take('c', 4)
    await take('a', 4)
    await take('b', 4)
    await take('large', 11)
    await take('large', 11)
    expect(made).toEqual(['a', 'b', 'c', 'b', 'large', 'large'])
    await expect(shelf.take('x', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect((await shelf.take('x', async () => Buffer.alloc(1))).length).toBe(1)
  })
})
