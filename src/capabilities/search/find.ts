import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Found, FoundGroup, Hit, Lookup, Ranked } from './model.ts'
import { indexOf, type CityIndex } from './postings/city-index.ts'
import { forgivenErrors, type SearchQuery } from './rules/query.ts'
import { readShown, type ReadDocuments, type ShownDocument } from './store/documents.ts'
import { findWithoutIndex } from './store/index-rows.ts'

export interface FindWish extends Omit<Lookup, 'words'> {
  readonly query: SearchQuery
  /** Which of the best are shown, so that only their rows are fetched; all of them when it is left out. */
  readonly shows?: (groups: readonly FoundGroup[]) => readonly Hit[]
}

/**
 * Looks a query up for these audiences, as a transaction of the capability sees the city: by the fast index, or by the
 * database while there is none. What the audiences may not know of is neither counted nor ranked, and no word of it is
 * similar to anything.
 */
export async function find(tx: Tx, database: CityDatabase, wish: FindWish): Promise<Found<ShownDocument>> {
  const found = await findByIndex(tx, database, wish, { rank, read: readShown })
  if (found !== null) return found
  const ranked = await findWithoutIndex(tx, lookupOf(wish))
  return { ...ranked, documents: (await readShown(tx, shownIds(wish, ranked), wish.audiences)).documents }
}

/** The same while somebody is still typing: no typing errors are forgiven, and nothing is found without the fast index. */
export async function findQuickly<Row>(
  tx: Tx,
  database: CityDatabase,
  wish: FindWish,
  read: ReadDocuments<Row>,
): Promise<Found<Row>> {
  return (await findByIndex(tx, database, wish, { rank: rankAsTyped, read })) ?? NOTHING
}

const NOTHING = { groups: [], isSimilar: false, documents: new Map<number, never>() }

interface Manner<Row> {
  readonly rank: (index: CityIndex, wish: FindWish) => Ranked
  readonly read: ReadDocuments<Row>
}

/** Null while there is no index that could answer. */
async function findByIndex<Row>(tx: Tx, database: CityDatabase, wish: FindWish, manner: Manner<Row>): Promise<Found<Row> | null> {
  if (wish.query.words.length === 0) return NOTHING
  const index = indexOf(database)
  const unchanged = await findUnchanged(tx, index, wish, manner)
  if (unchanged !== null) return unchanged
  if (!(await index.catchUp(tx))) return null
  const ranked = manner.rank(index, wish)
  return { ...ranked, documents: (await manner.read(tx, shownIds(wish, ranked), wish.audiences)).documents }
}

/**
 * Nothing changed since the last answer, nearly always: so the index answers first, and the rows that are shown bring the
 * number of the newest change with them, which saves the round trip of asking before. Null when there was a change.
 */
async function findUnchanged<Row>(tx: Tx, index: CityIndex, wish: FindWish, { rank, read }: Manner<Row>): Promise<Found<Row> | null> {
  const { knownEdition } = index
  if (knownEdition === null) return null
  const ranked = rank(index, wish)
  const { edition, documents } = await read(tx, shownIds(wish, ranked), wish.audiences)
  return index.isConfirmedBy(edition, knownEdition) ? { ...ranked, documents } : null
}

function shownIds({ shows = allOf }: FindWish, { groups }: Ranked): readonly number[] {
  return shows(groups).map(({ id }) => id)
}

function allOf(groups: readonly FoundGroup[]): readonly Hit[] {
  return groups.flatMap(({ best }) => best)
}

function lookupOf({ query, audiences, kind, best }: FindWish): Lookup {
  return { audiences, kind, best, words: query.words.map(({ forms }) => ({ forms, errors: 0 })) }
}

function rankAsTyped(index: CityIndex, wish: FindWish): Ranked {
  return { groups: index.find(lookupOf(wish)), isSimilar: false }
}

function rank(index: CityIndex, wish: FindWish): Ranked {
  const asTyped = rankAsTyped(index, wish)
  if (asTyped.groups.length > 0) return asTyped
  const lookup = lookupOf(wish)
  const similar = wish.query.words.map((word, place) => {
    const { forms } = word
    // Only a word that stands nowhere is taken for a mistyped one.
    const isKnown = index.find({ ...lookup, kind: null, best: 1, words: [{ forms, errors: 0 }] }).length > 0
    return isKnown ? (lookup.words[place] as Lookup['words'][number]) : { forms: forms.slice(0, 1), errors: forgivenErrors(word) }
  })
  if (similar.every(({ errors }) => errors === 0)) return asTyped
  return { groups: index.find({ ...lookup, words: similar }), isSimilar: true }
}
