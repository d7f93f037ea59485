import { hiddenField } from '#kernel/forms/form.ts'

const MOST_DIGITS = 15

export const retryForm = { handOver: hiddenField({ max: MOST_DIGITS }) }
export const followForm = {}
