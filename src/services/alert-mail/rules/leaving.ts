import { MOST_ALONE, NO_QUIET_FROM, type Level } from '#capabilities/notices/model.ts'

/**
 * What happens when somebody presses «send»: a second person is asked first, it waits a minute in which it can be taken
 * back, or it leaves at once because life is in danger.
 */
export type Way = 'second-person' | 'after-a-minute' | 'now'

export interface Sending {
  readonly people: number
  readonly level: Level
  readonly isDrill: boolean
  /** A second person has said yes. */
  readonly isConfirmed: boolean
}

/** The same line as the capability `notices` draws, so that nobody waits a minute only to be refused. */
export function wayOf({ people, level, isDrill, isConfirmed }: Sending): Way {
  if (level >= NO_QUIET_FROM) return 'now'
  if (people > MOST_ALONE && !isDrill && !isConfirmed) return 'second-person'
  return 'after-a-minute'
}
