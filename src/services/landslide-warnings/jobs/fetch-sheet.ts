import { isUtf8 } from 'node:buffer'
import type { FeedProblem, MeshReading } from '../model.ts'
import { MOST_SHEET_CHARACTERS, readMeshSheet } from '../rules/mesh-sheet.ts'

const ANSWER_MS = 15_000
const LONGEST_DETAIL = 200

export type Fetched =
  | { readonly kind: 'sheet'; readonly readings: readonly MeshReading[]; readonly etag: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: FeedProblem; readonly detail: string }

/**
 * One GET with a time limit and a size limit. A sheet that has not changed (ETag, RFC 9110) is not sent again. Redirects
 * are not followed: nobody but the city's own settings sends its server to another machine. Nothing throws.
 */
export async function fetchSheet(address: string, etag: string, now: Temporal.Instant): Promise<Fetched> {
  try {
    const headers: Record<string, string> = etag === '' ? {} : { 'if-none-match': etag }
    const answer = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS) })
    if (answer.status === 304) return { kind: 'unchanged' }
    if (answer.status !== 200) {
      await answer.body?.cancel()
      return refused('not-ok', `HTTP ${answer.status}`)
    }
    const body = await limitedBody(answer)
    if (body === undefined) return refused('too-long', `> ${MOST_SHEET_CHARACTERS}`)
    if (!isUtf8(body)) return refused('not-csv', 'UTF-8')
    const read = readMeshSheet(body.toString('utf8'), now)
    if (!read.ok) return refused(read.refusal.why, `${read.refusal.row} ${read.refusal.column}`.trim())
    return { kind: 'sheet', readings: read.readings, etag: answer.headers.get('etag') ?? '' }
  } catch (thrown) {
    return refused('no-answer', causeOf(thrown))
  }
}

/** Stops reading as soon as it is longer than any sheet, whose characters have a byte each. */
async function limitedBody(answer: Response): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes > MOST_SHEET_CHARACTERS) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown).slice(0, LONGEST_DETAIL)
  const cause = thrown.cause instanceof Error ? thrown.cause.message : thrown.message
  return `${thrown.name}: ${cause}`.slice(0, LONGEST_DETAIL)
}

function refused(problem: FeedProblem, detail: string): Fetched {
  return { kind: 'refused', problem, detail }
}
