import { ADMINISTRATOR } from '#capabilities/staff-identity/model.ts'
import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { indexAnew, reindexForm } from './actions.ts'
import { showSuggestions, suggestionsShape } from './api/suggestions.ts'
import { showResults } from './pages/results.ts'
import { showUpkeep } from './pages/upkeep.ts'

const administrator = holding(ADMINISTRATOR)

export const routes: readonly Route[] = [
  page('/search', everyone, showResults),
  file('/search/suggestions.json', everyone, 'Names of things in the city that hold q, by kind, while somebody types', showSuggestions, { reply: suggestionsShape }),
  page('/staff/search', administrator, showUpkeep),
  action('/staff/search/reindex', administrator, reindexForm, indexAnew, showUpkeep),
]
