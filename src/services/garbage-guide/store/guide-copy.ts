import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { buildItemIndex, type ItemIndex } from '../rules/search.ts'
import type { Guide } from '../model.ts'
import { findEdition, loadGuide } from './guide.ts'

/** The guide ready to be searched, with what was worked out from it. */
export interface GuideCopy {
  readonly guide: Guide
  readonly index: ItemIndex
  /** Works a thing out once for this edition, e.g. the days of a district. */
  remember<Value>(key: string, make: () => Value): Value
  /** For what came to nothing and shall be tried again. */
  forget(key: string): void
}

/** Values kept for one edition; days change every night, so old ones must go. */
const MOST_REMEMBERED = 200

/** One copy for each city that this process serves. */
const copies = new WeakMap<CityDatabase, GuideCopy>()

/**
 * The guide as it stands in this visit's transaction. One small query asks whether the copy in memory is still the
 * present edition; only after a change is everything read and indexed again.
 */
export async function guideFor({ tx, database }: Pick<Visit, 'tx' | 'database'>): Promise<GuideCopy> {
  const edition = (await findEdition(tx)) ?? ''
  const known = copies.get(database)
  if (known?.guide.edition === edition) return known
  const copy = copyOf(await loadGuide(tx))
  copies.set(database, copy)
  return copy
}

function copyOf(guide: Guide): GuideCopy {
  const remembered = new Map<string, unknown>()
  return {
    guide,
    index: buildItemIndex(guide.items),
    remember: <Value>(key: string, make: () => Value): Value => {
      if (remembered.has(key)) return remembered.get(key) as Value
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      const value = make()
      remembered.set(key, value)
      return value
    },
    forget: (key) => remembered.delete(key),
  }
}
