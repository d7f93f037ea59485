import type { FastifyInstance } from 'fastify'
import { TOKEN_FIELD } from '#kernel/forms/form.ts'
import { dayOf, type Clock } from '#kernel/time/clock.ts'

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

export interface Seen {
  readonly status: number
  readonly body: string
  readonly location: string
}

/** As much of a browser as signing in needs: cookies for the city and for the stand-in's origin, forms, redirects. */
export class TrialBrowser {
  readonly cookies = new Map<string, string>()
  private readonly outside = new Map<string, string>()
  private readonly web: FastifyInstance
  private readonly host: string
  private readonly address: string

  constructor(web: FastifyInstance, { host = 'localhost', address = '203.0.113.7' } = {}) {
    this.web = web
    this.host = host
    this.address = address
  }

  async open(path: string): Promise<Seen> {
    return this.keep(await this.web.inject({ url: path, headers: this.headers(), remoteAddress: this.address }))
  }

  /** Opens the page that holds the form for this action, fills it in and sends it. */
  async submit(page: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.send(action, { ...formOn(await this.open(page), action), ...fields })
  }

  async send(action: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const all = { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded', ...headers }
    return this.keep(await this.web.inject({ method: 'POST', url: action, headers: all, body: new URLSearchParams(fields).toString(), remoteAddress: this.address }))
  }

  /** Goes to the provider from a page of the city, holds a card to the phone, and comes back; returns the page it came back to. */
  async withCard(from: string, cardId: string): Promise<Seen> {
    return this.open(await this.answerOf(from, cardId))
  }

  /** The address to come back to, before it is opened. */
  async answerOf(from: string, cardId: string): Promise<string> {
    const left = await this.open(from)
    if (!left.location.startsWith('http')) throw new Error(`${from} does not lead to the provider (${left.status})`)
    const picker = await this.follow(left.location)
    const posted = await this.fetchOutside(picker.url, new URLSearchParams({ card: cardId }))
    const back = await this.follow(posted)
    return back.url.replace(/^https?:\/\/[^/]+/, '')
  }

  /** Follows redirects outside until a page is shown or the way leads back to the city. */
  private async follow(start: string): Promise<{ url: string }> {
    let url = start
    for (let hops = 0; hops < 10; hops++) {
      if (url.includes('/my/sign-in/card/return')) return { url }
      const next = await this.fetchOutside(url)
      if (next === url) return { url }
      url = next
    }
    throw new Error('the provider sends round in a circle')
  }

  /** Returns where the answer leads; the same address when it is a page. */
  private async fetchOutside(url: string, body?: URLSearchParams): Promise<string> {
    const cookie = [...this.outside].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...(body === undefined ? {} : { method: 'POST', body }) })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.outside.set(name, value)
    }
    if (answer.status >= 400) throw new Error(`${url.split('?')[0]}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    const location = answer.headers.get('location')
    return location === null ? url : new URL(location, url).href
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { host: this.host, ...(cookie === '' ? {} : { cookie }) }
  }

  private keep(response: Awaited<ReturnType<FastifyInstance['inject']>>): Seen {
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0(;|$)/.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return { status: response.statusCode, body: response.body, location: response.headers.location ?? '' }
  }
}

/** The hidden fields of the form on a page that leads to this action. */
export function formOn(page: Seen, action: string): Record<string, string> {
  const form = page.body.split('<form').find((part) => part.includes(`action="${action}"`))
  if (form === undefined) throw new Error(`The page (${page.status}) has no form for ${action}`)
  const hidden = form.slice(0, form.indexOf('</form')).matchAll(/<input type="hidden" name="(.*?)" value="(.*?)">/g)
  const fields = Object.fromEntries([...hidden].map(([, name, value]) => [String(name), unescaped(String(value))]))
  if (fields[TOKEN_FIELD] === undefined) throw new Error(`The form for ${action} carries no number of its own`)
  return fields
}

export function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
