import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Realm } from '../model.ts'
import { seriesOf } from '../rules/levels/voiding.ts'
import type { Telegram } from '../rules/telegrams/telegram.ts'
import type { DisasterInformationTables } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

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
}

export async function findTelegramByDigest(tx: Tx, realm: Realm, digest: string): Promise<string | undefined> {
  const row = await tx.find(disaster.selectFrom('disaster_information.telegram').select('id').where('realm', '=', realm).where('digest', '=', digest))
  return row?.id
}

export async function keepTelegram(tx: Tx, kept: KeptTelegram): Promise<void> {
  const { telegram, realm, id, digest, way, bytes, body } = kept
  const { type, title, status, office, serial, headline } = telegram
  await tx.run(disaster.insertInto('disaster_information.telegram').values({
    id, realm, digest, type, title, status, office, serial, headline, way, bytes, body,
    published_by: telegram.publishedBy, head_title: telegram.headTitle, sent_at: telegram.sentAt, report_at: telegram.reportAt, target_at: telegram.targetAt,
    valid_until: telegram.validUntil, event_id: telegram.eventId, info_type: telegram.infoType, series: seriesOf(telegram), effect: 'text',
    remarks: [...kept.remarks], file_name: kept.fileName, received_at: kept.receivedAt,
  }))
}

export async function noteEffect(tx: Tx, id: string, effect: Effect): Promise<void> {
  await tx.run(disaster.updateTable('disaster_information.telegram').set({ effect }).where('id', '=', id))
}

export async function keepArrival(tx: Tx, telegramId: string, way: Way): Promise<void> {
  await tx.run(disaster.insertInto('disaster_information.arrival').values({ telegram_id: telegramId, way, at: tx.now }))
}
