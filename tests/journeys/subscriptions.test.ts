import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey, type Visitor } from './browser.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

const PHONE = 390
/** A dozen pages, a letter and axe on each of them take longer than one page does. */
const PATIENCE_MS = 120_000

/** The path in the newest letter to the address, as the stand-in for the mail server received it. */
async function linkTo(address: string, kind: 'confirm' | 'mine'): Promise<string> {
  const link = new RegExp(`https?://[^/\\s]+(/notices/${kind}/[\\w-]+)`)
  let found: string | undefined
  await expect.poll(async () => {
    const rows = await journey.city.open.owner`select source from mail.delivered order by received_at desc limit 20`
    const source = rows.map((row) => String(row.source)).find((each) => each.includes(`To: ${address}`))
    found = link.exec(textOf(source ?? ''))?.[1]
    return found
  }, { timeout: 15_000 }).toBeDefined()
  return found ?? ''
}

function textOf(source: string): string {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

async function subscribe(visitor: Visitor, address: string): Promise<string> {
  const { page } = visitor
  await visitor.go('/notices')
  await visitor.press('By mail', 'link')
  await page.fill('input[name="address"]', address)
  await page.fill('input[name="place"]', '亀山市みどり町1-2')
  await visitor.press('Subscribe')
  expect(await page.locator('h1').innerText()).toBe('Look at your mail')
  return linkTo(address, 'confirm')
}

describe.each([true, false])('a resident subscribes by mail (JavaScript: %s)', (hasScripts) => {
  const address = `journey-${hasScripts ? 'with' : 'without'}@mail.example`

  test('confirms, changes the language by one press, and leaves by one click of the mail program', async () => {
    const visitor = await journey.arrive({ language: 'en', width: PHONE, hasScripts })
    const { page } = visitor
    const confirm = await subscribe(visitor, address)
    await visitor.go(confirm)
    expect(await page.locator('main').innerText()).toContain('Midori-cho')
    await visitor.press('Subscribe')
    await page.waitForURL(/\/notices\/mine\//)
    await visitor.look()
    await visitor.press('Português')
    const own = new URL(page.url()).pathname
    expect(await page.locator('main').innerText()).toContain('✓ Português')
    const kept = await journey.city.open.owner`select language, towns from notices.contact where address = ${address}`
    expect(kept).toEqual([{ language: 'pt', towns: ['みどり町'] }])
    const left = await page.request.post(own.replace('/mine/', '/leave/'), { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(left.status()).toBe(200)
    await visitor.go(own)
    expect(await page.locator('.notice-success').innerText()).toContain('You left')
    await visitor.press('Undo')
    expect(await page.locator('.badge-success').innerText()).toBe('Notices are sent')
    await visitor.leave()
  }, PATIENCE_MS)
})

test('a mistake comes back with everything that was chosen, and an address by mistake subscribes nobody', async () => {
  const visitor = await journey.arrive({ language: 'ja', width: PHONE })
  const { page } = visitor
  await visitor.go('/notices/mail')
  await page.fill('input[name="address"]', 'hanako＠example.jp')
  await page.locator('summary', { hasText: '関地区' }).click()
  await page.getByLabel('関町木崎', { exact: true }).check()
  await visitor.press('申し込む')
  expect(await page.locator('.error-summary').innerText()).toContain('name@example.jp')
  expect(await page.inputValue('input[name="address"]')).toBe('hanako＠example.jp')
  await page.locator('summary', { hasText: '関地区' }).click()
  expect(await page.getByLabel('関町木崎', { exact: true }).isChecked()).toBe(true)
  await visitor.leave()
})

test.each(['ja', 'ja-x-yasashii', 'en', 'pt'] as const)('the ways to subscribe can be read in %s', async (language) => {
  const visitor = await journey.arrive({ language, furigana: language === 'ja-x-yasashii', width: PHONE, hasScripts: language !== 'en' })
  for (const path of ['/notices', '/notices/line', '/notices/lost', '/notices/push']) await visitor.go(path)
  expect(await visitor.page.locator('#push-form button[type="submit"]').count()).toBe(1)
  await visitor.leave()
})

const STAFF_PAGES = ['/staff/notices', '/staff/notices/subscribers', '/staff/notices/channels', '/staff/notices/traffic/mail', '/staff/notices/traffic/line']

test.each([PHONE, 1280])('staff look at what was sent, who subscribes, and what stand-ins took in, on %i pixels', async (width) => {
  const visitor = await journey.arrive({ language: 'ja', width, signedInAs: 'fujisaki.ren' })
  for (const path of STAFF_PAGES) await visitor.go(path)
  expect(await visitor.page.locator('[aria-current="page"]', { hasText: 'LINE' }).count()).toBe(1)
  await visitor.leave()
})

test('the worker that shows messages leaves the guide to its own worker', async () => {
  const visitor = await journey.arrive({ language: 'ja', width: PHONE })
  const { page } = visitor
  await visitor.go('/notices/push')
  const scope = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('/notices-worker.js', { scope: '/' })
    await navigator.serviceWorker.ready
    return new URL(registration.scope).pathname
  })
  expect(scope).toBe('/')
  await visitor.go('/garbage')
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active }) => new URL(active?.scriptURL ?? location.href).pathname).toSorted().join())).toBe('/garbage-worker.js,/notices-worker.js')
  await page.reload()
  await expect.poll(() => page.evaluate(() => new URL(navigator.serviceWorker.controller?.scriptURL ?? location.href).pathname)).toBe('/garbage-worker.js')
  await visitor.leave()
}, PATIENCE_MS)
