import type { Tx } from '#kernel/database/transaction.ts'
import type { Danger, District, Guide, Item, MovedDay, WasteClass, Way, Wording, WorkingCentre } from '../model.ts'
import type { RestRule } from '../rules/rests.ts'
import { guide } from './rows.ts'

/** The number of the present edition; undefined where the city has no guide yet. */
export async function findEdition(tx: Tx): Promise<string | undefined> {
  return (await tx.find(guide.selectFrom('garbage_guide.edition').select('number')))?.number
}

/** The whole guide: some hundreds of rows. A city without one has an empty guide. */
export async function loadGuide(tx: Tx): Promise<Guide> {
  const [edition, classes, dangers, centres, districts, movedDays, items] = await Promise.all([
    tx.find(guide.selectFrom('garbage_guide.edition').selectAll()),
    listClasses(tx),
    listDangers(tx),
    listCentres(tx),
    listDistricts(tx),
    listMovedDays(tx),
    listItems(tx),
  ])
  return { edition: edition?.number ?? '', isInvented: edition?.is_invented ?? false, municipalityCode: edition?.municipality_code ?? '', classes, dangers, centres, districts, movedDays, items }
}

export async function listClasses(tx: Tx): Promise<WasteClass[]> {
  const rows = await tx.list(guide.selectFrom('garbage_guide.waste_class').selectAll().where('is_retired', '=', false).orderBy('position'))
  return rows.map(({ key, name, how, colour, is_collected }) => ({
    key, name: name as Wording, how: how as Wording, colour, isCollected: is_collected,
  }))
}

export async function listDangers(tx: Tx): Promise<Danger[]> {
  const rows = await tx.list(guide.selectFrom('garbage_guide.danger').selectAll().where('is_retired', '=', false).orderBy('position'))
  return rows.map(({ key, title, body }) => ({ key, title: title as Wording, body: body as Wording }))
}

async function listCentres(tx: Tx): Promise<WorkingCentre[]> {
  const [centres, rests] = await Promise.all([
    tx.list(guide.selectFrom('garbage_guide.centre').selectAll().where('is_retired', '=', false).orderBy('position')),
    tx.list(guide.selectFrom('garbage_guide.centre_rest').selectAll().orderBy('starts_on')),
  ])
  const byCentre = Map.groupBy(rests, ({ centre_key }) => centre_key)
  return centres.map(({ key, name, on_holiday }) => ({
    key,
    name: name as Wording,
    onHoliday: on_holiday as WorkingCentre['onHoliday'],
    rests: (byCentre.get(key) ?? []).map(({ starts_on, ends_on, rule }) => ({ from: starts_on, to: ends_on, rule: rule as RestRule })),
  }))
}

async function listDistricts(tx: Tx): Promise<District[]> {
  const [districts, towns, days] = await Promise.all([
    tx.list(guide.selectFrom('garbage_guide.district').selectAll().where('is_retired', '=', false).orderBy('position')),
    tx.list(guide.selectFrom('garbage_guide.district_town').selectAll().orderBy('position')),
    tx.list(guide.selectFrom('garbage_guide.district_day').selectAll()),
  ])
  const townsOf = Map.groupBy(towns, ({ district_key }) => district_key)
  const daysOf = Map.groupBy(days, ({ district_key }) => district_key)
  return districts.map(({ key, name, reading, centre_key }) => ({
    key,
    name: name as Wording,
    reading,
    towns: (townsOf.get(key) ?? []).map(({ town }) => town),
    centreKey: centre_key,
    days: Object.fromEntries((daysOf.get(key) ?? []).map((day) => [day.class_key, day.days])),
  }))
}

async function listMovedDays(tx: Tx): Promise<MovedDay[]> {
  const rows = await tx.list(guide.selectFrom('garbage_guide.moved_day').selectAll().where('is_retired', '=', false).orderBy('usual_on').orderBy('position'))
  return rows.map(({ key, usual_on, instead_on, district_key, class_key, reason }) => ({
    key, usualOn: usual_on, insteadOn: instead_on, districtKey: district_key, classKey: class_key, reason: reason as Wording,
  }))
}

export async function listItems(tx: Tx): Promise<Item[]> {
  const [items, ways] = await Promise.all([
    tx.list(guide.selectFrom('garbage_guide.item').selectAll().orderBy('position')),
    tx.list(guide.selectFrom('garbage_guide.way').selectAll().orderBy('item_key').orderBy('position')),
  ])
  const waysOf = Map.groupBy(ways, ({ item_key }) => item_key)
  return items.map((row) => itemOf(row, waysOf.get(row.key) ?? []))
}

export async function findItem(tx: Tx, key: string): Promise<Item | undefined> {
  const row = await tx.find(guide.selectFrom('garbage_guide.item').selectAll().where('key', '=', key))
  if (row === undefined) return undefined
  const ways = await tx.list(guide.selectFrom('garbage_guide.way').selectAll().where('item_key', '=', key).orderBy('position'))
  return itemOf(row, ways)
}

interface ItemRow {
  readonly key: string
  readonly name: unknown
  readonly reading: string
  readonly aliases: unknown
  readonly danger_key: string | null
}

function itemOf(row: ItemRow, ways: readonly { class_key: string; size: unknown; note: unknown }[]): Item {
  return {
    key: row.key,
    name: row.name as Wording,
    reading: row.reading,
    aliases: row.aliases as readonly string[],
    ways: ways.map(({ class_key, size, note }): Way => ({ classKey: class_key, size: size as Wording, note: note as Wording })),
    dangerKey: row.danger_key,
  }
}
