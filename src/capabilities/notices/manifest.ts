import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { expireNotice } from './jobs/expire-notice.ts'
import { feedRoutes } from './routes/feed-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { seedDistricts } from './seed/districts.ts'
import { words } from './text.ts'

export const notices: Manifest = {
  name: 'notices',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [...peopleRoutes, ...feedRoutes],
  facts,
  jobs: [expireNotice],
  seed: seedDistricts,
}
