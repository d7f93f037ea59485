import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { LANGUAGES } from '#kernel/text/text.ts'

/**
 * So many views of a route on a day, since the last such fact. Nobody who came is in it. It happened at the last of
 * these views, so that what is counted around midnight falls into the right month.
 */
export const counted = factType(
  'page-views.counted',
  z.object({
    /** Path of the route, e.g. `/plan/projects/:code`. */
    route: z.string().min(1).meta({ privacy: 'public' }),
    /** Calendar day in Japan. */
    day: z.iso.date().meta({ privacy: 'public' }),
    language: z.enum(LANGUAGES).meta({ privacy: 'public' }),
    views: z.int().positive().meta({ privacy: 'public' }),
  }),
  { subjectPrivacy: 'public' },
)
