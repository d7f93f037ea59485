import { indicators } from '#capabilities/indicators/manifest.ts'
import { expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { ASAHI, openTestWeb } from '../../../testing.ts'
import { plan } from '../manifest.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { PlanVisitor } from '../testing/plan-web.ts'

test('a publisher begins the report of the next year, until the plan\'s period ends', async () => {
  const web = await openTestWeb([indicators, plan], { folder: ASAHI })
  const loaded = (year: number) => web.open.database.read('plan', systemActor, (tx) => loadPlanDocument(tx, '2022-2025', year))
  const publisher = new PlanVisitor(web, await web.signIn('hayase.minori'))
  const before = (await loaded(2024))!
  const begun = await publisher.send('/staff/plan', '/staff/plan/years', {})
  expect([begun.status, begun.location]).toEqual([303, '/staff/plan?year=2025'])
  const next = (await loaded(2025))!
  expect(next.indicators.map(({ target, actual }) => [target, actual])).toEqual(before.indicators.map(({ target }) => [target, '']))
  expect(next.projects.every(({ sheet }) => sheet.year === 2025 && sheet.results === '' && sheet.achievement === null)).toBe(true)
  expect(await loaded(2024)).toEqual(before)
  const desk = (await publisher.get('/staff/plan?year=2025')).body
  expect(desk).not.toContain('action="/staff/plan/years"')
  expect(desk).toContain('aria-current="page"')

  const sheet = '/staff/plan/sheets/1-1'
  await publisher.send(`${sheet}?year=2025`, sheet, { 'sheet.results': '令和7年度の実績' })
  expect([(await loaded(2025))!.projects[0]!.sheet.results, (await loaded(2024))!.projects[0]!.sheet.results]).toEqual(['令和7年度の実績', ''])

  // What was written the year before stands beside the box, and the same text again is flagged.
  await publisher.send(`${sheet}?year=2024`, sheet, { 'sheet.outcomes': '窓口の待ち時間が減った。' })
  const beside = (await publisher.get(`${sheet}?year=2025`)).body
  expect(beside).toContain('窓口の待ち時間が減った。')
  expect(beside).not.toContain('同じ文章です')
  await publisher.send(`${sheet}?year=2025`, sheet, { 'sheet.outcomes': '窓口の待ち時間が 減った。' })
  expect((await publisher.get(`${sheet}?year=2025`)).body).toContain('同じ文章です')
  await web.close()
})
