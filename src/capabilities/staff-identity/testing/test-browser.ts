import type { FastifyInstance } from 'fastify'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/clock.ts'

/** A clock that tests set forward by hand. */
export class MovableClock implements Clock {
  private current: Temporal.Instant

  constructor(start: string) {
    this.current = Temporal.Instant.from(start)
  }

  now(): Temporal.Instant {
    return this.current
  }

  today(): Temporal.PlainDate {
    return dayOf(this.current)
  }

  pass(time: Temporal.DurationLike): void {
    this.current = this.current.add(time)
  }
}

export interface Page {
  readonly status: number
  readonly body: string
  readonly location: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** As much of a browser as a form needs: it keeps cookies, and fills in the form's own number and hidden fields. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  private readonly web: FastifyInstance
  private readonly host: string
  private readonly address: string

  constructor(web: FastifyInstance, { host = 'localhost', address = '203.0.113.7' } = {}) {
    this.web = web
    this.host = host
    this.address = address
  }

  async open(path: string): Promise<Page> {
    return this.keep(await this.web.inject({ url: path, headers: this.headers(), remoteAddress: this.address }))
  }

  /** Opens the page that holds the form for this action, fills it in and sends it. */
  async submit(pagePath: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.send(action, { ...this.formOn(await this.open(pagePath), action), ...fields })
  }

  async send(action: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    const body = new URLSearchParams(fields).toString()
    const headers = { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded' }
    return this.keep(await this.web.inject({ method: 'POST', url: action, headers, body, remoteAddress: this.address }))
  }

  /** The hidden fields of the form on a page that leads to this action. */
  formOn(page: Page, action: string): Record<string, string> {
    const form = page.body.split('<form').find((part) => part.includes(`action="${action}"`))
    if (form === undefined) throw new Error(`The page (${page.status}) has no form for ${action}`)
    const hidden = form.slice(0, form.indexOf('</form')).matchAll(/<input type="hidden" name="(.*?)" value="(.*?)">/g)
    const fields = Object.fromEntries([...hidden].map(([, name, value]) => [String(name), unescaped(String(value))]))
    if (fields[TOKEN_FIELD] === undefined) throw new Error(`The form for ${action} carries no number of its own`)
    return fields
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { host: this.host, ...(cookie === '' ? {} : { cookie }) }
  }

  private keep(response: Awaited<ReturnType<FastifyInstance['inject']>>): Page {
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0(;|$)/.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      status: response.statusCode,
      body: response.body,
      location: response.headers.location ?? '',
      headers: response.headers,
    }
  }
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
