import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { composeNight, NIGHTS, type NightName } from '../rules/nights/nights.ts'
import { element, type ComposedTelegram } from '../rules/nights/compose-telegram.ts'

/** As many entries as the agency's short feed keeps; the long one keeps all. */
const SHORT_ENTRIES = 100
const LONG_ENTRIES = 10_000

/**
 * Stands in for 気象庁防災情報XML's PULL server: Atom feeds and documents over HTTP on 127.0.0.1, with ETag and Last-Modified. What it
 * serves is invented. Started by itself: `node src/services/disaster-information/api/stand-in-feed.ts --night storm --speed 60 --port 3990`.
 */
export class StandInFeed {
  private readonly shortEntries: number
  private readonly sent: ComposedTelegram[] = []
  private server: Server | null = null
  private address = ''

  constructor(shortEntries = SHORT_ENTRIES) {
    this.shortEntries = shortEntries
  }

  /** Begins to listen, once; returns the address of the short feed. */
  async begin(port = 0): Promise<string> {
    if (this.server !== null) return this.address
    const server = createServer((request, response) => this.answer(request, response))
    this.server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
    server.unref()
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed/extra.xml`
    return this.address
  }

  get longAddress(): string {
    return this.address.replace('extra.xml', 'extra_l.xml')
  }

  /** Puts a telegram into the feeds. */
  send(telegram: ComposedTelegram): void {
    this.sent.push(telegram)
    if (this.sent.length > LONG_ENTRIES) this.sent.shift()
  }

  async end(): Promise<void> {
    const server = this.server
    this.server = null
    if (server === null) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? ''
    if (path === '/feed/extra.xml') return this.give(request, response, this.feedOf(this.sent.slice(-this.shortEntries)), 'application/atom+xml')
    if (path === '/feed/extra_l.xml') return this.give(request, response, this.feedOf(this.sent), 'application/atom+xml')
    const asked = this.sent.find(({ fileName }) => path === `/data/${fileName}`)
    if (asked === undefined) return void response.writeHead(404).end()
    this.give(request, response, asked.source, 'application/xml')
  }

  private give(request: IncomingMessage, response: ServerResponse, body: Buffer, type: string): void {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { 'content-type': type, etag, 'content-length': body.length }).end(body)
  }

  /** The newest first, as the agency does. */
  private feedOf(telegrams: readonly ComposedTelegram[]): Buffer {
    const origin = new URL(this.address).origin
    const entries = telegrams.toReversed().map(({ fileName, title, office, reportAt }) => {
      const address = `${origin}/data/${fileName}`
      const updated = element('updated', reportAt.toString({ smallestUnit: 'second' }))
      return `<entry>${element('title', title)}${element('id', address)}${updated}<author>${element('name', office)}</author><link type="application/xml" href="${address}"/></entry>`
    })
    const updatedAt = telegrams.at(-1)?.reportAt ?? Temporal.Instant.fromEpochMilliseconds(0)
    return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">${element('title', '高頻度（随時）架空')}${element('id', `${origin}/feed/extra.xml`)}${element('updated', updatedAt.toString({ smallestUnit: 'second' }))}
${entries.join('\n')}
</feed>
`)
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { night: { type: 'string', default: 'storm' }, speed: { type: 'string', default: '60' }, port: { type: 'string', default: '3990' } } })
  const night = NIGHTS.find((known) => known === values.night) satisfies NightName | undefined
  if (night === undefined) throw new Error(`--night must be one of ${NIGHTS.join(', ')}`)
  const feed = new StandInFeed()
  process.stdout.write(`${await feed.begin(Number(values.port))}\n`)
  for (const telegram of composeNight(night, { startAt: Temporal.Now.instant(), speed: Number(values.speed), status: '通常' })) {
    await wait(Math.max(telegram.reportAt.epochMilliseconds - Date.now(), 0))
    feed.send(telegram)
    process.stdout.write(`${telegram.fileName}\n`)
  }
  // Goes on answering until it is stopped; the server itself does not hold the process.
  setInterval(() => {}, 2 ** 30)
}
