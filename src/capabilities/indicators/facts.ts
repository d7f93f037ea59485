import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

/** What the capability tells the city. The subject is `indicator:<key>`. */
export const facts = {
  /** A figure of a fiscal year was set down as it stood at a place of the chain. */
  figureSetDown: factType(
    'indicators.figure-set-down',
    z.object({ key: z.string(), fiscalYear: z.int(), revision: z.int(), value: z.number().nullable(), position: z.int(), hash: z.string() }).meta({ privacy: 'public' }),
    { subjectPrivacy: 'public' },
  ),
}
