/** What was found for a query, with what is shown of it. */
export interface Found<Row> extends Ranked {
  /** By number. One that its audience changed for in this very moment is missing. */
  readonly documents: ReadonlyMap<number, Row>
}

/** What was found, before anything of it is shown. */
export interface Ranked {
  /** Kinds with hits, the one with the best hit first. */
  readonly groups: readonly FoundGroup[]
  /** Nothing was found as it was typed, and these are similar. */
  readonly isSimilar: boolean
}

export interface FoundGroup {
  readonly kind: string
  /** All hits of the kind. */
  readonly count: number
  /** The best, best first. */
  readonly best: readonly Hit[]
}

export interface Hit {
  readonly id: number
  readonly score: number
}

/** What is looked up, for whom. */
export interface Lookup {
  readonly words: readonly { readonly forms: readonly string[]; readonly errors: number }[]
  /** Audiences whose documents may be found. */
  readonly audiences: readonly string[]
  /** Only this kind, or all. */
  readonly kind: string | null
  /** How many of each kind are wanted. */
  readonly best: number
}
