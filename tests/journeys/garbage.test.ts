import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey } from './browser.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

const PHONE = 390

describe.each([true, false])('a resident throws something away (JavaScript: %s)', (hasScripts) => {
  test('finds the danger, the way and the next day on a phone', async () => {
    const visitor = await journey.arrive({ language: 'ja', width: PHONE, hasScripts })
    const { page } = visitor
    await visitor.go('/garbage')
    await page.selectOption('#field-town', '関町木崎')
    await visitor.press('この町にする')
    expect(await page.locator('main').innerText()).toContain('あなたの地区: 関地区')
    await page.fill('#search-box', 'でんち')
    // The page's own box: another one for the whole city stands in its head.
    await page.locator('.search-box-form button').click()
    await page.waitForURL(/q=/)
    await visitor.look()
    const text = await page.locator('.search-box-results').innerText()
    expect(text.indexOf('電池')).toBeGreaterThanOrEqual(0)
    expect(text).toMatch(/次の収集: \d+\/\d+/)
    await visitor.leave()
  })

  test('asks for what is not there', async () => {
    const visitor = await journey.arrive({ language: 'pt', width: PHONE, hasScripts })
    await visitor.go('/garbage?q=zzqqxx')
    await visitor.press('Perguntar à equipe')
    expect(await visitor.page.locator('.notice-success').innerText()).toContain('Pergunta enviada')
    await visitor.leave()
  })

  test('reads the calendar of a district and prints it', async () => {
    const visitor = await journey.arrive({ language: 'ja-x-yasashii', furigana: true, width: PHONE, hasScripts })
    const { page } = visitor
    await visitor.go('/garbage/districts')
    await visitor.press(/せき ちく/, 'link')
    expect(await page.locator('table.month').count()).toBe(2)
    expect(await page.locator('svg[role="img"]').count()).toBe(1)
    const sheet = await page.request.get('/garbage/districts/seki.pdf')
    expect(sheet.headers()['content-type']).toBe('application/pdf')
    await visitor.leave()
  })
})

test('results come while one types', async () => {
  const visitor = await journey.arrive({ language: 'ja', width: PHONE })
  const { page } = visitor
  await visitor.go('/garbage')
  await page.locator('#search-box').pressSequentially('かさ', { delay: 20 })
  await page.locator('.search-box-results a', { hasText: '傘' }).first().waitFor()
  expect(new URL(page.url()).search).toBe('')
  await visitor.look()
  await visitor.leave()
})

test('once opened, the guide can be read without a connection', async () => {
  const visitor = await journey.arrive({ language: 'ja', width: PHONE })
  const { page } = visitor
  await visitor.go('/garbage')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    for (let tries = 0; tries < 100 && !(await caches.match('/garbage/offline', { ignoreVary: true })); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await page.context().setOffline(true)
  await page.goto('/garbage?q=かさ')
  const shown = page.locator('[data-garbage]:visible')
  expect(await page.locator('#garbage-offline').innerText()).toContain('いま通信できません')
  expect(await shown.count()).toBeGreaterThan(0)
  expect(await shown.count()).toBeLessThan(50)
  await page.context().setOffline(false)
})

test('staff answer a question and see it in the guide', async () => {
  const asker = await journey.arrive({ language: 'ja', width: PHONE })
  await asker.go('/garbage?q=ぽぽぽぬい')
  await asker.press('担当者に尋ねる')
  const clerk = await journey.arrive({ language: 'ja', signedInAs: 'morita.riku' })
  await clerk.go('/staff/garbage')
  await clerk.press(/住民の問い合わせ/, 'link')
  await clerk.press('ぽぽぽぬい', 'link')
  await clerk.press('新しい品目にする', 'link')
  for (const [field, value] of [['name-easy', 'ぽぽぽぬい'], ['name-en', 'Popopo toy'], ['name-pt', 'Boneco popopo'], ['reading', 'ぽぽぽぬい']]) await clerk.page.fill(`#field-${field}`, value as string)
  await clerk.page.selectOption('#field-way0-class', 'burnable')
  await clerk.press('保存する')
  expect(new URL(clerk.page.url()).pathname).toBe('/staff/garbage/questions')
  await asker.go('/garbage?q=ぽぽぽぬい')
  expect(await asker.page.locator('.search-box-results').innerText()).toContain('もやすごみ')
  await clerk.go('/staff/garbage/items/popopo-toy/history')
  await clerk.press('この変更を取り消す')
  await clerk.go('/staff/garbage/history')
  await asker.leave()
  await clerk.leave()
})

describe.each([true, false])('an editor moves a day on a phone, with the keyboard (JavaScript: %s)', (hasScripts) => {
  test('sees what changes before it is saved, and takes it back', async () => {
    const day = hasScripts ? '2027-01-12' : '2027-01-19'
    const clerk = await journey.arrive({ language: 'ja', width: PHONE, hasScripts, signedInAs: 'morita.riku' })
    const { page } = clerk
    await clerk.go('/staff/garbage/moved-days/new')
    await page.fill('#field-usualOn', day)
    await page.locator('#field-district').focus()
    await page.selectOption('#field-district', 'east')
    await page.locator('button', { hasText: 'カレンダーで確かめる' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.notice-info', { hasText: 'まだ保存していません' }).waitFor()
    await clerk.look()
    expect(await page.locator('main').innerText()).toContain('なくなる')
    await clerk.press('この内容で保存する')
    await clerk.look()
    const resident = await journey.arrive({ language: 'ja', width: PHONE, hasScripts })
    await resident.go('/garbage/districts/east')
    expect(await resident.page.locator('main').innerText()).toContain(`2027/1/${day.slice(-2)}`)
    await clerk.go(`/staff/garbage/moved-days/${day}/history`)
    await clerk.press('この変更を取り消す')
    await resident.go('/garbage/districts/east')
    expect(await resident.page.locator('main').innerText()).not.toContain(`2027/1/${day.slice(-2)}`)
    await resident.leave()
    await clerk.leave()
  })
})
