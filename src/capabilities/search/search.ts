import type { Actor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, FactBody, FactType } from '#kernel/facts/fact.ts'
import type { Html } from '#kernel/html/html.ts'
import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import type { Language, Phrase, Voice } from '#kernel/text/text.ts'

/**
 * One kind of thing that people find: a project, a garbage item, a facility. The service says what there is and after
 * which facts it is otherwise; words, kana, variants, eras, typing errors, ranking and permissions are the search's affair.
 */
export interface Searchable {
  /** Its name in addresses and in the fact `search.searched`, in kebab case; unique in the city and kept for good. */
  readonly kind: string
  /** Heading over its answers, e.g. ごみの分別. */
  readonly title: Phrase<never>
  /** What makes documents others; built by `changedBy`. */
  readonly changes: readonly SearchChange[]
  /**
   * Up to `limit` documents whose key comes after `after` (null: from the beginning), in the order of their keys by code
   * unit (`order by key collate "C"`). An empty answer is the end. Runs under the service's role. `parts` are those of the
   * city, for what stands in their manifests.
   */
  list(tx: Tx, from: { readonly after: string | null; readonly limit: number }, parts: readonly Manifest[]): Promise<readonly SearchDocument[]>
  /** The documents of these keys as they are now; what is not among them is no longer found. Under the service's role. */
  load(tx: Tx, keys: readonly string[], parts: readonly Manifest[]): Promise<readonly SearchDocument[]>
  /**
   * The thing itself for the page of results, e.g. how to put out a battery, by key: asked for the few best hits when
   * the page is shown, under the service's role. A key that is missing is shown as a link with an excerpt.
   */
  answers?(tx: Tx, keys: readonly string[], voice: Voice, parts: readonly Manifest[]): Promise<ReadonlyMap<string, Html>>
}

/** One thing that can be found. Its texts are kept as they stand; how they are compared is decided here. */
export interface SearchDocument {
  /** Tells it from the others of its kind and never changes. */
  readonly key: string
  /** As it stands in Japanese. */
  readonly title: string
  /** Kana of the title, and other names people type, each in a line of its own. */
  readonly reading?: string
  /** What is searched beside the title; line feeds part its pieces. */
  readonly text: string
  /** Title and text for readers of the other languages; searched by everybody. */
  readonly otherLanguages?: Readonly<Partial<Record<Exclude<Language, 'ja'>, { readonly title: string; readonly text?: string }>>>
  /** Page that shows it, e.g. `/plan/projects/1-3-7`. */
  readonly href: string
  readonly audience: SearchAudience
}

/** Who may know that it exists. */
export type SearchAudience = 'everyone' | { readonly duty: string }

export interface SearchChange {
  readonly factName: string
  /** Keys of the documents that a fact changed, or all of the kind: then they are compared one page after the other. */
  readonly keysOf: (fact: Fact) => readonly string[] | 'all'
}

/** After this fact, these documents are others: `changedBy(facts.itemAdded, ({ body }) => [body.item])`. */
export function changedBy<Type extends FactType>(
  type: Type,
  keysOf: (fact: Fact<FactBody<Type>>) => readonly string[] | 'all',
): SearchChange {
  return { factName: type.name, keysOf: keysOf as SearchChange['keysOf'] }
}

/** A kind with the part of the city that owns it. */
export interface OwnedSearchable {
  readonly owner: Manifest
  readonly searchable: Searchable
}

export function searchablesOf(parts: readonly Manifest[]): OwnedSearchable[] {
  return parts.flatMap((owner) => (owner.searchables ?? []).map((searchable) => ({ owner, searchable })))
}

/** Whom somebody is among the audiences of documents, as the column `audience` holds them. */
export function audiencesOf(actor: Actor): readonly string[] {
  return [EVERYONE, ...(actor.person?.duties ?? []).map((duty) => audienceKey({ duty }))]
}

/** An audience as one word; a duty's name never collides with it, because of the prefix. */
export function audienceKey(audience: SearchAudience): string {
  return audience === 'everyone' ? EVERYONE : `duty:${audience.duty}`
}

const EVERYONE = 'everyone'

/** Kinds must be told apart, and what changes them must be a fact that somebody publishes. */
export function assertSearchables(parts: readonly Manifest[]): void {
  const published = new Set(parts.flatMap((part) => Object.values(part.facts ?? {}).map((type) => type.name)))
  const seen = new Set<string>()
  for (const { owner, searchable } of searchablesOf(parts)) {
    const { kind } = searchable
    if (!/^[a-z][a-z0-9-]*$/.test(kind)) throw new ManifestFault(`A searchable kind is named in kebab case: ${kind} of ${owner.name}`)
    if (seen.has(kind)) throw new ManifestFault(`Two searchables claim the kind ${kind}`)
    seen.add(kind)
    const unheard = searchable.changes.find(({ factName }) => !published.has(factName))
    if (unheard !== undefined) throw new ManifestFault(`The searchable ${kind} waits for the fact ${unheard.factName}, which nobody publishes`)
  }
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    /** What of this service people find by the search box. */
    readonly searchables?: readonly Searchable[]
  }
}
