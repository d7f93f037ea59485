import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx, textOf } from '#capabilities/documents/xlsx-reader.ts'
import type { FileReading, GivenAnswer } from '#capabilities/imports/importer.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { PlanDocument } from '../model.ts'
import { reportWorkbookOf, reportXlsx } from '../report/report-xlsx.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { dumpOf, inventedPlan as inventedReport, printLines } from '../rules/invented-report.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { listOpenQuestions } from '../store/open-questions.ts'
import { saveDocument } from '../store/save-document.ts'
import type { PlanVisitor} from '../testing/plan-web.ts';
import { KAMEYAMA_PLAN, openPlanWeb, presentPlan, factNames } from '../testing/plan-web.ts'
import { planImporter } from './plan-importer.ts'
import { reportImporter } from './report-importer.ts'

let city: Awaited<ReturnType<typeof openPlanWeb>>
let publisher: PlanVisitor
beforeAll(async () => {
  city = await openPlanWeb()
  publisher = await city.staff('mizuno.yui')
})
afterAll(() => city.web.close())

const DAY = Temporal.PlainDate.from('2026-11-22')
const fileOf = (text: string | Uint8Array) => ({ fileName: 'report.txt', bytes: Buffer.from(text) })
const reading = <Result>(work: Parameters<typeof city.web.open.database.read<Result>>[2]) => city.web.open.database.read('plan', systemActor, work)
const writing = <Result>(work: Parameters<typeof city.web.open.database.act<Result>>[2]) => city.web.open.database.act('plan', systemActor, work)

async function readPlan(text: string | Uint8Array): Promise<FileReading<PlanDocument>> {
  const read = await reading((tx) => planImporter.read(tx, fileOf(text)))
  if (!read.ok) throw new Error('the file was refused')
  return read
}

const accepted = (read: FileReading<unknown>): GivenAnswer[] => read.questions.map(({ id }) => ({ questionId: id, kind: 'accept' }))

/** The table of an invented plan, the same in each run of the tests. */
const [invented] = fc.sample(inventedReport, { seed: 7, numRuns: 1 })
const dump = dumpOf(printLines(invented!))

describe('a table becomes a plan', () => {
  test('every cell as the document says, new under its period', async () => {
    const read = await readPlan(dump)
    const applied = await writing((tx) => planImporter.apply(tx, read, accepted(read)))
    const key = `${read.document.period.from}-${read.document.period.to}`
    expect(applied).toMatchObject({ path: `/plan?plan=${key}` })
    expect(await reading((tx) => loadPlanDocument(tx, key, read.document.reportYear))).toEqual(read.document)
    expect(await reading((tx) => listOpenQuestions(tx, key))).toEqual([])
    expect((await city.visitor.get(`/plan?plan=${key}`)).body).toContain(read.document.projects[0]!.name)
    expect(await factNames(city.web)).toContain('plan.imported')
  })

  test('once more changes nothing; with a corrected cell, that cell', async () => {
    const read = await readPlan(dump)
    expect(await writing((tx) => planImporter.apply(tx, read, accepted(read)))).toMatchObject({ changes: 0 })
    const name = read.document.projects[0]!.purpose
    const other = await readPlan(dump.replaceAll(name, `${name}ため`))
    expect(await reading((tx) => planImporter.preview!(tx, other, []))).toContainEqual(expect.objectContaining({ name: 'newProjects', count: 0 }))
    const applied = await writing((tx) => planImporter.apply(tx, other, accepted(other)))
    expect('changes' in applied && applied.changes).toBeGreaterThan(0)
  })

  test('what nobody answers is applied as proposed and stays on the list until somebody looks', async () => {
    const damaged = dump.replace(/【再掲】/, '(再掲)').replace(/→/, '⇒')
    const read = await readPlan(damaged)
    expect(read.questions.length).toBeGreaterThan(0)
    await writing((tx) => planImporter.apply(tx, read, []))
    const key = `${read.document.period.from}-${read.document.period.to}`
    const open = await reading((tx) => listOpenQuestions(tx, key))
    expect(open.map(({ question }) => question)).toEqual(read.questions.map(({ id }) => id))
    const page = `/staff/plan/questions?plan=${key}`
    expect((await publisher.get(page)).body).toContain(open[0]!.column)
    expect((await publisher.send(page, '/staff/plan/questions', {})).status).toBe(303)
    expect(await reading((tx) => listOpenQuestions(tx, key))).toHaveLength(open.length - 1)
    expect(await factNames(city.web)).toContain('plan.question-settled')
  })

  test('an answer that cannot stand refuses the import before anything is written', async () => {
    const read = await readPlan(dump.replace(/→/, '⇒'))
    const question = read.questions[0]!
    const before = await factNames(city.web)
    const refused = await writing((tx) => planImporter.apply(tx, read, [{ questionId: question.id, kind: 'edit', value: '☃' }]))
    expect(refused).toMatchObject({ ok: false, values: { place: expect.stringContaining(question.column) } })
    expect(await factNames(city.web)).toEqual(before)
  })

  test.each<[string, string | Uint8Array]>([
    ['an empty file', ''],
    ['a PDF renamed', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
    ['a text without a table', 'ただの文章です。\n表はありません。'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004broken')],
  ])('%s is refused with a reason and a way out', async (_, text) => {
    const read = await reading((tx) => planImporter.read(tx, fileOf(text)))
    expect(read).toMatchObject({ ok: false })
  })

  test('without a database the reading is the same', async () => {
    expect(await planImporter.readOffline!(city.web.open.city, fileOf(dump))).toEqual(await readPlan(dump))
  })

  test('a table in a workbook is read by its cells', async () => {
    const rows = dump.split('\n').map((line) => ({ cells: line.split('\t').map((value) => ({ value: value.slice(0, 30_000) })) }))
    const columns = Array.from({ length: 40 }, () => ({ width: 10 }))
    const workbook = writeXlsx({ properties: { title: 't', creator: 'c', createdAt: Temporal.Instant.from('2026-01-01T00:00:00Z') }, sheets: [{ name: '表', columns, rows }] })
    if (!workbook.ok) throw new Error(workbook.reason)
    const read = await readPlan(workbook.bytes)
    expect(read.document.projects.map(({ name }) => name)).toEqual((await readPlan(dump)).document.projects.map(({ name }) => name))
  })

  test('our own workbook is sent to the other importer', async () => {
    const made = reportXlsx(await presentPlan(city.web), { printedOn: DAY })
    if (!made.ok) throw new Error(made.reason)
    expect(await reading((tx) => planImporter.read(tx, fileOf(made.bytes)))).toMatchObject({ ok: false })
  })
})

describe('an edited workbook comes back', () => {
  /** The present plan as a workbook in which somebody has changed something. */
  async function edited(change: (document: PlanDocument) => PlanDocument): Promise<Uint8Array> {
    const present = await presentPlan(city.web)
    const made = writeXlsx(reportWorkbookOf(change(present), present, { printedOn: DAY }))
    if (!made.ok) throw new Error(made.reason)
    return made.bytes
  }

  const withFirst = (edit: (project: PlanDocument['projects'][number]) => PlanDocument['projects'][number]) => (document: PlanDocument) => ({
    ...document,
    projects: document.projects.map((project, index) => (index === 0 ? edit(project) : project)),
  })

  async function readWorkbook(bytes: Uint8Array) {
    const read = await reading((tx) => reportImporter.read(tx, fileOf(bytes)))
    if (!read.ok) throw new Error('the workbook was refused')
    return read
  }

  test('unchanged: no question', async () => {
    expect((await readWorkbook(await edited((document) => document))).questions).toEqual([])
  })

  test('each changed cell is one question; accepted, exactly those change', async () => {
    const before = await presentPlan(city.web)
    const change = withFirst((project) => ({
      ...project,
      outline: '表計算で直した概要',
      owners: [{ department: '総務財政部', section: '税務課', group: '' }],
      years: project.years.map((cell, index) => (index === 4 ? { ...cell, actual: 'complete', note: '本格運用' } : cell)),
      sheet: { ...project.sheet, results: '2行の\n実績', achievement: 'mostly' },
    }))
    const read = await readWorkbook(await edited(change))
    expect(read.questions.map(({ row, column, read: was, proposed }) => [row, column, was, proposed])).toEqual(expect.arrayContaining([
      ['①(1)-1', '概要', before.projects[0]!.outline, '表計算で直した概要'],
      ['①(1)-1', 'R3 実績', '', '◎'],
      ['①(1)-1', '達成度', '◎', '○'],
      ['①(1)-1', '担当', '市民文化部／市民課／戸籍住民G', '総務財政部／税務課／'],
    ]))
    expect(read.questions).toHaveLength(6)
    expect(await writing((tx) => reportImporter.apply(tx, read, accepted(read)))).toMatchObject({ changes: 6 })
    expect(await presentPlan(city.web)).toEqual(change(before))
    expect((await publisher.get('/staff/plan/sheets/1-1-1/history?plan=2017-2021')).body).toContain('編集した Excel')
  })

  test('an edited answer counts instead of the proposal; one that cannot stand is refused', async () => {
    const read = await readWorkbook(await edited(withFirst((project) => ({ ...project, sheet: { ...project.sheet, achievement: 'achieved' } }))))
    const id = read.questions[0]!.id
    expect(await writing((tx) => reportImporter.apply(tx, read, [{ questionId: id, kind: 'edit', value: '☃' }]))).toMatchObject({ ok: false })
    await writing((tx) => reportImporter.apply(tx, read, [{ questionId: id, kind: 'edit', value: '△' }]))
    expect((await presentPlan(city.web)).projects[0]!.sheet.achievement).toBe('partly')
  })

  test('a cell that both changed is asked about: the plan stays unless the file\'s text is chosen', async () => {
    const bytes = await edited(withFirst((project) => ({ ...project, outline: 'ファイルの概要' })))
    const present = await presentPlan(city.web)
    await writing((tx) => saveDocument(tx, { planKey: KAMEYAMA_PLAN, document: withFirst((project) => ({ ...project, outline: '画面の概要' }))(present), cause: 'edit' }))
    const read = await readWorkbook(bytes)
    expect(read.questions).toMatchObject([{ kind: 'changed-meanwhile', read: 'ファイルの概要', proposed: '画面の概要', alternatives: ['ファイルの概要'], column: '概要' }])
    expect(await writing((tx) => reportImporter.apply(tx, read, accepted(read)))).toMatchObject({ changes: 0 })
    await writing((tx) => reportImporter.apply(tx, read, [{ questionId: read.questions[0]!.id, kind: 'edit', value: 'ファイルの概要' }]))
    expect((await presentPlan(city.web)).projects[0]!.outline).toBe('ファイルの概要')
  })

  test('another plan\'s workbook, and what is no workbook, are refused', async () => {
    const other = await edited((document) => ({ ...document, title: '別の計画' }))
    const present = await presentPlan(city.web)
    const made = writeXlsx(reportWorkbookOf({ ...present, title: '別の計画' }, { ...present, title: '別の計画' }, { printedOn: DAY }))
    if (!made.ok) throw new Error(made.reason)
    expect(await reading((tx) => reportImporter.read(tx, fileOf(made.bytes)))).toMatchObject({ ok: false })
    expect(await reading((tx) => reportImporter.read(tx, fileOf('not a workbook')))).toMatchObject({ ok: false })
    expect(other.byteLength).toBeGreaterThan(0)
  })

  test('the workbook of the desk holds what stands in the plan now', async () => {
    const { rawPayload } = await city.web.web.inject({ url: '/staff/plan/workbook/2021', headers: { cookie: await city.web.signIn('mizuno.yui') } })
    const workbook = await readXlsx(rawPayload)
    if (!workbook.ok) throw new Error(workbook.detail)
    const texts = workbook.sheets.flatMap(({ cells }) => [...cells.values()].flatMap((row) => [...row.values()].map(textOf)))
    expect(texts).toContain('ファイルの概要')
  })
})
