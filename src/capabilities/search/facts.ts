import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

const shape = z.object({ hit: z.boolean(), kinds: z.array(z.string()) }).meta({ privacy: 'public' })

export const facts = {
  /** Somebody looked for something: whether anything was found, and of which kinds. Never the words, and never who. */
  searched: factType('search.searched', shape, { subjectPrivacy: 'public' }),
}
