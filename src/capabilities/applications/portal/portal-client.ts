import { z } from 'zod'

/**
 * The national portal's interface for received applications (電子申請等情報受取等API). Its specification is given to municipalities
 * on request only; what is public is its course: log in, list what came, fetch each by its 受付番号, tell how it stands. This
 * client follows that course in JSON; each procedure says how the portal names its fields (`portal` in its version).
 */
export interface PortalAddress {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
}

const MOST_BYTES = 30 * 1024 * 1024
const PATIENCE_MS = 30_000
/** A token may end while a list is read; more often than this in a row it is something else. */
const MOST_LOGINS = 3

const tokenShape = z.object({ token: z.string().min(1) })
const listShape = z.object({ items: z.array(z.object({ receptionNumber: z.string().regex(/^[\w-]{1,40}$/), procedureCode: z.string() })).max(1_000), next: z.string().nullable() })
const applicationShape = z.object({
  receptionNumber: z.string(),
  procedureCode: z.string(),
  submittedAt: z.iso.datetime({ offset: true }),
  signer: z.object({ certificateSerial: z.string(), certificateIssuer: z.string() }).nullable(),
  fields: z.record(z.string(), z.string()),
  attachments: z.array(z.object({ name: z.string().max(200), slot: z.string(), content: z.base64() })).max(20),
})

export type PortalItem = z.infer<typeof listShape>['items'][number]
export type PortalApplication = z.infer<typeof applicationShape>
/** What the portal understands of how an application stands. */
export type PortalState = 'received' | 'checking' | 'correction-asked' | 'approved' | 'refused' | 'withdrawn'

export class PortalClient {
  private readonly address: PortalAddress
  private token: string | null = null

  constructor(address: PortalAddress) {
    this.address = address
  }

  /** Everything that waits, page by page. A token that ends in between is renewed, and the list goes on where it was. */
  async *list(): AsyncGenerator<PortalItem> {
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: z.infer<typeof listShape> = listShape.parse(await this.send('GET', `/applications?cursor=${encodeURIComponent(cursor)}`))
      yield* page.items
      cursor = page.next
    }
  }

  async fetch(receptionNumber: string): Promise<PortalApplication> {
    return applicationShape.parse(await this.send('GET', `/applications/${encodeURIComponent(receptionNumber)}`))
  }

  async tell(receptionNumber: string, state: PortalState): Promise<void> {
    await this.send('PUT', `/applications/${encodeURIComponent(receptionNumber)}/state`, { state })
  }

  private async send(method: string, path: string, body?: unknown): Promise<unknown> {
    for (let logins = 0; ; logins++) {
      this.token ??= await this.logIn()
      const answer = await this.call(method, path, body, this.token)
      if (answer.status !== 401) return read(answer)
      await answer.body?.cancel()
      this.token = null
      if (logins >= MOST_LOGINS) throw new Error('the portal refuses its own tokens')
    }
  }

  private async logIn(): Promise<string> {
    const { clientId, clientSecret } = this.address
    return tokenShape.parse(await read(await this.call('POST', '/login', { clientId, clientSecret }, null))).token
  }

  private call(method: string, path: string, body: unknown, token: string | null): Promise<Response> {
    return fetch(this.address.url + path, {
      method, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
}

/** Reads JSON with a limit on its size; an answer other than 2xx throws without repeating what it said. */
async function read(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`the portal answers ${answer.status}`)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of answer.body ?? []) {
    size += piece.length
    if (size > MOST_BYTES) throw new Error('the portal sends too much')
    pieces.push(piece)
  }
  return size === 0 ? null : JSON.parse(Buffer.concat(pieces).toString('utf8'))
}
