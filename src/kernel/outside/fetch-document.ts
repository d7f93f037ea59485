/** What came back from another server. */
export type Fetched =
  | { readonly kind: 'document'; readonly body: Buffer; readonly etag: string; readonly lastModified: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly why: 'no-answer' | 'not-ok' | 'too-large'; readonly problem: string }

interface Validators {
  readonly etag: string
  readonly lastModified: string
}

export interface FetchTerms {
  readonly mostBytes: number
  readonly timeoutMs: number
  /** Aborted when the asker closes. */
  readonly ended?: AbortSignal
  /** What the last answer said of itself. */
  readonly known?: Partial<Validators>
}

/**
 * One GET with a time limit and a size limit; asks only for what has changed (RFC 9110, 13.1). Redirects are not followed: nobody
 * but the city's own settings sends its server to another machine. Nothing throws.
 */
export async function fetchDocument(address: string, { mostBytes, timeoutMs, ended, known = {} }: FetchTerms): Promise<Fetched> {
  const headers: Record<string, string> = { 'user-agent': 'tsunagu', 'accept-encoding': 'gzip' }
  if (known.etag) headers['if-none-match'] = known.etag
  if (known.lastModified) headers['if-modified-since'] = known.lastModified
  const patience = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(address, { headers, redirect: 'error', signal: ended === undefined ? patience : AbortSignal.any([ended, patience]) })
    if (answer.status === 304) return { kind: 'unchanged' }
    if (answer.status !== 200) return await refused(answer)
    const body = await bodyOf(answer, mostBytes)
    if (body === undefined) return { kind: 'failed', why: 'too-large', problem: `larger than ${mostBytes} bytes` }
    return { kind: 'document', body, etag: answer.headers.get('etag') ?? '', lastModified: answer.headers.get('last-modified') ?? '' }
  } catch (thrown) {
    return { kind: 'failed', why: 'no-answer', problem: causeOf(thrown) }
  }
}

async function refused(answer: Response): Promise<Fetched> {
  await answer.body?.cancel()
  return { kind: 'failed', why: 'not-ok', problem: `HTTP ${answer.status}` }
}

/** Stops reading as soon as it is too much, whatever the header promised. */
async function bodyOf(answer: Response, mostBytes: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes > mostBytes) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const cause = thrown.cause instanceof Error ? thrown.cause.message : ''
  return `${thrown.name}: ${cause === '' ? thrown.message : cause}`.slice(0, 200)
}
