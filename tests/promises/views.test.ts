import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'
import { crawl } from './crawl.ts'
import { textOf } from './markup.ts'

const DUTIES = parts.flatMap((part) => part.duties ?? []).map((duty) => duty.name)

let city: TestWeb
let cookie: string

beforeAll(async () => {
  city = await openTestWeb(parts)
  cookie = `${await city.signInWith(...DUTIES)}; language=ja`
})
afterAll(() => city.close())

/** A login is personal (kernel.person says so) and stands on no page but those about somebody's account. */
describe('who looks at somebody else\'s account leaves a line in the audit', () => {
  test('on every page that shows a login', async () => {
    const logins = (await city.open.owner<{ login: string }[]>`select login from kernel.person where login not like 'somebody.%'`).map((row) => row.login)
    const pages = await crawl(city, ['/staff'], { cookie })
    const telling = pages.filter((page) => page.route.enter.who !== 'everyone' && logins.some((login) => textOf(page.body).includes(login)))
    expect(telling.map((page) => page.route.path)).toContain('/staff/accounts/:id')
    const silent: string[] = []
    for (const { path } of telling) {
      const before = await linesInAudit()
      await city.web.inject({ url: path, headers: { cookie } })
      if ((await linesInAudit()) === before) silent.push(path.replace(/[0-9a-f-]{36}/, ':id'))
    }
    expect([...new Set(silent)]).toEqual([])
  })

  test('a line says who, in which service, what, about whom and under which rule', async () => {
    await city.web.inject({ url: '/staff/audit', headers: { cookie } })
    const [line] = await city.open.owner<Record<string, string>[]>`select actor, service, act, subject, basis from kernel.audit order by entry desc limit 1`
    expect(line).toMatchObject({ service: 'staff-identity', act: 'read audit' })
    for (const [name, value] of Object.entries(line ?? {})) expect(value, name).not.toBe('')
  })
})

async function linesInAudit(): Promise<number> {
  const [row] = await city.open.owner<{ lines: number }[]>`select count(*)::int as lines from kernel.audit`
  return row?.lines ?? 0
}
