import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

const inside = { privacy: 'internal' } as const
const common = { procedure: z.string().meta({ privacy: 'public' }), channel: z.enum(['online', 'paper', 'portal']).meta(inside) }

/** What is told of applications: keys and kinds. Who they are of, and what they say, is told to nobody. The subject is the application. */
export const facts = {
  submitted: factType('applications.submitted', z.object({ ...common, version: z.string().meta(inside) })),
  claimed: factType('applications.claimed', z.object({ ...common })),
  correctionAsked: factType('applications.correction-asked', z.object({ ...common, fields: z.int().meta(inside) })),
  corrected: factType('applications.corrected', z.object({ ...common })),
  /** `businessDays` from filing, both to be counted for the median; `hadCorrection` for the rate. */
  decided: factType('applications.decided', z.object({
    ...common, outcome: z.enum(['approved', 'refused']).meta(inside), businessDays: z.int().meta(inside), hadCorrection: z.boolean().meta(inside), isInTime: z.boolean().meta(inside),
  })),
  withdrawn: factType('applications.withdrawn', z.object({ ...common })),
  draftBegun: factType('applications.draft-begun', z.object({ ...common })),
  draftAbandoned: factType('applications.draft-abandoned', z.object({ ...common })),
  paused: factType('applications.paused', z.object({ procedure: z.string().meta({ privacy: 'public' }), isPaused: z.boolean().meta({ privacy: 'public' }) }), { subjectPrivacy: 'public' }),
  erased: factType('applications.erased', z.object({ count: z.int().meta(inside) }), { subjectPrivacy: 'internal' }),
}
