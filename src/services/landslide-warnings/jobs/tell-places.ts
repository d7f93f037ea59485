import { issueNotice } from '#capabilities/notices/notices.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { composeTexts } from '#capabilities/phrasebook/phrasebook.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from '../facts.ts'
import type { Level, Place, Realm } from '../model.ts'
import { placeStateOf } from '../rules/place-state.ts'
import { toldAfter, tellingOf, type Telling } from '../rules/telling.ts'
import { findCityLevel, listReadings } from '../store/meshes.ts'
import { keepTold, listPlaces, listTold } from '../store/homes.ts'
import { tellingWords } from '../text/telling-words.ts'

/** Name of the list of homes at a place. */
export function listOfPlace(place: Place): string {
  return `landslide-warnings.place.${place}`
}

export const TOPIC = 'landslide-warnings.home'

/** Looks at every place with homes in a zone, and writes to those whose danger rose, or fell below what was told. */
export const tellPlaces = job<{ realm: Realm }>('landslide-warnings.tell-places', {
  run: async (tx, { realm }, _, parts) => {
    const [places, readings, city, told] = [await listPlaces(tx), await listReadings(tx, realm), await findCityLevel(tx, realm), await listTold(tx, realm)]
    const news = new Map<string, News>()
    for (const { place, homes } of places) {
      const before = told.get(place) ?? { level: 0 as Level, noticeId: null }
      const { level } = placeStateOf(place, readings, city?.level ?? null, tx.now)
      const telling = tellingOf(before.level, level)
      if (telling === 'nothing') {
        if (toldAfter(before.level, level) !== before.level) await keepTold(tx, realm, place, { level: toldAfter(before.level, level), noticeId: before.noticeId })
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
    expiresAt: tx.now.add({ hours: HOURS_TRUE }),
  })
  for (const place of places) await keepTold(tx, realm, place, { level, noticeId: issued.ok ? issued.id : null })
  if (issued.ok) tx.publish(facts.placeTold, `level-${level}`, { realm, level, telling, homes })
  // A list whose people have all left meanwhile is nobody. Anything else is a broken promise of ours.
  else if (issued.refusal.why !== 'nobody') throw new Error(`The warning was refused: ${issued.refusal.why}`)
}

/** A warning of a place is renewed or lifted by the next one well before. */
const HOURS_TRUE = 12

/** Approved sentences; where the phrasebook has none, the service's own. */
async function textsFor(tx: Tx, telling: News['telling'], level: Level): Promise<NoticeTexts> {
  const slots = { time: { kind: 'time', at: tx.now }, level: { kind: 'number', value: level } } as const
  const key = telling === 'raised' ? `landslide.home.${level}` : 'landslide.home.lowered'
  const composed = await composeTexts(tx, { key, slots })
  return composed?.texts ?? (telling === 'raised' ? tellingWords.raised(level) : tellingWords.lowered())
}
