import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { FRAME_KINDS } from './model.ts'

/** What the guide tells the city. Nothing in it says who looked, asked or subscribed. */
const told = { privacy: 'public' } as const
const item = { item: z.string().meta(told) }

export const facts = {
  /** A search was sent, or a list of hits was asked for by a program. The word itself only where `tellableWord` lets it. */
  searched: factType('garbage-guide.searched', z.object({
    hit: z.boolean().meta(told),
    resultCount: z.int().meta(told),
    channel: z.enum(['page', 'json']).meta(told),
    word: z.string().max(20).nullable().meta({ privacy: 'internal' }),
  })),
  /** Somebody asked for what is not in the guide; `isFirst` is false where the same was asked before and is still open. */
  asked: factType('garbage-guide.asked', z.object({ question: z.string().meta({ privacy: 'internal' }), isFirst: z.boolean().meta(told), leftAddress: z.boolean().meta({ privacy: 'internal' }) })),
  /** A question was settled: by a new entry, a further word for one that was there, or by a reply alone. */
  answered: factType('garbage-guide.answered', z.object({
    question: z.string().meta({ privacy: 'internal' }), by: z.enum(['new-item', 'alias', 'reply']).meta(told), item: z.string().nullable().meta(told), letters: z.int().meta({ privacy: 'internal' }),
  })),
  itemAdded: factType('garbage-guide.item-added', z.object({ ...item, cause: z.string().meta(told) })),
  itemChanged: factType('garbage-guide.item-changed', z.object({ ...item, cause: z.string().meta(told) })),
  itemRemoved: factType('garbage-guide.item-removed', z.object({ ...item, cause: z.string().meta(told) })),
  /** Classes, dangers, centres, districts or moved days: one of them is new, another, or no longer used. */
  frameChanged: factType('garbage-guide.frame-changed', z.object({
    kind: z.enum(FRAME_KINDS).meta(told), key: z.string().meta(told), change: z.enum(['added', 'changed', 'retired']).meta(told), cause: z.string().meta(told),
  })),
  /** The city's folder was laid out for the demo. */
  seeded: factType('garbage-guide.seeded', z.object({ items: z.int().meta(told), districts: z.int().meta(told) })),
  /** A calendar was fetched by a program that keeps it up to date; once a day for each feed and client. */
  calendarSubscribed: factType('garbage-guide.calendar-subscribed', z.object({ district: z.string().meta(told) })),
}

/** Facts after which what residents read is another. */
export const GUIDE_CHANGES = [facts.itemAdded.name, facts.itemChanged.name, facts.itemRemoved.name, facts.frameChanged.name, facts.seeded.name]

const LONGEST_TOLD_WORD = 20

/**
 * What was searched may be told in a fact only where it can hardly be about a person: no digits (telephone numbers,
 * addresses), no `@`, and short.
 */
export function tellableWord(folded: string): string | null {
  const isTellable = folded !== '' && folded.length <= LONGEST_TOLD_WORD && !/[\p{N}@]/u.test(folded)
  return isTellable ? folded : null
}
