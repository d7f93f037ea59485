import { issueNotice } from '#capabilities/notices/notices.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { composeTexts } from '#capabilities/phrasebook/phrasebook.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { cityWordOf } from '../actions/city-word.ts'
import { facts } from '../facts.ts'
import type { Level, Place, Realm } from '../model.ts'
import { momentOf, placeStateOf } from '../rules/place-state.ts'
import { toldAfter, TOLD_FOR_HOURS, TOLD_FROM, tellingOf, type Telling } from '../rules/telling.ts'
import { listReadings } from '../store/meshes.ts'
import { keepTold, listPlaces, listTold } from '../store/homes.ts'
import { tellingWords } from '../text/telling-words.ts'

/** Name of the list of homes at a place. */
export function listOfPlace(place: Place): string {
  return `landslide-warnings.place.${place}`
}

export const TOPIC = 'landslide-warnings.home'

/** Looks at every place with homes in a zone, and writes to those whose danger rose, or surely fell. */
export const tellPlaces = job<{ realm: Realm }>('landslide-warnings.tell-places', {
  run: async (tx, { realm }, _, parts) => {
    const [places, readings, city, told] = [await listPlaces(tx), await listReadings(tx, realm), await cityWordOf(tx, parts, realm), await listTold(tx, realm, tx.now.subtract({ hours: TOLD_FOR_HOURS }))]
    const asOf = momentOf(realm, readings, tx.now)
    const news = new Map<string, News>()
    for (const { place, homes } of places) {
      const before = told.get(place) ?? { level: 0 as Level, noticeId: null }
      const { level, isSure } = placeStateOf(place, readings, city.level, asOf)
      const telling = tellingOf(before.level, level, isSure)
      if (telling === 'nothing') {
        const after = toldAfter(before.level, level, isSure)
        if (after !== before.level) await keepTold(tx, realm, place, { level: after, noticeId: before.noticeId })
        continue
      }
      const key = `${telling} ${level}`
      const one = news.get(key) ?? { telling, level: level as Level, places: [], homes: 0 }
      news.set(key, { ...one, places: [...one.places, place], homes: one.homes + homes })
    }
    for (const one of news.values()) await tell(tx, parts, realm, one)
  },
})

interface News {
  readonly telling: Exclude<Telling, 'nothing'>
  readonly level: Level
  readonly places: readonly Place[]
  readonly homes: number
}

/** One notice for all places that came to the same level by the same sheet. */
async function tell(tx: Tx, parts: readonly Manifest[], realm: Realm, { telling, level, places, homes }: News): Promise<void> {
  const texts = await textsFor(tx, telling, level)
  const issued = await issueNotice(tx, parts, {
    topic: TOPIC, level, kind: 'issue', refersTo: null, audience: { kind: 'lists', lists: places.map(listOfPlace) }, texts,
    isDrill: realm !== 'live', channels: ['mail', 'push', 'line'], cap: null, link: '/landslide', issuedBy: null, confirmedBy: null,
    expiresAt: tx.now.add({ hours: TOLD_FOR_HOURS }),
  })
  for (const place of places) await keepTold(tx, realm, place, { level, noticeId: issued.ok ? issued.id : null })
  // What is still grave when the notice runs out is told anew, even if no sheet came meanwhile.
  if (realm === 'live' && level >= TOLD_FROM) tx.enqueue(tellPlaces, { realm }, { runAt: tx.now.add({ hours: TOLD_FOR_HOURS }) })
  if (issued.ok) tx.publish(facts.placeTold, `level-${level}`, { realm, level, telling, homes })
  // A list whose people have all left meanwhile is nobody. Anything else is a broken promise of ours.
  else if (issued.refusal.why !== 'nobody') throw new Error(`The warning was refused: ${issued.refusal.why}`)
}

/** Approved sentences; where the phrasebook has none, the service's own. */
async function textsFor(tx: Tx, telling: News['telling'], level: Level): Promise<NoticeTexts> {
  const slots = { time: { kind: 'time', at: tx.now }, level: { kind: 'number', value: level } } as const
  const key = telling === 'raised' ? `landslide.home.${level}` : `landslide.home.${telling}`
  const composed = await composeTexts(tx, { key, slots })
  return composed?.texts ?? tellingWords[telling](level)
}
