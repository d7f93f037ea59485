import { randomUUID } from 'node:crypto'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { facts } from '../facts.ts'
import { foldSearch } from '../rules/search.ts'
import { changeItems } from '../store/items.ts'
import { keepQuestion } from '../store/questions.ts'
import { guide, insertRows } from '../store/rows.ts'
import { readGuidePack, type GuidePack } from './pack.ts'

/**
 * Lays out the guide of the city’s folder in a demo city. What a folder holds is invented or a copy, so a city of its own
 * starts with an empty guide.
 */
export async function seedGuide(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  const pack = isDemo ? readGuidePack(city) : undefined
  await tx.run(guide.insertInto('garbage_guide.edition').values({ number: randomUUID(), is_invented: isDemo, municipality_code: city.code }))
  if (pack === undefined) return
  await seedFrame(tx, pack)
  await seedDistricts(tx, pack)
  await changeItems(tx, new Map(pack.items.map((item) => [item.key, item])), { cause: 'seed', reference: `cities/${city.key}/garbage` })
  for (const { word, timesAsked } of pack.questions) {
    for (let times = 0; times < timesAsked; times++) await keepQuestion(tx, word, foldSearch(word))
  }
  tx.publish(facts.seeded, 'garbage-guide', { items: pack.items.length, districts: pack.districts.length })
}

async function seedFrame(tx: Tx, { classes, dangers, centres }: GuidePack): Promise<void> {
  await insertRows(tx, 'garbage_guide.waste_class', classes.map(({ key, name, how, colour, isCollected }, position) => ({
    key, position, name, how, colour, is_collected: isCollected,
  })))
  await insertRows(tx, 'garbage_guide.danger', dangers.map(({ key, title, body }, position) => ({ key, position, title, body })))
  await insertRows(tx, 'garbage_guide.centre', centres.map(({ key, name, onHoliday }, position) => ({ key, position, name, on_holiday: onHoliday })))
  await insertRows(tx, 'garbage_guide.centre_rest', centres.flatMap(({ key, rests }) =>
    rests.map(({ from, to, rule }) => ({ centre_key: key, starts_on: from, ends_on: to, rule })),
  ))
}

async function seedDistricts(tx: Tx, { districts }: GuidePack): Promise<void> {
  await insertRows(tx, 'garbage_guide.district', districts.map(({ key, name, reading, centreKey }, position) => ({
    key, position, name, reading, centre_key: centreKey,
  })))
  await insertRows(tx, 'garbage_guide.district_town', districts.flatMap(({ key, towns }) =>
    towns.map((town, position) => ({ town, district_key: key, position })),
  ))
  await insertRows(tx, 'garbage_guide.district_day', districts.flatMap(({ key, days }) =>
    Object.entries(days).map(([class_key, text]) => ({ district_key: key, class_key, days: text })),
  ))
}
