import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

/** Nothing in these says who reads, who is a guardian or who came. */
const told = { privacy: 'public' } as const
const inside = { privacy: 'internal' } as const
const drill = { isDrill: z.boolean().meta(told) }

export const facts = {
  /** An alert went out. Its subject is the alert's id. */
  alertSent: factType('alert-mail.alert-sent', z.object({
    topic: z.string().meta(told), level: z.int().meta(told), kind: z.enum(['issue', 'update', 'cancel']).meta(told), people: z.int().meta(told), ...drill,
  })),
  /** An alert was taken back before it left. */
  alertTakenBack: factType('alert-mail.alert-taken-back', z.object({ topic: z.string().meta(told) })),
  /** A school wrote to guardians. Its subject is the message's id. */
  messageSent: factType('alert-mail.message-sent', z.object({
    school: z.string().meta(told), classes: z.int().meta(told), people: z.int().meta(told), isReminder: z.boolean().meta(told), ...drill,
  })),
  /** A week after it was sent the receipts of a message were counted. */
  messageClosed: factType('alert-mail.message-closed', z.object({
    school: z.string().meta(told), people: z.int().meta(told), read: z.int().meta(told), readPercent: z.number().meta(told), ...drill,
  })),
  guardianInvited: factType('alert-mail.guardian-invited', z.object({ school: z.string().meta(told), by: z.enum(['mail', 'sheet']).meta(told) })),
  guardianJoined: factType('alert-mail.guardian-joined', z.object({ school: z.string().meta(told), language: z.string().meta(told) })),
  guardianLeft: factType('alert-mail.guardian-left', z.object({ school: z.string().meta(told), how: z.enum(['guardian', 'school', 'promotion', 'channel']).meta(told) })),
  /** The new school year's classes stand. */
  promoted: factType('alert-mail.promoted', z.object({ school: z.string().meta(told), year: z.int().meta(told), moved: z.int().meta(told), left: z.int().meta(told) })),
  /** Staff were called. The subject is the call's id. */
  mustered: factType('alert-mail.mustered', z.object({ classes: z.string().meta(told), people: z.int().meta(told), ...drill })),
  /** Somebody called answered, or changed the answer. Minutes from call to answer. */
  musterReplied: factType('alert-mail.muster-replied', z.object({
    kind: z.enum(['coming', 'cannot']).meta(told), isFirst: z.boolean().meta(told), minutes: z.number().meta(inside), ...drill,
  })),
  musterReminded: factType('alert-mail.muster-reminded', z.object({ people: z.int().meta(told), ...drill })),
  musterArrived: factType('alert-mail.muster-arrived', z.object({ minutes: z.number().meta(inside), ...drill })),
  /** A call was closed: how many of those called had answered. */
  musterEnded: factType('alert-mail.muster-ended', z.object({
    people: z.int().meta(told), replied: z.int().meta(told), coming: z.int().meta(told), arrived: z.int().meta(told), replyPercent: z.number().meta(told), ...drill,
  })),
}

/** Facts after which the public list of alerts is another. */
export const ALERT_CHANGES = [facts.alertSent.name]
