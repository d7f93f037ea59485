import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { erasePeople } from './jobs/erase-people.ts'
import { expireNotice } from './jobs/expire-notice.ts'
import { lineChannel } from './line/line-channel.ts'
import { channelKeeping } from './line/replies.ts'
import { pushChannel } from './push/push-channel.ts'
import { handOvers } from './hand-over/hand-over-work.ts'
import { feedRoutes } from './routes/feed-routes.ts'
import { handOverRoutes } from './routes/hand-over-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { staffRoutes } from './routes/staff-routes.ts'
import { mailChannel } from './mail/mail-channel.ts'
import { seedDistricts } from './seed/districts.ts'
import { sendingOver } from './sending/sending.ts'
import { words } from './text.ts'

export const notices: Manifest = {
  name: 'notices',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [...peopleRoutes, ...staffRoutes, ...feedRoutes, ...handOverRoutes],
  facts,
  jobs: [expireNotice, erasePeople],
  standingWorks: [sendingOver([mailChannel, pushChannel, lineChannel]), channelKeeping, handOvers],
  seed: seedDistricts,
}
