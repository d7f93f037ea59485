import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { visitorActor } from '#kernel/access/actor.ts'
import { Fault, faultOf } from '#kernel/faults/faults.ts'
import { FAULT_WORDS } from '#kernel/faults/text.ts'
import { securityHeaders } from './headers.ts'
import { readerOf, voiceOf } from './readers.ts'
import { cookiesOf } from './cookies.ts'
import { cityFor } from './addressed-city.ts'
import type { WebTerms } from './server.ts'

/** Maps a fault once: to a page for people, to problem+json (RFC 9457) for machines. */
export class FaultAnswers {
  private readonly terms: WebTerms

  constructor(terms: WebTerms) {
    this.terms = terms
  }

  async answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const fault = fromFramework(thrown) ?? faultOf(thrown)
    const number = fault.status >= 500 ? randomBytes(4).toString('hex') : null
    if (number !== null) this.terms.log.fault(number, fault)
    reply.headers(securityHeaders(request.protocol)).header('cache-control', 'no-store').code(fault.status)
    if (fault.code === 'too-many-requests') reply.header('retry-after', '60')
    if (wantsJson(request)) return void reply.type('application/problem+json').send(this.problemOf(fault, number, request))
    reply.type('text/html; charset=utf-8').send(this.pageOf(fault, number, request))
  }

  private problemOf(fault: Fault, number: string | null, request: FastifyRequest): string {
    const title = FAULT_WORDS[fault.code].title.en
    const detail = fault.status < 500 ? fault.message.replace(/^[a-z-]+: /, '') : undefined
    return JSON.stringify({ type: `/problems/${fault.code}`, title, status: fault.status, detail, instance: request.url, number: number ?? undefined })
  }

  private pageOf(fault: Fault, number: string | null, request: FastifyRequest): string {
    const { city, directory } = cityFor(this.terms.cities, request.headers.host ?? '')
    const voice = voiceOf(readerOf(cookiesOf(request.headers.cookie), request.headers['accept-language'] ?? ''))
    const words = FAULT_WORDS[fault.code]
    const signInPath = fault.code === 'sign-in-required' ? wayThrough(fault.door, request.url) : null
    const main = this.terms.renderFault(voice, { title: voice.say(words.title), way: voice.say(words.way), number, signInPath })
    return this.terms.renderShell({
      voice, city, directory, main,
      actor: visitorActor,
      title: voice.plain(words.title),
      description: '',
      crumbs: [],
      area: 'public',
      path: request.method === 'GET' ? request.url : '/',
      formToken: null,
      notice: null,
      refreshSeconds: null,
      isLight: false,
      alternates: [],
    })
  }
}

/** The address that was asked for is one of ours, so the way back leads nowhere else. */
function wayThrough(door: string, wished: string): string {
  return `${door}${door.includes('?') ? '&' : '?'}return=${encodeURIComponent(wished)}`
}

function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  if (accept.includes('text/html')) return false
  return accept.includes('json') || request.url.startsWith('/api/') || /\.json(\?|$)/.test(request.url)
}

/** What Fastify and its plug-ins refuse by themselves, in our words. */
function fromFramework(thrown: unknown): Fault | null {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
  if (['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE', 'FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_PARTS_LIMIT'].includes(code)) {
    return new Fault('too-large', code, { cause: thrown })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Fault('unsupported-media', code, { cause: thrown })
  if (code.startsWith('FST_ERR_CTP') || code === 'FST_ERR_BAD_URL' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') {
    return new Fault('bad-request', code, { cause: thrown })
  }
  return null
}
