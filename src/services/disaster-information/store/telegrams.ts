import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import { manyRowsOf, statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Realm } from '../model.ts'
import { seriesOf } from '../rules/levels/voiding.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()
const rows = manyRowsOf<DisasterInformationTables>()

export const WAYS = ['feed', 'folder', 'push', 'replay'] as const
export type Way = (typeof WAYS)[number]

/** What became of a telegram for the city. */
export const EFFECTS = ['changed', 'confirmed', 'elsewhere', 'not-relevant', 'forecast', 'text'] as const
export type Effect = (typeof EFFECTS)[number]

export interface KeptTelegram {
  readonly id: string
  readonly realm: Realm
  readonly digest: string
  readonly telegram: Telegram
  readonly remarks: readonly string[]
  readonly fileName: string
  readonly way: Way
  readonly receivedAt: Temporal.Instant
  readonly bytes: number
  /** As sent, gzip. */
  readonly body: Buffer
  readonly effect: Effect
}

/** Ids of those that the realm has already, by their digests. */
export async function listByDigest(tx: Tx, realm: Realm, digests: readonly string[]): Promise<Map<string, string>> {
  const found = await tx.list(statement(sql<{ digest: string; id: string }>`
    select digest, id from disaster_information.telegram where realm = ${realm} and digest = any(${[...digests]}::text[])`))
  return new Map(found.map(({ digest, id }) => [digest, id]))
}

export async function keepTelegrams(tx: Tx, all: readonly KeptTelegram[]): Promise<void> {
  await rows.insertRows(tx, 'disaster_information.telegram', all.map(({ telegram, body, ...kept }) => ({
    id: kept.id, realm: kept.realm, digest: kept.digest, type: telegram.type, title: telegram.title, status: telegram.status, office: telegram.office,
    published_by: telegram.publishedBy, head_title: telegram.headTitle, sent_at: telegram.sentAt, report_at: telegram.reportAt, target_at: telegram.targetAt,
    valid_until: telegram.validUntil, event_id: telegram.eventId, info_type: telegram.infoType, serial: telegram.serial, series: seriesOf(telegram),
    headline: telegram.headline, effect: kept.effect, remarks: [...kept.remarks], file_name: kept.fileName, way: kept.way, received_at: kept.receivedAt,
    // PostgreSQL's own way to write bytes as text (manual, 8.4.1).
    bytes: kept.bytes, body: `\\x${body.toString('hex')}` as never,
  })))
}

export async function noteEffect(tx: Tx, id: string, effect: Effect): Promise<void> {
  await tx.run(disaster.updateTable('disaster_information.telegram').set({ effect }).where('id', '=', id))
}

/** Every time and way a telegram came, also the second and the fiftieth. */
export async function keepArrivals(tx: Tx, arrivals: readonly { readonly telegramId: string; readonly way: Way; readonly at: Temporal.Instant }[]): Promise<void> {
  await rows.insertRows(tx, 'disaster_information.arrival', arrivals.map(({ telegramId, way, at }) => ({ telegram_id: telegramId, way, at })))
}
