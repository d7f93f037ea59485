import { z } from 'zod'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { countSearch } from '../actions/count.ts'
import type { Item } from '../model.ts'
import { classOf, guideVisit, said, type GuideVisit } from '../pages/guide-visit.ts'
import { hitsFor, typedIn } from '../pages/typed-search.ts'
import { sortByReading } from '../rules/fifty-sounds.ts'

const way = z.object({ class: z.string(), className: z.string(), size: z.string(), note: z.string(), nextDay: z.string().nullable() })
const thing = z.object({
  key: z.string(), name: z.string(), reading: z.string(), aliases: z.array(z.string()), danger: z.string().nullable(), ways: z.array(way),
})

export const guideJsonShape = z.object({
  asOf: z.string(),
  /** What was searched for; empty for the whole list. */
  query: z.string(),
  district: z.string().nullable(),
  items: z.array(thing),
})

/** The guide for programs, in the language asked for: the hits of `?q=`, or everything. */
export async function showGuideJson(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const typed = typedIn(visit.query)
  const hits = hitsFor(given, typed)
  if (typed !== '') await countSearch(visit, typed, hits.length, 'json')
  const items = typed === '' ? sortByReading(given.guide.items) : hits.map(({ item }) => item)
  return json({ asOf: given.today.toString(), query: typed, district: given.district?.key ?? null, items: items.map((item) => thingOf(given, item)) })
}

function thingOf({ guide, voice, next }: GuideVisit, item: Item): z.infer<typeof thing> {
  const { language } = voice
  const danger = guide.dangers.find(({ key }) => key === item.dangerKey)
  return {
    key: item.key,
    name: said(item.name, language),
    reading: item.reading,
    aliases: [...item.aliases],
    danger: danger === undefined ? null : said(danger.title, language),
    ways: item.ways.map(({ classKey, size, note }) => ({
      class: classKey,
      className: said(classOf(guide, classKey).name, language),
      size: said(size, language),
      note: said(note, language),
      nextDay: next.get(classKey)?.day.toString() ?? null,
    })),
  }
}
