import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Notice, PersonalChannelKey } from '../model.ts'
import { earliestFor } from '../rules/quiet-hours.ts'
import { claimWriting, noteStretch } from '../store/broadcasts.ts'
import { findNoticeRow } from '../store/notices.ts'
import { OPEN_LANE, writeSheets, type SheetDraft } from '../store/sheets.ts'
import { findStretch, type MeantContact } from '../store/stretches.ts'
import type { Lane } from './channel.ts'
import { endBroadcast } from './ledger.ts'

/** Contacts on a sheet: so many a process can have under way unwritten, times the sheets it holds at once. */
export const SHEET_CONTACTS = 100
/** The first stretch is short, so that the first message leaves at once; then the carriers have enough to do. */
export const FIRST_STRETCH = 200
const LATER_STRETCH = 8_000
/** A lane with a limit gets sheets for this long, so that its messages leave evenly and not in one rush each minute. */
const LANE_SHEET_SECONDS = 5

/**
 * Writes the next stretch of a broadcast's contacts on sheets. The stretch and the place where the next one begins land
 * together, so each contact comes onto exactly one sheet, whatever dies meanwhile. False when there is nothing to
 * write, or another process is at it.
 */
export function writeNextStretch(database: CityDatabase, noticeId: string, channel: PersonalChannelKey, lanes: readonly Lane[]): Promise<boolean> {
  return database.act('notices', systemActor, async (tx) => {
    const place = await claimWriting(tx, noticeId, channel)
    const notice = place === undefined ? undefined : await findNoticeRow(tx, noticeId)
    if (place === undefined || notice === undefined) return false
    const { topic, audience } = notice
    const most = place.writtenUpTo === null ? FIRST_STRETCH : LATER_STRETCH
    const { contacts, upTo } = await findStretch(tx, { channel, topic, audience, after: place.writtenUpTo, most })
    const sheets = sheetsFor(tx, notice, contacts, lanes, place.begunAt)
    await writeSheets(tx, noticeId, { channel, isDrill: notice.isDrill }, place.nextNumber, sheets)
    await noteStretch(tx, noticeId, channel, { contacts: contacts.length, sheets: sheets.length, upTo })
    if (upTo === null) await endBroadcast(tx, notice, channel)
    return true
  })
}

/** Contacts with the same lane that may be written to from the same moment on share sheets. */
function sheetsFor(tx: Tx, notice: Notice, contacts: readonly MeantContact[], lanes: readonly Lane[], begunAt: Temporal.Instant): SheetDraft[] {
  const limited = new Map(notice.isDrill ? [] : lanes.map((lane) => [lane.key, lane]))
  // A clock that runs ahead in one process must not keep another one from taking the sheets.
  const now = Temporal.Instant.compare(begunAt, tx.now) < 0 ? begunAt : tx.now
  const groups = Map.groupBy(contacts, (contact) => `${limited.has(contact.lane) ? contact.lane : OPEN_LANE} ${dueOf(notice, contact, tx.now, now).toString()}`)
  return [...groups].flatMap(([key, members]) => {
    const [lane = OPEN_LANE, due = ''] = key.split(' ')
    const dueAt = Temporal.Instant.from(due)
    return chunksOf(members.map(({ id }) => id), sizeFor(limited.get(lane))).map((ids) => ({ lane, level: notice.level, contacts: ids, dueAt, attempts: 0 }))
  })
}

function dueOf({ level }: Notice, { quietFrom, quietTo }: MeantContact, now: Temporal.Instant, atOnce: Temporal.Instant): Temporal.Instant {
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
  const earliest = earliestFor(quiet, level, now)
  return Temporal.Instant.compare(earliest, now) > 0 ? earliest : atOnce
}

function sizeFor(lane: Lane | undefined): number {
  if (lane === undefined) return SHEET_CONTACTS
  return Math.max(1, Math.min(SHEET_CONTACTS, Math.floor((lane.messagesAMinute * LANE_SHEET_SECONDS) / 60)))
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
