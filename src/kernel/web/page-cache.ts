import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Memory that kept pages of all cities may take; beyond it the page unused for longest goes first. */
export const KEPT_BYTES = 24 * 1024 * 1024
const LARGEST_KEPT_BYTES = 2 * 1024 * 1024
const GZIP_FROM_BYTES = 1_000

interface KeptPage {
  readonly city: string
  readonly emptiedBy: readonly string[]
  readonly body: Buffer
  readonly gzipped: Buffer | null
  readonly etag: string
  readonly headers: string[]
  readonly gzipHeaders: string[]
}

/**
 * Pages as anonymous visitors get them, kept until a fact happens that may change them. The clerk publishes, the fact
 * lands, the page is gone from here before the clerk's browser has followed the redirect.
 */
export class PageCache {
  private readonly pages = new Map<string, KeptPage>()
  private bytes = 0
  private readonly generations = new Map<string, number>()
  hits = 0

  /** Taken before a page is rendered: a page that was overtaken by a fact meanwhile is not kept. */
  generationOf(city: string): number {
    return this.generations.get(city) ?? 0
  }

  keep(key: string, page: { city: string; emptiedBy: readonly string[]; body: Buffer; headers: Readonly<Record<string, string>>; generation: number }): void {
    if (page.generation !== this.generationOf(page.city) || page.body.length > LARGEST_KEPT_BYTES) return
    const gzipped = page.body.length >= GZIP_FROM_BYTES ? gzipSync(page.body) : null
    const kept: KeptPage = {
      city: page.city,
      emptiedBy: page.emptiedBy,
      body: page.body,
      gzipped,
      etag: page.headers.etag ?? etagOf(page.body),
      headers: flattened({ ...page.headers, 'content-length': String(page.body.length) }),
      gzipHeaders: flattened({ ...page.headers, 'content-encoding': 'gzip', 'content-length': String(gzipped?.length ?? 0) }),
    }
    this.forget(key)
    this.pages.set(key, kept)
    this.bytes += sizeOf(kept)
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= KEPT_BYTES) break
      this.forget(oldest)
    }
  }

  /** Answers from memory; false when the page is not kept. */
  answer(key: string, request: IncomingMessage, response: ServerResponse): boolean {
    const page = this.pages.get(key)
    if (page === undefined) return false
    this.hits++
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, { etag: page.etag })
      response.end()
      return true
    }
    const takesGzip = page.gzipped !== null && String(request.headers['accept-encoding'] ?? '').includes('gzip')
    response.writeHead(200, takesGzip ? page.gzipHeaders : page.headers)
    if (request.method === 'HEAD') response.end()
    else response.end(takesGzip ? page.gzipped : page.body)
    return true
  }

  /** Throws away what the facts may have changed. */
  emptyFor(city: string, factNames: readonly string[]): void {
    this.generations.set(city, this.generationOf(city) + 1)
    for (const [key, page] of this.pages) {
      if (page.city === city && page.emptiedBy.some((pattern) => factNames.some((name) => matches(pattern, name)))) this.forget(key)
    }
  }

  /** After a lost connection to the database nobody knows which facts were missed. */
  emptyAll(city: string): void {
    this.generations.set(city, this.generationOf(city) + 1)
    for (const [key, page] of this.pages) if (page.city === city) this.forget(key)
  }

  private forget(key: string): void {
    const page = this.pages.get(key)
    if (page === undefined) return
    this.pages.delete(key)
    this.bytes -= sizeOf(page)
  }
}

export function etagOf(body: Buffer | string): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`
}

function matches(pattern: string, name: string): boolean {
  return pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)))
}

function sizeOf(page: KeptPage): number {
  return page.body.length + (page.gzipped?.length ?? 0)
}

function flattened(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flat()
}
