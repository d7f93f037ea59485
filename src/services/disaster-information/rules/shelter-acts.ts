import { assertNever } from '#kernel/values/assert-never.ts'
import type { Realm } from '../model.ts'

/** What an officer can do at a place with one press. The numbers are people. */
export const SHELTER_ACTS = ['open', 'close', 'set', 'plus-1', 'plus-10', 'minus-1', 'minus-10', 'full', 'not-full', 'pets', 'no-pets'] as const
export type ShelterAct = (typeof SHELTER_ACTS)[number]

/** Most people that one place is taken to hold; a slip of the finger is more. */
export const MOST_OCCUPANTS = 99_999

/** What stands at a place. */
export interface ShelterStanding {
  readonly occupants: number
  readonly isFull: boolean
  readonly takesPets: boolean | null
}

type OpenAct = Exclude<ShelterAct, 'open' | 'close'>

/**
 * Counting up and down is worked into whatever stands there now, so that two officers at two doors both count. All other
 * acts are decisions about what was seen, and wait for who was first.
 */
export function isCounting(act: ShelterAct): boolean {
  return act.startsWith('plus-') || act.startsWith('minus-')
}

/** What stands there after an act; `typed` is the number beside 人数を入れる. Nobody leaves a place below zero. */
export function standingAfter(standing: ShelterStanding, act: OpenAct, typed: number | null): ShelterStanding {
  switch (act) {
    case 'set':
      return { ...standing, occupants: typed ?? standing.occupants }
    case 'plus-1':
    case 'plus-10':
    case 'minus-1':
    case 'minus-10':
      return { ...standing, occupants: Math.min(MOST_OCCUPANTS, Math.max(0, standing.occupants + STEPS[act])) }
    case 'full':
    case 'not-full':
      return { ...standing, isFull: act === 'full' }
    case 'pets':
    case 'no-pets':
      return { ...standing, takesPets: act === 'pets' }
    default:
      return assertNever(act)
  }
}

const STEPS = { 'plus-1': 1, 'plus-10': 10, 'minus-1': -1, 'minus-10': -10 } as const

/** Room that is left; null where nobody knows how many fit, never below zero. */
export function roomLeft(capacity: number | null, { occupants, isFull }: Pick<ShelterStanding, 'occupants' | 'isFull'>): number | null {
  if (isFull) return 0
  return capacity === null ? null : Math.max(0, capacity - occupants)
}

/** `?realm=` of an address; undefined where it is none. Without one it is the real night. */
export function realmIn(text: string | undefined): Realm | undefined {
  if (text === undefined || text === '' || text === 'live') return 'live'
  return /^drill:[\w-]{1,60}$/.test(text) ? (text as Realm) : undefined
}
