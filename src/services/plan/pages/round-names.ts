import type { Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { RoundKind, RoundRefusal, SheetAct, Stage } from '../rules/rounds.ts'
import type { Round } from '../store/rounds.ts'
import { roundWords } from '../text/round-words.ts'
import { wordOf } from './tongue.ts'

/** What stages, acts, kinds and refusals are called. */
export const STAGE_WORDS: Readonly<Record<Stage, Phrase<never>>> = {
  draft: roundWords.stageDraft,
  section: roundWords.stageSection,
  department: roundWords.stageDepartment,
  office: roundWords.stageOffice,
  accepted: roundWords.stageAccepted,
  published: roundWords.stagePublished,
}

export const ACT_WORDS: Readonly<Record<SheetAct | 'publish', Phrase<never>>> = {
  submit: roundWords.actSubmit,
  approve: roundWords.actApprove,
  'send-back': roundWords.actSendBack,
  withdraw: roundWords.actWithdraw,
  publish: roundWords.actPublish,
}

export const DONE_WORDS: Readonly<Record<SheetAct, Phrase<never>>> = {
  submit: roundWords.doneSubmit,
  approve: roundWords.doneApprove,
  'send-back': roundWords.doneSendBack,
  withdraw: roundWords.doneWithdraw,
}

export const KIND_WORDS: Readonly<Record<RoundKind, Phrase<never>>> = {
  plan: roundWords.kindPlan,
  'mid-year': roundWords.kindMidYear,
  'year-end': roundWords.kindYearEnd,
  'outside-review': roundWords.kindOutsideReview,
  publication: roundWords.kindPublication,
}

export const REFUSAL_WORDS: Readonly<Record<RoundRefusal, Phrase<never>>> = {
  'not-yours': roundWords.notYours,
  'round-closed': roundWords.roundClosed,
  'with-section': roundWords.withSection,
  'with-department': roundWords.withDepartment,
  'with-office': roundWords.withOffice,
  'is-accepted': roundWords.isAccepted,
  'is-published': roundWords.isPublished,
  'field-not-open': roundWords.fieldNotOpen,
  'field-for-office': roundWords.fieldForOffice,
  'not-at-this-stage': roundWords.notAtThisStage,
  'comment-needed': roundWords.commentNeeded,
  'blank-sheet': roundWords.blankSheet,
}

export function roundName(voice: Voice, { words, name }: Pick<Round, 'words' | 'name'>): Html {
  return wordOf(voice, words, 'name', name)
}

export function plainRoundName(voice: Voice, { words, name }: Pick<Round, 'words' | 'name'>): string {
  return voice.language === 'ja' ? name : (words.name?.[voice.language] ?? name)
}
