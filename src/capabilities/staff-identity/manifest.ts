import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { signIns } from './indicators.ts'
import { tidyUp } from './jobs.ts'
import { ADMINISTRATOR, AUDITOR } from './model.ts'
import { routes } from './routes.ts'
import { seed } from './seed.ts'
import { partWords } from './text/part.ts'

export const staffIdentity: Manifest = {
  name: 'staff-identity',
  kind: 'capability',
  title: partWords.title,
  summary: partWords.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/account', title: partWords.account, summary: partWords.accountSummary, icon: 'person', for: 'staff' },
    {
      path: '/staff/accounts',
      title: partWords.accounts,
      summary: partWords.accountsSummary,
      icon: 'people',
      for: 'staff',
      duty: ADMINISTRATOR,
    },
    {
      path: '/staff/audit',
      title: partWords.audit,
      summary: partWords.auditSummary,
      icon: 'shield',
      for: 'staff',
      duty: AUDITOR,
    },
  ],
  duties: [
    { name: ADMINISTRATOR, title: partWords.administrator },
    { name: AUDITOR, title: partWords.auditor },
  ],
  facts,
  indicators: [signIns],
  jobs: [tidyUp],
  seed,
}
