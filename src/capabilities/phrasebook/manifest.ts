import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { seedPhrasebook } from './seed/seed.ts'
import { words } from './text/phrasebook-words.ts'

/** Approved words for every occasion, so that a message at three in the morning needs no interpreter. */
export const phrasebook: Manifest = {
  name: 'phrasebook',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [],
  duties: [{ name: 'phrasebook-editor', title: words.editor }, { name: 'phrasebook-approver', title: words.approver }],
  facts,
  seed: seedPhrasebook,
}
