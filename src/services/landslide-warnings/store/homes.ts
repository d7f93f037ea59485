import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Level, Place, Point, Realm } from '../model.ts'
import type { LandslideWarningsTables } from '../tables.ts'

const landslide = queriesOver<LandslideWarningsTables>()

/** First half of the number of the advisory lock under which letters to an address are counted; the other is the address. */
const ADDRESS_LOCK = 7264

export interface Home {
  readonly id: string
  readonly contactId: string | null
  readonly address: string
  readonly language: Language
  readonly point: Point
  readonly place: Place
  readonly zones: readonly string[]
  readonly confirmedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly madeAt: Temporal.Instant
}

export async function keepHome(tx: Tx, home: Pick<Home, 'id' | 'address' | 'language' | 'point' | 'place' | 'zones'>): Promise<void> {
  const { id, address, language, point, place, zones } = home
  const row = { id, contact_id: null, address, language, ...point, place, zones: [...zones], made_at: tx.now }
  await tx.run(landslide.insertInto('landslide_warnings.home').values(row))
}

export async function findHome(tx: Tx, id: string): Promise<Home | undefined> {
  const row = await tx.find(
    landslide
      .selectFrom('landslide_warnings.home')
      .select(['id', 'contact_id as contactId', 'address', 'language', 'latitude', 'longitude', 'place', 'zones'])
      .select(['confirmed_at as confirmedAt', 'ended_at as endedAt', 'made_at as madeAt'])
      .where('id', '=', id),
  )
  if (row === undefined) return undefined
  const { latitude, longitude, ...rest } = row
  return { ...rest, language: rest.language as Language, point: { latitude, longitude } }
}

/** The address lies with the notices from now on. */
export async function confirmHome(tx: Tx, id: string, contactId: string): Promise<void> {
  await tx.run(landslide.updateTable('landslide_warnings.home').set({ contact_id: contactId, address: '', confirmed_at: tx.now }).where('id', '=', id))
}

/** Nothing is kept of where it was. */
export async function endHome(tx: Tx, id: string): Promise<void> {
  const nothing = { ended_at: tx.now, address: '', latitude: 0, longitude: 0, zones: [], contact_id: null, place: '' }
  await tx.run(landslide.updateTable('landslide_warnings.home').set(nothing).where('id', '=', id))
}

/**
 * How many letters asked the address to confirm a home since then; those that were confirmed asked nobody in vain. Until
 * the transaction ends nobody else counts for this address: two forms at once are counted one after the other.
 */
export async function countAsked(tx: Tx, address: string, since: Temporal.Instant): Promise<number> {
  await tx.list(landslide.selectNoFrom(sql`pg_advisory_xact_lock(${ADDRESS_LOCK}::int, hashtext(lower(${address})))`.as('locked')))
  const { homes } = await tx.get(
    landslide
      .selectFrom('landslide_warnings.home')
      .select((home) => home.fn.countAll<number>().as('homes'))
      .where(sql<string>`lower(address)`, '=', address.toLowerCase())
      .where('made_at', '>', since),
  )
  return homes
}

/** Erases what was entered and never confirmed. Returns how many. */
export function forgetUnconfirmed(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(landslide.deleteFrom('landslide_warnings.home').where('confirmed_at', 'is', null).where('made_at', '<', before))
}

/** Confirmed homes that want the same contact told of the same place elsewhere. */
export async function countHomesOf(tx: Tx, contactId: string, place: Place): Promise<number> {
  const { homes } = await tx.get(
    landslide
      .selectFrom('landslide_warnings.home')
      .select((home) => home.fn.countAll<number>().as('homes'))
      .where('contact_id', '=', contactId)
      .where('place', '=', place)
      .where('ended_at', 'is', null),
  )
  return homes
}

/** Places with confirmed homes in a zone, and how many: nobody else is written to. */
export async function listPlaces(tx: Tx): Promise<{ place: Place; homes: number }[]> {
  return tx.list(
    landslide
      .selectFrom('landslide_warnings.home')
      .select('place')
      .select((home) => home.fn.countAll<number>().as('homes'))
      .where('confirmed_at', 'is not', null)
      .where('ended_at', 'is', null)
      .where(sql<boolean>`zones <> '{}'`)
      .groupBy('place')
      .orderBy('place'),
  )
}

export interface ToldPlace {
  readonly level: Level
  readonly noticeId: string | null
}

/** How far places have been told, since a moment: what was told before has run out. */
export async function listTold(tx: Tx, realm: Realm, since: Temporal.Instant): Promise<Map<Place, ToldPlace>> {
  const rows = await tx.list(
    landslide
      .selectFrom('landslide_warnings.place')
      .select(['place', 'told_level as level', 'notice_id as noticeId'])
      .where('realm', '=', realm)
      .where('told_at', '>', since),
  )
  return new Map(rows.map(({ place, level, noticeId }) => [place, { level: level as Level, noticeId }]))
}

export async function keepTold(tx: Tx, realm: Realm, place: Place, { level, noticeId }: ToldPlace): Promise<void> {
  const said = { told_level: level, told_at: tx.now, notice_id: noticeId }
  await tx.run(
    landslide
      .insertInto('landslide_warnings.place')
      .values({ realm, place, ...said })
      .onConflict((conflict) => conflict.columns(['realm', 'place']).doUpdateSet(said)),
  )
}
