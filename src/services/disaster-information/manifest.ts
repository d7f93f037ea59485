import type { Manifest } from '#kernel/service/manifest.ts'
import { agencyHeardAnswer } from './api/agency-heard-answer.ts'
import { openSheltersAnswer } from './api/open-shelters-answer.ts'
import { openSheltersDataset, sheltersDataset } from './api/datasets.ts'
import { shelterExporter } from './api/shelter-files.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { shelterImporter } from './importers/shelter-importer.ts'
import { escalate } from './jobs/escalate.ts'
import { issuePrepared } from './jobs/issue-prepared.ts'
import { playRecorded } from './jobs/play-recorded.ts'
import { playTelegram } from './jobs/play-telegram.ts'
import { telegramFeeds } from './jobs/telegram-feeds.ts'
import { telegramFolder } from './jobs/telegram-folder.ts'
import { telegramIntake } from './jobs/telegram-intake.ts'
import { watchLevels } from './jobs/watch-levels.ts'
import { storm } from './rehearsals/storm.ts'
import { dutyRoutes } from './routes/duty-routes.ts'
import { intakeRoutes } from './routes/intake-routes.ts'
import { publicRoutes } from './routes/public-routes.ts'
import { seedDuty } from './seed/duty.ts'
import { seedAreas } from './seed/areas.ts'
import { seedShelters } from './seed/shelters.ts'
import { dutyWords } from './text/duty-words.ts'
import { intakeWords } from './text/intake-words.ts'
import { serviceWords as words } from './text/service-words.ts'
import { shelterWords } from './text/shelter-words.ts'

/** From the weather telegram to everybody in the city. */
export const disasterInformation: Manifest = {
  name: 'disaster-information',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [...intakeRoutes, ...dutyRoutes, ...publicRoutes],
  entrances: [
    { path: '/disaster', title: words.title, summary: words.summary, icon: 'shield', for: 'residents' },
    { path: '/staff/disaster', title: dutyWords.boardTitle, summary: dutyWords.boardSummary, icon: 'bell', for: 'staff', duty: 'disaster-officer' },
    { path: '/staff/disaster/telegrams', title: intakeWords.title, summary: intakeWords.summary, icon: 'mail', for: 'staff', duty: 'disaster-officer' },
    { path: '/staff/disaster/shelters', title: shelterWords.title, summary: shelterWords.summary, icon: 'home', for: 'staff', duty: 'disaster-officer' },
  ],
  duties: [{ name: 'disaster-officer', title: words.duty }],
  topics: [
    { key: 'disaster-information.evacuation', title: words.evacuationTopic, summary: words.evacuationTopicSummary, isPreselected: true },
    { key: 'disaster-information.warnings', title: words.warningTopic, summary: words.warningTopicSummary, isPreselected: true },
  ],
  facts,
  answers: [openSheltersAnswer, agencyHeardAnswer],
  standingWorks: [telegramIntake, telegramFeeds, telegramFolder],
  rehearsals: [storm],
  jobs: [watchLevels, escalate, issuePrepared, playTelegram, playRecorded],
  importers: [shelterImporter],
  exporters: [shelterExporter],
  datasets: [sheltersDataset, openSheltersDataset],
  seed: async (tx, city, wishes) => {
    await seedAreas(tx, city)
    await seedShelters(tx, city, wishes)
    await seedDuty(tx, city, wishes)
  },
  indicators,
  fulfils: ['2-4-2'],
}
