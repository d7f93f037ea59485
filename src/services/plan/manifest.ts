import { may } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { projectsDataset } from './api/datasets.ts'
import { planExporter } from './api/exporters.ts'
import { planTextSearchable, projectSearchable } from './api/searchables.ts'
import { facts } from './facts.ts'
import { reportsPublished } from './indicators.ts'
import { budgetImporter } from './importers/budget-importer.ts'
import { planImporter } from './importers/plan-importer.ts'
import { reportImporter } from './importers/report-importer.ts'
import { remindEveryMorning, sendReminders } from './jobs.ts'
import { routes } from './routes.ts'
import { seedPlan } from './seed/seed.ts'
import { planWords } from './text/plan-words.ts'
import { reviewWords } from './text/review-words.ts'
import { roundWords } from './text/round-words.ts'
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
    { path: '/plan', title: planWords.entrance, summary: planWords.summary, icon: 'document', for: 'residents' },
    {
      path: '/staff/plan',
      title: staffWords.deskTitle,
      summary: staffWords.deskSummary,
      icon: 'edit',
      for: 'staff',
      opensFor: (actor) => ['plan-editor', 'plan-reviewer', 'plan-publisher'].some((duty) => may(actor, duty)),
    },
    {
      path: '/staff/plan/review',
      title: reviewWords.review,
      summary: reviewWords.reviewSummary,
      icon: 'people',
      for: 'staff',
      duty: 'plan-outside-reviewer',
    },
  ],
  duties: [
    { name: 'plan-editor', title: staffWords.dutyEditor },
    { name: 'plan-reviewer', title: staffWords.dutyReviewer },
    { name: 'plan-publisher', title: staffWords.dutyPublisher },
    { name: 'plan-outside-reviewer', title: roundWords.dutyOutsideReviewer },
  ],
  facts,
  jobs: [remindEveryMorning, sendReminders],
  importers: [planImporter, reportImporter, budgetImporter],
  exporters: [planExporter],
  datasets: [projectsDataset],
  searchables: [projectSearchable, planTextSearchable],
  indicators: [reportsPublished],
  fulfils: ['plan'],
  seed: seedPlan,
}
