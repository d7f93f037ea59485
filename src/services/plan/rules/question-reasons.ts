import { CONTENT_REASONS } from './content-reasons.ts'
import { FRAME_REASONS } from './frame-reasons.ts'
import { ROW_REASONS } from './row-reasons.ts'

/** Why a place of an imported report is asked about: one plain sentence for each kind of question. */
export const QUESTION_REASONS = { ...ROW_REASONS, ...CONTENT_REASONS, ...FRAME_REASONS }

/** Every reason to ask; a closed set, so that a review screen can group and explain them. */
export type QuestionKind = keyof typeof QUESTION_REASONS
