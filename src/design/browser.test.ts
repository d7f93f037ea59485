import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type * as Axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, Voice, type Language, type TextSize } from '#kernel/text/text.ts'
import { renderButton } from './button/view.ts'
import { designAssets } from './design.ts'
import { renderField } from './field/view.ts'
import { renderForm } from './form/view.ts'
import { renderGallery } from './gallery.ts'
import { renderHero } from './hero/view.ts'
import { renderQuestionCard, type QuestionCardProps } from './question-card/view.ts'
import { renderShell } from './shell/view.ts'

/** The parts in a real browser, under the policy under which a city serves them. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'"
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: Server
let browser: Browser
let origin: string
const posted: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://city.example')
    const asset = Object.values(designAssets()).find(({ path }) => path === url.pathname)
    if (request.method === 'POST') {
      request.setEncoding('utf8').on('data', (body: string) => posted.push(body))
      // Never answers in time, so that a second press meets a form that is under way.
      request.on('end', () => setTimeout(() => response.writeHead(204).end(), 300))
      return
    }
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('content-type', asset?.contentType ?? 'text/html; charset=utf-8')
    response.end(asset?.body ?? pageAt(url).source)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // One Chromium serves the whole run; tests/journeys/browser-server.ts starts it.
  browser = await chromium.connect(process.env.TSUNAGU_TEST_BROWSER ?? '')
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

function pageAt(url: URL): Html {
  const language = (url.searchParams.get('language') ?? 'ja') as Language
  const textSize = (url.searchParams.get('size') ?? 'standard') as TextSize
  const voice = new Voice({ language, hasFurigana: true, textSize })
  const mains: Readonly<Record<string, (voice: Voice) => Html>> = {
    '/design': renderGallery,
    '/': (reader) => renderHero({ voice: reader, greeting: 'つなぐ', search: { action: '/', name: 'q', label: 'q' } }),
    '/questions': questions,
    '/form': form,
  }
  return renderShell({
    voice,
    city: { name: '亀山市', nameReading: 'かめやまし', nameRomaji: 'Kameyama City', accent: 'green' },
    title: 'x',
    breadcrumbs: [{ label: 'a', href: '/' }, { label: 'b' }],
    main: mains[url.pathname]?.(voice) ?? html`<h1>204</h1>`,
    area: 'public',
    signInPath: '/sign-in',
    navigation: [
      { href: '/plan', label: 'plan', isCurrent: true },
      { href: '/library', label: 'library', isCurrent: false },
    ],
    path: url.pathname,
    assets: designAssets(),
  })
}

function questions(voice: Voice): Html {
  const texts = { row: 'r', column: 'c', read: '33', proposed: '3', reason: 'x' }
  const card = (number: number, own: Partial<QuestionCardProps> = {}): Html => {
    const place = { id: `question-${number}`, number, total: 3, hidden: { question: String(number) } }
    return renderQuestionCard({ voice, ...texts, ...place, state: 'open', action: '/answer', csrfToken: 't', ...own })
  }
  const answered = { state: 'accepted', answer: '3' } as const
  return html`<h1>q</h1>${card(1, { isFocused: true })}${card(2)}${card(3, { ...answered, nextHref: '/form' })}`
}

function form(voice: Voice): Html {
  const body = renderField({ voice, kind: 'textarea', name: 'message', label: 'm', isRequired: true, limit: 10 })
  return html`<h1>f</h1>${renderForm({ voice, action: '/send', body, buttons: renderButton({ label: 'Send' }) })}`
}

/** Opens a page and fails on anything the browser complains of, broken policy included. */
async function open(path: string, { width = 1280, hasScripts = true } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: hasScripts })
  const page = await context.newPage()
  page.on('console', (message) => expect.soft(message.type(), message.text()).not.toBe('error'))
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
  await page.goto(`${origin}${path}`)
  return page
}

const focusedId = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)

describe('what everyone can use', () => {
  const places = [
    ...LANGUAGES.map((language) => ({ path: '/design', language })),
    ...['/', '/questions', '/form'].flatMap((path) => [{ path, language: 'ja' }, { path, language: 'pt' }]),
  ]

  test.each(places)('$path in $language breaks no rule of axe', async ({ path, language }) => {
    const page = await open(`${path}?language=${language}`)
    await page.evaluate(AXE)
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof Axe }
      const { violations: found } = await axe.run(document)
      return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    })
    expect(violations).toEqual([])
    await page.context().close()
  })

  // WCAG 2.2, 1.4.10: 320 CSS pixels are 1280 at a zoom of 400 %.
  test.each([
    [320, 'standard'],
    [390, 'largest'],
    [768, 'large'],
    [1280, 'largest'],
  ])('at %i px in %s text nothing is cut off sideways', async (width, size) => {
    for (const language of ['ja', 'pt']) {
      const page = await open(`/design?language=${language}&size=${size}`, { width })
      const [needed, given] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return [scrollWidth, clientWidth]
      })
      expect(needed).toBe(given)
      await page.context().close()
    }
  })

  test('whatever is pressed is at least 44 px high', async () => {
    const page = await open('/design', { width: 390 })
    const pressed = 'button, .button, .bar-button, .control, summary, .setting-choice, .page-link, .tab'
    const small = await page.evaluate((selector) => {
      const elements = Array.from(document.querySelectorAll(selector)).filter((element) => element.checkVisibility())
      return elements.filter((element) => element.getBoundingClientRect().height < 44).map(({ outerHTML }) => outerHTML)
    }, pressed)
    expect(small).toEqual([])
    await page.context().close()
  })

  test('without scripts the menu opens on a phone and lies open on a desk', async () => {
    const phone = await open('/', { width: 390, hasScripts: false })
    expect(await phone.getByRole('link', { name: 'library' }).isVisible()).toBe(false)
    await phone.locator('.menu > summary').click()
    expect(await phone.getByRole('link', { name: 'library' }).isVisible()).toBe(true)
    await phone.context().close()
    const desk = await open('/', { hasScripts: false })
    expect(await desk.getByRole('link', { name: 'library' }).isVisible()).toBe(true)
    expect(await desk.locator('.menu > summary').isVisible()).toBe(false)
    await desk.context().close()
  })
})

describe('questions by keyboard', () => {
  test('j and k walk, e edits, Escape leaves, and a text box keeps its letters', async () => {
    const page = await open('/questions')
    expect(await focusedId(page)).toBe('question-1')
    await page.keyboard.press('j')
    expect(await focusedId(page)).toBe('question-2')
    await page.keyboard.press('k')
    expect(await focusedId(page)).toBe('question-1')
    await page.keyboard.press('e')
    expect(await focusedId(page)).toBe('question-1-text')
    await page.keyboard.type('jask')
    expect(await page.inputValue('#question-1-text')).toBe('3jask')
    await page.keyboard.press('Escape')
    expect(await focusedId(page)).toBe('question-1')
    expect(await page.locator('#question-1 details.question-edit').getAttribute('open')).toBeNull()
    await page.context().close()
  })

  test.each([
    ['a', 1, 'csrf=t&question=1&answer=accept'],
    ['s', 1, 'csrf=t&question=1&answer=skip'],
    ['u', 3, 'csrf=t&question=3&answer=undo'],
  ])('%s on question %i sends %s', async (key, number, expected) => {
    const page = await open('/questions')
    await page.locator(`#question-${number}`).focus()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.keyboard.press(key)
    expect((await sent).postData()).toBe(expected)
    await page.context().close()
  })

  test('no key works with Ctrl, while an input method composes, or outside a card', async () => {
    const page = await open('/questions')
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.method()))
    await page.keyboard.press('Control+s')
    await page.evaluate(() => {
      const composing = new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true })
      document.activeElement?.dispatchEvent(composing)
    })
    await page.locator('.skip-link').focus()
    await page.keyboard.press('a')
    await page.waitForTimeout(200)
    expect(requests).toEqual([])
    await page.context().close()
  })

  test('past the last card j follows the way on', async () => {
    const page = await open('/questions')
    await page.locator('#question-3').focus()
    await page.keyboard.press('j')
    await page.waitForURL('**/form')
    expect(await page.locator('textarea').count()).toBe(1)
    await page.context().close()
  })
})

describe('forms', () => {
  test('characters are counted as they are written, never cut', async () => {
    const page = await open('/form?language=en')
    const count = page.locator('.field-count')
    expect(await count.textContent()).toBe('Up to 10 characters')
    await page.locator('textarea').fill('12345\n7')
    expect(await count.textContent()).toBe('Characters left: 3')
    await page.locator('textarea').fill('123456789012')
    expect(await count.textContent()).toBe('Characters too many: 2')
    expect(await page.locator('textarea').inputValue()).toBe('123456789012')
    await page.context().close()
  })

  test('a second press while the first is under way sends nothing', async () => {
    const page = await open('/form')
    posted.length = 0
    await page.locator('textarea').fill('x')
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('.form button')
      button?.click()
      button?.click()
      button?.click()
    })
    await page.waitForTimeout(600)
    expect(posted).toEqual(['message=x'])
    expect(await page.locator('.form-busy').textContent()).toContain('送信')
    await page.context().close()
  })
})
