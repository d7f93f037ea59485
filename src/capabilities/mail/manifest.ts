import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { deliver } from './jobs.ts'
import { routes } from './routes.ts'
import { words } from './text.ts'

export const mail: Manifest = {
  name: 'mail',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ path: '/staff/mail', title: words.title, summary: words.summary, icon: 'document', for: 'staff', duty: 'system-administrator' }],
  facts,
  jobs: [deliver],
}
