import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Sql } from 'postgres'
import { systemActor } from '#kernel/access/actor.ts'
import { addPerson, entrust } from '#kernel/access/organisation.ts'
import { openSession } from '#kernel/access/sessions.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { entriesOf } from './trial-ledger.ts'

interface TrialCity {
  readonly open: OpenCity & { readonly owner: Sql }
  readonly web: FastifyInstance
}

/** The import desk of a city with the trial ledger, used as people use it: through its pages and forms. */
export class TrialDesk {
  readonly city: TrialCity
  /** Sends with these cookies unless others are given. */
  readonly cookie: string
  private ledgers = 0

  private constructor(city: TrialCity, cookie: string) {
    this.city = city
    this.cookie = cookie
  }

  /** With 青木 at the desk, who keeps the ledger. */
  static async open(city: TrialCity): Promise<TrialDesk> {
    return new TrialDesk(city, await signInAs(city, '青木', ['ledger-keeper']))
  }

  signInAs(name: string, duties: readonly string[]): Promise<string> {
    return signInAs(this.city, name, duties)
  }

  get(path: string, cookie = this.cookie) {
    return this.city.web.inject({ method: 'GET', url: path, headers: { cookie } })
  }

  post(path: string, fields: Readonly<Record<string, string>>, cookie = this.cookie) {
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    return this.city.web.inject({ method: 'POST', url: path, headers, payload: new URLSearchParams(fields).toString() })
  }

  async upload(content: string | Buffer, cookie = this.cookie, fileName = 'ledger.txt') {
    const form = new FormData()
    const { body } = await this.get('/staff/imports', cookie)
    form.append('csrf', fieldIn(body, 'csrf'))
    form.append('importer', fieldIn(body, 'importer'))
    form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), fileName)
    const request = new Request('http://city.test', { method: 'POST', body: form })
    const headers = { cookie, 'content-type': request.headers.get('content-type') as string }
    return this.city.web.inject({ method: 'POST', url: '/staff/imports', headers, payload: Buffer.from(await request.arrayBuffer()) })
  }

  /** Brings a file and returns the path of its review. */
  async brought(content: string, cookie = this.cookie): Promise<string> {
    const { statusCode, headers, body } = await this.upload(content, cookie)
    if (statusCode !== 303) throw new Error(`the file was not taken in: ${statusCode} ${wordsOf(body)}`)
    return headers.location as string
  }

  /** A ledger nobody brought before: sound lines `s0`, `s1` … and doubtful ones `d0`, `d1` … behind its own mark. */
  ledger(sound: number, doubtful: readonly string[] = []): { readonly content: string; readonly mark: string } {
    const mark = `l${++this.ledgers}`
    const lines = Array.from({ length: sound }, (_, index) => `${mark}-s${index}\t${100 + index}`)
    const content = ['#ledger', ...lines, ...doubtful.map((amount, index) => `${mark}-d${index}\t${amount}`)].join('\n')
    return { content, mark }
  }

  /** Answers the question at a position as its page would. */
  async answer(path: string, position: number, fields: Readonly<Record<string, string>>, cookie = this.cookie) {
    const { body } = await this.get(`${path}?at=${position}`, cookie)
    return this.post(path, { ...seenIn(body), ...fields }, cookie)
  }

  /** Asks whether to apply, and says yes. */
  async apply(path: string, cookie = this.cookie) {
    const { body } = await this.get(`${path}/apply`, cookie)
    return this.post(`${path}/apply`, confirmedIn(body), cookie)
  }

  async questions(path: string): Promise<{ state: string; answer: string | null; name: string | null }[]> {
    return this.city.open.owner`
      select state, answer, answered_by_name as name from imports.question where reading_id = ${idIn(path)} order by position`
  }

  /** The log of answers, as `青木 accept`. */
  async log(path: string): Promise<string[]> {
    const rows = await this.city.open.owner<{ act: string; by: string; bulk: boolean }[]>`
      select act, by_name as by, is_bulk as bulk from imports.answer_log where reading_id = ${idIn(path)} order by entry`
    return rows.map(({ act, by, bulk }) => `${by} ${act}${bulk ? ' (bulk)' : ''}`)
  }

  /** The facts about a reading, in order. */
  async facts(path: string): Promise<{ service: string; name: string; body: unknown }[]> {
    return this.city.open.owner`select service, name, body from kernel.outbox where subject = ${`reading:${idIn(path)}`} order by entry`
  }

  /** What the ledger holds. */
  async entries(): Promise<Record<string, string>> {
    return Object.fromEntries(await this.city.open.database.read('ledger', systemActor, entriesOf))
  }
}

async function signInAs(city: TrialCity, name: string, duties: readonly string[]): Promise<string> {
  const { secret } = await city.open.database.asKernel(async (tx) => {
    const id = randomUUID()
    await addPerson(tx, { id, login: id, name, nameKana: '', unitCode: null })
    for (const duty of duties) await entrust(tx, id, duty, tx.today)
    return openSession(tx, id, { device: 'test', method: 'test' })
  })
  return `${SESSION_COOKIE}=${secret}; language=en`
}

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** The value of a hidden field of a page. */
export function fieldIn(body: string, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(body)
  if (found === null) throw new Error(`the page has no field ${name}: ${wordsOf(body)}`)
  return (found[1] as string).replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] as string)
}

/** What the forms of a card carry. */
export function seenIn(body: string): Record<string, string> {
  return Object.fromEntries(['csrf', 'position', 'question', 'seen'].map((name) => [name, fieldIn(body, name)]))
}

/** What a confirmation carries. */
export function confirmedIn(body: string): Record<string, string> {
  return { csrf: fieldIn(body, 'csrf'), seen: fieldIn(body, 'seen') }
}

function wordsOf(body: string): string {
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 500)
}

function idIn(path: string): string {
  return path.split('/').at(-1) as string
}
