import { hiddenField, longTextField } from '#kernel/forms/form.ts'
import { SHEET_LIMITS } from '../forms.ts'
import { reviewWords } from '../text/review-words.ts'

const place = { year: hiddenField(), plan: hiddenField({ isRequired: false }) }

export const commentForm = { ...place, text: longTextField({ label: reviewWords.writeComment, max: SHEET_LIMITS.reason }) }
export const answerForm = { ...place, comment: hiddenField(), text: longTextField({ label: reviewWords.answer, max: SHEET_LIMITS.reason }) }
export const directionForm = { ...place, direction: { ...hiddenField(), label: reviewWords.direction }, reason: longTextField({ label: reviewWords.directionReason, max: SHEET_LIMITS.reason }) }
export const outcomeForm = { ...place, choice: hiddenField(), text: longTextField({ label: reviewWords.outcome, max: SHEET_LIMITS.reason }) }
