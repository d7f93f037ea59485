import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { search } from '#capabilities/search/manifest.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { plan } from '../manifest.ts'
import { KAMEYAMA_PLAN, openPlanWeb, presentPlan } from '../testing/plan-web.ts'
import { planTextSearchable, projectSearchable } from './searchables.ts'

type PlanWeb = Awaited<ReturnType<typeof openPlanWeb>>
let opened: PlanWeb

beforeAll(async () => {
  opened = await openPlanWeb([search, plan])
  await opened.web.workers.settle()
})
afterAll(() => opened.web.close())

const resultsOf = async (words: string, language = 'ja') => (await opened.visitor.get(`/search?q=${encodeURIComponent(words)}`, language)).body

describe('the plan in the search', () => {
  test('every project is found by its name and by its number', async () => {
    const { projects } = await presentPlan(opened.web)
    for (const { key, name } of [projects[0], projects.at(-1)].filter((project) => project !== undefined)) {
      expect(await resultsOf(name)).toContain(`/plan/projects/${key}`)
      expect(await resultsOf(key)).toContain(`/plan/projects/${key}`)
    }
  })

  test.each([projectSearchable, planTextSearchable])('$kind lists all it loads, page by page in the order of keys', async (searchable) => {
    const { parts } = opened.web.open.directory
    await opened.web.open.database.read('plan', systemActor, async (tx) => {
      const keys: string[] = []
      for (;;) {
        const page = await searchable.list(tx, { after: keys.at(-1) ?? null, limit: 7 }, parts)
        if (page.length === 0) break
        keys.push(...page.map(({ key }) => key))
      }
      expect(keys).toEqual([...new Set(keys)].toSorted())
      expect(keys.length).toBeGreaterThan(3)
      expect((await searchable.load(tx, keys, parts)).map(({ key }) => key)).toEqual(keys)
      expect(await searchable.load(tx, ['no-such-plan/1', `${KAMEYAMA_PLAN}/999`], parts)).toEqual([])
    })
  })
})
