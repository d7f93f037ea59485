import { z } from 'zod'
import { LANGUAGES } from '#kernel/text/text.ts'
import { fileAnswer, json, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { screenOf } from '../rules/signage.ts'
import { currentNotices } from './feed-visit.ts'
import { feedTime } from './feed-times.ts'
import { renderSignage } from './signage-page.ts'
import { SIGNAGE_SCRIPT, SIGNAGE_STYLE } from './signage-assets.ts'

export const signageShape = z.object({
  city: z.object({ code: z.string(), name: z.string() }),
  notices: z.array(z.object({
    id: z.string(), level: z.int(), since: z.string(), until: z.string().nullable(),
    texts: z.array(z.object({ language: z.enum(LANGUAGES), title: z.string(), text: z.string() })),
  })),
  more: z.int(),
})

/** What a screen in a town hall shows now, and until when, for screens with a program of their own. */
export async function showSignageJson(visit: Visit): Promise<Answer> {
  const { notices, more } = screenOf(await currentNotices(visit))
  const { code, name } = visit.city
  const shown = notices.map(({ id, level, since, until, texts }) => ({ id, level, texts: [...texts], since: feedTime(since), until: until === null ? null : feedTime(until) }))
  return json({ city: { code, name }, notices: shown, more } satisfies z.infer<typeof signageShape>)
}

/** The same as a page that fills a screen and keeps itself fresh; it has no frame, because nobody presses anything there. */
export async function showSignage(visit: Visit): Promise<Answer> {
  return fileAnswer(renderSignage(screenOf(await currentNotices(visit)), visit.city), 'text/html; charset=utf-8')
}

export async function showSignageStyle(): Promise<Answer> {
  return fileAnswer(SIGNAGE_STYLE, 'text/css; charset=utf-8')
}

export async function showSignageScript(): Promise<Answer> {
  return fileAnswer(SIGNAGE_SCRIPT, 'text/javascript; charset=utf-8')
}
