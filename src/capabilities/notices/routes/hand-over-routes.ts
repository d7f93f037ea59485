import { delivery, everyone, file, type Route } from '#kernel/web/routes.ts'
import { showActor, showFollowers, showNote, showOutbox, showWebfinger } from '../activitypub/documents.ts'
import { receiveActivity } from '../activitypub/inbox.ts'
import { NOTICE_CHANGES } from '../facts.ts'

const kept = { emptiedBy: NOTICE_CHANGES }
/** A request to follow has a few hundred bytes; accounts with long profiles bring some more. */
const MOST_ACTIVITY_BYTES = 64 * 1024

export const handOverRoutes: readonly Route[] = [
  file('/.well-known/webfinger', everyone, 'Whose address on the fediverse it is; ?resource=acct:…', showWebfinger),
  file('/activitypub/actor', everyone, 'The city on the fediverse (ActivityPub)', showActor),
  file('/activitypub/outbox', everyone, 'The newest notices as activities', showOutbox, kept),
  file('/activitypub/followers', everyone, 'How many follow', showFollowers),
  file('/activitypub/notices/:id', everyone, 'A notice as a note', showNote, kept),
  delivery('/activitypub/inbox', { mostBytes: MOST_ACTIVITY_BYTES, summary: 'Requests to follow the city, signed by the follower\'s server', act: receiveActivity }),
]
