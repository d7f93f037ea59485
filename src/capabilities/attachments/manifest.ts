import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { routes } from './routes.ts'
import { setScanningRule } from './store.ts'
import { words } from './text.ts'

/** Files that people attach to what they send: looked into, made harmless, sealed. */
export const attachments: Manifest = {
  name: 'attachments',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ path: '/staff/attachments', title: words.title, summary: words.summary, icon: 'document', for: 'staff', duty: 'system-administrator' }],
  facts,
  // A city that nobody has decided for takes no file unseen.
  seed: (tx, _city, { isDemo }) => setScanningRule(tx, isDemo ? 'stand-in' : 'refuse'),
}
