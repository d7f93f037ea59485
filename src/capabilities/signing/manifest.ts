import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { renew } from './jobs.ts'
import { routes } from './routes.ts'
import { seedAuthority } from './seed.ts'
import { verifyWords, words } from './text.ts'
import { timeStampStandIn } from './time-stamps/stand-in.ts'

export const signing: Manifest = {
  name: 'signing',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/verify', title: verifyWords.title, summary: verifyWords.summary, icon: 'document', for: 'residents' },
    { path: '/staff/signing', title: words.title, summary: words.summary, icon: 'document', for: 'staff', duty: 'signing-officer' },
  ],
  duties: [{ name: 'signing-officer', title: words.duty }],
  facts,
  jobs: [renew],
  standIns: [timeStampStandIn],
  seed: seedAuthority,
}
