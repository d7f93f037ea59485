import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey } from './browser.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

describe.each([true, false])('a resident finds the plan (JavaScript: %s)', (hasScripts) => {
  test('from the top page to a project and its years', async () => {
    const visitor = await journey.arrive({ language: 'ja', hasScripts })
    const { page } = visitor
    await visitor.go('/')
    await visitor.press(/計画と実績/, 'link')
    expect(new URL(page.url()).pathname).toBe('/plan')
    await visitor.press(/コンビニ交付/, 'link')
    expect(new URL(page.url()).pathname).toBe('/plan/projects/1-1-1')
    expect(await page.locator('main').innerText()).toContain('平成29年度')
    await visitor.leave()
  })

  test('reads on a phone, by the menu', async () => {
    const visitor = await journey.arrive({ language: 'ja', width: 390, hasScripts })
    await visitor.go('/')
    await visitor.page.locator('.menu > summary').click()
    await visitor.press(/計画と実績/, 'link')
    expect(new URL(visitor.page.url()).pathname).toBe('/plan')
    await visitor.leave()
  })

  test('chooses a language, and keeps it from page to page', async () => {
    const visitor = await journey.arrive({ hasScripts })
    const { page } = visitor
    await visitor.go('/plan/changes')
    await visitor.press('English', 'link')
    expect(new URL(page.url()).pathname).toBe('/plan/changes')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await visitor.go('/')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await visitor.press('Português', 'link')
    expect(await page.locator('html').getAttribute('lang')).toBe('pt-BR')
    await visitor.leave()
  })

  test('turns furigana on and off, and enlarges the text', async () => {
    const visitor = await journey.arrive({ language: 'ja', hasScripts })
    const { page } = visitor
    await visitor.go('/')
    const sizeOf = () => page.locator('main p').first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const before = await sizeOf()
    expect(await page.locator('main ruby').count()).toBe(0)
    await choose('/settings/furigana?furigana=on')
    expect(await page.locator('main ruby').count()).toBeGreaterThan(0)
    await choose('/settings/text-size?size=largest')
    expect(await sizeOf()).toBeGreaterThan(before)
    await choose('/settings/furigana?furigana=off')
    expect(await page.locator('main ruby').count()).toBe(0)
    await visitor.look()
    await visitor.leave()

    /** On a phone the settings lie behind a button; on a desk they lie open. */
    async function choose(address: string): Promise<void> {
      const link = page.locator(`a[href^="${address}"]`).first()
      if (!(await link.isVisible())) await page.locator(`details:has(a[href^="${address}"]) > summary`).first().click()
      await link.click()
      await page.waitForLoadState('load')
    }
  })
})
