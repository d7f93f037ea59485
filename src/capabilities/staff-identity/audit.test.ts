import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '#capabilities/documents/csv.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { staffIdentity } from './manifest.ts'
import { TestBrowser } from './testing/test-browser.ts'

const DEMO = 'tsunagu-demo-kameyama'

let city: TestWeb
let auditor: TestBrowser

beforeAll(async () => {
  city = await openTestWeb([staffIdentity])
  auditor = new TestBrowser(city.web)
  await auditor.submit('/sign-in', '/sign-in', { login: 'senda.hisako', passphrase: DEMO })
  await city.open.owner`insert into kernel.audit (at, actor, service, act, subject, basis)
    select '2026-03-31T14:59:00Z'::timestamptz + make_interval(secs => n), ${demoIdOf(city.open.city, 'morita.riku')}, 'plan', 'view sheet ' || n, 'project:1-3-1', '=HYPERLINK("x")'
      from generate_series(1, 120) n`
})
afterAll(() => city.close())

const actsOn = (body: string) => [...body.matchAll(/view sheet (\d+)</g)].map((match) => Number(match[1]))

describe('the audit', () => {
  test('is open to auditors alone', async () => {
    const other = new TestBrowser(city.web)
    await other.submit('/sign-in', '/sign-in', { login: 'fujisaki.ren', passphrase: DEMO })
    expect((await other.open('/staff/audit')).status).toBe(403)
    expect((await other.open('/staff/audit.csv')).status).toBe(403)
  })

  test('shows the latest lines first, fifty a page', async () => {
    const first = await auditor.open('/staff/audit?who=morita.riku')
    expect(actsOn(first.body)).toEqual(Array.from({ length: 50 }, (_, index) => 120 - index))
    expect(first.body).toContain('森田 陸 (morita.riku)')
    const older = /href="(\/staff\/audit\?[^"]*before=[^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await auditor.open(older)
    expect(actsOn(second.body)[0]).toBe(70)
    expect(second.body).toContain('最新へ戻る')
  })

  test('is filtered by subject and by a day in Japan', async () => {
    const path = '/staff/audit?subject=project%3A1-3-1&day='
    expect(actsOn((await auditor.open(`${path}2026-03-31`)).body)).toHaveLength(50)
    // 14:59 and some seconds in UTC is one minute before midnight in Japan: the 60th line opens the new fiscal year.
    const csv = readCsv(
      (await city.web.inject({ url: `/staff/audit.csv?subject=project%3A1-3-1&day=2026-04-01`, headers: cookie() }))
        .rawPayload,
    )
    expect(csv.ok && csv.rows.length - 1).toBe(61)
    expect((await auditor.open('/staff/audit?subject=project%3A9')).body).toContain('この条件の記録はありません')
    expect((await auditor.open('/staff/audit?day=2026-02-30')).status).toBe(422)
  })

  test('leaves as a file that runs no formula', async () => {
    const response = await city.web.inject({ url: '/staff/audit.csv?who=morita.riku', headers: cookie() })
    expect(response.headers['content-disposition']).toContain('audit-2026-11-22.csv')
    expect(response.body).toContain(`'=HYPERLINK`)
  })

  test('writes down that it was read, and what for', async () => {
    await auditor.open('/staff/audit?who=mizuno.yui')
    await city.web.inject({ url: '/staff/audit.csv?day=2026-04-01', headers: cookie() })
    const lines = await city.open
      .owner`select actor, subject from kernel.audit where act = 'read audit' order by entry desc limit 2`
    expect(lines.map((line) => line.subject)).toEqual(['audit day=2026-04-01', 'audit who=mizuno.yui'])
    expect(lines[0]?.actor).toBe(demoIdOf(city.open.city, 'senda.hisako'))
  })
})

function cookie(): Record<string, string> {
  return { host: 'localhost', cookie: [...auditor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
}
