import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, WIDTHS, type Journey, type Visitor } from './browser.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
  // The guide's things are taken into the search by jobs after the start.
  const { web } = journey.city
  const isIndexed = async () => (await web.inject({ url: '/search/suggestions.json?q=乾電池' })).body.includes('/garbage/items/')
  for (let tries = 0; tries < 300 && !(await isIndexed()); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
}, 90_000)
afterAll(() => journey.close())

/** What the box says of itself to assistive technology. */
async function told({ page }: Visitor) {
  const box = page.locator('.site-search-box')
  const [expanded, chosen] = [await box.getAttribute('aria-expanded'), await box.getAttribute('aria-activedescendant')]
  return { expanded, chosen: chosen === null ? null : await page.locator(`#${chosen}`).innerText() }
}

async function typeIn({ page }: Visitor, words: string): Promise<void> {
  await page.locator('.site-search-box').pressSequentially(words, { delay: 15 })
}

describe.each(WIDTHS)('in a window of %i pixels', (width) => {
  test('names come while one types and are chosen by key', async () => {
    const visitor = await journey.arrive({ language: 'ja', width })
    const { page } = visitor
    await visitor.go('/plan')
    await typeIn(visitor, '乾電池')
    const options = page.getByRole('option')
    await options.filter({ hasText: '「乾電池」のすべての検索結果' }).waitFor()
    expect(await page.getByRole('listbox').getByRole('group').first().innerText()).toContain('ごみの')
    await expect.poll(() => page.locator('.suggesting [role="status"]').innerText()).toMatch(/候補が\d件あります/)
    await visitor.look()
    expect(await told(visitor)).toEqual({ expanded: 'true', chosen: null })
    await page.keyboard.press('ArrowDown')
    expect(await told(visitor)).toEqual({ expanded: 'true', chosen: '乾電池' })
    await page.keyboard.press('ArrowUp')
    expect((await told(visitor)).chosen).toBe(null)
    await page.keyboard.press('ArrowUp')
    expect((await told(visitor)).chosen).toBe('「乾電池」のすべての検索結果')
    await page.keyboard.press('ArrowDown')
    expect((await told(visitor)).chosen).toBe(null)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/garbage/items/*')
    await visitor.look()
    await visitor.leave()
  })
})

test('Escape closes the list and keeps the words; an arrow opens it again; Enter sends what was typed', async () => {
  const visitor = await journey.arrive({ language: 'en' })
  const { page } = visitor
  await visitor.go('/plan')
  await typeIn(visitor, 'battery')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  expect(await told(visitor)).toEqual({ expanded: 'false', chosen: null })
  expect(await page.getByRole('listbox').count()).toBe(0)
  expect(await page.locator('.site-search-box').inputValue()).toBe('battery')
  await page.keyboard.press('ArrowDown')
  expect((await told(visitor)).expanded).toBe('true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search?q=battery')
  expect((await told(visitor)).expanded).toBe('false')
  await visitor.leave()
})

test('a name is chosen by pressing it, and the list goes when one goes elsewhere', async () => {
  const visitor = await journey.arrive({ language: 'pt', width: 390 })
  const { page } = visitor
  await visitor.go('/plan')
  await typeIn(visitor, 'pilha')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Tab')
  expect(await page.getByRole('listbox').count()).toBe(0)
  await page.locator('.site-search-box').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option').filter({ hasText: 'Todos os resultados' }).click()
  await page.waitForURL('**/search?q=pilha')
  await visitor.leave()
})

test('nothing is asked while an input method composes, and its keys are its own', async () => {
  const visitor = await journey.arrive({ language: 'ja' })
  const { page } = visitor
  await visitor.go('/plan')
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/search/suggestions.json') asked.push(searchParams.get('q') ?? '')
  })
  await page.locator('.site-search-box').focus()
  const debuggerOf = await page.context().newCDPSession(page)
  for (const text of ['か', 'かん', 'かんで', 'かんでんち']) {
    await debuggerOf.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await page.waitForTimeout(250)
  }
  expect(asked).toEqual([])
  await debuggerOf.send('Input.insertText', { text: '乾電池' })
  await page.getByRole('option').filter({ hasText: /^乾電池$/ }).waitFor()
  expect(asked).toEqual(['乾電池'])
  await debuggerOf.send('Input.imeSetComposition', { text: 'の', selectionStart: 1, selectionEnd: 1 })
  await debuggerOf.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'ArrowDown', windowsVirtualKeyCode: 229 })
  expect((await told(visitor)).chosen).toBe(null)
  await visitor.leave()
})

test('an older answer never overtakes a newer one, and a fast writer is asked for once', async () => {
  const visitor = await journey.arrive({ language: 'ja' })
  const { page } = visitor
  await visitor.go('/plan')
  const asked: string[] = []
  await page.route('**/search/suggestions.json?**', async (route) => {
    const words = new URL(route.request().url()).searchParams.get('q') ?? ''
    asked.push(words)
    // The first answer comes long after the second.
    if (words === '電池') await new Promise((resolve) => setTimeout(resolve, 900))
    await route.continue().catch(() => {})
  })
  await typeIn(visitor, '電池')
  await expect.poll(() => asked).toEqual(['電池'])
  await page.keyboard.press('Control+A')
  await typeIn(visitor, '計画')
  await page.getByRole('option').filter({ hasText: '「計画」のすべて' }).waitFor()
  await page.waitForTimeout(1_000)
  expect(await page.getByRole('option').filter({ hasText: '「電池」' }).count()).toBe(0)
  expect(asked).toEqual(['電池', '計画'])
  await visitor.leave()
})

test('without JavaScript the box is a form', async () => {
  const visitor = await journey.arrive({ language: 'ja', width: 390, hasScripts: false })
  const { page } = visitor
  await visitor.go('/plan')
  expect(await page.locator('.site-search-box').getAttribute('role')).toBe(null)
  await page.fill('.site-search-box', '乾電池')
  await page.locator('.site-search-form button').click()
  await page.waitForURL(/\/search\?q=/)
  await visitor.look()
  expect(await page.locator('main').innerText()).toContain('乾電池')
  await visitor.leave()
})
