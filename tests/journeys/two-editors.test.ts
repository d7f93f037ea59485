import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey, type Visitor } from './browser.ts'

const SHEET = '/staff/plan/sheets/1-1-1'
const RESULTS = '#field-sheet-results'
const OUTCOMES = '#field-sheet-outcomes'

/** Two people write one sheet at once: nothing of either is lost, and nothing is overwritten unseen. */
describe.each([true, false])('two editors on one sheet (JavaScript: %s)', (hasScripts) => {
  let journey: Journey
  let first: Visitor
  let second: Visitor

  beforeAll(async () => {
    journey = await openJourney()
    const manner = { language: 'ja', hasScripts } as const
    first = await journey.arrive({ ...manner, signedInAs: 'mizuno.yui' })
    second = await journey.arrive({ ...manner, signedInAs: 'tachibana.kohei' })
  })
  afterAll(() => journey.close())

  test('the second is shown the difference, and chooses field by field', async () => {
    await first.go(SHEET)
    await second.go(SHEET)
    await first.page.fill(RESULTS, '一人目が書いた実績')
    await first.press('保存する')

    await second.page.fill(RESULTS, '二人目が書いた実績')
    await second.page.fill(OUTCOMES, '二人目だけが書いた成果')
    await second.press('保存する')
    const meeting = await second.page.locator('main').innerText()
    for (const text of ['水野 結衣', '一人目が書いた実績', '二人目が書いた実績']) expect(meeting).toContain(text)
    await first.go(SHEET)
    expect(await first.page.inputValue(RESULTS)).toBe('一人目が書いた実績')

    await second.page.locator('input[type=radio][value=mine]').first().check()
    await second.press(/選んだ内容/)
    await second.go(SHEET)
    expect(await second.page.inputValue(RESULTS)).toBe('二人目が書いた実績')
    expect(await second.page.inputValue(OUTCOMES)).toBe('二人目だけが書いた成果')
  })

  test('the history keeps what was written over, and gives it back', async () => {
    await second.go(`${SHEET}/history`)
    expect(await second.page.locator('main').innerText()).toContain('水野 結衣')
    await second.press(/^変える前に戻す.*取組実績/, 'link')
    await second.press('変える前に戻す')
    await second.go(SHEET)
    expect(await second.page.inputValue(RESULTS)).toBe('一人目が書いた実績')
  })

  test('who may not write this sheet is told so, and shown no form', async () => {
    const stranger = await journey.arrive({ language: 'ja', hasScripts, signedInAs: 'ogata.makoto' })
    await stranger.go(SHEET)
    expect(await stranger.page.locator(RESULTS).count()).toBe(0)
    await stranger.leave()
  })
})
