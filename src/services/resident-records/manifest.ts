import { may } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { answers } from './facts/answers.ts'
import { indicators } from './indicators.ts'
import { forgetPrepared } from './jobs/forget-prepared.ts'
import { enterPlanned } from './jobs/planned-entries.ts'
import { tellEndedProtections } from './jobs/protection-ends.ts'
import { exportStandardSet, forgetStandardSets, importStandardSet } from './jobs/standard-set.ts'
import { routes } from './routes.ts'
import { TRANSFER_DUTY } from './routes/standard-set-routes.ts'
import { layOutDesk } from './seed/desk.ts'
import { settleResidents } from './seed/settle.ts'
import { RELEASE_DUTY } from './store/protection-filter.ts'
import { movingWords } from './text/moving-words.ts'
import { protectionWords } from './text/protection-words.ts'
import { searchWords } from './text/search-words.ts'
import { standardWords } from './text/standard-set-words.ts'
import { serviceWords as words } from './text/service-words.ts'

/** Who lives in the city, since when, where and with whom: the resident register (住民基本台帳). */
export const residentRecords: Manifest = {
  name: 'resident-records',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/moving-in', title: movingWords.title, summary: movingWords.summary, icon: 'home', for: 'residents' },
    { path: '/staff/residents', title: words.title, summary: words.summary, icon: 'people', for: 'staff', opensFor: (actor) => may(actor, 'residents-clerk') || may(actor, 'residents-approver') },
    { path: '/staff/residents/search', title: searchWords.title, summary: searchWords.beginTitle, icon: 'search', for: 'staff', duty: 'residents-clerk' },
    { path: '/staff/residents/protection', title: protectionWords.title, summary: protectionWords.summary, icon: 'shield', for: 'staff', duty: RELEASE_DUTY },
    { path: '/staff/residents/standard-data', title: standardWords.title, summary: standardWords.summary, icon: 'download', for: 'staff', duty: TRANSFER_DUTY },
  ],
  duties: [
    { name: 'residents-clerk', title: words.clerk },
    { name: 'residents-approver', title: words.approver },
    { name: RELEASE_DUTY, title: protectionWords.duty },
    { name: TRANSFER_DUTY, title: standardWords.duty },
  ],
  facts,
  answers,
  jobs: [enterPlanned, forgetPrepared, tellEndedProtections, exportStandardSet, importStandardSet, forgetStandardSets],
  indicators,
  settle: async (tx, world, { city, isFirst }) => {
    await settleResidents(tx, world)
    if (isFirst) await layOutDesk(tx, city, world)
  },
  fulfils: ['3-1-9'],
}
