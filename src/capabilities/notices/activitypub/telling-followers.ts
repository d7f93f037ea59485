import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingSurroundings } from '#kernel/jobs/standing-work.ts'
import type { SideWork } from '../hand-over/handing-over.ts'
import { outcomeOf } from '../hand-over/http-client.ts'
import { acceptOf } from '../rules/activity.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { markTold, removeFollower, takeAsked, type Follower } from '../store/followers.ts'
import { askFediverse } from './outside.ts'

const AT_ONCE = 20
/** Tries to tell somebody that they follow; who cannot be told in some four hours is not there. */
const MOST_TRIES = 14

/** Answers requests to follow. Until its server has the answer, nobody there sees what the city says. */
export function tellingFollowers({ city, database }: OpenCity, { seal, log }: StandingSurroundings): SideWork {
  const tell = async (follower: Follower & { readonly attempts: number }): Promise<void> => {
    const body = Buffer.from(JSON.stringify(acceptOf(follower, portalOrigin(city))))
    try {
      const outcome = outcomeOf(await askFediverse({ city, database, seal }, { method: 'POST', url: new URL(follower.inbox), body }))
      await database.act('notices', systemActor, async (tx) => void (outcome.kind === 'taken' ? await markTold(tx, follower) : await removeFollower(tx, follower.actor)))
    } catch (thrown) {
      log.warn('follower-not-told', { host: follower.host, why: String(thrown).slice(0, 200) })
      if (follower.attempts >= MOST_TRIES) await database.act('notices', systemActor, (tx) => removeFollower(tx, follower.actor))
    }
  }
  return {
    settle: async () => {
      const asked = await database.act('notices', systemActor, (tx) => takeAsked(tx, AT_ONCE))
      await Promise.all(asked.map(tell))
      return asked.length
    },
  }
}
