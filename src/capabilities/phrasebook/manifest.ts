import type { Manifest } from '#kernel/service/manifest.ts'
import { bookExporter } from './api/book-files.ts'
import { facts } from './facts.ts'
import { bookImporter } from './importers/book-importer.ts'
import { READERS } from './model.ts'
import { routes } from './routes.ts'
import { seedPhrasebook } from './seed/seed.ts'
import { words } from './text/phrasebook-words.ts'

const entrance = { path: '/staff/phrasebook', title: words.title, summary: words.summary, icon: 'book', for: 'staff' } as const

/** Approved words for every occasion, so that a message at three in the morning needs no interpreter. */
export const phrasebook: Manifest = {
  name: 'phrasebook',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ ...entrance, opensFor: ({ person }) => person?.duties.some((duty) => (READERS as readonly string[]).includes(duty)) ?? false }],
  duties: [{ name: 'phrasebook-editor', title: words.editor }, { name: 'phrasebook-approver', title: words.approver }],
  facts,
  importers: [bookImporter],
  exporters: [bookExporter],
  seed: seedPhrasebook,
}
