import '#capabilities/indicators/indicators.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import * as facts from './facts.ts'
import { ViewCounter } from './jobs.ts'
import { routes } from './routes.ts'
import { allViews, homeViews } from './rules/view-indicators.ts'
import { text } from './text.ts'

export const pageViews: Manifest = {
  name: 'page-views',
  kind: 'capability',
  title: text.title,
  summary: text.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ path: '/staff/page-views', title: text.title, summary: text.summary, icon: 'chart', for: 'staff' }],
  facts,
  observes: (open) => new ViewCounter(open),
  indicators: [homeViews, allViews],
}
