import type { Resident } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Phrase } from '#kernel/text/text.ts'

/** What a part offers a resident on My page. */
export interface MyPage {
  /** Where it begins; a page of the part that residents may enter. */
  readonly path: string
  readonly title: Phrase<never>
  readonly summary: Phrase<never>
  readonly icon: string
  /** What waits for this resident (or for the person they act for: `personMeant`). Runs under the part's role, reading only. */
  readonly waits?: (tx: Tx, resident: Resident) => Promise<Waiting>
}

export interface Waiting {
  readonly count: number
  /** The one thing to do first, e.g. “Pay the fee”; null where nothing is to be done. */
  readonly next: { readonly label: Phrase<never>; readonly path: string } | null
}

declare module '#kernel/service/manifest.ts' {
  interface Manifest {
    readonly myPages?: readonly MyPage[]
  }
}

/** Every page of the city's parts, with whose it is. */
export function myPagesOf(parts: readonly Manifest[]): { readonly part: Manifest; readonly page: MyPage }[] {
  return parts.flatMap((part) => (part.myPages ?? []).map((page) => ({ part, page })))
}
