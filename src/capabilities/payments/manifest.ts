import type { Manifest } from '#kernel/service/manifest.ts'
import { may, type Actor } from '#kernel/access/actor.ts'
import { feeExporter } from './api/fee-files.ts'
import { agentFileImporter } from './importers/agent-files.ts'
import { bankLineImporter } from './importers/bank-lines.ts'
import { feeImporter } from './importers/fees.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { expireOverdue, remindOfDue } from './jobs/calendar.ts'
import { cardSweep } from './jobs/card-sweep.ts'
import { waitingFor } from './pages/mine.ts'
import { cardProviderStandIn } from './provider/stand-in.ts'
import { routes } from './routes/routes.ts'
import { settlePayments } from './seed/demo.ts'
import { seedFees } from './seed/fees.ts'
import { myWords } from './text/my-words.ts'
import { words } from './text/words.ts'

/** What the city asks money for, how it comes in, and how it goes back. */
export const payments: Manifest = {
  name: 'payments',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  duties: [{ name: 'cashier', title: words.cashier }, { name: 'payments-approver', title: words.approver }],
  facts,
  entrances: [{ path: '/staff/payments', title: words.deskTitle, summary: words.deskSummary, icon: 'money', for: 'staff', opensFor: mayAtDesk }],
  importers: [feeImporter, agentFileImporter, bankLineImporter],
  exporters: [feeExporter],
  indicators,
  jobs: [expireOverdue, remindOfDue],
  standingWorks: [cardSweep],
  standIns: [cardProviderStandIn],
  myPages: [{ path: '/my/payments', title: myWords.title, summary: myWords.summary, icon: 'money', waits: waitingFor }],
  seed: seedFees,
  settle: settlePayments,
}

function mayAtDesk(actor: Actor): boolean {
  return may(actor, 'cashier') || may(actor, 'payments-approver')
}
