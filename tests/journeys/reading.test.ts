import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/text/text.ts'
import { openJourney, WIDTHS, type Journey } from './browser.ts'

/** A page of every kind that residents open; each is looked at by axe in every manner below. */
const PAGES = ['/', '/plan', '/plan?mark=mostly', '/plan/projects/1-1-1', '/plan/changes', '/plan/report/2021', '/open-data', '/sign-in', '/design', '/nowhere']
const TAGS = { ja: 'ja', 'ja-x-yasashii': 'ja', en: 'en', pt: 'pt-BR' } as const

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

describe.each(PAGES)('a resident reads %s', (path) => {
  const manners = WIDTHS.flatMap((width) => LANGUAGES.map((language) => ({ width, language })))
  test.each(manners)('in $language at $width px', async ({ width, language }) => {
    const visitor = await journey.arrive({ language, width })
    await visitor.go(path)
    expect(await visitor.page.locator('h1').count()).toBe(1)
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe(TAGS[language])
    await visitor.leave()
  })

  test.each(WIDTHS)('without JavaScript at %i px, with furigana and the largest text', async (width) => {
    const visitor = await journey.arrive({ language: 'ja', width, hasScripts: false, furigana: true, textSize: 'largest' })
    await visitor.go(path)
    expect(await visitor.page.locator('ruby rt').count()).toBeGreaterThan(0)
    await visitor.leave()
  })
})
