import { may } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { erasePeople } from './jobs/erase-people.ts'
import { eraseOldSheets } from './jobs/erase-sheets.ts'
import { expireNotice } from './jobs/expire-notice.ts'
import { lineChannel } from './line/line-channel.ts'
import { channelKeeping } from './line/replies.ts'
import { pushChannel } from './push/push-channel.ts'
import { handOvers } from './hand-over/hand-over-work.ts'
import { feedRoutes } from './routes/feed-routes.ts'
import { handOverRoutes } from './routes/hand-over-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { SENDERS, staffRoutes } from './routes/staff-routes.ts'
import { bouncePort, receivingOn } from './bounces/receiving.ts'
import { mailChannel } from './mail/mail-channel.ts'
import { indicators } from './indicators.ts'
import { seedContacts } from './seed/contacts.ts'
import { seedDistricts } from './seed/districts.ts'
import { sendingOver } from './sending/sending.ts'
import { words } from './text.ts'
import { sentWords } from './text/sent-words.ts'
import { subscribeWords } from './text/subscribe-words.ts'

export const notices: Manifest = {
  name: 'notices',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [...peopleRoutes, ...staffRoutes, ...feedRoutes, ...handOverRoutes],
  entrances: [
    { path: '/notices', title: subscribeWords.title, summary: subscribeWords.summary, icon: 'bell', for: 'residents' },
    { path: '/staff/notices', title: sentWords.title, summary: sentWords.summary, icon: 'megaphone', for: 'staff', opensFor: (actor) => SENDERS.some((duty) => may(actor, duty)) },
  ],
  facts,
  jobs: [expireNotice, erasePeople, eraseOldSheets],
  standingWorks: [sendingOver([mailChannel, pushChannel, lineChannel]), receivingOn(bouncePort), channelKeeping, handOvers],
  seed: async (tx, city, wishes) => {
    await seedDistricts(tx, city)
    await seedContacts(tx, wishes)
  },
  indicators,
}
