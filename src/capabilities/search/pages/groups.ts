import type { Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import type { FoundGroup } from '../model.ts'
import { audiencesOf, type OwnedSearchable } from '../search.ts'
import { listShown, type ShownDocument } from '../store/documents.ts'

/** The hits of one kind as the page shows them. */
export interface ShownGroup {
  readonly owned: OwnedSearchable
  readonly count: number
  readonly hits: readonly ShownHit[]
}

export interface ShownHit extends ShownDocument {
  /** The thing itself, where its service shows it here. */
  readonly answer: Html | null
}

interface GroupsWish {
  readonly groups: readonly FoundGroup[]
  readonly kinds: ReadonlyMap<string, OwnedSearchable>
  readonly page: number
  /** All hits of one kind, page by page, instead of the best of each. */
  readonly isOneKind: boolean
}

/** Fetches what is shown of the hits. Kinds that answer by the thing itself come first. */
export async function showableGroups(visit: Visit, { groups, kinds, page, isOneKind }: GroupsWish): Promise<readonly ShownGroup[]> {
  const from = isOneKind ? (page - 1) * SEARCH_LIMITS.hitsByPage : 0
  const wanted = groups.map((group) => ({ ...group, best: group.best.slice(from) }))
  const ids = wanted.flatMap(({ best }) => best.map(({ id }) => id))
  const documents = new Map((await listShown(visit.tx, ids, audiencesOf(visit.actor))).map((document) => [document.id, document]))
  const shownGroups: ShownGroup[] = []
  for (const { kind, count, best } of wanted) {
    const owned = kinds.get(kind) as OwnedSearchable
    const hits = best.flatMap(({ id }) => documents.get(id) ?? [])
    shownGroups.push({ owned, count, hits: await withAnswers(visit, owned, hits, page) })
  }
  return shownGroups.toSorted((a, b) => Number(isAnswered(b)) - Number(isAnswered(a)))
}

function isAnswered({ hits }: ShownGroup): boolean {
  return hits.some(({ answer }) => answer !== null)
}

async function withAnswers({ tx, voice }: Visit, { owner, searchable }: OwnedSearchable, hits: readonly ShownDocument[], page: number): Promise<ShownHit[]> {
  const keys = page > 1 ? [] : hits.slice(0, SEARCH_LIMITS.answers).map(({ key }) => key)
  const { answers } = searchable
  const known = answers === undefined || keys.length === 0
    ? new Map<string, Html>()
    : await tx.onBehalfOf(owner.name, (own) => answers.call(searchable, own, keys, voice))
  return hits.map((hit) => ({ ...hit, answer: known.get(hit.key) ?? null }))
}
