import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

export const facts = {
  /** A server took a letter over. */
  sent: factType('mail.sent', z.object({ purpose: z.string() })),
  /** A server refused a letter for good; nobody tries again. */
  refused: factType('mail.refused', z.object({ purpose: z.string(), code: z.int().nullable() })),
}
