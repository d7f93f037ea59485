import { hiddenField, longTextField, textField, wholeNumberField } from '#kernel/forms/form.ts'
import { SEARCH_LIMITS } from '../rules/search-query.ts'
import { searchWords as words } from '../text/search-words.ts'

/** A search is sent and never stands in an address: names and birth dates would lie in histories and logs. */
export const searchForm = {
  words: textField({ label: words.label, max: SEARCH_LIMITS.typed }),
  page: wholeNumberField({ label: words.next, min: 1, max: SEARCH_LIMITS.candidates / SEARCH_LIMITS.page, isRequired: false }),
}

export const takeOutForm = {
  words: hiddenField({ max: SEARCH_LIMITS.typed }),
  format: hiddenField({ max: 4 }),
  reason: longTextField({ label: words.reason, max: 300 }),
}
