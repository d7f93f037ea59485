import type { HandOverChannel, HandOverConnection, HandOverOutcome, Writing } from '../hand-over/hand-over-channel.ts'
import { outcomeOf } from '../hand-over/http-client.ts'
import { activitiesOf, ACTIVITY_TYPE } from '../rules/activity.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import type { ChannelSurroundings } from '../sending/channel.ts'
import type { Notice } from '../model.ts'
import type { HandOverFile } from '../store/hand-overs.ts'
import { findNoticeRow } from '../store/notices.ts'
import { listThreads } from '../store/threads.ts'
import { askFediverse } from './outside.ts'
import { STAND_IN_HOST } from './stand-in-host.ts'

/** Every inbox that somebody follows the city from; a server that is down keeps no other waiting. */
export const activityPubChannel: HandOverChannel = {
  key: 'activitypub',
  atOnce: 20,
  longestRestSeconds: 600,
  isReplacedByLater: false,
  write: writeActivities,
  open: async (surroundings) => ({ hand: (file, { target }) => deliver(surroundings, file, target), close: async () => {} }) satisfies HandOverConnection,
}

async function writeActivities({ tx, city, notice }: Writing): Promise<HandOverFile> {
  const thread = (await listThreads(tx, [notice.id])).get(notice.id) ?? []
  const place = thread.findIndex(({ id }) => id === notice.id)
  const earlier: Notice[] = []
  for (const { id } of thread.slice(0, Math.max(0, place))) earlier.push((await findNoticeRow(tx, id)) as Notice)
  return { name: `activities-${notice.id}.json`, type: ACTIVITY_TYPE, body: JSON.stringify(activitiesOf(notice, earlier, portalOrigin(city)), null, 2) }
}

/** One after the other; after a failure all of them again, which bear the same ids and are known by them. */
async function deliver(surroundings: ChannelSurroundings, file: HandOverFile, inbox: string): Promise<HandOverOutcome> {
  const url = new URL(inbox)
  if (surroundings.isDrill && url.hostname !== STAND_IN_HOST) throw new RangeError('A drill never leaves the stand-in')
  let outcome: HandOverOutcome = { kind: 'refused', answer: 'there is nothing to tell' }
  for (const activity of JSON.parse(file.body) as unknown[]) {
    outcome = outcomeOf(await askFediverse(surroundings, { method: 'POST', url, body: Buffer.from(JSON.stringify(activity)) }))
    if (outcome.kind === 'refused') return outcome
  }
  return outcome
}
