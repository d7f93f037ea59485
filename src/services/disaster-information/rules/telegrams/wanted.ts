import type { FeedEntry } from './atom.ts'
import { fileNameOf } from './atom.ts'

/**
 * Telegrams that are never fetched: the nation-wide roll-up repeats what the single ones said and is larger than everything else
 * together (VPWS50), and volcanoes, tide tables and the like lie outside this service.
 */
const NEVER_FETCHED = /^(?:VPWS50|VF|VG|VM|VZ)/

/** Earthquakes and the Nankai Trough come from headquarters or whoever stands in for it. */
const FROM_ANYWHERE = /^(?:VXSE|VYSE|VTSE)/

/** Is this entry worth fetching for a city that listens to these offices? No offices: everything is. */
export function isWanted({ address, office }: Pick<FeedEntry, 'address' | 'office'>, offices: readonly string[]): boolean {
  const type = /_(V[A-Z]{3}\d\d)_/.exec(fileNameOf(address))?.[1] ?? ''
  if (NEVER_FETCHED.test(type)) return false
  return offices.length === 0 || FROM_ANYWHERE.test(type) || offices.some((own) => office.includes(own))
}
