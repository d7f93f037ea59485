import type { Manifest } from '#kernel/service/manifest.ts'
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
  entrances: [{ path: '/open-data', title: text.title, summary: text.summary, icon: 'chart', for: 'residents' }],
  assertWidened: assertDatasets,
}
