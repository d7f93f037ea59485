import type { Tx } from '#kernel/database/transaction.ts'
import { HAND_OVERS, type HandOverKey, type Notice } from '../model.ts'
import { AREA_MAIL_FROM } from '../rules/fitting-limits.ts'
import { listInboxes } from '../store/followers.ts'
import { addHandOvers, hasForerunner, type NewHandOver } from '../store/hand-overs.ts'
import { listThreads } from '../store/threads.ts'
import { REASONS } from './reasons.ts'

/**
 * Begins a notice's way over the hand-overs that it names, with the commit of whoever issues it. They are public, all of
 * them: what goes to lists is never handed over, and a draft that wants it is a broken promise (`RangeError`).
 */
export async function beginHandOvers(tx: Tx, notice: Notice): Promise<void> {
  const channels = HAND_OVERS.filter((channel) => notice.channels.includes(channel))
  if (channels.length === 0) return
  if (notice.audience.kind === 'lists') throw new RangeError(`What goes to lists is not handed over to the public: ${channels.join(', ')}`)
  const thread = (await listThreads(tx, [notice.id])).get(notice.id)?.[0]?.id ?? notice.id
  const news = await Promise.all(channels.map((channel) => newHandOvers(tx, notice, channel, thread)))
  await addHandOvers(tx, notice, news.flat())
}

async function newHandOvers(tx: Tx, notice: Notice, channel: HandOverKey, thread: string): Promise<NewHandOver[]> {
  if (channel === 'activitypub') return (await listInboxes(tx, notice.isDrill)).map((target) => ({ channel, target, thread, withheld: null }))
  const withheld = channel === 'area-mail' ? await whyNotByAreaMail(tx, notice, thread) : null
  return [{ channel, target: '', thread, withheld }]
}

async function whyNotByAreaMail(tx: Tx, { level, refersTo }: Notice, thread: string): Promise<string | null> {
  if (level >= AREA_MAIL_FROM) return null
  const takesBack = refersTo !== null && (await hasForerunner(tx, 'area-mail', thread))
  return takesBack ? null : REASONS.belowLevel
}
