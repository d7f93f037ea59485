import { may } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { projectsDataset } from './api/datasets.ts'
import { planExporter } from './api/exporters.ts'
import { facts } from './facts.ts'
import { planImporter } from './importers/plan-importer.ts'
import { reportImporter } from './importers/report-importer.ts'
import { routes } from './routes.ts'
import { seedPlan } from './seed/seed.ts'
import { planWords } from './text/plan-words.ts'
import { staffWords } from './text/staff-words.ts'

/** The city's plan and its yearly report. */
export const plan: Manifest = {
  name: 'plan',
  kind: 'service',
  title: planWords.title,
  summary: planWords.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/plan', title: planWords.entrance, summary: planWords.summary, icon: 'chart', for: 'residents' },
    {
      path: '/staff/plan',
      title: staffWords.deskTitle,
      summary: staffWords.deskSummary,
      icon: 'edit',
      for: 'staff',
      opensFor: (actor) => ['plan-editor', 'plan-reviewer', 'plan-publisher'].some((duty) => may(actor, duty)),
    },
  ],
  duties: [
    { name: 'plan-editor', title: staffWords.dutyEditor },
    { name: 'plan-reviewer', title: staffWords.dutyReviewer },
    { name: 'plan-publisher', title: staffWords.dutyPublisher },
  ],
  facts,
  importers: [planImporter, reportImporter],
  exporters: [planExporter],
  datasets: [projectsDataset],
  fulfils: ['plan'],
  seed: seedPlan,
}
