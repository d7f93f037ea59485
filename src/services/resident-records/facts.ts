import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { residentFacts } from '#capabilities/residents/resident-facts.ts'
import { ENTRY_KINDS, ENTRY_SOURCES } from './model.ts'

const told = { privacy: 'public' } as const
const entry = { kind: z.enum(ENTRY_KINDS).meta(told), source: z.enum(ENTRY_SOURCES).meta(told) }

/**
 * What the register tells of its own work; nothing in it says who it was about. What became of people is told by
 * `residentFacts`, whose shapes the whole house knows. The subject is the entry.
 */
export const workFacts = {
  submitted: factType('resident-records.entry-submitted', z.object(entry)),
  sentBack: factType('resident-records.entry-sent-back', z.object(entry)),
  /** `daysTaken` from the notice to the register; `daysLate` after the last day of the deadline, null where there is none. */
  applied: factType('resident-records.entry-applied', z.object({
    ...entry, daysTaken: z.int().meta(told), daysLate: z.int().nullable().meta(told), isLate: z.boolean().meta(told),
  })),
  prepared: factType('resident-records.move-prepared', z.object({ kind: z.enum(['in', 'move', 'out']).meta(told), language: z.string().meta(told) })),
  preparedOpened: factType('resident-records.prepared-move-opened', z.object({ kind: z.enum(['in', 'move', 'out']).meta(told) })),
}

export const facts = { ...residentFacts, ...workFacts }
