import type { State } from '../model.ts'

/** What may be done in which state; everything else has been overtaken by somebody. */
const MAY: Readonly<Record<Act, readonly State[]>> = {
  claim: ['submitted', 'checking', 'corrected', 'correction-asked', 'proposed'],
  'ask-correction': ['submitted', 'checking', 'corrected'],
  correct: ['correction-asked'],
  decide: ['submitted', 'checking', 'corrected'],
  confirm: ['proposed'],
  'send-back': ['proposed'],
  withdraw: ['submitted', 'checking', 'correction-asked', 'corrected', 'proposed'],
  message: ['submitted', 'checking', 'correction-asked', 'corrected', 'proposed'],
}

export type Act = 'claim' | 'ask-correction' | 'correct' | 'decide' | 'confirm' | 'send-back' | 'withdraw' | 'message'

export function mayIn(state: State, act: Act): boolean {
  return MAY[act].includes(state)
}

export const ENDED_STATES: readonly State[] = ['approved', 'refused', 'withdrawn']

/** The three steps that residents read: received, checked, decided. */
export function stepOf(state: State): number {
  if (state === 'draft') return 0
  if (state === 'submitted') return 1
  return ENDED_STATES.includes(state) ? 3 : 2
}
