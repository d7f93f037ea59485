import { ADMINISTRATOR } from '#capabilities/staff-identity/model.ts'
import { action, everyone, holding, page, type Route } from '#kernel/web/routes.ts'
import { indexAnew, reindexForm } from './actions.ts'
import { showResults } from './pages/results.ts'
import { showUpkeep } from './pages/upkeep.ts'

const administrator = holding(ADMINISTRATOR)

export const routes: readonly Route[] = [
  page('/search', everyone, showResults),
  page('/staff/search', administrator, showUpkeep),
  action('/staff/search/reindex', administrator, reindexForm, indexAnew, showUpkeep),
]
