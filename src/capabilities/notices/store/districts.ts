import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { District } from '../model.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

interface KeptDistrict {
  readonly key: string
  readonly position: number
  readonly name: Phrase<never>
  readonly reading: string
}

export async function keepDistrict(tx: Tx, { key, position, name, reading }: KeptDistrict): Promise<void> {
  await tx.run(notices.insertInto('notices.district').values({ key, position, name, reading }))
}

interface KeptTown {
  readonly name: string
  readonly districtKey: string
  readonly position: number
  readonly label: Phrase<never>
}

export async function keepTown(tx: Tx, { name, districtKey, position, label }: KeptTown): Promise<void> {
  await tx.run(notices.insertInto('notices.town').values({ name, district_key: districtKey, position, label }))
}

/** With the towns that exist today, in the order of the city's files. */
export async function listDistrictsWithTowns(tx: Tx): Promise<District[]> {
  const districts = await tx.list(notices.selectFrom('notices.district').select(['key', 'name']).orderBy('position'))
  const towns = await tx.list(
    notices.selectFrom('notices.town').select(['name', 'district_key as districtKey', 'label']).where('retired_on', 'is', null).orderBy('position'),
  )
  return districts.map(({ key, name }) => ({
    key,
    name: name as Phrase<never>,
    towns: towns.filter((town) => town.districtKey === key).map((town) => ({ name: town.name, label: town.label as Phrase<never> })),
  }))
}

export interface TownLine {
  readonly name: string
  readonly successor: string | null
  readonly isRetired: boolean
}

/** Also those that are no more. */
export function listTowns(tx: Tx): Promise<TownLine[]> {
  return tx.list(
    notices.selectFrom('notices.town').select(['name', 'successor']).select((town) => town('retired_on', 'is not', null).$castTo<boolean>().as('isRetired')),
  )
}
