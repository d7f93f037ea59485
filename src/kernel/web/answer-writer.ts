import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Language } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Answer, FileAnswer, PageAnswer } from './answers.ts'
import { cacheKeyOf } from './addressed-city.ts'
import { giveCookie, NOTICE_COOKIE } from './cookies.ts'
import { securityHeaders } from './headers.ts'
import { etagOf, takesGzip, type PageCache } from './page-cache.ts'
import type { RenderShell } from './shell.ts'
import { noticeCookie, noticeOf } from './notices.ts'
import type { Visit } from './visit.ts'
import { wayInside } from './way-inside.ts'

const compress = promisify(gzip)
const GZIP_FROM_BYTES = 2_000
const GZIP_LEVEL = 4

interface WriterTerms {
  readonly cities: readonly OpenCity[]
  readonly renderShell: RenderShell
  readonly cache: PageCache
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Set when the answer may be kept for the next anonymous visitor. */
export interface Keeping {
  readonly city: string
  readonly route: string
  readonly language: Language
  readonly emptiedBy: readonly string[]
  readonly isOver: (() => boolean) | null
  readonly generation: number
}

/** Writes answers: frames pages, sets headers, answers 304, compresses, and hands pages to the cache. */
export class AnswerWriter {
  private readonly terms: WriterTerms

  constructor(terms: WriterTerms) {
    this.terms = terms
  }

  async write(answer: Answer, visit: Visit, exchange: Exchange, keeping: Keeping | null): Promise<void> {
    switch (answer.kind) {
      case 'page':
        return this.writePage(answer, visit, exchange, keeping)
      case 'redirect':
        for (const cookie of answer.cookies ?? []) giveCookie(exchange, cookie)
        if (answer.notice !== undefined) giveCookie(exchange, noticeCookie(answer.notice, visit.voice))
        exchange.reply.code(303).header('location', wayInside(answer.to)).send()
        return
      case 'departure':
        for (const cookie of answer.cookies ?? []) giveCookie(exchange, cookie)
        exchange.reply.code(303).header('location', answer.to.href).header('cache-control', 'no-store').send()
        return
      case 'file':
        return this.writeFile(answer, visit, exchange, keeping)
      case 'json':
        return this.send(exchange, JSON.stringify(answer.value), 'application/json; charset=utf-8', answer.status, keeping)
      default:
        return assertNever(answer)
    }
  }

  private async writePage(answer: PageAnswer, visit: Visit, exchange: Exchange, keeping: Keeping | null): Promise<void> {
    const notice = noticeOf(visit.cookies)
    if (notice !== null) giveCookie(exchange, { name: NOTICE_COOKIE, value: null, maxAgeSeconds: 0 })
    const source = this.terms.renderShell({
      voice: visit.voice,
      city: visit.city,
      directory: visit.directory,
      actor: visit.actor,
      title: answer.title,
      description: answer.description ?? '',
      crumbs: answer.crumbs,
      main: answer.main,
      area: answer.area,
      path: visit.path,
      formToken: visit.session === null ? null : visit.formToken(),
      notice,
      refreshSeconds: answer.refreshSeconds ?? null,
      isLight: answer.isLight ?? false,
      alternates: answer.alternates ?? [],
    })
    const type = 'text/html; charset=utf-8'
    if (answer.isSecret) return this.send(exchange, source, type, answer.status, null, 'no-store')
    // A page that speaks to one visitor (a notice) is not for the next one.
    await this.send(exchange, source, type, answer.status, notice === null ? keeping : null)
  }

  private async writeFile(answer: FileAnswer, visit: Visit, exchange: Exchange, keeping: Keeping | null): Promise<void> {
    if (answer.saveAs !== undefined) {
      exchange.reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.saveAs)}`)
    }
    await this.send(exchange, answer.body, answer.type, 200, visit.session === null && answer.saveAs === undefined ? keeping : null)
  }

  private async send(
    exchange: Exchange,
    content: string | Buffer,
    type: string,
    status: number,
    keeping: Keeping | null,
    control = 'private, no-cache',
  ): Promise<void> {
    const { request, reply } = exchange
    const body = typeof content === 'string' ? Buffer.from(content) : content
    const etag = etagOf(body)
    const headers = { 'content-type': type, 'cache-control': control, vary: 'cookie, accept-language, accept-encoding', etag }
    // A set cookie belongs to one visitor, so such an answer is never kept.
    if (keeping !== null && status === 200 && reply.getHeader('set-cookie') === undefined) {
      const key = cacheKeyOf(this.terms.cities, request.raw)
      if (!this.terms.cache.isKept(key, etag)) {
        const { city, route, language } = keeping
        const given = { city, route, language, type }
        this.terms.cache.keep(key, { ...keeping, given, body, headers: { ...securityHeaders(request.protocol), ...headers } })
      }
    }
    reply.headers(headers).code(status)
    if (status === 200 && request.headers['if-none-match'] === etag) return void reply.code(304).send()
    if (body.length < GZIP_FROM_BYTES || !isText(type) || !takesGzip(request)) {
      return void reply.send(body)
    }
    reply.header('content-encoding', 'gzip').send(await compress(body, { level: GZIP_LEVEL }))
  }
}

function isText(type: string): boolean {
  return /^text\/|json|xml|svg/.test(type)
}
