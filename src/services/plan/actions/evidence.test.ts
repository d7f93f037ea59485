import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import '#capabilities/indicators/indicators.ts'
import { indicators } from '#capabilities/indicators/manifest.ts'
import { fieldId } from '#design/field/model.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { factType } from '#kernel/facts/fact.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { plan } from '../manifest.ts'
import { saveDocument } from '../store/save-document.ts'
import { KAMEYAMA_PLAN, openPlanWeb, presentPlan, sheetOf, type PlanVisitor } from '../testing/plan-web.ts'

const words = { ja: '案内の閲覧', 'ja-x-yasashii': 'あんない', en: 'Guide views', pt: 'Consultas ao guia' }
const unit = { ja: '件', 'ja-x-yasashii': 'けん', en: 'views', pt: 'consultas' }
const looked = factType('guide.looked', z.object({ times: z.int().meta({ privacy: 'public' }) }), { subjectPrivacy: 'public' })
const KEY = 'guide.views'
const guide: Manifest = {
  name: 'guide', kind: 'service', title: words, summary: words, folder: join(import.meta.dirname, 'none'), routes: [], facts: { looked },
  indicators: [{
    key: KEY, title: words, unit, nature: 'output', direction: 'up', projects: ['1-3-7'], targets: [{ fiscalYear: 2021, value: 1_000 }],
    definitions: [{ from: '2017-04-01', reason: words, fact: 'guide.looked', count: { kind: 'sum', of: 'body.times' } }],
  }],
}
const SHEET = '/staff/plan/sheets/1-3-7'
const PAGE = '/plan/projects/1-3-7'

let city: Awaited<ReturnType<typeof openPlanWeb>>
let clerk: PlanVisitor

beforeAll(async () => {
  city = await openPlanWeb([indicators, guide, plan])
  clerk = await city.staff('morita.riku')
  await look(400, '2021-05-01T00:00:00Z')
  await look(834, '2022-03-31T10:00:00Z')
  await look(5_000, '2022-03-31T15:00:00Z')
})
afterAll(() => city.web.close())

/** Looked at so often, at a moment of which the last belongs to the next fiscal year in Japan. */
async function look(times: number, at: string): Promise<void> {
  await city.web.open.database.act('guide', systemActor, async (tx) => void tx.publish(looked, 'guide:1', { times }, Temporal.Instant.from(at)))
  await city.web.workers.settle()
}

describe('a sheet with counted figures', () => {
  test('shows what was counted beside the texts, its target, and how to put it into a text', async () => {
    const { body } = await clerk.get(`${SHEET}?year=2021`)
    for (const part of ['1,234件', '目標', '1,000件', '達成', `[[${KEY}]]`, `/evidence/${KEY}?year=2021`]) expect(body).toContain(part)
  })

  test('keeps a figure in a text as a reference, and shows the number with the way to its facts', async () => {
    expect((await clerk.send(SHEET, SHEET, { 'sheet.results': `閲覧は[[${KEY}]]、前年度は[[${KEY} 2020]]であった。` })).status).toBe(303)
    expect((await sheetOf(city.web, '1-3-7')).results).toContain(`[[${KEY}]]`)
    const { body } = await city.visitor.get(PAGE)
    expect(body).toContain(`閲覧は<a href="/evidence/${KEY}?year=2021">1,234件</a>、前年度は<a href="/evidence/${KEY}?year=2020">0件</a>であった。`)
    expect((await clerk.get(`${SHEET}?year=2021`)).body).toContain(`閲覧は<a href="/evidence/${KEY}?year=2021">1,234件</a>`)
  })

  test.each([
    ['an unknown key', `閲覧は[[${KEY}s]]。`, `${KEY}s`, `[[${KEY}]]`],
    ['full-width brackets', `閲覧は［［${KEY}］］。`, `［［${KEY}］］`, `[[${KEY}]]`],
    ['a year before it was counted', `閲覧は[[${KEY} 2016]]。`, `[[${KEY} 2016]]`, `[[${KEY} 2017]]`],
  ])('refuses %s at its box, says what to write, and keeps everything that was typed', async (_, results, source, instead) => {
    const before = await sheetOf(city.web, '1-3-7')
    const answer = await clerk.send(SHEET, SHEET, { 'sheet.results': results, 'sheet.outcomes': '一緒に書いた課題' })
    expect(answer.status).toBe(422)
    for (const part of [`id="${fieldId('sheet.results')}-error"`, source, instead, results, '一緒に書いた課題', 'data-insert=']) expect(answer.body).toContain(part)
    expect(await sheetOf(city.web, '1-3-7')).toEqual(before)
  })

  test('refuses a reference in a short note, where no figure is filled in', async () => {
    const answer = await clerk.send(SHEET, SHEET, { 'years.2021.note': `[[${KEY}]]` })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`id="${fieldId('years.2021.note')}-error"`)
  })

  test('leaves an old text with an unknown key readable, lists it, and lets the other boxes be saved', async () => {
    const old = `昔の[[no.such]]の文`
    const document = await presentPlan(city.web)
    const projects = document.projects.map((project) => (project.key === '1-3-7' ? { ...project, sheet: { ...project.sheet, periodStatus: old } } : project))
    await city.web.open.database.act('plan', systemActor, (tx) => saveDocument(tx, { planKey: KAMEYAMA_PLAN, document: { ...document, projects }, cause: 'import' }))
    expect((await city.visitor.get(PAGE)).body).toContain(old)
    expect((await clerk.get(`${SHEET}?year=2021`)).body).toContain('[[no.such]] という')
    const office = await city.staff('mizuno.yui')
    expect((await office.get('/staff/plan/publish?year=2021')).body).toContain('数値に置き換わらない括弧')
    expect((await clerk.send(SHEET, SHEET, { 'sheet.outcomes': '別の欄だけ直した' })).status).toBe(303)
    expect((await sheetOf(city.web, '1-3-7')).periodStatus).toBe(old)
    expect((await clerk.send(SHEET, SHEET, { 'sheet.periodStatus': `${old}を直した` })).status).toBe(422)
    expect((await clerk.send(SHEET, SHEET, { 'sheet.periodStatus': '直した' })).status).toBe(303)
  })

  test('says the new number as soon as it is counted, and the report with it', async () => {
    await look(6, '2021-06-01T00:00:00Z')
    expect((await city.visitor.get(PAGE)).body).toContain('1,240件')
    expect((await city.visitor.get('/plan/report/2021')).body).toContain('1,240件')
    const { figures, projects } = JSON.parse((await city.visitor.get('/plan/report/2021.json')).body) as { figures: { key: string; printed: string }[]; projects: { key: string; results: string }[] }
    expect(figures).toMatchObject([{ key: KEY, printed: '1,240件' }, { key: KEY, printed: '0件' }])
    expect(projects.find(({ key }) => key === '1-3-7')?.results).toContain(`[[${KEY}]]`)
    expect((await city.visitor.get('/plan/report/2021.csv')).body).toContain('閲覧は1,240件※1')
  })

  test('asks for a reason where the mark and the number disagree, and takes it', async () => {
    const said = '「案内の閲覧」は1,240件（1,000件が目標）ですが、達成度は'
    await clerk.send(SHEET, SHEET, { 'sheet.achievement': 'achieved' })
    expect((await clerk.get(`${SHEET}?year=2021`)).body).not.toContain(said)
    await clerk.send(SHEET, SHEET, { 'sheet.achievement': 'partly' })
    expect((await clerk.get(`${SHEET}?year=2021`)).body.replace(/<rt>[^<]*<\/rt>|<\/?ruby>/g, '')).toContain(`${said}「△」です。`)
    expect((await city.visitor.get(PAGE)).body.replace(/<rt>[^<]*<\/rt>|<\/?ruby>/g, '')).toContain(said)
  })
})
