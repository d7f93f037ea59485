import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { assertImporters, importersFor } from './imports.ts'
import { LIST_PATH } from './pages/addresses.ts'
import { routes } from './routes.ts'
import { text } from './text.ts'

export const imports: Manifest = {
  name: 'imports',
  kind: 'capability',
  title: text.title,
  summary: text.summary,
  folder: import.meta.dirname,
  routes,
  facts,
  entrances: [
    {
      path: LIST_PATH, title: text.title, summary: text.summary, icon: 'upload', for: 'staff',
      opensFor: (actor, parts) => importersFor(actor, parts).length > 0,
    },
  ],
  assertWidened: assertImporters,
}
