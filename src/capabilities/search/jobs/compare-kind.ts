import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { job, type JobType } from '#kernel/jobs/job.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from '../facts.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import { searchablesOf, type OwnedSearchable, type SearchDocument } from '../search.ts'
import { removeMissing, writeDocuments } from '../store/documents.ts'
import { raiseEdition } from '../store/edition.ts'
import { advanceRun, beginRun, findRun } from '../store/runs.ts'

interface ComparisonStep {
  readonly kind: string
  readonly run: string
  /** Last key of the step before; null begins. */
  readonly after: string | null
}

/** Compares one page of a kind with its service, and queues the next. */
export const compareKind: JobType<ComparisonStep> = job('search.compare-kind', {
  run: (tx, step, _, parts) => compareStep(tx, step, parts),
})

/** Compares a whole kind with its service, in steps that run as jobs; a comparison that is under way begins again. */
export async function beginComparison(tx: Tx, kind: string): Promise<void> {
  const run = randomUUID()
  await beginRun(tx, kind, run)
  tx.enqueue(compareKind, { kind, run, after: null })
}

/** What is otherwise is written, and what is missing between the first and the last key of the page is taken away. */
async function compareStep(tx: Tx, { kind, run: runId, after }: ComparisonStep, parts: readonly Manifest[]): Promise<void> {
  const run = await findRun(tx, kind, runId)
  const owned = searchablesOf(parts).find(({ searchable }) => searchable.kind === kind)
  if (run === undefined || owned === undefined) return
  const edition = await raiseEdition(tx)
  const documents = await listAfter(tx, owned, after, parts)
  const upTo = documents.at(-1)?.key ?? null
  const written = await writeDocuments(tx, kind, edition, documents)
  const removed = await removeMissing(tx, kind, edition, { after, upTo }, documents)
  if (written + removed > 0) tx.publish(facts.documentsChanged, 'search', { kinds: [kind] })
  await advanceRun(tx, run, { compared: documents.length, changed: written + removed, isEnd: upTo === null })
  if (upTo !== null) tx.enqueue(compareKind, { kind, run: runId, after: upTo })
}

async function listAfter(tx: Tx, { owner, searchable }: OwnedSearchable, after: string | null, parts: readonly Manifest[]): Promise<readonly SearchDocument[]> {
  const documents = await tx.onBehalfOf(owner.name, (own) => searchable.list(own, { after, limit: SEARCH_LIMITS.documentsByStep }, parts))
  let last = after
  for (const { key } of documents) {
    if (last !== null && !isAfter(key, last)) {
      throw new RangeError(`${searchable.kind} lists ${key} after ${last}: keys must ascend by code point (order by key collate "C")`)
    }
    last = key
  }
  return documents
}

/** As PostgreSQL's collation "C" orders: by the bytes of UTF-8. */
function isAfter(key: string, other: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0
}
