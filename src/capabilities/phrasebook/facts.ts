import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

const told = { privacy: 'public' } as const
const inside = { privacy: 'internal' } as const
const key = { key: z.string().meta(told) }

/** What becomes of the city's standing words. The subject is the version's id. */
export const facts = {
  written: factType('phrasebook.version-written', z.object({ ...key, cause: z.enum(['page', 'import', 'undo']).meta(inside) })),
  approved: factType('phrasebook.version-approved', z.object({ ...key, isFirst: z.boolean().meta(told) })),
  declined: factType('phrasebook.version-declined', z.object({ ...key })),
  withdrawn: factType('phrasebook.version-withdrawn', z.object({ ...key })),
  /** The city's folder was laid out. */
  seeded: factType('phrasebook.seeded', z.object({ templates: z.int().meta(told) })),
}
