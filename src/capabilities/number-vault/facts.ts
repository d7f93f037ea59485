import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

const inside = { privacy: 'internal' } as const

export const facts = {
  /** A new key closes what is kept from now on. */
  keyMade: factType('number-vault.key-made', z.object({ key: z.int().meta(inside) })),
  /** Nothing is closed with a key any more; it was destroyed. */
  keyEmptied: factType('number-vault.key-emptied', z.object({ key: z.int().meta(inside), moved: z.int().meta(inside) })),
}
