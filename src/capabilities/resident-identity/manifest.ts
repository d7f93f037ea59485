import { householdOf, personOf, personOnCard, searchPeople } from '#capabilities/residents/residents.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { listeners, tidyUp } from './jobs.ts'
import { MATCHER } from './model.ts'
import { routes } from './routes.ts'
import { seed, settle } from './seed.ts'
import { digitalIdStandIn } from './stand-in/stand-in.ts'
import { partWords as words } from './text/part.ts'

/** How residents come in, for whom they act, and who looked at their data. */
export const residentIdentity: Manifest = {
  name: 'resident-identity',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/my', title: words.myPage, summary: words.myPageSummary, icon: 'person', for: 'residents' },
    { path: '/staff/identity', title: words.identityDesk, summary: words.identityDeskSummary, icon: 'person', for: 'staff', duty: MATCHER },
    { path: '/staff/identity/stand-in', title: words.standInDesk, summary: words.standInDeskSummary, icon: 'key', for: 'staff', duty: 'system-administrator' },
  ],
  duties: [{ name: MATCHER, title: words.matcher }],
  facts,
  listens: listeners,
  asks: [personOf.name, householdOf.name, personOnCard.name, searchPeople.name],
  jobs: [tidyUp],
  standIns: [digitalIdStandIn],
  indicators,
  seed,
  settle,
}
