import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

const kinds = z.object({ kinds: z.array(z.string()) }).meta({ privacy: 'public' })
const shape = z.object({ hit: z.boolean(), kinds: z.array(z.string()) }).meta({ privacy: 'public' })

export const facts = {
  /** Somebody looked for something: whether anything was found, and of which kinds. Never the words, and never who. */
  searched: factType('search.searched', shape, { subjectPrivacy: 'public' }),
  /** What can be found of these kinds is otherwise now: whatever was kept of answers is out of date. */
  documentsChanged: factType('search.documents-changed', kinds, { subjectPrivacy: 'public' }),
}
