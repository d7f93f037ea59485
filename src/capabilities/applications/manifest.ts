import type { Manifest } from '#kernel/service/manifest.ts'
import '#capabilities/resident-identity/my-pages.ts'
import { waitsFor } from './actions/waits.ts'
import { assertProcedures } from './applications.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { eraseOld, forgetDrafts } from './jobs.ts'
import { portalIntake } from './portal.ts'
import { residentRoutes } from './routes/resident-routes.ts'
import { staffRoutes } from './routes/staff-routes.ts'
import { deskWords } from './text/desk-words.ts'
import { words } from './text/resident-words.ts'

/** One engine for all procedures of the city. */
export const applications: Manifest = {
  name: 'applications',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  needs: ['attachments', 'payments', 'resident-identity'],
  routes: [...residentRoutes, ...staffRoutes],
  entrances: [
    { path: '/apply', title: words.title, summary: words.summary, icon: 'document', for: 'residents' },
    {
      path: '/staff/applications', title: deskWords.title, summary: deskWords.summary, icon: 'document', for: 'staff',
      opensFor: ({ person }) => person?.duties.some((duty) => duty === 'applications-clerk' || duty === 'applications-decider') ?? false,
    },
  ],
  myPages: [{ path: '/my/applications', title: words.myTitle, summary: words.summary, icon: 'document', waits: waitsFor }],
  duties: [{ name: 'applications-clerk', title: deskWords.clerkDuty }, { name: 'applications-decider', title: deskWords.deciderDuty }],
  facts,
  asks: ['resident-records.household-of', 'resident-records.search-people'],
  standingWorks: [portalIntake],
  jobs: [forgetDrafts, eraseOld],
  indicators,
  assertWidened: assertProcedures,
}
