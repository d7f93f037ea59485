import { isUtf8 } from 'node:buffer'
import { fetchDocument } from '#kernel/outside/fetch-document.ts'
import type { FeedProblem, MeshReading } from '../model.ts'
import { MOST_SHEET_CHARACTERS, readMeshSheet } from '../rules/mesh-sheet.ts'

const ANSWER_MS = 15_000
const PROBLEMS = { 'no-answer': 'no-answer', 'not-ok': 'not-ok', 'too-large': 'too-long' } as const

export type Fetched =
  | { readonly kind: 'sheet'; readonly readings: readonly MeshReading[]; readonly etag: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: FeedProblem; readonly detail: string }

/** A sheet that has not changed (ETag, RFC 9110) is not sent again; one of digits and commas has a byte for each character. Nothing throws. */
export async function fetchSheet(address: string, etag: string, now: Temporal.Instant): Promise<Fetched> {
  const fetched = await fetchDocument(address, { mostBytes: MOST_SHEET_CHARACTERS, timeoutMs: ANSWER_MS, known: { etag } })
  if (fetched.kind === 'unchanged') return fetched
  if (fetched.kind === 'failed') return refused(PROBLEMS[fetched.why], fetched.problem)
  if (!isUtf8(fetched.body)) return refused('not-csv', 'UTF-8')
  const read = readMeshSheet(fetched.body.toString('utf8'), now)
  if (!read.ok) return refused(read.refusal.why, `${read.refusal.row} ${read.refusal.column}`.trim())
  return { kind: 'sheet', readings: read.readings, etag: fetched.etag }
}

function refused(problem: FeedProblem, detail: string): Fetched {
  return { kind: 'refused', problem, detail }
}
