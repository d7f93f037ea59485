import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey } from './browser.ts'

const SHEET = '/staff/plan/sheets/1-3-7'
const BOARD = '/staff/plan/rounds/year-end'

/** A sheet on its way: written, sent back, written again, approved; and what the office sees of it meanwhile. */
describe.each([true, false])('a sheet goes through the round (JavaScript: %s)', (hasScripts) => {
  let journey: Journey
  beforeAll(async () => {
    journey = await openJourney()
  })
  afterAll(() => journey.close())
  const arrive = (login: string, width = 1280) => journey.arrive({ language: 'ja', hasScripts, signedInAs: login, width })

  test('the clerk writes and submits; the head sends back with a word; it comes again and goes on', async () => {
    const clerk = await arrive('morita.riku')
    const head = await arrive('okabe.saeko', 390)
    await clerk.go(SHEET)
    expect(await clerk.page.locator('#field-purpose').count()).toBe(0)
    await clerk.page.fill('#field-sheet-results', '分別の検索を直し、品目を20件増やした。')
    await clerk.press('保存する')
    expect(await clerk.page.locator('main').innerText()).toMatch(/A3の表 \d+／300字/)
    await clerk.press('提出する')
    await clerk.go(SHEET)
    expect(await clerk.page.locator('#field-sheet-results').count()).toBe(0)
    expect(await clerk.page.locator('main').innerText()).toContain('課長が確かめている間は')

    await head.go(SHEET)
    await head.page.fill('#field-comment', '利用された回数も書いてください')
    await head.press('差し戻す')
    await clerk.go(SHEET)
    expect(await clerk.page.locator('main').innerText()).toContain('利用された回数も書いてください')
    await clerk.page.fill('#field-sheet-results', '分別の検索を直し、品目を20件増やした。検索は5,200回。')
    await clerk.press('保存する')
    await clerk.press('提出する')
    await head.go(SHEET)
    await head.press('承認して次へ送る')
    await head.go(SHEET)
    expect(await head.page.locator('main').innerText()).toContain('部長')
  })

  test('the board shows who is late on a phone and at a desk, and reminds kindly', async () => {
    const office = await arrive('mizuno.yui', 390)
    await office.go(BOARD)
    expect(await office.page.locator('#late-sheets').count()).toBe(1)
    await office.press('遅れている人に知らせる')
    await office.go(BOARD)
    expect(await office.page.locator('main').innerText()).toContain('いつもありがとうございます')
  })
})
