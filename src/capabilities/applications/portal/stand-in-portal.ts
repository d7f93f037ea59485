import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { PortalApplication, PortalState } from './portal-client.ts'

const PAGE_ITEMS = 2
const MOST_BODY_BYTES = 100_000

/** What the portal of a demo or a test holds. */
export interface StandInPortalTerms {
  readonly applications: readonly PortalApplication[]
  readonly clientId: string
  readonly clientSecret: string
  /** A token is good for so many calls: tokens of real portals end too, and always in the middle of something. */
  readonly callsOfToken: number
}

/** The portal from the other side: it hands applications out and hears what becomes of them. */
export class StandInPortal {
  readonly told: { receptionNumber: string; state: PortalState }[] = []
  readonly logins: number[] = []
  private readonly terms: StandInPortalTerms
  private readonly tokens = new Map<string, number>()
  private readonly server: Server
  private port: Promise<number> | null = null

  constructor(terms: StandInPortalTerms) {
    this.terms = terms
    this.server = createServer((request, response) => void this.serve(request, response))
  }

  /** Its address; on this machine only. */
  async listen(): Promise<string> {
    this.port ??= new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(0, '127.0.0.1', () => {
        this.server.unref()
        resolve((this.server.address() as { port: number }).port)
      })
    })
    return `http://127.0.0.1:${await this.port}`
  }

  close(): void {
    this.server.close()
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://portal')
    const body = await jsonIn(request)
    if (pathname === '/login') return this.logIn(response, body)
    if (!this.isGoodToken(request.headers.authorization ?? '')) return answer(response, 401, null)
    const [, number = '', what] = /^\/applications\/([\w-]+)(?:\/(state))?$/.exec(pathname) ?? []
    if (pathname === '/applications') return this.list(response, Number(searchParams.get('cursor') || '0'))
    const found = this.terms.applications.find(({ receptionNumber }) => receptionNumber === number)
    if (found === undefined) return answer(response, 404, null)
    if (what === undefined) return answer(response, 200, found)
    this.told.push({ receptionNumber: number, state: (body as { state: PortalState }).state })
    return answer(response, 204, null)
  }

  private logIn(response: ServerResponse, body: unknown): void {
    const { clientId, clientSecret } = body as { clientId?: string; clientSecret?: string }
    if (clientId !== this.terms.clientId || clientSecret !== this.terms.clientSecret) return answer(response, 403, null)
    const token = randomBytes(12).toString('base64url')
    this.tokens.set(token, this.terms.callsOfToken)
    this.logins.push(this.logins.length + 1)
    return answer(response, 200, { token })
  }

  private isGoodToken(header: string): boolean {
    const token = header.replace(/^Bearer /, '')
    const left = this.tokens.get(token) ?? 0
    this.tokens.set(token, left - 1)
    return left > 0
  }

  private list(response: ServerResponse, from: number): void {
    const { applications } = this.terms
    const items = applications.slice(from, from + PAGE_ITEMS).map(({ receptionNumber, procedureCode }) => ({ receptionNumber, procedureCode }))
    const next = from + PAGE_ITEMS < applications.length ? String(from + PAGE_ITEMS) : null
    answer(response, 200, { items, next })
  }
}

async function jsonIn(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const piece of request) {
    text += String(piece)
    if (text.length > MOST_BODY_BYTES) return {}
  }
  return text === '' ? {} : JSON.parse(text)
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(value === null ? undefined : JSON.stringify(value))
}
