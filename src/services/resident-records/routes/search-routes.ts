import { action, holding, page, type Route } from '#kernel/web/routes.ts'
import { takeOutAgain, takeOutSearch } from '../api/search-file.ts'
import { searchForm, takeOutForm } from '../forms/search-form.ts'
import { search, searchAgain, SEARCH_PATH, showSearch } from '../pages/search.ts'
import { RELEASE_DUTY } from '../store/protection-filter.ts'

/** Whoever works with the register may search it; what they are shown depends on the right of release. */
const searchers = holding('residents-clerk', 'residents-approver', RELEASE_DUTY)

export const searchRoutes: readonly Route[] = [
  page(SEARCH_PATH, searchers, showSearch),
  action(SEARCH_PATH, searchers, searchForm, search, searchAgain),
  action(`${SEARCH_PATH}/file`, searchers, takeOutForm, takeOutSearch, takeOutAgain),
]
