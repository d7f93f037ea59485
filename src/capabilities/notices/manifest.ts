import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { seedDistricts } from './seed/districts.ts'
import { words } from './text.ts'

export const notices: Manifest = {
  name: 'notices',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [],
  facts,
  seed: seedDistricts,
}
