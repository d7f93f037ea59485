import type { Actor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Directory } from '#kernel/service/directory.ts'

/** One request as a handler sees it: who comes, to which city, wanting what, and a transaction to answer from. */
export interface Visit {
  readonly city: City
  readonly directory: Directory
  readonly actor: Actor
  readonly voice: Voice
  readonly tx: Tx
  /** For the few that need transactions of their own (long imports, sign-in). */
  readonly database: CityDatabase
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Opaque number that forms must send back; shows that the form came from this visitor's page. */
  readonly formToken: () => string
  readonly session: { readonly id: string } | null
  readonly cookies: Readonly<Record<string, string>>
  readonly client: Client
  /** Where the stand-ins of a demo answer; see `standInAddress`. */
  readonly standInOrigin: string | null
  /** Keys of this part in this city, for what the database must not be able to read. */
  readonly seal: Seal
}

export interface Client {
  readonly address: string
  readonly device: string
  /** Scheme and host as the browser sees them: what passkeys are bound to. */
  readonly origin: string
}

/** A visit that brought a form: values when every field holds, problems and everything typed when not. */
export interface Submission<Values> extends Visit {
  readonly values: Values
  readonly typed: Typed
  readonly problems: FormProblems
}
