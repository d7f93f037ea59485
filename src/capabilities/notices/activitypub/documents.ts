import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, json, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { noticeIn, originOf, plainPhrase } from '../feeds/feed-visit.ts'
import { ACTIVITY_CONTEXT, ACTIVITY_TYPE, actorDocument, isTakenBack, noteOf, outboxOf, tombstoneOf } from '../rules/activity.ts'
import { countFollowers } from '../store/followers.ts'
import { listPublicRows } from '../store/notices.ts'
import { listThreads } from '../store/threads.ts'
import { feedWords } from '../text/feed-words.ts'
import { actorId, cityActor } from './city-actor.ts'

/** The newest of what was said; whoever wants all of it reads the feeds. */
const MOST_IN_OUTBOX = 20

/** Whose address `@kameyama@city.example` is (RFC 7033). */
export async function showWebfinger(visit: Visit): Promise<Answer> {
  const origin = originOf(visit)
  const { host, hostname } = new URL(origin)
  const id = actorId(origin)
  const subject = `acct:${visit.city.key}@${host}`
  const asked = visit.query.resource
  if (asked === undefined) throw new Fault('bad-request', 'resource is missing')
  if (![subject, `acct:${visit.city.key}@${hostname}`, id].includes(asked)) throw new Fault('not-found', 'nobody of that name is here')
  const links = [{ rel: 'self', type: ACTIVITY_TYPE, href: id }, { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: `${origin}/notices` }]
  return fileAnswer(JSON.stringify({ subject, aliases: [id], links }), 'application/jrd+json; charset=utf-8')
}

export async function showActor(visit: Visit): Promise<Answer> {
  const { city, database, seal } = visit
  const { publicKey } = await cityActor(city, database, seal)
  const name = plainPhrase(city.displayName, 'ja')
  return activity(actorDocument({ origin: originOf(visit), handle: city.key, name, summary: `${name} ${plainPhrase(feedWords.feedTitle, 'ja')}`, publicKey }))
}

export async function showOutbox(visit: Visit): Promise<Answer> {
  const notices = await listPublicRows(visit.tx, visit.tx.now, MOST_IN_OUTBOX)
  return activity(outboxOf(notices, await listThreads(visit.tx, notices.map(({ id }) => id)), originOf(visit)))
}

/** How many; who they are is theirs to tell. */
export async function showFollowers(visit: Visit): Promise<Answer> {
  const totalItems = await countFollowers(visit.tx)
  return activity({ '@context': ACTIVITY_CONTEXT, id: `${originOf(visit)}/activitypub/followers`, type: 'OrderedCollection', totalItems })
}

export async function showNote(visit: Visit): Promise<Answer> {
  const notice = await noticeIn(visit)
  const origin = originOf(visit)
  const thread = (await listThreads(visit.tx, [notice.id])).get(notice.id) ?? []
  if (isTakenBack(notice.id, thread)) return json({ '@context': ACTIVITY_CONTEXT, ...tombstoneOf(notice.id, origin) }, 410)
  return activity({ '@context': ACTIVITY_CONTEXT, ...noteOf(notice, origin, notice.kind === 'cancel' ? null : notice.refersTo) })
}

function activity(value: unknown): Answer {
  return fileAnswer(JSON.stringify(value), `${ACTIVITY_TYPE}; charset=utf-8`)
}
