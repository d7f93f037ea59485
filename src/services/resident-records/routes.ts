import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { keepEditedEntry, keepNewEntry, refuseFrame } from './actions/draft.ts'
import { askFileAgain, intakeForm, takeInCertificate } from './actions/intake.ts'
import { backToMove, giveNumber, toCheck, toPeople } from './actions/moving-in.ts'
import { openPrepared } from './actions/prepared.ts'
import { approve, sendBack, showStepAgain, submitToReview, withdraw } from './actions/steps.ts'
import { showJournalSheet, showJournalWorkbook } from './api/journal-files.ts'
import { showMovingCertificate } from './api/moving-certificate.ts'
import { showSlip } from './api/slip.ts'
import { editEntryForm, newEntryForm, preparedForm, reasonForm, stepForm, withdrawForm } from './forms/entry-form.ts'
import { movingForm } from './forms/moving-form.ts'
import { showDesk } from './pages/desk.ts'
import { showEditEntry, showNewEntry } from './pages/entry-form.ts'
import { showEntry } from './pages/entry.ts'
import { showHousehold } from './pages/household.ts'
import { showIntake } from './pages/intake.ts'
import { showJournal } from './pages/journal.ts'
import { showMovingIn } from './pages/moving-in.ts'
import { showPerson } from './pages/person.ts'
import { showPrepared, showPreparedAgain } from './pages/prepared.ts'
import { protectionRoutes } from './routes/protection-routes.ts'
import { searchRoutes } from './routes/search-routes.ts'
import { standardRoutes } from './routes/standard-set-routes.ts'
import { RELEASE_DUTY } from './store/protection-filter.ts'

const staff = holding('residents-clerk', 'residents-approver', RELEASE_DUTY)
const clerks = holding('residents-clerk')
const approvers = holding('residents-approver')

export const routes: readonly Route[] = [
  page('/moving-in', everyone, showMovingIn),
  action('/moving-in/move', everyone, movingForm, backToMove, refuseFrame),
  action('/moving-in/people', everyone, movingForm, toPeople, refuseFrame),
  action('/moving-in/check', everyone, movingForm, toCheck, refuseFrame),
  action('/moving-in/number', everyone, movingForm, giveNumber, refuseFrame),

  page('/staff/residents', staff, showDesk),
  page('/staff/residents/people/:id', staff, showPerson),
  page('/staff/residents/households/:id', staff, showHousehold),

  page('/staff/residents/entries/new', clerks, showNewEntry),
  action('/staff/residents/entries/new', clerks, newEntryForm, keepNewEntry, refuseFrame),
  page('/staff/residents/entries/:id', staff, showEntry),
  page('/staff/residents/entries/:id/edit', clerks, showEditEntry),
  action('/staff/residents/entries/:id/edit', clerks, editEntryForm, keepEditedEntry, refuseFrame),
  action('/staff/residents/entries/:id/submit', clerks, stepForm, submitToReview, showStepAgain),
  action('/staff/residents/entries/:id/withdraw', clerks, withdrawForm, withdraw, showStepAgain),
  action('/staff/residents/entries/:id/approve', approvers, stepForm, approve, showStepAgain),
  action('/staff/residents/entries/:id/send-back', approvers, reasonForm, sendBack, showStepAgain),
  file('/staff/residents/entries/:id/certificate.json', staff, 'What the next city is told of those who move out (転出証明書情報)', showMovingCertificate),
  file('/staff/residents/entries/:id/slip.pdf', staff, 'The notice on one sheet of A4, with what it changes', showSlip),

  page('/staff/residents/journal', staff, showJournal),
  file('/staff/residents/journal.xlsx', staff, 'What entered the register on the day `on`, as a workbook', showJournalWorkbook),
  file('/staff/residents/journal.pdf', staff, 'The same on A4', showJournalSheet),

  page('/staff/residents/prepared', clerks, showPrepared),
  action('/staff/residents/prepared', clerks, preparedForm, openPrepared, showPreparedAgain),
  page('/staff/residents/intake', clerks, showIntake),
  action('/staff/residents/intake', clerks, intakeForm, takeInCertificate, askFileAgain),

  ...searchRoutes,
  ...protectionRoutes,
  ...standardRoutes,
]
