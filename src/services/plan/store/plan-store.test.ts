import { indicators } from '#capabilities/indicators/manifest.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { ASAHI, KAMEYAMA } from '../../../testing.ts'
import { plan } from '../manifest.ts'
import type { PlanDocument } from '../model.ts'
import { inventedPlan } from '../report/invented-plan.ts'
import { findPublicReport, listPlans } from './catalogue.ts'
import { listChanges } from './changes.ts'
import { loadPlanDocument } from './load-document.ts'
import { listOwners } from './owners.ts'
import { digestOfDocument, keepPublication } from './publications.ts'
import { listContradictions } from './reasons.ts'
import { holdPlan, saveDocument } from './save-document.ts'
import { listAllUnits, unitsInLine } from './units.ts'
import { loadWords } from './words.ts'

type TestCity = Awaited<ReturnType<typeof openTestCity>>

let city: TestCity
let asahi: TestCity
beforeAll(async () => {
  city = await openTestCity({ parts: [indicators, plan], folder: KAMEYAMA })
  asahi = await openTestCity({ parts: [indicators, plan], folder: ASAHI })
})
afterAll(() => Promise.all([city.close(), asahi.close()]))

const KAMEYAMA_PLAN = '2017-2021'
const reading = <Result>(work: Parameters<typeof city.database.read<Result>>[2], from = city) => from.database.read('plan', systemActor, work)
const writing = <Result>(work: Parameters<typeof city.database.act<Result>>[2]) => city.database.act('plan', systemActor, work)
const loaded = async (key: string, year: number): Promise<PlanDocument> => (await reading((tx) => loadPlanDocument(tx, key, year)))!

describe('the plans of the cities', () => {
  test('Kameyama: 60 projects listed 73 times, five years each', async () => {
    const document = await loaded(KAMEYAMA_PLAN, 2021)
    expect([document.projects.length, document.listings.length, document.listings.filter(({ isRelisting }) => isRelisting).length]).toEqual([60, 73, 13])
    expect(document.projects.every(({ years }) => years.length === 5)).toBe(true)
    expect(document.indicators.map(({ isSet }) => isSet)).toEqual([false, false, false, false, false])
  })

  test('Asahi: other levels, other scales, other years', async () => {
    const [entry] = await reading(listPlans, asahi)
    const document = (await reading((tx) => loadPlanDocument(tx, entry!.key, 2024), asahi))!
    expect([entry!.key, document.levels, document.projects.length]).toEqual(['2022-2025', ['基本方針', '施策'], 6])
    expect(document.scales.achievement.steps.map(({ glyph }) => glyph)).toEqual(['A', 'B', 'C', 'D'])
  })

  test('owners before and after a reorganisation', async () => {
    const spans = await reading(async (tx) => (await listOwners(tx, '2022-2025')).filter(({ projectKey }) => projectKey === '1-2'), asahi)
    expect(spans.map(({ group, validFrom, validTo }) => [group, validFrom?.toString() ?? null, validTo?.toString() ?? null])).toEqual([
      ['情報係', null, '2024-03-31'],
      ['住民係', null, null],
      ['デジタル推進係', '2024-04-01', null],
    ])
    const owners = async (year: number) => (await reading((tx) => loadPlanDocument(tx, '2022-2025', year), asahi))!.projects[1]!.owners.map(({ group }) => group)
    expect([await owners(2022), await owners(2024)]).toEqual([['情報係', '住民係'], ['デジタル推進係', '住民係']])
  })

  test('names in other languages, and units; Japanese needs none', async () => {
    const words = await reading((tx) => loadWords(tx, KAMEYAMA_PLAN, 2021, 'en'))
    expect([words.get('projects/1-1-1/name'), words.get('steps/achievement/achieved/label'), words.get('units/政策部/name')]).toEqual([
      'Certificates at convenience stores', 'Achieved', 'Policy Department',
    ])
    expect((await reading((tx) => loadWords(tx, KAMEYAMA_PLAN, 2021, 'ja'))).size).toBe(0)
  })

  test('an empty city has no plan', async () => {
    const empty = await openTestCity({ parts: [indicators, plan], folder: KAMEYAMA, isDemo: false })
    expect(await reading(listPlans, empty)).toEqual([])
    await empty.close()
  })
})

describe('saving', () => {
  test('what was loaded and is saved again changes nothing', async () => {
    const document = await loaded(KAMEYAMA_PLAN, 2021)
    expect((await writing((tx) => saveDocument(tx, { planKey: KAMEYAMA_PLAN, document, cause: 'edit' }))).changes).toEqual([])
    expect(await loaded(KAMEYAMA_PLAN, 2021)).toEqual(document)
  })

  test('an invented plan comes back as it was saved', async () => {
    const document = inventedPlan(20)
    await writing((tx) => saveDocument(tx, { planKey: 'invented', document, cause: 'import' }))
    expect(await loaded('invented', document.reportYear)).toEqual(document)
  })

  test('any plan comes back as it was saved, whatever it was before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 12 }), async (edits) => {
        const document = edits.reduce((edited, edit) => edit(edited), inventedPlan(8))
        await writing((tx) => saveDocument(tx, { planKey: 'any', document, cause: 'edit' }))
        expect(await loaded('any', document.reportYear)).toEqual(document)
      }),
      { numRuns: 25 },
    )
  })

  test('the history says what changed, and counts the revisions', async () => {
    const before = await loaded('invented', 2021)
    const first = before.projects[0]!
    const document = { ...before, projects: [{ ...first, outline: '改めた概要', sheet: { ...first.sheet, results: '' } }, ...before.projects.slice(1)] }
    await writing((tx) => saveDocument(tx, { planKey: 'invented', document, cause: 'edit', reference: 'test' }))
    const changes = await reading((tx) => listChanges(tx, 'invented', { projectKey: first.key, limit: 10 }))
    expect(changes.map(({ field, before: was, after, cause, revision }) => [field, was, after, cause, revision])).toEqual([
      ['sheet/results', first.sheet.results, '', 'edit', 2],
      ['outline', first.outline, '改めた概要', 'edit', 2],
    ])
  })

  test('a report of another year leaves the sheets of the first, and the owners of its days', async () => {
    const before = await loaded('invented', 2021)
    const moved = before.projects.map((project) => ({
      ...project, owners: [{ department: '新しい部', section: '新しい課', group: '' }], sheet: { ...project.sheet, year: 2020, results: '前の年度' },
    }))
    await writing((tx) => saveDocument(tx, { planKey: 'invented', document: { ...before, reportYear: 2020, projects: moved }, cause: 'import' }))
    expect(await loaded('invented', 2021)).toEqual(before)
    expect((await loaded('invented', 2020)).projects[0]!.owners[0]!.section).toBe('新しい課')
  })
})

test('two plans are written at the same time, and neither waits for the other', async () => {
  const write = (planKey: string, purpose: string) => writing(async (tx) => {
    const document = { ...inventedPlan(3), projects: inventedPlan(3).projects.map((project) => ({ ...project, purpose })) }
    await holdPlan(tx, planKey)
    arrived[planKey]!.resolve()
    // Both hold their own plan before either writes.
    await Promise.all(Object.values(arrived).map(({ promise }) => promise))
    await saveDocument(tx, { planKey, document, cause: 'edit' })
  })
  const arrived: Record<string, PromiseWithResolvers<void>> = {}
  for (const key of ['one', 'two']) {
    await writing((tx) => saveDocument(tx, { planKey: key, document: inventedPlan(3), cause: 'import' }))
    arrived[key] = Promise.withResolvers<void>()
  }
  await Promise.all([write('one', '一つ目'), write('two', '二つ目')])
  expect([(await loaded('one', 2021)).projects[0]!.purpose, (await loaded('two', 2021)).projects[0]!.purpose]).toEqual(['一つ目', '二つ目'])
})

describe('what the database itself refuses', () => {
  test.each([
    ['a judgement where the schedule belongs', `update plan.year_cell set planned = 'achieved' where project_key = '1-1-1' and year = 2017`, '23503'],
    ['a schedule step as judgement', `update plan.sheet set achievement = 'survey' where project_key = '1-1-1'`, '23503'],
    ['a scale of one\'s own', `insert into plan.scale values ('2017-2021', 'colour', 'x', '{}')`, '23514'],
  ])('%s', async (_, statement, code) => {
    await expect(city.owner.begin((sql) => sql.unsafe(statement))).rejects.toMatchObject({ code })
  })

  test.each(['plan.change', 'plan.reason', 'plan.published_report'])('%s is only appended to', async (table) => {
    const altering = { compile: () => ({ sql: `delete from ${table}`, parameters: [] }) as never }
    await expect(writing((tx) => tx.run(altering))).rejects.toMatchObject({ code: '42501' })
  })
})

test('a publication is kept whole: later changes do not touch what residents see', async () => {
  const document = await loaded(KAMEYAMA_PLAN, 2021)
  const publication = await writing((tx) => keepPublication(tx, KAMEYAMA_PLAN, document))
  const edited = { ...document, projects: document.projects.map((project) => ({ ...project, purpose: '公表後の変更' })) }
  await writing((tx) => saveDocument(tx, { planKey: KAMEYAMA_PLAN, document: edited, cause: 'edit' }))
  const shown = await reading(async (tx) => findPublicReport(tx, await listPlans(tx), { planKey: KAMEYAMA_PLAN }))
  expect(shown!.document).toEqual(document)
  expect([shown!.publication!.revision, shown!.publication!.sha256]).toEqual([1, digestOfDocument(document)])
  expect(publication.sha256).toBe(digestOfDocument(shown!.document))
})

test('contradictions: five years of △ judged ◎ and a planned ◎ that was judged lower', async () => {
  const found = await reading(async (tx) => listContradictions(tx, KAMEYAMA_PLAN, await loaded(KAMEYAMA_PLAN, 2021)))
  expect(found.map(({ number, kind }) => [number, kind])).toEqual([
    ['①(3)-5', 'complete-planned-judged-lower'],
    ['②(4)-2', 'complete-planned-judged-lower'],
    ['③(1)-25', 'survey-only-judged-achieved'],
  ])
})

test('units in line: above, below and after a reorganisation, but not beside', async () => {
  const units = await reading(listAllUnits)
  expect([...unitsInLine(units, 'industry-environment')].toSorted()).toEqual(['industry', 'industry-environment', 'industry-environment-creation', 'industry-environment-waste'])
  expect(unitsInLine(units, 'industry-environment-waste').has('industry-farming')).toBe(false)
  const others = await reading(listAllUnits, asahi)
  expect(unitsInLine(others, 'planning-digital').has('planning-information')).toBe(true)
})

type Edit = (document: PlanDocument) => PlanDocument

/** Changes as people and files make them: texts, marks, owners, projects and listings that come and go, scales that grow. */
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', '').toWellFormed())
const index = fc.nat({ max: 7 })
const withProject = (place: number, edit: (project: PlanDocument['projects'][number]) => PlanDocument['projects'][number]): Edit => (document) => ({
  ...document,
  projects: document.projects.map((project, at) => (at === place ? edit(project) : project)),
})
const anyChange: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(index, text).map(([place, name]) => withProject(place, (project) => ({ ...project, name, purpose: name }))),
  fc.tuple(index, text, text).map(([place, results, outcomes]) => withProject(place, (project) => ({ ...project, sheet: { ...project.sheet, results, outcomes, achievement: null } }))),
  fc.tuple(index, text).map(([place, note]) => withProject(place, (project) => ({ ...project, years: project.years.map((cell) => ({ ...cell, note, actual: cell.planned })) }))),
  fc.tuple(index, fc.array(text, { maxLength: 3 })).map(([place, sections]) => withProject(place, (project) => ({ ...project, owners: sections.map((section) => ({ department: '部', section, group: '' })) }))),
  fc.tuple(index, text).map(([place, body]): Edit => (document) => ({ ...document, sections: document.sections.map((section, at) => (at === place ? { ...section, body } : section)) })),
  index.map((place): Edit => (document) => {
    const gone = document.projects[place]?.key
    return document.projects.length < 3 ? document : {
      ...document,
      projects: document.projects.filter(({ key }) => key !== gone),
      listings: document.listings.filter(({ projectKey }) => projectKey !== gone),
    }
  }),
  fc.constant<Edit>((document) => ({ ...document, listings: document.listings.toReversed(), projects: document.projects.toReversed() })),
  fc.tuple(index, text).map(([place, glyph]): Edit => (document) => {
    const steps = [...document.scales.schedule.steps, { key: `step-${place}-${document.scales.schedule.steps.length}`, glyph, label: glyph }]
    return { ...document, scales: { ...document.scales, schedule: { ...document.scales.schedule, steps } } }
  }),
)
