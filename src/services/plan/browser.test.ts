import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey } from '../../../tests/journeys/browser.ts'

const SHEET = '/staff/plan/sheets/1-3-7?year=2021'
const REFERENCE = '[[plan.reports-published]]'
const BOX = '#field-sheet-outcomes'

describe('a figure is put into a text', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await openJourney()
    await journey.city.workers.settle()
  })
  afterAll(() => journey.close())
  const arrive = (hasScripts: boolean, width = 1280) => journey.arrive({ language: 'ja', hasScripts, signedInAs: 'morita.riku', width })

  test('at the cursor of the box used last, by key alone, told aloud, and the browser’s own undo takes it out', async () => {
    const { page } = await arrive(true)
    await page.goto(`${journey.origin}${SHEET}`)
    await page.fill(BOX, '前後')
    await page.locator(BOX).evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(1, 1))
    await page.locator('[data-figure-list] summary').press('Enter')
    await page.fill('#figure-find', '公開 ほうこく')
    expect(await page.locator('[data-figure-none]').innerText()).not.toBe('')
    await page.fill('#figure-find', '公開')
    await page.locator('button[data-insert]:visible').press('Enter')
    expect(await page.inputValue(BOX)).toBe(`前${REFERENCE}後`)
    expect(await page.locator('[data-insert-status]').innerText()).toContain('成果と課題')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-sheet-outcomes')
    await page.keyboard.press('Control+z')
    expect(await page.inputValue(BOX)).toBe('前後')
  })

  test('without scripts the reference itself stands there to be copied, and no button that does nothing', async () => {
    const { page } = await arrive(false, 390)
    await page.goto(`${journey.origin}${SHEET}`)
    await page.locator('[data-figure-list] summary').click()
    expect(await page.locator('[data-figure-list] code').allInnerTexts()).toContain(REFERENCE)
    expect(await page.locator('button[data-insert]:visible').count()).toBe(0)
  })
})
