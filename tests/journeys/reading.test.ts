import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/text/text.ts'
import { openJourney, WIDTHS, type Journey } from './browser.ts'

/** A page of every kind that residents open; each is looked at by axe in every manner below. */
const PAGES = ['/', '/plan?mark=mostly', '/plan/projects/1-1-1', '/plan/changes', '/open-data', '/sign-in', '/design', '/nowhere']
/** Pages of several thousand elements, of which axe needs seconds: each language once, the widths by turns. */
const LONG_PAGES = ['/plan', '/plan/report/2021']
const TAGS = { ja: 'ja', 'ja-x-yasashii': 'ja', en: 'en', pt: 'pt-BR' } as const

const [PHONE, DESK] = WIDTHS
const allManners = WIDTHS.flatMap((width) => LANGUAGES.map((language) => ({ width, language })))
const someManners = LANGUAGES.map((language, index) => ({ width: index % 2 === 0 ? PHONE : DESK, language }))
const readings = [
  ...PAGES.flatMap((path) => allManners.map((manner) => ({ path, ...manner }))),
  ...LONG_PAGES.flatMap((path) => someManners.map((manner) => ({ path, ...manner }))),
]

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

describe('a resident reads', () => {
  test.each(readings)('$path in $language at $width px', async ({ path, language, width }) => {
    const visitor = await journey.arrive({ language, width })
    await visitor.go(path)
    expect(await visitor.page.locator('h1').count()).toBe(1)
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe(TAGS[language])
    await visitor.leave()
  })

  test.each([...PAGES, ...LONG_PAGES])('%s on a phone without JavaScript, with furigana and the largest text', async (path) => {
    const visitor = await journey.arrive({ language: 'ja', width: PHONE, hasScripts: false, furigana: true, textSize: 'largest' })
    await visitor.go(path)
    expect(await visitor.page.evaluate(() => window.matchMedia('(scripting: none)').matches)).toBe(true)
    expect(await visitor.page.locator('ruby rt').count()).toBeGreaterThan(0)
    await visitor.leave()
  })
})
