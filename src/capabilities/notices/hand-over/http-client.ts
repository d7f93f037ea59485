import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { ChannelDown } from '../sending/channel.ts'
import { isPublicAddress } from './public-address.ts'

/** A receiver that has not answered after this long is asked again later. */
const ANSWER_MS = 20_000
/** No receiver has more to say to us. */
const MOST_ANSWER_BYTES = 256 * 1024
const MOST_ANSWER_KEPT = 300

export interface Asking {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Where it leads when not where its name says: the stand-in's port on this machine. */
  readonly port?: number
  /** The address was named by a stranger: only public addresses are dialled, whatever the name resolves to. */
  readonly isStrangers?: boolean
  readonly answerMs?: number
}

export interface Reply {
  readonly status: number
  readonly body: string
  readonly retryAfterSeconds: number | null
}

/** One request over a connection of its own. Redirects are answers like any other: nobody leads us elsewhere. */
export function ask(asking: Asking): Promise<Reply> {
  const { method, url, headers, body, port, isStrangers = false, answerMs = ANSWER_MS } = asking
  if (isStrangers && port === undefined && (url.protocol !== 'https:' || !isPublicName(url.hostname))) return Promise.reject(new Error(`${url.hostname} is no public server`))
  const dial = port === undefined ? {} : { hostname: '127.0.0.1', port }
  const length = body === undefined ? {} : { 'content-length': String(body.length) }
  const options = {
    protocol: url.protocol, hostname: url.hostname.replace(/^\[|\]$/g, ''), port: url.port, path: url.pathname + url.search, method, agent: false as const,
    headers: { host: url.host, 'user-agent': 'Tsunagu', ...headers, ...length }, signal: AbortSignal.timeout(answerMs),
    ...dial, ...(isStrangers && port === undefined ? { lookup: publicLookup } : {}),
  }
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const sent = (url.protocol === 'https:' ? requestSecure : requestPlain)(options, (response) => void readReply(response).then(resolve, reject))
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** What a receiver's number says (RFC 9110 section 15): taken; never with this; or, by throwing, later. */
export function outcomeOf({ status, body, retryAfterSeconds }: Reply): { readonly kind: 'taken' | 'refused'; readonly answer: string; readonly isGone: boolean } {
  const answer = `${status} ${body.replace(/\s+/g, ' ')}`.trim().slice(0, MOST_ANSWER_KEPT)
  if (status >= 200 && status < 300) return { kind: 'taken', answer, isGone: false }
  const isLater = status >= 500 || status === 408 || status === 425 || status === 429 || status === 401 || status === 403 || status === 404
  // Who is not let in, or finds no door, has a wrong setting: that is mended by people, and then the same text is taken.
  if (isLater) throw new ChannelDown(answer, retryAfterSeconds ?? 0)
  return { kind: 'refused', answer, isGone: status === 410 }
}

async function readReply(response: IncomingMessage): Promise<Reply> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_ANSWER_BYTES) throw new Error(`the answer is longer than ${MOST_ANSWER_BYTES} bytes`)
    parts.push(part)
  }
  const after = Number(response.headers['retry-after'])
  return { status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8'), retryAfterSeconds: Number.isFinite(after) && after > 0 ? after : null }
}

/** A literal address in a URL is never looked up, so it is judged here. */
function isPublicName(hostname: string): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '')
  const isLiteral = literal.includes(':') || /^[\d.]+$/.test(literal)
  return isLiteral ? isPublicAddress(literal) : literal.includes('.') && !/\.(?:localhost|local|internal|invalid|test|onion|arpa)$/i.test(literal)
}

/** Resolves a name and lets only public addresses through; the connection then uses just these, so that no second look-up can lead elsewhere. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const found = error === null ? addresses.filter(({ address }) => isPublicAddress(address)) : []
    const [first] = found
    if (first === undefined) callback(error ?? new Error(`${hostname} leads to no public address`), '', 0)
    else if (options.all === true) callback(null, found)
    else callback(null, first.address, first.family)
  })
}
