import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { GivenPage } from './observers.ts'

/** Memory that kept pages of all cities may take; beyond it the page unused for longest goes first. */
export const KEPT_BYTES = 24 * 1024 * 1024
const LARGEST_KEPT_BYTES = 2 * 1024 * 1024
const GZIP_FROM_BYTES = 1_000
/** What a kept page costs besides its body: headers, map entries, objects. */
const OVERHEAD_BYTES = 2_000
/** Commits of a city that are remembered by name; a page that took longer to make than so many is not kept. */
const REMEMBERED_COMMITS = 500
/** Addresses that are remembered as having been kept. */
const REMEMBERED_KEYS = 5_000

interface KeptPage {
  readonly city: string
  readonly given: GivenPage
  readonly emptiedBy: readonly string[]
  readonly isOver: (() => boolean) | null
  readonly etag: string
  readonly plain: Variant
  readonly headers: Readonly<Record<string, string>>
  /** Made when the first browser asks for it: a page that nobody asks for again costs no compression. */
  gzipped: Variant | null
}

/** A page as it is handed over for keeping. */
interface PageToKeep {
  readonly city: string
  readonly given: GivenPage
  readonly emptiedBy: readonly string[]
  /** Asked before it is given out: its time may be over without a fact. Null: only facts end it. */
  readonly isOver: (() => boolean) | null
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly generation: number
}

interface Variant {
  readonly body: Buffer
  readonly headers: string[]
}

/**
 * Pages as anonymous visitors get them, kept until a fact happens that may change them. The clerk publishes, the fact
 * lands, the page is gone from here before the clerk's browser has followed the redirect.
 */
export class PageCache {
  private readonly pages = new Map<string, KeptPage>()
  private bytes = 0
  private readonly histories = new Map<string, History>()
  private readonly everKept = new Set<string>()
  private readonly making = new Map<string, (() => void)[]>()
  hits = 0

  /** Taken before a page is rendered: a page that was overtaken meanwhile by a fact that changes it is not kept. */
  generationOf(city: string): number {
    return this.historyOf(city).generation
  }

  keep(key: string, page: PageToKeep): void {
    if (this.historyOf(page.city).hasOvertaken(page) || page.body.length > LARGEST_KEPT_BYTES) return
    const kept: KeptPage = {
      city: page.city,
      given: page.given,
      emptiedBy: page.emptiedBy,
      isOver: page.isOver,
      etag: page.headers.etag ?? etagOf(page.body),
      plain: variantOf(page.headers, page.body),
      headers: page.headers,
      gzipped: null,
    }
    this.forget(key)
    this.pages.set(key, kept)
    if (this.everKept.size < REMEMBERED_KEYS) this.everKept.add(key)
    this.bytes += sizeOf(key, kept)
    this.makeRoom()
  }

  /**
   * For a crowd that asks for the same page while it is being made: true when somebody makes it already, and `again` is
   * called when that is over; false when the caller makes it, and must say `made`. Only pages that were kept before are
   * waited for; others are each visitor's own.
   */
  waits(key: string, again: () => void): boolean {
    if (!this.everKept.has(key)) return false
    const waiting = this.making.get(key)
    if (waiting === undefined) this.making.set(key, [])
    else waiting.push(again)
    return waiting !== undefined
  }

  made(key: string): void {
    const waiting = this.making.get(key) ?? []
    this.making.delete(key)
    for (const again of waiting) again()
  }

  /** Whether the page is kept just so: then it need not be put together for keeping again. What ends by the clock begins anew. */
  isKept(key: string, etag: string): boolean {
    const page = this.pages.get(key)
    return page !== undefined && page.etag === etag && page.isOver === null
  }

  /** Answers from memory and says what it gave; undefined when the page is not kept. */
  answer(key: string, request: IncomingMessage, response: ServerResponse): GivenPage | undefined {
    const page = this.pages.get(key)
    if (page === undefined) return undefined
    if (page.isOver?.()) {
      this.forget(key)
      return undefined
    }
    this.hits++
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, { etag: page.etag })
      response.end()
      return page.given
    }
    // Asked for just now: it goes to the end of the line of those that make room.
    this.pages.delete(key)
    this.pages.set(key, page)
    const { body, headers } = this.variantFor(page, request)
    response.writeHead(200, headers)
    if (request.method === 'HEAD') response.end()
    else response.end(body)
    return page.given
  }

  /** Throws away what the facts may have changed. */
  emptyFor(city: string, factNames: readonly string[]): void {
    this.historyOf(city).note(factNames)
    for (const [key, page] of this.pages) {
      if (page.city === city && isEmptiedBy(page, factNames)) this.forget(key)
    }
  }

  /** After a lost connection to the database nobody knows which facts were missed. */
  emptyAll(city: string): void {
    this.historyOf(city).forgetAll()
    for (const [key, page] of this.pages) if (page.city === city) this.forget(key)
  }

  private historyOf(city: string): History {
    const known = this.histories.get(city)
    if (known !== undefined) return known
    const history = new History()
    this.histories.set(city, history)
    return history
  }

  private variantFor(page: KeptPage, request: IncomingMessage): Variant {
    const isWorthIt = page.plain.body.length >= GZIP_FROM_BYTES
    if (!isWorthIt || !takesGzip(request)) return page.plain
    if (page.gzipped === null) {
      page.gzipped = variantOf({ ...page.headers, 'content-encoding': 'gzip' }, gzipSync(page.plain.body))
      this.bytes += page.gzipped.body.length
      this.makeRoom()
    }
    return page.gzipped
  }

  private makeRoom(): void {
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= KEPT_BYTES) return
      this.forget(oldest)
    }
  }

  private forget(key: string): void {
    const page = this.pages.get(key)
    if (page === undefined) return
    this.pages.delete(key)
    this.bytes -= sizeOf(key, page)
  }
}

/** The newest commits of a city, by the names of their facts. In a grave night there are many, and few change a given page. */
class History {
  generation = 0
  private readonly commits: (readonly string[])[] = []

  note(factNames: readonly string[]): void {
    this.generation++
    this.commits.push(factNames)
    if (this.commits.length > REMEMBERED_COMMITS) this.commits.shift()
  }

  /** Nobody knows what happened: whatever is being made now is overtaken. */
  forgetAll(): void {
    this.generation += REMEMBERED_COMMITS + 1
    this.commits.length = 0
  }

  hasOvertaken(page: Pick<PageToKeep, 'generation' | 'emptiedBy'>): boolean {
    const since = this.generation - page.generation
    if (since > this.commits.length) return true
    return this.commits.slice(this.commits.length - since).some((factNames) => isEmptiedBy(page, factNames))
  }
}

function isEmptiedBy({ emptiedBy }: { readonly emptiedBy: readonly string[] }, factNames: readonly string[]): boolean {
  return emptiedBy.some((pattern) => factNames.some((name) => matches(pattern, name)))
}

export function etagOf(body: Buffer | string): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`
}

function matches(pattern: string, name: string): boolean {
  return pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)))
}

function sizeOf(key: string, page: KeptPage): number {
  return OVERHEAD_BYTES + key.length * 2 + page.plain.body.length + (page.gzipped?.body.length ?? 0)
}

/** Node.js joins repeated headers of this name into one text. */
export function takesGzip({ headers }: { readonly headers: IncomingMessage['headers'] }): boolean {
  const accepted = headers['accept-encoding']
  return typeof accepted === 'string' && accepted.includes('gzip')
}

function variantOf(headers: Readonly<Record<string, string>>, body: Buffer): Variant {
  return { body, headers: Object.entries({ ...headers, 'content-length': String(body.length) }).flat() }
}
