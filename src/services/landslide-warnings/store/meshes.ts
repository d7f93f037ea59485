import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { MOST_AHEAD_MINUTES, type Level, type MeshCode, type MeshReading, type Realm } from '../model.ts'
import type { LandslideWarningsTables } from '../tables.ts'

const landslide = queriesOver<LandslideWarningsTables>()
/** Rows of one statement: PostgreSQL takes 65,535 parameters, and a row has seven. */
const ROWS_AT_ONCE = 2_000

/**
 * Keeps the newest word on each mesh: a sheet that comes late changes nothing that is newer. What a clock that was wrong
 * let in from the future gives way to any.
 */
export async function keepReadings(tx: Tx, realm: Realm, readings: readonly MeshReading[]): Promise<void> {
  for (let from = 0; from < readings.length; from += ROWS_AT_ONCE) await keepSome(tx, realm, readings.slice(from, from + ROWS_AT_ONCE))
}

async function keepSome(tx: Tx, realm: Realm, readings: readonly MeshReading[]): Promise<void> {
  const rows = readings.map((reading) => ({
    realm, code: reading.mesh, level: reading.level, rain_60min_mm: reading.rain60MinutesMm, soil_water_index: reading.soilWaterIndex, base_time: reading.baseTime,
  }))
  await tx.run(
    landslide
      .insertInto('landslide_warnings.mesh')
      .values(rows.map((row) => ({ ...row, received_at: tx.now })))
      .onConflict((conflict) =>
        conflict
          .columns(['realm', 'code'])
          .doUpdateSet((kept) => ({
            level: kept.ref('excluded.level'), rain_60min_mm: kept.ref('excluded.rain_60min_mm'), soil_water_index: kept.ref('excluded.soil_water_index'),
            base_time: kept.ref('excluded.base_time'), received_at: tx.now,
          }))
          .where((kept) => kept.or([
            kept('landslide_warnings.mesh.base_time', '<', sql.ref<Temporal.Instant>('excluded.base_time')),
            kept('landslide_warnings.mesh.base_time', '>', tx.now.add({ minutes: MOST_AHEAD_MINUTES })),
          ])),
      ),
  )
  // Dry weather is not history.
  const wet = rows.filter(({ level, rain_60min_mm }) => level === null || level > 0 || (rain_60min_mm ?? 0) > 0)
  if (wet.length > 0) await tx.run(landslide.insertInto('landslide_warnings.mesh_reading').values(wet).onConflict((conflict) => conflict.doNothing()))
}

/** The newest word on each mesh of the realm, or on those that are asked for. */
export async function listReadings(tx: Tx, realm: Realm, meshes?: readonly MeshCode[]): Promise<Map<MeshCode, MeshReading>> {
  let rows = landslide
    .selectFrom('landslide_warnings.mesh')
    .select(['code as mesh', 'level', 'rain_60min_mm as rain60MinutesMm', 'soil_water_index as soilWaterIndex', 'base_time as baseTime'])
    .where('realm', '=', realm)
  if (meshes !== undefined) rows = rows.where('code', 'in', [...meshes])
  const found = await tx.list(rows)
  return new Map(found.map((row) => [row.mesh, { ...row, level: row.level as Level | null }]))
}

/** What is known of one mesh since a moment, the oldest first. */
export async function listNight(tx: Tx, realm: Realm, mesh: MeshCode, since: Temporal.Instant): Promise<MeshReading[]> {
  const rows = await tx.list(
    landslide
      .selectFrom('landslide_warnings.mesh_reading')
      .select(['code as mesh', 'level', 'rain_60min_mm as rain60MinutesMm', 'soil_water_index as soilWaterIndex', 'base_time as baseTime'])
      .where('realm', '=', realm)
      .where('code', '=', mesh)
      .where('base_time', '>=', since)
      .orderBy('base_time'),
  )
  return rows.map((row) => ({ ...row, level: row.level as Level | null }))
}

export interface CityLevel {
  readonly level: Level | null
  readonly kindName: string
  /** Report time of the telegram. After a cancelled one it may lie before what was said last. */
  readonly at: Temporal.Instant
}

export async function findCityLevel(tx: Tx, realm: Realm): Promise<CityLevel | undefined> {
  const row = await tx.find(landslide.selectFrom('landslide_warnings.city_level').select(['level', 'kind_name as kindName', 'at']).where('realm', '=', realm))
  return row === undefined ? undefined : { ...row, level: row.level as Level | null }
}

/** Keeps what the latest fact of the chain said. False: a later one was faster. */
export async function keepCityLevel(tx: Tx, realm: Realm, { level, kindName, at }: CityLevel, factPosition: number): Promise<boolean> {
  const said = { level, kind_name: kindName, at, fact_position: factPosition }
  const kept = await tx.run(
    landslide
      .insertInto('landslide_warnings.city_level')
      .values({ realm, ...said })
      .onConflict((conflict) => conflict.column('realm').doUpdateSet(said).where('landslide_warnings.city_level.fact_position', '<=', factPosition)),
  )
  return kept > 0
}
