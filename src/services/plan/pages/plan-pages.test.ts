import { indicators } from '#capabilities/indicators/manifest.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { openTestWeb,ASAHI } from '../../../testing.ts'
import { plan } from '../manifest.ts'
import { saveDocument } from '../store/save-document.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { importWords } from '../text/import-words.ts'
import { KAMEYAMA_PLAN, openPlanWeb, PlanVisitor, presentPlan } from '../testing/plan-web.ts'

const PUBLIC = ['/plan', '/plan?q=カード', '/plan/projects/1-3-5', '/plan/projects/2-2-1', '/plan/changes', '/plan/report/2021']
const STAFF = [
  '/staff/plan', '/staff/plan?view=all', '/staff/plan/sheets/1-3-5', '/staff/plan/sheets/1-3-5/history', '/staff/plan/cover',
  '/staff/plan/contradictions?view=all', '/staff/plan/questions', '/staff/plan/publish', '/staff/plan/preview/2021',
]

let city: Awaited<ReturnType<typeof openPlanWeb>>
let publisher: PlanVisitor
beforeAll(async () => {
  city = await openPlanWeb()
  publisher = await city.staff('mizuno.yui')
})
afterAll(() => city.web.close())

describe('in four languages', () => {
  test.each([...PUBLIC, ...STAFF])('%s', async (path) => {
    const reader = path.startsWith('/staff') ? publisher : city.visitor
    for (const language of LANGUAGES) {
      const { status, body } = await reader.get(path, language)
      expect([status, language]).toEqual([200, language])
      if (language === 'en' || language === 'pt') expect(japaneseOutside(body), `${path} ${language}`).toEqual([])
    }
  })

  test('simple Japanese has readings over its kanji', async () => {
    const { body } = await city.visitor.get('/plan', 'ja-x-yasashii')
    expect(body).toContain('<ruby>計画<rp>(</rp><rt>けいかく</rt>')
    expect(body).toContain('コンビニで しょうめいしょを うけとる しくみ')
  })

  test('every kanji of the two Japanese texts bears a reading', () => {
    const bare: string[] = []
    for (const [room, words] of Object.entries({ planWords, publicWords, staffWords, importWords })) {
      for (const [name, phrase] of Object.entries(words)) {
        for (const language of ['ja', 'ja-x-yasashii'] as const) {
          if (/\p{Script=Han}/u.test(phrase[language].replace(/\{[^{}|]*\|[^{}]*\}/g, ''))) bare.push(`${room}.${name} ${language}`)
        }
      }
    }
    expect(bare).toEqual([])
  })

  test('placeholders agree in all languages', () => {
    for (const phrase of Object.values({ ...planWords, ...publicWords, ...staffWords, ...importWords })) {
      const names = (text: string) => [...text.matchAll(/\{([^{}|]+)\}/g)].map((match) => match[1]).toSorted()
      for (const language of LANGUAGES) expect(names(phrase[language]), phrase.ja).toEqual(names(phrase.ja))
    }
  })
})

/** Japanese that stands on a page in another language without being marked as Japanese. */
function japaneseOutside(body: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''
  const found: string[] = []
  const open: { readonly name: string; readonly isSkipped: boolean }[] = []
  for (const [, closing, name = '', given = '', text = ''] of main.matchAll(/<(\/?)(\w+)([^>]*)>([^<]*)/g)) {
    if (closing === '/') {
      while (open.length > 0 && open.pop()?.name !== name);
    } else if (!VOID.has(name) && !given.endsWith('/')) {
      // What people typed stands in the fields as it is.
      const isSkipped = given.includes('lang="ja"') || name === 'textarea' || (open.at(-1)?.isSkipped ?? false)
      open.push({ name, isSkipped })
    }
    // Printed numbers and marks are the plan's own in any language.
    const words = text.replace(/[①-⑳◎○△×→＋−]/g, '').matchAll(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+/gu)
    if (!(open.at(-1)?.isSkipped ?? false)) found.push(...[...words].map((match) => match[0]).filter((word) => !PEOPLE.test(word)))
  }
  return found
}

const VOID = new Set(['input', 'br', 'hr', 'img', 'meta', 'link'])

/** Names of people are written as they are. */
const PEOPLE = /^(水野|結衣|森田|陸)$/

describe('what is asked for and is not there', () => {
  test.each([
    ['/plan/report/2030', ['令和3年度の報告書', '/plan/report/2021']],
    ['/plan/report/abc', ['令和3年度の報告書']],
    ['/plan/report/2030.pdf', ['令和3年度の報告書']],
    ['/plan/projects/9-9-9', ['計画の一覧へ']],
  ])('%s: 404 with the ways there are', async (path, words) => {
    const { status, body } = await city.visitor.get(path)
    expect(status).toBe(404)
    for (const word of words) expect(body).toContain(word)
  })

  test('a search without result says what to do', async () => {
    expect((await city.visitor.get('/plan?q=ありえない言葉')).body).toContain('条件に合う事業はありません')
  })

  test('a city without a plan says what makes one appear, to residents and to staff', async () => {
    const empty = await openTestWeb([indicators, plan], { isDemo: false })
    const visitor = new PlanVisitor(empty)
    for (const path of ['/plan', '/plan/changes', '/plan/projects/1-1-1']) {
      expect((await visitor.get(path)).body).toContain('公開している計画はまだありません')
    }
    expect((await visitor.get('/plan.json')).status).toBe(404)
    expect((await visitor.get('/plan/report/2021')).status).toBe(404)
    await empty.close()
  })
})

test('Asahi shows its own plan with its own levels, marks and years', async () => {
  const asahi = await openTestWeb([indicators, plan], { folder: ASAHI })
  const visitor = new PlanVisitor(asahi)
  const { body } = await visitor.get('/plan')
  for (const words of ['朝日町デジタル実施計画', '基本方針', '計画より進んでいる', 'R7', 'デモ']) expect(body).toContain(words)
  expect((await visitor.get('/plan/report/2024')).body).toContain('未把握')
  expect((await visitor.get('/plan/projects/1-2')).body).toContain('令和6年3月31日まで')
  await asahi.close()
})

test('script in every text of the plan is shown as text', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
  const document = await presentPlan(city.web)
  const poisoned = {
    ...document,
    title: evil, issuedBy: evil, levels: document.levels.map(() => evil),
    sections: document.sections.map((section) => ({ ...section, heading: evil, body: evil })),
    indicators: document.indicators.map((indicator) => ({ ...indicator, name: evil, isSet: true, unit: evil, baseline: evil, actual: evil, target: evil })),
    branches: document.branches.map((branch) => ({ ...branch, name: evil, number: evil })),
    listings: document.listings.map((listing) => ({ ...listing, number: evil })),
    scales: {
      schedule: { ...document.scales.schedule, heading: evil, steps: document.scales.schedule.steps.map((step) => ({ ...step, glyph: evil, label: evil })) },
      achievement: { ...document.scales.achievement, heading: evil, steps: document.scales.achievement.steps.map((step) => ({ ...step, glyph: evil, label: evil })) },
    },
    projects: document.projects.map((project) => ({
      ...project, name: evil, purpose: evil, outline: evil,
      years: project.years.map((cell) => ({ ...cell, note: evil })),
      owners: [{ department: evil, section: evil, group: evil }],
      sheet: { ...project.sheet, results: evil, outcomes: evil, periodStatus: evil },
    })),
  }
  const own = await openPlanWeb()
  await own.web.open.database.act('plan', systemActor, (tx) => saveDocument(tx, { planKey: KAMEYAMA_PLAN, document: poisoned, cause: 'edit' }))
  const staff = await own.staff('mizuno.yui')
  for (const path of [...PUBLIC, ...STAFF]) {
    const { status, body } = await (path.startsWith('/staff') ? staff : own.visitor).get(path, 'en')
    expect(status, path).toBe(200)
    expect(body, path).not.toMatch(/<script>alert|<img src=x/)
  }
  await own.web.close()
})

test('files: each of its type, CP932 where wished, 404 where there is no report', async () => {
  const file = (path: string) => city.web.web.inject({ url: path })
  const types = { pdf: 'application/pdf', xlsx: 'spreadsheetml', csv: 'text/csv; charset=utf-8', json: 'application/json' }
  for (const [ending, type] of Object.entries(types)) {
    const answer = await file(`/plan/report/2021.${ending}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining(type)])
  }
  const sjis = await file('/plan/report/2021.csv?encoding=cp932')
  expect(new TextDecoder('shift_jis').decode(sjis.rawPayload)).toContain('コンビニ交付事業')
  expect(JSON.parse((await file('/plan.json')).body)).toMatchObject({ reportYear: 2021, publication: null })
})

test('the document of /plan.json is what the database holds, and its shape is the promised one', async () => {
  const { planJsonShape } = await import('../api/plan-json.ts')
  const { publication, ...document } = planJsonShape.parse(JSON.parse((await city.visitor.get('/plan.json')).body))
  expect([publication, document]).toEqual([null, await presentPlan(city.web)])
})

test('a kept page is thrown away when a sheet is saved', async () => {
  const own = await openPlanWeb()
  const path = '/plan/projects/1-3-7'
  expect((await own.visitor.get(path)).body).toContain('まだ書かれていません')
  const clerk = await own.staff('morita.riku')
  await clerk.send('/staff/plan/sheets/1-3-7', '/staff/plan/sheets/1-3-7', { 'sheet.results': '新しい実績の文' })
  expect((await own.visitor.get(path)).body).toContain('新しい実績の文')
  await own.web.close()
})
