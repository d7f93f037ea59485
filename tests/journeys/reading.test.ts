import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/text/text.ts'
import { openJourney, WIDTHS, type Journey } from './browser.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

describe('a resident reads the portal', () => {
  for (const hasScripts of [true, false]) {
    const cases = WIDTHS.flatMap((width) => LANGUAGES.map((language) => ({ width, language })))
    test.each(cases)(`in $language at $width px${hasScripts ? '' : ' without JavaScript'}`, async ({ width, language }) => {
      const visitor = await journey.arrive({ language, width, hasScripts })
      await visitor.go('/')
      expect(await visitor.page.locator('h1').count()).toBe(1)
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe({ ja: 'ja', 'ja-x-yasashii': 'ja', en: 'en', pt: 'pt-BR' }[language])
      await visitor.leave()
    })
  }
})
