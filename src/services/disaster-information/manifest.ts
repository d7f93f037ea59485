import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { dutyRoutes } from './routes/duty-routes.ts'
import { intakeRoutes } from './routes/intake-routes.ts'
import { publicRoutes } from './routes/public-routes.ts'
import { serviceWords as words } from './text/service-words.ts'

/** From the weather telegram to everybody in the city. */
export const disasterInformation: Manifest = {
  name: 'disaster-information',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [...intakeRoutes, ...dutyRoutes, ...publicRoutes],
  duties: [{ name: 'disaster-officer', title: words.duty }],
  topics: [
    { key: 'disaster-information.evacuation', title: words.evacuationTopic, summary: words.evacuationTopicSummary, isPreselected: true },
    { key: 'disaster-information.warnings', title: words.warningTopic, summary: words.warningTopicSummary, isPreselected: true },
  ],
  facts,
  fulfils: ['2-4-2'],
}
