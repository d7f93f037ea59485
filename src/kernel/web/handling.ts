import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { visitorActor, type Actor } from '#kernel/access/actor.ts'
import { findWhoComes } from '#kernel/access/arriving.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { OpenTransaction } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { fillIn, TOKEN_FIELD } from '#kernel/forms/form.ts'
import { Seals } from '#kernel/secrets/seal.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { AnswerWriter } from './answer-writer.ts'
import type { Answer } from './answers.ts'
import { noteDenial } from './denials.ts'
import type { FaultAnswers } from './fault-answers.ts'
import type { FormTokens } from './form-tokens.ts'
import { LIMITS, RateLimit } from './limits.ts'
import { readerOf, voiceOf } from './readers.ts'
import { cookiesOf, giveCookie, SESSION_COOKIE, VISITOR_COOKIE } from './cookies.ts'
import type { Observers } from './observers.ts'
import { isForeign, queryOf, withTyped } from './request.ts'
import type { ActionRoute, DeliveryRoute, Entry, FileRoute, OperationRoute, PageRoute, Route } from './routes.ts'
import { cityFor } from './addressed-city.ts'
import type { WebTerms } from './server.ts'
import { actOnce, submissionKeyOf } from './submissions.ts'
import type { Visit } from './visit.ts'

interface HandlingTerms extends WebTerms {
  readonly observers: Observers
  readonly tokens: FormTokens
  readonly faults: FaultAnswers
}

/** One arrival at a route, before a transaction is opened for it. */
interface Arrival {
  readonly open: OpenCity
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly cookies: Readonly<Record<string, string>>
  readonly session: { readonly id: string } | null
  readonly actor: Actor
  /** Set when the page asked who the visitor is (a form token, the browser): such a page is for this visitor only. */
  isPersonal: boolean
}

/** Where residents sign in. */
const RESIDENTS_DOOR = '/my/sign-in'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Turns routes as policy into handlers: limit, city, session, entry, transaction, answer, in this order for all. */
export class RouteHandling {
  private readonly terms: HandlingTerms
  private readonly writer: AnswerWriter
  private readonly visits: RateLimit
  private readonly seals: Seals
  private readonly forms = new RateLimit(LIMITS.formsPerMinute)
  private readonly deliveries = new RateLimit(LIMITS.deliveriesPerMinute)

  constructor(terms: HandlingTerms) {
    this.terms = terms
    this.writer = new AnswerWriter(terms)
    this.seals = new Seals(terms.secret)
    this.visits = new RateLimit(terms.requestsPerMinute ?? LIMITS.requestsPerMinute)
  }

  add(web: FastifyInstance, part: Manifest, route: Route): void {
    if (route.kind === 'delivery') void web.register(async (door) => this.addDelivery(door, part, route))
    else this.addRoute(web, part, route)
  }

  /** Behind a door of its own, where a body is read as bytes whatever it calls itself. */
  private addDelivery(door: FastifyInstance, part: Manifest, route: DeliveryRoute): void {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: route.mostBytes }, (_, body, done) => done(null, body))
    this.addRoute(door, part, route)
  }

  private addRoute(web: FastifyInstance, part: Manifest, route: Route): void {
    web.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        this.refuseFloods(request, route)
        const arrival = await this.arrive(request, reply)
        try {
          assertMayEnter(arrival.actor, route.enter)
          await this.serve(part, route, arrival)
        } catch (thrown) {
          const tried = { part: part.name, actor: arrival.actor, route: route.path, params: request.params as Record<string, string> }
          await noteDenial(arrival.open.database, tried, thrown)
          throw thrown
        }
        return reply
      },
    })
  }

  private async serve(part: Manifest, route: Route, arrival: Arrival): Promise<void> {
    switch (route.kind) {
      case 'page':
      case 'file':
        return this.show(part, route, arrival)
      case 'action':
        return this.act(part, route, arrival)
      case 'operation':
        return this.operate(part, route, arrival)
      case 'delivery':
        return this.takeIn(part, route, arrival)
      default:
        return assertNever(route)
    }
  }

  private refuseFloods(request: FastifyRequest, route: Route): void {
    // This machine itself is not a crowd: checks and proxies without forwarded addresses come from here.
    if (LOOPBACK.has(request.ip) && this.terms.requestsPerMinute === undefined) return
    if (this.limitOf(route).isExceededBy(request.ip, Date.now())) throw new Fault('too-many-requests')
  }

  private limitOf(route: Route): RateLimit {
    if (route.kind === 'delivery') return this.deliveries
    return route.method === 'GET' ? this.visits : this.forms
  }

  private async arrive(request: FastifyRequest, reply: FastifyReply): Promise<Arrival> {
    const open = cityFor(this.terms.cities, request.headers.host ?? '')
    const cookies = cookiesOf(request.headers.cookie)
    const secret = cookies[SESSION_COOKIE]
    const who = secret === undefined ? undefined : await findWhoComes(open.database, secret)
    const { session, actor } = who ?? { session: null, actor: visitorActor }
    return { open, request, reply, cookies, session, actor, isPersonal: false }
  }

  private async show(part: Manifest, route: PageRoute | FileRoute, arrival: Arrival): Promise<void> {
    const generation = this.terms.cache.generationOf(arrival.open.city.key)
    const visit = this.visitOf(part, arrival, 'read')
    const answer = await arrival.open.database.ending(visit.tx, () => route.show(visit))
    const emptiedBy = ('emptiedBy' in answer ? answer.emptiedBy : undefined) ?? route.emptiedBy
    const keptUntil = 'keptUntil' in answer ? answer.keptUntil : undefined
    const { clock } = arrival.open.database
    const isOver = keptUntil === undefined ? null : () => Temporal.Instant.compare(clock.now(), keptUntil) >= 0
    const isForEverybody = arrival.session === null && !arrival.isPersonal && emptiedBy.length > 0
    const place = { city: arrival.open.city.key, route: route.path, language: visit.voice.language }
    await this.writer.write(answer, visit, arrival, isForEverybody ? { ...place, emptiedBy, isOver, generation } : null)
    const { request, reply, session } = arrival
    const type = String(reply.getHeader('content-type') ?? '')
    this.terms.observers.given({ ...place, type }, { request: request.raw, status: reply.statusCode, isSignedIn: session !== null })
  }

  private async act(part: Manifest, route: ActionRoute, arrival: Arrival): Promise<void> {
    if (isForeign(arrival.request)) throw new Fault('form-expired', 'sent from another site')
    await withTyped(arrival.request, route.form, async (typed) => {
      const token = typeof typed[TOKEN_FIELD] === 'string' ? typed[TOKEN_FIELD] : ''
      if (!this.terms.tokens.isGenuine(token, visitorIn(arrival))) throw new Fault('form-expired', 'the form token is missing or not ours')
      const filled = fillIn(route.form, typed)
      const visit = this.visitOf(part, arrival, 'write')
      const key = submissionKeyOf(token, arrival.request.url, typed)
      const answer = await arrival.open.database.ending(visit.tx, async () =>
        filled.ok
          ? actOnce(visit.tx, key, () => route.act({ ...visit, typed, values: filled.values, problems: {} }))
          : again(await route.showAgain({ ...visit, typed, values: {}, problems: filled.problems })),
      )
      await this.writer.write(answer, visit, arrival, null)
    })
  }

  private async operate(part: Manifest, route: OperationRoute, arrival: Arrival): Promise<void> {
    if (isForeign(arrival.request)) throw new Fault('forbidden', 'sent from another site')
    const header = arrival.request.headers['x-form-token']
    if (arrival.session !== null && !this.terms.tokens.isGenuine(String(header ?? ''), visitorIn(arrival))) {
      throw new Fault('form-expired', 'the header x-form-token is missing or not ours')
    }
    const read = route.accepts.safeParse(arrival.request.body)
    if (!read.success) {
      const issue = read.error.issues[0]
      throw new Fault('bad-request', `${issue?.path.join('.') || 'body'}: ${issue?.message}`)
    }
    const visit = this.visitOf(part, arrival, 'write')
    const answer = await arrival.open.database.ending(visit.tx, () => route.act(visit, read.data as never))
    await this.writer.write(answer, visit, arrival, null)
  }

  /** Whoever brings it acts as nobody: a session that happens to lie in the browser gives no rights here. */
  private async takeIn(part: Manifest, route: DeliveryRoute, arrival: Arrival): Promise<void> {
    const { request } = arrival
    const visit = this.visitOf(part, { ...arrival, actor: visitorActor, session: null }, 'write')
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]))
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const answer = await arrival.open.database.ending(visit.tx, () => route.act(visit, { body, headers }))
    await this.writer.write(answer, visit, arrival, null)
  }

  private visitOf(part: Manifest, arrival: Arrival, mode: 'read' | 'write'): Visit & { readonly tx: OpenTransaction } {
    const { open, request, cookies, actor, session } = arrival
    return {
      city: open.city,
      directory: open.directory,
      actor,
      voice: voiceOf(readerOf(cookies, request.headers['accept-language'] ?? '')),
      tx: open.database.open(part.name, actor, mode),
      database: open.database,
      path: request.url,
      params: request.params as Record<string, string>,
      query: queryOf(request),
      formToken: () => {
        arrival.isPersonal = true
        return this.terms.tokens.issue(visitorIn(arrival))
      },
      session,
      cookies,
      client: {
        address: request.ip,
        device: (request.headers['user-agent'] ?? '').slice(0, LIMITS.deviceCharacters),
        origin: `${request.protocol}://${request.headers.host}`,
      },
      standInOrigin: open.standInOrigin,
      seal: this.seals.of(open.city.key, part.name),
    }
  }
}

function assertMayEnter(actor: Actor, entry: Entry): void {
  switch (entry.who) {
    case 'everyone':
      return
    case 'signed-in':
      if (actor.person === null) throw new Fault('sign-in-required')
      return
    case 'duty':
      if (actor.person === null) throw new Fault('sign-in-required')
      if (!entry.anyOf.some((duty) => actor.person?.duties.includes(duty))) {
        throw new Fault('forbidden', `needs one of ${entry.anyOf.join(', ')}`)
      }
      return
    case 'resident':
      if (actor.resident === null) throw new Fault('sign-in-required', '', { door: RESIDENTS_DOOR })
      return
    case 'proven-resident':
      if (actor.resident?.proof !== 'card') throw new Fault('sign-in-required', '', { door: `${RESIDENTS_DOOR}?proof=card` })
      return
    default:
      assertNever(entry)
  }
}

/** Whom a form belongs to: the session, or a number in a cookie that is given with the first form. */
function visitorIn(arrival: Arrival): string {
  const secret = arrival.cookies[SESSION_COOKIE]
  if (arrival.session !== null && secret !== undefined) return secret
  const known = arrival.cookies[VISITOR_COOKIE]
  if (known !== undefined && /^[\w-]{16}$/.test(known)) return known
  const given = givenVisitors.get(arrival.request) ?? randomBytes(12).toString('base64url')
  givenVisitors.set(arrival.request, given)
  giveCookie(arrival, { name: VISITOR_COOKIE, value: given, maxAgeSeconds: 0 })
  return given
}

const givenVisitors = new WeakMap<FastifyRequest, string>()

/** A form that did not hold is answered by its page again, with 422 so that machines see it too. */
function again(answer: Answer): Answer {
  return answer.kind === 'page' && answer.status === 200 ? { ...answer, status: 422 } : answer
}
