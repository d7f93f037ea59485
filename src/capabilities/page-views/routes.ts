import { file, page, signedIn, type Route } from '#kernel/web/routes.ts'
import { showViews } from './pages.ts'
import { viewsCsv } from './api.ts'

export const routes: readonly Route[] = [
  page('/staff/page-views', signedIn, showViews),
  file('/staff/page-views.csv', signedIn, 'Page views by day, route and language of a fiscal year (?year=2026) as CSV', viewsCsv),
]
