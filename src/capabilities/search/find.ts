import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Found, Lookup } from './model.ts'
import { indexOf } from './postings/city-index.ts'
import { forgivenErrors, type SearchQuery } from './rules/query.ts'
import { findWithoutIndex } from './store/index-rows.ts'

export interface FindWish extends Omit<Lookup, 'words'> {
  readonly query: SearchQuery
}

/**
 * Looks a query up for these audiences, as a transaction of the capability sees the city: by the fast index, or by the database while there
 * is none. What the audiences may not know of is neither counted nor ranked, and no word of it is similar to anything.
 */
export async function find(tx: Tx, database: CityDatabase, { query, ...wish }: FindWish): Promise<Found> {
  const words = query.words.map(({ forms }) => ({ forms, errors: 0 }))
  if (words.length === 0) return { groups: [], isSimilar: false }
  const index = indexOf(database)
  const canAnswer = await index.catchUp(tx)
  if (!canAnswer) return findWithoutIndex(tx, { ...wish, words })
  const groups = index.find({ ...wish, words })
  if (groups.length > 0) return { groups, isSimilar: false }
  const similar = query.words.map((word, place) => {
    const { forms } = word
    // Only a word that stands nowhere is taken for a mistyped one.
    const isKnown = index.find({ ...wish, kind: null, best: 1, words: [{ forms, errors: 0 }] }).length > 0
    return isKnown ? (words[place] as Lookup['words'][number]) : { forms: forms.slice(0, 1), errors: forgivenErrors(word) }
  })
  if (similar.every(({ errors }) => errors === 0)) return { groups: [], isSimilar: false }
  return { groups: index.find({ ...wish, words: similar }), isSimilar: true }
}
