import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

/** Nothing in these says who reads what. */
const told = { privacy: 'public' } as const
const inside = { privacy: 'internal' } as const

export const facts = {
  /** A notice left for its channels. Its subject is the notice's id. */
  issued: factType('notices.issued', z.object({
    origin: z.string().meta(told), topic: z.string().meta(told), level: z.int().meta(told),
    kind: z.enum(['issue', 'update', 'cancel']).meta(told), isPublic: z.boolean().meta(told), isDrill: z.boolean().meta(told),
  })),
  /** The time of a notice that stood on feeds and portal is over. Its subject is the notice's id. */
  expired: factType('notices.expired', z.object({ topic: z.string().meta(told) })),
  /** A notice came to its end on a channel: every contact was handed it or refused it. */
  broadcastEnded: factType('notices.broadcast-ended', z.object({
    notice: z.string().meta(told), topic: z.string().meta(told), channel: z.string().meta(told), isDrill: z.boolean().meta(told),
    planned: z.int().meta(told), handed: z.int().meta(told), refused: z.int().meta(told), within10s: z.int().meta(told), within60s: z.int().meta(told),
    seconds: z.number().meta(told),
  })),
  /** A hand-over (ActivityPub, L-Alert, area mail, cable television) was taken, or given up. */
  handedOver: factType('notices.handed-over', z.object({
    notice: z.string().meta(told), channel: z.string().meta(told), isDrill: z.boolean().meta(told), wasTaken: z.boolean().meta(told),
  })),
  /** A contact was confirmed by its owner. */
  subscribed: factType('notices.subscribed', z.object({ channel: z.string().meta(told), language: z.string().meta(told) })),
  changed: factType('notices.subscription-changed', z.object({ channel: z.string().meta(told), language: z.string().meta(told) })),
  left: factType('notices.left', z.object({ channel: z.string().meta(told), how: z.enum(['page', 'one-click', 'channel']).meta(told) })),
  /** An address was refused three times in a row as gone, and is no longer written to. */
  stopped: factType('notices.stopped', z.object({ channel: z.string().meta(told), why: z.string().meta(inside) })),
}

/** Facts after which feeds and the portal's top page are others. */
export const NOTICE_CHANGES = [facts.issued.name, facts.expired.name]
