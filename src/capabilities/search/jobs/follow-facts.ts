import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/facts/fact.ts'
import type { BatchBeginning, BatchListener, FactBatch, Manifest } from '#kernel/service/manifest.ts'
import { facts as ownFacts } from '../facts.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import { searchablesOf, type OwnedSearchable } from '../search.ts'
import { listKinds, removeMissing, writeDocuments } from '../store/documents.ts'
import { raiseEdition } from '../store/edition.ts'
import { listRuns } from '../store/runs.ts'
import { beginComparison } from './compare-kind.ts'

/** Keeps the documents as the facts have made them: a change is found as soon as its fact is delivered. */
class FactFollower implements BatchListener {
  readonly name = 'following'
  private parts: readonly Manifest[] = []
  private searchables: readonly OwnedSearchable[] = []

  /** A kind that was never compared, as in a new city or after an update that brought a service, begins now. */
  async begin(tx: Tx, { parts }: BatchBeginning): Promise<void> {
    this.parts = parts
    this.searchables = searchablesOf(parts)
    const declared = this.searchables.map(({ searchable }) => searchable.kind)
    const compared = new Set((await listRuns(tx)).map(({ kind }) => kind))
    for (const kind of declared) if (!compared.has(kind)) await beginComparison(tx, kind)
    await removeUndeclared(tx, declared)
  }

  async factNames(): Promise<readonly string[]> {
    return [...new Set(this.searchables.flatMap(({ searchable }) => searchable.changes.map(({ factName }) => factName)))]
  }

  async handle(tx: Tx, { facts }: FactBatch): Promise<void> {
    const kinds = new Set<string>()
    for (const owned of this.searchables) {
      const { kind } = owned.searchable
      const keys = changedKeys(owned, facts)
      if (keys === 'all') await beginComparison(tx, kind)
      else for (let from = 0; from < keys.length; from += SEARCH_LIMITS.documentsByStep) {
        if (await reload(tx, owned, keys.slice(from, from + SEARCH_LIMITS.documentsByStep), this.parts)) kinds.add(kind)
      }
    }
    if (kinds.size > 0) tx.publish(ownFacts.documentsChanged, 'search', { kinds: [...kinds] })
  }
}

export const followFacts: BatchListener = new FactFollower()

function changedKeys({ searchable }: OwnedSearchable, facts: readonly Fact[]): readonly string[] | 'all' {
  const keys = new Set<string>()
  for (const fact of facts) {
    for (const { factName, keysOf } of searchable.changes) {
      if (factName !== fact.name) continue
      const changed = keysOf(fact)
      if (changed === 'all') return 'all'
      for (const key of changed) keys.add(key)
    }
  }
  return [...keys]
}

/** True when something was otherwise. */
async function reload(tx: Tx, { owner, searchable }: OwnedSearchable, keys: readonly string[], parts: readonly Manifest[]): Promise<boolean> {
  const { kind } = searchable
  const edition = await raiseEdition(tx)
  const documents = await tx.onBehalfOf(owner.name, (own) => searchable.load(own, keys, parts))
  const written = await writeDocuments(tx, kind, edition, documents)
  const removed = await removeMissing(tx, kind, edition, { keys }, documents)
  return written + removed > 0
}

/** What was found of kinds that no part declares any more is found no longer. */
async function removeUndeclared(tx: Tx, declared: readonly string[]): Promise<void> {
  const undeclared = (await listKinds(tx)).filter((kind) => !declared.includes(kind))
  if (undeclared.length === 0) return
  const edition = await raiseEdition(tx)
  for (const kind of undeclared) await removeMissing(tx, kind, edition, { after: null, upTo: null }, [])
  tx.publish(ownFacts.documentsChanged, 'search', { kinds: undeclared })
}
