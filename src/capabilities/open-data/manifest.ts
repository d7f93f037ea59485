import type { Manifest } from '#kernel/service/manifest.ts'
import { datasetSearchable } from './api/searchables.ts'
import { routes } from './routes.ts'
import { assertDatasets } from './rules.ts'
import { text } from './text.ts'

export const openData: Manifest = {
  name: 'open-data',
  kind: 'capability',
  title: text.title,
  summary: text.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ path: '/open-data', title: text.title, summary: text.summary, icon: 'globe', for: 'residents' }],
  searchables: [datasetSearchable],
  assertWidened: assertDatasets,
}
