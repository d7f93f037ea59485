import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import type { GivenAnswer } from '#capabilities/imports/importer.ts'
import { staffActor, systemActor, type Actor } from '#kernel/access/actor.ts'
import { findPersonByLogin } from '#kernel/access/people.ts'
import type { PlanDocument } from '../model.ts'
import { reportWorkbookOf } from '../report/report-xlsx.ts'
import { factNames, openPlanWeb, presentPlan, type PlanVisitor } from '../testing/plan-web.ts'
import { planImporter } from './plan-importer.ts'
import { reportImporter } from './report-importer.ts'

let city: Awaited<ReturnType<typeof openPlanWeb>>
let office: PlanVisitor
const actors = new Map<string, Actor>()
beforeAll(async () => {
  city = await openPlanWeb()
  office = await city.staff('mizuno.yui')
  await city.web.workers.settle()
  for (const login of ['mizuno.yui', 'morita.riku', 'okabe.saeko', 'kitamura.shun']) {
    const person = await city.web.open.database.read('plan', systemActor, (tx) => findPersonByLogin(tx, login))
    if (person === undefined) throw new Error(login)
    actors.set(login, staffActor(person))
  }
})
afterAll(() => city.web.close())

const OWN = '1-3-7'
const OTHER = '1-1-1'
const SHEET = `/staff/plan/sheets/${OWN}`
const DAY = Temporal.PlainDate.from('2026-11-22')
const actor = (login: string) => actors.get(login) as Actor
const read = <Result>(login: string, work: Parameters<typeof city.web.open.database.read<Result>>[2]) => city.web.open.database.read('plan', actor(login), work)
const act = <Result>(login: string, work: Parameters<typeof city.web.open.database.act<Result>>[2]) => city.web.open.database.act('plan', actor(login), work)

type Change = Partial<PlanDocument['projects'][number]['sheet']> & { readonly outline?: string; readonly name?: string; readonly notes?: Readonly<Record<number, string>> }

/** The present plan as a workbook in which these projects were changed. */
async function edited(changes: Readonly<Record<string, Change>>): Promise<Buffer> {
  const present = await presentPlan(city.web)
  const projects = present.projects.map((project) => {
    const change = changes[project.key]
    if (change === undefined) return project
    const { outline = project.outline, name = project.name, notes = {}, ...sheet } = change
    const years = project.years.map((cell) => ({ ...cell, note: notes[cell.year] ?? cell.note }))
    return { ...project, outline, name, years, sheet: { ...project.sheet, ...sheet } }
  })
  const made = writeXlsx(reportWorkbookOf({ ...present, projects }, present, { printedOn: DAY }))
  if (!made.ok) throw new Error(made.reason)
  return Buffer.from(made.bytes)
}

async function readAs(login: string, changes: Readonly<Record<string, Change>>) {
  const bytes = await edited(changes)
  const reading = await read(login, (tx) => reportImporter.read(tx, { fileName: 'report.xlsx', bytes }))
  if (!reading.ok) throw new Error('refused')
  return reading
}

const told = ({ questions }: Awaited<ReturnType<typeof readAs>>) => questions.map(({ row, column, kind, proposed, reason }) => ({ place: `${row} ${column}`.trim(), kind, proposed, why: reason.phrase.en }))
const step = (who: PlanVisitor, name: string, comment = '') => who.send(SHEET, `${SHEET}/step`, { act: name, comment })

describe('while a round runs', () => {
  test('the office brings every open field, and also what only it may write', async () => {
    const kinds = told(await readAs('mizuno.yui', { [OWN]: { results: '新しい実績', outline: '直した概要', name: '直した名前' } })).map(({ kind }) => kind)
    expect(kinds).toEqual(['changed', 'changed', 'changed'])
  })

  test('a writer’s own sheet is taken; a stranger’s, and a field for the office, are left with the reason', async () => {
    const before = await presentPlan(city.web)
    const reading = await readAs('morita.riku', { [OWN]: { results: '新しい実績', outline: '勝手な概要' }, [OTHER]: { results: '他人の実績' } })
    expect(told(reading)).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'changed', proposed: '新しい実績' }),
      expect.objectContaining({ kind: 'not-open', place: expect.stringContaining('概要'), proposed: before.projects.find(({ key }) => key === OWN)?.outline, why: expect.stringContaining('office only') }),
      expect.objectContaining({ kind: 'not-open', place: '①(1)-1 取組実績', why: expect.stringContaining('plan stays') }),
    ]))
    expect(reading.questions).toHaveLength(3)
    const answers = reading.questions.map(({ id }): GivenAnswer => ({ questionId: id, kind: 'accept' }))
    expect(await act('morita.riku', (tx) => reportImporter.apply(tx, reading, answers))).toMatchObject({ changes: 1 })
    const projects = before.projects.map((project) => (project.key === OWN ? { ...project, sheet: { ...project.sheet, results: '新しい実績' } } : project))
    expect(await presentPlan(city.web)).toEqual({ ...before, projects })
  })

  test('a text typed into a cell that is not open is refused, and nothing at all is written', async () => {
    const reading = await readAs('morita.riku', { [OWN]: { results: 'もっと新しい実績' }, [OTHER]: { results: '他人の実績' } })
    const closed = reading.questions.find(({ kind }) => kind === 'not-open')
    if (closed === undefined) throw new Error('every cell is open')
    const before = [await presentPlan(city.web), await factNames(city.web)]
    expect(reportImporter.refuseAnswer?.(closed, '他人の実績')).toMatchObject({ ok: false })
    expect(await act('morita.riku', (tx) => reportImporter.apply(tx, reading, [{ questionId: closed.id, kind: 'edit', value: '他人の実績' }]))).toMatchObject({ ok: false })
    expect([await presentPlan(city.web), await factNames(city.web)]).toEqual(before)
  })

  test('a reference to no figure is left out with what to write, and can be typed anew', async () => {
    const reading = await readAs('mizuno.yui', { [OWN]: { results: '公開は[[plan.report-published]]回' }, [OTHER]: { notes: { 2021: '[[plan.reports-published]]' } } })
    expect(told(reading)).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'reference', why: expect.stringContaining('Near it') }),
      expect.objectContaining({ kind: 'reference', why: expect.stringContaining('No counted figure') }),
    ]))
    const question = reading.questions.find(({ column }) => !column.includes('R3'))
    const typed = (value: string): GivenAnswer[] => [{ questionId: question?.id ?? '', kind: 'edit', value }]
    expect(await act('mizuno.yui', (tx) => reportImporter.apply(tx, reading, typed('[[no.such]]')))).toMatchObject({ ok: false, values: { source: '[[no.such]]', place: expect.stringContaining('取組実績') } })
    expect(await act('mizuno.yui', (tx) => reportImporter.apply(tx, reading, typed('公開は1回')))).toMatchObject({ changes: 1 })
  })

  test('a sheet that has gone on is not in the writer’s hands, but in its head’s, and then in the deputy’s', async () => {
    const clerk = await city.staff('morita.riku')
    await step(clerk, 'submit')
    const change = { [OWN]: { results: '提出の後の実績' } }
    expect(told(await readAs('morita.riku', change))).toMatchObject([{ kind: 'not-open', why: expect.stringContaining('section') }])
    expect(told(await readAs('okabe.saeko', change))).toMatchObject([{ kind: 'changed' }])
    expect(told(await readAs('kitamura.shun', change))).toMatchObject([{ kind: 'not-open' }])
    const head = await city.staff('okabe.saeko')
    await head.send('/staff/plan/deputies', '/staff/plan/deputies', { person: 'okabe.saeko', deputy: 'kitamura.shun', from: '2026-11-20', to: '2026-11-25' })
    expect(told(await readAs('kitamura.shun', change))).toMatchObject([{ kind: 'changed' }])
  })

  test('what was open when the file was read and is not when it is applied is refused as a whole', async () => {
    const head = await city.staff('okabe.saeko')
    const reading = await readAs('okabe.saeko', { [OWN]: { results: '遅れて届いた実績', outcomes: '遅れて届いた課題' } })
    await step(head, 'approve')
    const before = await presentPlan(city.web)
    expect(await act('okabe.saeko', (tx) => reportImporter.apply(tx, reading, []))).toMatchObject({ ok: false, phrase: { en: expect.stringContaining('department') }, values: { place: expect.stringContaining('①(3)-7') } })
    expect(await presentPlan(city.web)).toEqual(before)
  })
})

describe('after a round is closed', () => {
  const BOARD = '/staff/plan/rounds/year-end'
  beforeAll(async () => {
    expect((await office.send(BOARD, `${BOARD}/close`, { isUnfinished: 'yes' })).status).toBe(303)
  })

  test('a writer’s cells are all left; the office is asked for the reason of the correction', async () => {
    const change = { [OWN]: { results: '訂正した実績' } }
    expect(told(await readAs('morita.riku', change))).toMatchObject([{ kind: 'not-open', why: expect.stringContaining('closed') }])
    const reading = await readAs('mizuno.yui', change)
    expect(told(reading).map(({ kind }) => kind)).toEqual(['correction', 'changed'])
    const before = await presentPlan(city.web)
    expect(await act('mizuno.yui', (tx) => reportImporter.apply(tx, reading, []))).toMatchObject({ ok: false, phrase: { en: expect.stringContaining('reason') } })
    expect(await presentPlan(city.web)).toEqual(before)
    const snapshot = async () => (await city.web.open.owner`select sha256, document::text as document from plan.round_snapshot`)[0]
    const locked = await snapshot()
    expect(await act('mizuno.yui', (tx) => reportImporter.apply(tx, reading, [{ questionId: 'correction', kind: 'edit', value: '集計の誤り' }]))).toMatchObject({ changes: 1 })
    expect((await office.get(BOARD)).body).toContain('集計の誤り')
    expect(await snapshot()).toEqual(locked)
  })

  test('an unchanged workbook asks for no reason', async () => {
    expect(told(await readAs('mizuno.yui', {}))).toEqual([])
  })

  test('nothing is taken back without a reason either', async () => {
    const { body } = await office.get(`${SHEET}/history`)
    expect(body).toContain('集計の誤り')
    expect(body).not.toContain('/take-back?')
  })

  test('the plan’s table does not write over it', async () => {
    const present = await presentPlan(city.web)
    const projects = present.projects.map((project) => (project.key === OWN ? { ...project, sheet: { ...project.sheet, results: '表から' } } : project))
    const reading = { ok: true, document: { ...present, projects }, questions: [], counts: [] } as const
    expect(await act('mizuno.yui', (tx) => planImporter.apply(tx, reading, []))).toMatchObject({ ok: false, phrase: { en: expect.stringContaining('closed') } })
    expect(await presentPlan(city.web)).toEqual(present)
  })
})
