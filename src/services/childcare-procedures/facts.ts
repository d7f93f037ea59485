import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

export const facts = {
  /** The subject is the application; who receives it, and how much, is told to nobody. */
  allowanceGranted: factType('childcare-procedures.allowance-granted', z.object({ children: z.int(), fromMonth: z.string() }).meta({ privacy: 'internal' })),
}
