import { ADMINISTRATOR } from '#capabilities/staff-identity/model.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { compareAll } from './jobs/compare-all.ts'
import { compareKind } from './jobs/compare-kind.ts'
import { followFacts } from './jobs/follow-facts.ts'
import { routes } from './routes.ts'
import { assertSearchables } from './search.ts'
import { text } from './text.ts'

/** One box for the whole city. */
export const search: Manifest = {
  name: 'search',
  kind: 'capability',
  title: text.title,
  summary: text.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ path: '/staff/search', title: text.deskTitle, summary: text.deskSummary, icon: 'search', for: 'staff', duty: ADMINISTRATOR }],
  facts,
  listensInBatches: [followFacts],
  jobs: [compareKind, compareAll],
  assertWidened: assertSearchables,
}
