import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { listeners } from './jobs/listeners.ts'
import { tidyUp } from './jobs/nightly.ts'
import { remindAgain } from './jobs/remind-staff.ts'
import { sendDueAlert, sendDueMessage } from './jobs/send-due.ts'
import { alertRoutes } from './routes/alert-routes.ts'
import { musterRoutes } from './routes/muster-routes.ts'
import { schoolRoutes } from './routes/school-routes.ts'
import { topics } from './rules/topics.ts'
import { seedAlertMail } from './seed/seed.ts'
import { musterWords } from './text/muster-words.ts'
import { schoolWords } from './text/school-words.ts'
import { serviceWords as words } from './text/service-words.ts'

/** Alerts for everybody, lists of schools, and the call-out of staff. */
export const alertMail: Manifest = {
  name: 'alert-mail',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  needs: ['notices', 'mail', 'phrasebook'],
  routes: [...alertRoutes, ...schoolRoutes, ...musterRoutes],
  entrances: [
    { path: '/alerts', title: words.alertsEntrance, summary: words.alertsEntranceSummary, icon: 'shield', for: 'residents' },
    { path: '/schools/join', title: words.joinEntrance, summary: words.joinEntranceSummary, icon: 'school', for: 'residents' },
    { path: '/staff/alerts', title: words.alertDesk, summary: words.alertDeskSummary, icon: 'megaphone', for: 'staff', duty: 'alert-mail-editor' },
    { path: '/staff/schools', title: words.schoolDesk, summary: words.schoolDeskSummary, icon: 'school', for: 'staff', duty: 'school-office' },
    { path: '/staff/schools-keepers', title: schoolWords.keepers, summary: schoolWords.keepersSummary, icon: 'key', for: 'staff', duty: 'system-administrator' },
    { path: '/staff/muster/me', title: musterWords.mine, summary: musterWords.mineSummary, icon: 'person', for: 'staff' },
    { path: '/staff/muster', title: words.musterDesk, summary: words.musterDeskSummary, icon: 'people', for: 'staff', duty: 'disaster-officer' },
  ],
  duties: [
    { name: 'alert-mail-editor', title: words.alertDuty },
    { name: 'school-office', title: words.schoolDuty },
  ],
  topics,
  facts,
  listens: listeners,
  jobs: [sendDueAlert, sendDueMessage, remindAgain, tidyUp],
  indicators,
  fulfils: ['1-3-3'],
  seed: seedAlertMail,
}
