import type { ItemHit } from '../rules/search.ts'
import type { GuideVisit } from './guide-visit.ts'

export const SEARCH_LIMITS = { characters: 100, hits: 20 } as const

/** What was typed, cut to what anybody may search for. */
export function typedIn(query: Readonly<Record<string, string>>): string {
  return (query.q ?? '').trim().slice(0, SEARCH_LIMITS.characters)
}

/** One more than is shown, so that the page knows whether there are more. */
export function hitsFor({ copy }: GuideVisit, typed: string): readonly ItemHit[] {
  return typed === '' ? [] : copy.index.search(typed, { limit: SEARCH_LIMITS.hits + 1 })
}
