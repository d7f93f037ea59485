import { action, delivery, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { followFromStandIn, retryHandOver } from '../actions/hand-overs.ts'
import { showActor, showFollowers, showNote, showOutbox, showWebfinger } from '../activitypub/documents.ts'
import { receiveActivity } from '../activitypub/inbox.ts'
import { showHandOverFile } from '../api/hand-over-files.ts'
import { NOTICE_CHANGES } from '../facts.ts'
import { followForm, retryForm } from '../forms/hand-overs.ts'
import { refuseHandOverForm, showHandOvers } from '../pages/hand-overs.ts'
import { showSpokenSheet } from '../pages/spoken-sheet.ts'
import { SENDERS } from './staff-routes.ts'

const kept = { emptiedBy: NOTICE_CHANGES }
const senders = holding(...SENDERS)
/** A request to follow has a few hundred bytes; accounts with long profiles bring some more. */
const MOST_ACTIVITY_BYTES = 64 * 1024

export const handOverRoutes: readonly Route[] = [
  file('/.well-known/webfinger', everyone, 'Whose address on the fediverse it is; ?resource=acct:…', showWebfinger),
  file('/activitypub/actor', everyone, 'The city on the fediverse (ActivityPub)', showActor),
  file('/activitypub/outbox', everyone, 'The newest notices as activities', showOutbox, kept),
  file('/activitypub/followers', everyone, 'How many follow', showFollowers),
  file('/activitypub/notices/:id', everyone, 'A notice as a note', showNote, kept),
  delivery('/activitypub/inbox', { mostBytes: MOST_ACTIVITY_BYTES, summary: 'Requests to follow the city, signed by the follower\'s server', act: receiveActivity }),

  page('/staff/notices/hand-overs', senders, showHandOvers),
  action('/staff/notices/hand-overs/retry', senders, retryForm, retryHandOver, refuseHandOverForm),
  action('/staff/notices/hand-overs/follow', senders, followForm, followFromStandIn, refuseHandOverForm),
  page('/staff/notices/hand-overs/:id/sheet', senders, showSpokenSheet),
  file('/staff/notices/hand-overs/:id/files/:channel', senders, 'What a channel is handed, as a file: cap, l-alert, area-mail, cable-tv or activitypub', showHandOverFile),
]
