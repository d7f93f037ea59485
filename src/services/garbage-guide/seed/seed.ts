import { randomUUID } from 'node:crypto'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { facts } from '../facts.ts'
import { foldSearch } from '../rules/search.ts'
import type { FrameKind, FramePart } from '../model.ts'
import { changeFrame, type WantedPart } from '../store/frame.ts'
import { changeItems } from '../store/items.ts'
import { keepQuestion } from '../store/questions.ts'
import { guide } from '../store/rows.ts'
import { readGuidePack, type GuidePack } from './pack.ts'

/**
 * Lays out the guide of the city’s folder in a demo city. What a folder holds is invented or a copy, so a city of its own
 * starts with an empty guide.
 */
export async function seedGuide(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  const pack = isDemo ? readGuidePack(city) : undefined
  await tx.run(guide.insertInto('garbage_guide.edition').values({ number: randomUUID(), is_invented: isDemo, municipality_code: city.code }))
  if (pack === undefined) return
  const recording = { cause: 'seed', reference: `cities/${city.key}/garbage` } as const
  await changeFrame(tx, partsIn(pack), recording)
  await changeItems(tx, new Map(pack.items.map((item) => [item.key, item])), recording)
  for (const { word, timesAsked } of pack.questions) {
    for (let times = 0; times < timesAsked; times++) await keepQuestion(tx, word, foldSearch(word))
  }
  tx.publish(facts.seeded, 'garbage-guide', { items: pack.items.length, districts: pack.districts.length })
}

function partsIn({ classes, dangers, centres, districts }: GuidePack): WantedPart[] {
  const wanted = (kind: FrameKind) => (part: FramePart): WantedPart => ({ kind, key: part.key, part })
  return [...classes.map(wanted('class')), ...dangers.map(wanted('danger')), ...centres.map(wanted('centre')), ...districts.map(wanted('district'))]
}
