import type { Manifest } from '#kernel/service/manifest.ts'
import { openShelters } from './model.ts'
import { routes } from './routes.ts'
import { text } from './text.ts'

export const portal: Manifest = {
  name: 'portal',
  kind: 'service',
  title: text.title,
  summary: text.summary,
  folder: import.meta.dirname,
  routes,
  asks: [openShelters.name],
}
