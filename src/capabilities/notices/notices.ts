import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { facts } from './facts.ts'
import { beginHandOvers } from './hand-over/begin.ts'
import { expireNotice } from './jobs/expire-notice.ts'
import {
  MOST_ALONE, NO_QUIET_FROM, PERSONAL_CHANNELS,
  type Audience, type District, type Issued, type IssueRefusal, type Notice, type NoticeDraft, type PersonalChannelKey, type Reach,
} from './model.ts'
import { longTitleOf } from './rules/fitting-limits.ts'
import { currentOf } from './rules/signage-current.ts'
import { beginBroadcast, listBroadcastLines, type BroadcastLine } from './store/broadcasts.ts'
import { listDistrictsWithTowns, listTowns } from './store/districts.ts'
import { findNoticeRow, keepNotice, listPublicRows } from './store/notices.ts'
import { countContacts } from './store/reach.ts'
import { listThreads } from './store/threads.ts'

/** Most notices that a page or a feed shows. */
const MOST_SHOWN = 100

/**
 * Issues a notice with the commit of the service's action. Refused drafts leave nothing behind and say why. `parts` are
 * the city's: they declare the topics. The origin is the service in whose name `tx` speaks.
 */
export async function issueNotice(tx: Tx, parts: readonly Manifest[], draft: NoticeDraft): Promise<Issued> {
  const origin = tx.service
  return tx.within('notices', async () => {
    const reach = await reachIn(tx, draft.topic, draft.audience)
    const refusal = await refusalOf(tx, parts, draft, reach)
    if (refusal !== undefined) return { ok: false, refusal }
    const notice = { ...draft, id: randomUUID(), origin, issuedAt: tx.now }
    await keepNotice(tx, notice)
    for (const channel of draft.channels.filter(isPersonal)) await beginBroadcast(tx, notice.id, channel)
    await beginHandOvers(tx, notice)
    if (notice.expiresAt !== null) tx.enqueue(expireNotice, { id: notice.id }, { runAt: notice.expiresAt })
    publishIssued(tx, notice)
    return { ok: true, id: notice.id, reach }
  })
}

function publishIssued(tx: Tx, { id, origin, topic, level, kind, audience, isDrill }: Notice): void {
  tx.publish(facts.issued, id, { origin, topic, level, kind, isPublic: audience.kind === 'subscribers', isDrill })
}

function isPersonal(channel: string): channel is PersonalChannelKey {
  return (PERSONAL_CHANNELS as readonly string[]).includes(channel)
}

async function refusalOf(tx: Tx, parts: readonly Manifest[], draft: NoticeDraft, { people }: Reach): Promise<IssueRefusal | undefined> {
  const { topic, audience, level, issuedBy, confirmedBy, isDrill } = draft
  const isKnown = parts.some((part) => part.topics?.some(({ key }) => key === topic))
  if (!isKnown) return { why: 'unknown-topic', topic }
  const strangers = await unknownTowns(tx, audience)
  if (strangers.length > 0) return { why: 'unknown-towns', towns: strangers }
  const longTitle = longTitleOf(draft)
  if (longTitle !== undefined) return { why: 'title-too-long', ...longTitle }
  if (people > MOST_ALONE && level < NO_QUIET_FROM && issuedBy !== null && confirmedBy === null && !isDrill) return { why: 'second-person-needed', people }
  // A list that has nobody on it was meant for somebody; what goes to subscribers also stands on the portal.
  if (audience.kind === 'lists' && people === 0) return { why: 'nobody', people: 0 }
  return undefined
}

async function unknownTowns(tx: Tx, audience: Audience): Promise<string[]> {
  if (audience.kind === 'lists' || audience.towns === 'all') return []
  const present = new Set((await listTowns(tx)).filter((town) => !town.isRetired).map((town) => town.name))
  return audience.towns.filter((town) => !present.has(town))
}

/** How many people a notice would reach: shown before it is issued. */
export function reachOf(tx: Tx, topic: string, audience: Audience): Promise<Reach> {
  return tx.within('notices', () => reachIn(tx, topic, audience))
}

async function reachIn(tx: Tx, topic: string, audience: Audience): Promise<Reach> {
  const rows = await countContacts(tx, topic, audience)
  const sum = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).reduce((total, row) => total + row.people, 0)
  return {
    people: sum(() => true),
    byChannel: keyed(PERSONAL_CHANNELS, (channel) => sum((row) => row.channel === channel)),
    byLanguage: keyed(LANGUAGES, (language) => sum((row) => row.language === language)),
  }
}

function keyed<Key extends string>(keys: readonly Key[], valueOf: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, number>
}

export function findNotice(tx: Tx, id: string): Promise<Notice | undefined> {
  return tx.within('notices', () => findNoticeRow(tx, id))
}

/** Real public notices that have not expired, the newest first, 100 at most: what portal and feeds show. */
export function listPublicNotices(tx: Tx): Promise<Notice[]> {
  return tx.within('notices', () => listPublicRows(tx, tx.now, MOST_SHOWN))
}

/** Of those the ones that hold now: what was updated or cancelled is left out for good. The gravest first, then the newest. */
export async function listCurrentNotices(tx: Tx): Promise<Notice[]> {
  return tx.within('notices', async () => {
    const notices = await listPublicRows(tx, tx.now, MOST_SHOWN)
    return currentOf(notices, await listThreads(tx, notices.map(({ id }) => id)))
  })
}

/** What became of a notice, channel by channel. */
export function progressOf(tx: Tx, noticeId: string): Promise<BroadcastLine[]> {
  return tx.within('notices', () => listBroadcastLines(tx, noticeId))
}

/** The city's districts with their towns: what people choose places from. */
export function listDistricts(tx: Tx): Promise<District[]> {
  return tx.within('notices', () => listDistrictsWithTowns(tx))
}
