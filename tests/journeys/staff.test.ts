import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey } from './browser.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

describe.each([true, false])('staff at the door (JavaScript: %s)', (hasScripts) => {
  test('are sent to sign in and back to where they were going, and sign out again', async () => {
    const visitor = await journey.arrive({ language: 'ja', hasScripts })
    const { page } = visitor
    await visitor.go('/staff/plan')
    await visitor.press('サインインする', 'link')
    await visitor.signIn('mizuno.yui')
    expect(new URL(page.url()).pathname).toBe('/staff/plan')
    expect(await page.locator('body').innerText()).toContain('水野 結衣')
    await page.locator('form[action="/sign-out"] button').first().click()
    await page.waitForLoadState('load')
    await page.goto('/staff/plan')
    expect(await page.getByRole('link', { name: 'サインインする' }).count()).toBeGreaterThan(0)
    await visitor.leave()
  })

  test('a wrong passphrase is refused without saying which of the two was wrong', async () => {
    const visitor = await journey.arrive({ language: 'en', hasScripts })
    await visitor.go('/sign-in')
    await visitor.signIn('mizuno.yui', 'not the passphrase')
    const known = await visitor.page.locator('[role=alert]').innerText()
    expect(await visitor.page.inputValue('#field-login')).toBe('mizuno.yui')
    await visitor.signIn('nobody.here', 'not the passphrase')
    expect(await visitor.page.locator('[role=alert]').innerText()).toBe(known)
    await visitor.leave()
  })
})

describe('the staff desk', () => {
  test.each([
    ['mizuno.yui', ['/staff', '/staff/plan', '/staff/plan/contradictions', '/staff/plan/publish', '/staff/imports', '/account']],
    ['fujisaki.ren', ['/staff/accounts', '/staff/accounts/new', '/account', '/account/passphrase']],
    ['senda.hisako', ['/staff/audit']],
  ])('%s sees the pages of their work', async (login, paths) => {
    for (const manner of [{ language: 'ja', width: 390 }, { language: 'en', width: 1280 }] as const) {
      const visitor = await journey.arrive({ ...manner, signedInAs: login })
      for (const path of paths) {
        await visitor.go(path)
        expect(new URL(visitor.page.url()).pathname).toBe(path)
      }
      await visitor.leave()
    }
  }, 120_000)
})
