import { indicators } from '#capabilities/indicators/manifest.ts'
import { openTestWeb, type TestWeb } from '../../../testing.ts'
import { plan } from '../manifest.ts'
import type { PlanDocument } from '../model.ts'
import { loadPlanDocument } from '../store/load-document.ts'
import { systemActor } from '#kernel/access/actor.ts'

export const KAMEYAMA_PLAN = '2017-2021'

export interface Shown {
  readonly status: number
  readonly body: string
  readonly location: string | undefined
}

/** A browser without a window: follows no redirects, keeps no cookies but the session's. */
export class PlanVisitor {
  private readonly web: TestWeb
  private readonly cookie: string

  constructor(web: TestWeb, cookie = '') {
    this.web = web
    this.cookie = cookie
  }

  async get(path: string, language = 'ja'): Promise<Shown> {
    const answer = await this.web.web.inject({ url: path, headers: { cookie: `${this.cookie}; language=${language}`, 'accept-language': language } })
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location }
  }

  /** Fills in the form of a page that is sent to `action`, and sends it; what is not given is sent as it stands there. */
  async send(page: string, action: string, values: Readonly<Record<string, string>>): Promise<Shown> {
    return this.post(action, { ...formIn((await this.get(page)).body, action), ...values })
  }

  async post(action: string, values: Readonly<Record<string, string>>): Promise<Shown> {
    const headers = { cookie: this.cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await this.web.web.inject({ method: 'POST', url: action, headers, payload: new URLSearchParams(values).toString() })
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location }
  }
}

/** Names and values of the first form on a page that is sent to `action`. */
export function formIn(body: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action.replaceAll('/', '\\/')}"[\\s\\S]*?</form>`).exec(body)?.[0]
  if (form === undefined) throw new Error(`the page has no form that is sent to ${action}`)
  const values: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const type = /type="(\w+)"/.exec(input)?.[1]
    if ((type === 'radio' || type === 'checkbox') && !input.includes(' checked')) continue
    values[plain(/name="([^"]*)"/.exec(input)?.[1] ?? '')] = plain(/value="([^"]*)"/.exec(input)?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)) values[name] = plain(text)
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    values[name] = plain(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  }
  return values
}

function plain(source: string): string {
  return source.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

export async function openPlanWeb(parts = [indicators, plan], terms: Parameters<typeof openTestWeb>[1] = {}): Promise<{ web: TestWeb; visitor: PlanVisitor; staff: (login: string) => Promise<PlanVisitor> }> {
  const web = await openTestWeb(parts, terms)
  return { web, visitor: new PlanVisitor(web), staff: async (login) => new PlanVisitor(web, await web.signIn(login)) }
}

export async function presentPlan({ open }: TestWeb, year = 2021): Promise<PlanDocument> {
  return (await open.database.read('plan', systemActor, (tx) => loadPlanDocument(tx, KAMEYAMA_PLAN, year)))!
}

export async function sheetOf(web: TestWeb, key: string) {
  return (await presentPlan(web)).projects.find((project) => project.key === key)!.sheet
}

/** Names of the facts that were published, oldest first. */
export async function factNames({ open }: TestWeb): Promise<string[]> {
  const rows = await open.owner<{ name: string }[]>`
    select name, 0 as part, position as place from kernel.fact union all select name, 1, entry from kernel.outbox order by part, place`
  return rows.map(({ name }) => name)
}
