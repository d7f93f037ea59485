import type { Phrase } from '#kernel/text/text.ts'
import { AREA_MAIL_FROM } from '../rules/fitting-limits.ts'
import { handOverWords as words } from '../text/hand-over-words.ts'

/** Why something was not handed over though nobody refused it, as it stands where a receiver's answer would. */
export const REASONS = {
  expired: 'the notice had expired',
  replaced: 'a later notice on the same event replaces it',
  neverHeard: 'what it takes back was never handed over',
  belowLevel: `its level is below ${AREA_MAIL_FROM}`,
} as const

/** The words for one of our own reasons; undefined for what a receiver said. */
export function reasonWords(answer: string): Phrase<never> | undefined {
  const known = (Object.keys(REASONS) as (keyof typeof REASONS)[]).find((key) => REASONS[key] === answer)
  return known === undefined ? undefined : words[known]
}
