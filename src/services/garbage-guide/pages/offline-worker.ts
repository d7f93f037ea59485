/**
 * The service worker of the guide. Online it changes nothing: every page comes from the city, and a copy is kept.
 * Without a connection it gives the copy, or the whole list in place of what was never opened. Sent to browsers as it
 * stands, with its types blanked out, so it imports nothing.
 */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface MessageEventOfWorker extends WorkerEvent {
  readonly data: { readonly page: string; readonly files: readonly string[] }
}

const KEPT = 'garbage-guide-1'
const LIST = '/garbage/offline'
/** What a device has of the guide from its first visit on. */
const FROM_THE_START = [LIST, '/garbage', '/garbage.json', '/garbage/districts']
/** A page that was opened long ago makes room. */
const MOST_PAGES = 60

const worker = self as unknown as {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEventOfWorker) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// The page says which style sheet and scripts it uses: their names change with their content.
worker.addEventListener('message', (event) => event.waitUntil(keepAll([...FROM_THE_START, event.data.page, ...event.data.files])))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  const { pathname } = new URL(request.url)
  const isOurs = pathname === '/garbage' || pathname.startsWith('/garbage/') || pathname === '/garbage.json' || pathname.startsWith('/assets/')
  // Results while typing and calendars of other programs are never kept.
  if (!isOurs || pathname === '/garbage/hits' || pathname === '/garbage/choose' || /\.(?:ics|pdf)$/.test(pathname)) return
  event.respondWith(newestOf(request, pathname))
})

async function newestOf(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.open(KEPT)
  try {
    const answer = await fetch(request)
    // A search is one of many; the list stands for all of them.
    if (answer.ok && !new URL(request.url).searchParams.has('q')) await keep(kept, request.url, answer.clone())
    return answer
  } catch (noConnection) {
    const own = await kept.match(request.url, { ignoreVary: true })
    const isSearch = new URL(request.url).searchParams.has('q')
    const instead = own ?? (request.mode === 'navigate' && (isSearch || pathname.startsWith('/garbage')) ? await kept.match(LIST, { ignoreVary: true }) : undefined)
    if (instead === undefined) throw noConnection
    return instead
  }
}

async function keepAll(addresses: readonly string[]): Promise<void> {
  const kept = await caches.open(KEPT)
  await Promise.all(addresses.map(async (address) => {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) await keep(kept, address, answer)
  }))
}

async function keep(kept: Cache, address: string, answer: Response): Promise<void> {
  await kept.put(address, answer)
  const keys = await kept.keys()
  const surplus = keys.filter(({ url }) => !FROM_THE_START.includes(new URL(url).pathname)).slice(0, Math.max(0, keys.length - MOST_PAGES))
  await Promise.all(surplus.map((key) => kept.delete(key)))
}
