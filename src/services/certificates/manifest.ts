import '#capabilities/resident-identity/my-pages.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { issuing } from './jobs/issuing.ts'
import { listeners } from './jobs/listeners.ts'
import { forgetFiles, settle } from './jobs/nightly.ts'
import { routes } from './routes.ts'
import { deskWords } from './text/desk-words.ts'
import { words } from './text/words.ts'

/** Papers that prove what the registers say: copies of the resident record, seal certificates. */
export const certificates: Manifest = {
  name: 'certificates',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  needs: ['payments', 'signing'],
  routes,
  entrances: [
    { path: '/my/certificates', title: words.title, summary: words.summary, icon: 'document', for: 'residents' },
    { path: '/staff/certificates', title: deskWords.title, summary: deskWords.summary, icon: 'document', for: 'staff', duty: 'certificates-clerk' },
  ],
  duties: [{ name: 'certificates-clerk', title: words.clerkDuty }],
  myPages: [{ path: '/my/certificates', title: words.title, summary: words.summary, icon: 'document' }],
  facts,
  asks: ['resident-records.copy-of', 'resident-records.search-people'],
  listens: listeners,
  jobs: [forgetFiles, settle],
  standingWorks: [issuing],
  indicators,
  fulfils: ['1-1-1'],
}
