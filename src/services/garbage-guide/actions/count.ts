import { isbot } from 'isbot'
import { visitorActor } from '#kernel/access/actor.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts, tellableWord } from '../facts.ts'
import { foldSearch } from '../rules/search.ts'
import { guide } from '../store/rows.ts'

/**
 * Tells the city that a search was sent. A page cannot write, so the fact has a transaction of its own; machines that
 * read the whole web are not counted. Nothing in the fact says who searched.
 */
export async function countSearch(visit: Visit, typed: string, resultCount: number, channel: 'page' | 'json'): Promise<void> {
  if (isbot(visit.client.device)) return
  const word = tellableWord(foldSearch(typed))
  await visit.database.act('garbage-guide', visitorActor, async (tx) => {
    tx.publish(facts.searched, 'garbage-guide', { hit: resultCount > 0, resultCount, channel, word })
  })
}

/**
 * Tells once a day for each feed and client that a calendar is subscribed. Who it is, is only known as a fingerprint
 * under the city's own key and that day's date, and the night's job forgets it.
 */
export async function countSubscription(visit: Visit, district: string): Promise<void> {
  const { client: from, seal, database, tx } = visit
  const day = tx.today
  const client = seal.mac(`calendar ${day.toString()} ${district} ${from.address} ${from.device}`)
  await database.act('garbage-guide', visitorActor, async (own) => {
    const isFirst = await own.run(
      guide.insertInto('garbage_guide.calendar_fetch').values({ district_key: district, day, client }).onConflict((conflict) => conflict.doNothing()),
    )
    if (isFirst > 0) own.publish(facts.calendarSubscribed, `garbage-district:${district}`, { district })
  })
}
