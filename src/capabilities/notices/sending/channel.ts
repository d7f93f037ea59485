import type { City } from '#kernel/city/city.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { Log } from '#kernel/telemetry/log.ts'
import type { Contact, Notice, PersonalChannelKey } from '../model.ts'

/** A personal channel: hands one notice to many people over one protocol. */
export interface PersonalChannel {
  readonly key: PersonalChannelKey
  /** Sheets of this channel that one process works on side by side. */
  readonly sheetsAtOnce: number
  /** Limits that the city keeps with some receivers, all its processes together; none where it is not given. */
  lanesOf?(city: City): readonly Lane[]
  /**
   * A line to the real service as the city has set it up, or to the stand-in where it has not, and always for drills.
   * Opened when first needed and kept; closed with the process.
   */
  open(surroundings: ChannelSurroundings): Promise<ChannelLine>
}

/** Receivers that take only so much: a mobile carrier's domain, for one. */
export interface Lane {
  /** As contacts bear it in `lane`: the domain of a mail address. */
  readonly key: string
  readonly messagesAMinute: number
  /** Messages that one process has under way there at the same moment. */
  readonly connections: number
}

export interface ChannelSurroundings {
  readonly city: City
  readonly database: CityDatabase
  /** Seal of this capability: keys and tokens lie in the database under it. */
  readonly seal: Seal
  readonly log: Log
  /** The line of a drill never leads outside. */
  readonly isDrill: boolean
  /** Scheme and host of the portal, for links. */
  readonly origin: string
}

export interface ChannelLine {
  /**
   * Hands the notice to each contact and says of each what became of it as soon as that is known, in any order, exactly
   * once. What was not told when it throws (`ChannelDown`) is tried again later as a whole.
   */
  hand(notice: Notice, contacts: readonly Contact[], told: (index: number, outcome: Outcome) => void): Promise<void>
  close(): Promise<void>
}

export type Outcome =
  | { readonly kind: 'handed' }
  /** Never again to this address for this notice. `isGone`: the address itself no longer exists. */
  | { readonly kind: 'refused'; readonly code: number; readonly answer: string; readonly isGone: boolean }
  /** Not now (greylisting, too many requests): this one alone is tried again. */
  | { readonly kind: 'later'; readonly code: number; readonly answer: string; readonly afterSeconds: number }

/** The service as a whole cannot be reached or takes nothing now. */
export class ChannelDown extends Error {
  readonly afterSeconds: number

  constructor(why: string, afterSeconds: number, options?: ErrorOptions) {
    super(why, options)
    this.afterSeconds = afterSeconds
  }
}
