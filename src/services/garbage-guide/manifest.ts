import type { Manifest } from '#kernel/service/manifest.ts'
import { collectionDaysDataset, itemsDataset } from './api/datasets.ts'
import { itemExporter } from './api/item-files.ts'
import { itemSearchable } from './api/searchables.ts'
import { facts } from './facts.ts'
import { frameImporters } from './importers/frame-importers.ts'
import { itemImporter } from './importers/item-importer.ts'
import { forgetFetches, writeLetters } from './jobs.ts'
import { indicators } from './indicators.ts'
import { routes } from './routes.ts'
import { seedGuide } from './seed/seed.ts'
import { staffWords } from './text/staff-words.ts'
import { words } from './text/guide-words.ts'

/** What is thrown away how, where and when. */
export const garbageGuide: Manifest = {
  name: 'garbage-guide',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/garbage', title: words.title, summary: words.summary, icon: 'trash', for: 'residents' },
    { path: '/staff/garbage', title: staffWords.deskTitle, summary: staffWords.deskSummary, icon: 'trash', for: 'staff', duty: 'garbage-editor' },
  ],
  duties: [{ name: 'garbage-editor', title: words.duty }],
  facts,
  importers: [...frameImporters, itemImporter],
  exporters: [itemExporter],
  jobs: [writeLetters, forgetFetches],
  datasets: [itemsDataset, collectionDaysDataset],
  searchables: [itemSearchable],
  indicators,
  fulfils: ['1-3-7'],
  seed: seedGuide,
}
