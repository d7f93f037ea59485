import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { forget, onLevelChanged, replayStorm, takeCityLevel } from './jobs/jobs.ts'
import { meshFeed } from './jobs/mesh-feed.ts'
import { tellPlaces, TOPIC } from './jobs/tell-places.ts'
import { agencyHeard } from './model.ts'
import { routes } from './routes.ts'
import { seedZones } from './seed/seed.ts'
import { staffWords } from './text/page-words.ts'
import { serviceWords as words } from './text/service-words.ts'

/** Danger on the slopes, home by home. */
export const landslideWarnings: Manifest = {
  name: 'landslide-warnings',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/landslide', title: words.title, summary: words.summary, icon: 'map', for: 'residents' },
    { path: '/staff/landslide', title: staffWords.title, summary: staffWords.summary, icon: 'map', for: 'staff', duty: 'disaster-officer' },
  ],
  topics: [{ key: TOPIC, title: words.topic, summary: words.topicSummary, isPreselected: false, isForLists: true }],
  facts,
  listens: [onLevelChanged],
  asks: [agencyHeard.name],
  jobs: [tellPlaces, takeCityLevel, replayStorm, forget],
  standingWorks: [meshFeed],
  indicators,
  fulfils: ['2-4-4'],
  seed: seedZones,
}
