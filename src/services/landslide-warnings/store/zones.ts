import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phenomenon, Point, Zone, ZoneKind } from '../model.ts'
import type { LandslideWarningsTables } from '../tables.ts'

const landslide = queriesOver<LandslideWarningsTables>()

export async function keepZone(tx: Tx, { designatedOn, ...zone }: Zone): Promise<void> {
  await tx.run(landslide.insertInto('landslide_warnings.zone').values({ ...zone, designated_on: designatedOn }))
}

export async function listZones(tx: Tx): Promise<Zone[]> {
  const rows = await tx.list(
    landslide
      .selectFrom('landslide_warnings.zone')
      .select(['key', 'name', 'town', 'phenomenon', 'kind', 'designated_on as designatedOn', 'ring'])
      .orderBy('key'),
  )
  return rows.map((row) => ({ ...row, phenomenon: row.phenomenon as Phenomenon, kind: row.kind as ZoneKind, ring: row.ring as readonly Point[] }))
}
