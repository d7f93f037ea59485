import type { Manifest } from '#kernel/service/manifest.ts'
import './indicators.ts'
import { figuresDataset } from './dataset.ts'
import { facts } from './facts.ts'
import { backfill } from './jobs/backfill.ts'
import { counting } from './jobs/listening.ts'
import { KEEPER, routes } from './routes.ts'
import { assertIndicators } from './rules/assert-indicators.ts'
import { staffWords } from './staff-words.ts'
import { text } from './text.ts'

/** Figures of the plan, counted from facts. */
export const indicators: Manifest = {
  name: 'indicators',
  kind: 'capability',
  title: text.title,
  summary: text.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/evidence', title: text.title, summary: text.summary, icon: 'chart', for: 'residents' },
    { path: '/staff/evidence', title: staffWords.desk, summary: staffWords.deskSummary, icon: 'check', for: 'staff', duty: KEEPER },
  ],
  duties: [{ name: KEEPER, title: staffWords.keeper }],
  facts,
  listensInBatches: [counting],
  jobs: [backfill],
  datasets: [figuresDataset],
  assertWidened: assertIndicators,
}
