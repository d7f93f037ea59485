import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { default as Axe } from 'axe-core'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language, TextSize } from '#kernel/text/text.ts'
import { openTestWeb, type TestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'

/** Widths at which every page is looked at, in CSS pixels: a phone and a desk. */
export const WIDTHS = [390, 1280] as const

/** The demo accounts of 亀山市 share it; the sign-in page of a demo city shows it. */
const PASSPHRASE = 'tsunagu-demo-kameyama'
const PATIENCE_MS = 10_000
/** WCAG 2.2 AA, which contains 2.0 and 2.1 and with them JIS X 8341-3 AA. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Who sits before the browser, and how they read. */
export interface Manner {
  readonly language?: Language
  readonly furigana?: boolean
  readonly textSize?: TextSize
  readonly width?: number
  /** False: a browser without JavaScript. */
  readonly hasScripts?: boolean
  /** Login of a demo member of staff whose session the browser already has. */
  readonly signedInAs?: string
}

/** A city on a port and a browser before it, for one test file. */
export interface Journey {
  readonly city: TestWeb
  readonly origin: string
  /** A browser window of its own: cookies are shared with nobody. The caller closes it. */
  arrive(manner?: Manner): Promise<Visitor>
  close(): Promise<void>
}

export async function openJourney(): Promise<Journey> {
  const [city, browser] = await Promise.all([openTestWeb(parts), connectBrowser()])
  await city.workers.start()
  await city.web.listen({ port: 0, host: 'localhost' })
  const origin = `http://localhost:${(city.web.server.address() as AddressInfo).port}`
  const arrive = (manner: Manner = {}) => openVisitor(city, browser, origin, manner)
  const close = async () => {
    await browser.close()
    await city.workers.stop()
    await city.close()
  }
  return { city, origin, arrive, close }
}

function connectBrowser(): Promise<Browser> {
  const address = process.env.TSUNAGU_TEST_BROWSER
  if (address === undefined) throw new Error('Journeys run through vitest, whose set-up starts the browser')
  return chromium.connect(address)
}

async function openVisitor(city: TestWeb, browser: Browser, origin: string, manner: Manner): Promise<Visitor> {
  const { width = 1280, hasScripts = true } = manner
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 900 }, locale: 'ja-JP' })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addCookies((await cookiesOf(city, manner)).map((cookie) => ({ ...cookie, url: origin })))
  const page = await context.newPage()
  return new Visitor(page, hasScripts ? null : await switchScriptsOff(page))
}

/** Turned off over the debugger, not by Playwright's own switch, which would also stop axe. */
async function switchScriptsOff(page: Page): Promise<CDPSession> {
  const switchboard = await page.context().newCDPSession(page)
  await switchboard.send('Emulation.setScriptExecutionDisabled', { value: true })
  return switchboard
}

async function cookiesOf(city: TestWeb, manner: Manner): Promise<{ name: string; value: string }[]> {
  const { language, furigana, textSize, signedInAs } = manner
  const cookies: { name: string; value: string }[] = []
  if (language !== undefined) cookies.push({ name: 'language', value: language })
  if (furigana !== undefined) cookies.push({ name: 'furigana', value: furigana ? 'on' : 'off' })
  if (textSize !== undefined) cookies.push({ name: 'text-size', value: textSize })
  if (signedInAs !== undefined) {
    const [name = '', value = ''] = (await city.signIn(signedInAs)).split('=')
    cookies.push({ name, value })
  }
  return cookies
}

/** A person before the browser. Whatever the browser complains of (scripts, broken policy, missing files) is kept. */
export class Visitor {
  readonly page: Page
  /** Where scripts are off: what turns them on and off. */
  private readonly switchboard: CDPSession | null
  private readonly complaints: string[] = []

  constructor(page: Page, switchboard: CDPSession | null) {
    this.page = page
    this.switchboard = switchboard
    page.on('console', (message) => {
      if (message.type() === 'error' && !isFaultPage(message.text())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  /** Opens a page and looks at it as `look` does. */
  async go(path: string): Promise<void> {
    await this.page.goto(path)
    await this.look()
  }

  /** Presses what bears this name, waits for the page it leads to, and looks at that page. */
  async press(name: string | RegExp, kind: 'link' | 'button' = 'button'): Promise<void> {
    await this.page.getByRole(kind, { name }).first().click()
    await this.page.waitForLoadState('load')
    await this.look()
  }

  /** Fills in the sign-in page that the visitor stands before. */
  async signIn(login: string, passphrase = PASSPHRASE): Promise<void> {
    await this.page.fill('#field-login', login)
    await this.page.fill('#field-passphrase', passphrase)
    await this.press(/^(?:サインイン|Sign in)$/)
  }

  /** What holds for every page, whoever reads it: no rule of axe broken, nothing cut off sideways, no complaint, no hole in its text. */
  async look(): Promise<void> {
    const address = this.page.url()
    expect(await this.withScripts(() => axeViolations(this.page)), `axe at ${address}`).toEqual([])
    expect(await sidewaysPixels(this.page), `cut off sideways at ${address}`).toBeLessThanOrEqual(0)
    expect(holesIn(await this.page.locator('body').innerText()), `holes in the text at ${address}`).toEqual([])
    expect(this.complaints, `complaints of the browser at ${address}`).toEqual([])
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }

  /** axe is a script itself: where the browser has none, it is lent some for as long as axe looks; the page's own stay off. */
  private async withScripts<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.switchboard === null) return work()
    await this.switchboard.send('Emulation.setScriptExecutionDisabled', { value: false })
    try {
      return await work()
    } finally {
      await this.switchboard.send('Emulation.setScriptExecutionDisabled', { value: true })
    }
  }
}

/** Chromium logs every answer over 399; a refusal that the page explains is no complaint. */
function isFaultPage(text: string): boolean {
  return /the server responded with a status of (?:401|403|404|409|413|422)/.test(text)
}

/** Text that a value was left out of, or that came from one which has no words. */
export function holesIn(text: string): string[] {
  return text.match(/\bundefined\b|\[object \w+\]|\bNaN\b|\{[A-Za-z]\w*\}/g) ?? []
}

/** Rules broken and where. axe is handed to the page over the debugger, past the page's own policy. */
async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html} (${node.failureSummary ?? ''})`).join(' | ')}`)
  }, AXE_TAGS)
}

function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
