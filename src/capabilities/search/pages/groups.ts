import type { Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import type { Found, FoundGroup, Hit } from '../model.ts'
import type { OwnedSearchable } from '../search.ts'
import type { ShownDocument } from '../store/documents.ts'

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
  readonly found: Found<ShownDocument>
  readonly kinds: ReadonlyMap<string, OwnedSearchable>
  /** Those of a group that this page shows. */
  readonly shows: (group: FoundGroup) => readonly Hit[]
  /** Later pages show no thing itself. */
  readonly hasAnswers: boolean
}

/** What is shown of the hits. Kinds that answer by the thing itself come first. */
export async function showableGroups(visit: Visit, { found, kinds, shows, hasAnswers }: GroupsWish): Promise<readonly ShownGroup[]> {
  const shownGroups: ShownGroup[] = []
  for (const group of found.groups) {
    const owned = kinds.get(group.kind) as OwnedSearchable
    const hits = shows(group).flatMap(({ id }) => found.documents.get(id) ?? [])
    shownGroups.push({ owned, count: group.count, hits: await withAnswers(visit, owned, hits, hasAnswers) })
  }
  return shownGroups.toSorted((a, b) => Number(isAnswered(b)) - Number(isAnswered(a)))
}

function isAnswered({ hits }: ShownGroup): boolean {
  return hits.some(({ answer }) => answer !== null)
}

async function withAnswers({ tx, voice, directory }: Visit, { owner, searchable }: OwnedSearchable, hits: readonly ShownDocument[], hasAnswers: boolean): Promise<ShownHit[]> {
  const keys = hasAnswers ? hits.slice(0, SEARCH_LIMITS.answers).map(({ key }) => key) : []
  const { answers } = searchable
  const known = answers === undefined || keys.length === 0
    ? new Map<string, Html>()
    : await tx.onBehalfOf(owner.name, (own) => answers.call(searchable, own, keys, voice, directory.parts))
  return hits.map((hit) => ({ ...hit, answer: known.get(hit.key) ?? null }))
}
