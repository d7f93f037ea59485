import { question } from '#kernel/questions/question.ts'
import type { Phrase } from '#kernel/text/text.ts'

/** A shelter that is open now, as the emergency page names it. */
export interface OpenShelterLine {
  readonly name: Phrase<never>
  /** What stands on the sign. */
  readonly written: string
  readonly address: string
  readonly isFull: boolean
  /** People; null where nobody knows how many fit. */
  readonly room: number | null
}

/** Open shelters that are designated for what threatens just now; those with room first. */
export const openShelters = question<Record<string, never>, readonly OpenShelterLine[]>('disaster-information.open-shelters', {
  basis: 'what residents are told anyway: 災害対策基本法第49条の9 (places to go) and 第56条 (warnings)',
  subjectOf: () => 'open shelters',
})
