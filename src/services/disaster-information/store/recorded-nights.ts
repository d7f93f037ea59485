import { gunzipSync } from 'node:zlib'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { DisasterInformationTables } from '../tables.ts'
import { isHeldBack } from './held-telegrams.ts'
import type { Period } from './time-line.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** A telegram of the real night, as it was sent. */
export interface RecordedTelegram {
  readonly id: string
  readonly fileName: string
  readonly source: Buffer
}

const recorded = disaster.selectFrom('disaster_information.telegram').select(['id', 'file_name as fileName', 'body']).where('realm', '=', 'live')

/** Those whose report lies in the period, in the order of their reports; what was held back never was part of the night. */
export async function listRecorded(tx: Tx, { from, to }: Period, limit: number): Promise<RecordedTelegram[]> {
  const rows = await tx.list(
    recorded.where('report_at', '>=', from).where('report_at', '<', to).where((row) => row.not(isHeldBack))
      .orderBy('report_at').orderBy('sent_at').orderBy('digest').limit(limit),
  )
  return rows.map(({ body, ...row }) => ({ ...row, source: gunzipSync(body) }))
}

export async function findRecorded(tx: Tx, id: string): Promise<RecordedTelegram | undefined> {
  const row = await tx.find(recorded.where('id', '=', id))
  return row && { id: row.id, fileName: row.fileName, source: gunzipSync(row.body) }
}
