import { z } from 'zod'
import { damaged } from './errors.ts'
import { sqlName, type Inventory, type RelationName, type Table } from './inventory.ts'
import type { Session } from './session.ts'

/** A migration as it was applied to the archived database. */
export interface AppliedMigration {
  readonly schema: string
  readonly name: string
  /** SHA-256 of the migration's text, in hex. */
  readonly checksum: string
}

export interface ArchivedTable extends Table {
  readonly rows: number
}

export interface ArchivedSequence extends RelationName {
  /** A whole number in decimal digits; it may be beyond what a JavaScript number holds exactly. */
  readonly lastValue: string
  /** False before the first use: the next value is then `lastValue` itself. */
  readonly isCalled: boolean
}

/** What stands at the beginning of every archive, readable for people: `head -c 2000 <file>`. */
export interface ArchiveManifest {
  /** The municipality code of the city whose database it is. */
  readonly city: string
  /** ISO 8601 in UTC: the moment whose state the archive holds. */
  readonly createdAt: string
  /** `server_version` of the PostgreSQL it came from. */
  readonly serverVersion: string
  readonly migrations: readonly AppliedMigration[]
  readonly schemas: readonly string[]
  /** Tables of these schemas, as `schema.table`, that were left out on purpose. */
  readonly exclude: readonly string[]
  readonly tables: readonly ArchivedTable[]
  readonly sequences: readonly ArchivedSequence[]
}

const manifestShape = z.object({
  city: z.string(),
  createdAt: z.string(),
  serverVersion: z.string(),
  migrations: z.array(z.object({ schema: z.string(), name: z.string(), checksum: z.string() })),
  schemas: z.array(z.string()),
  exclude: z.array(z.string()),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      rows: z.int().nonnegative(),
    }),
  ),
  sequences: z.array(
    z.object({ schema: z.string(), name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
})

export function printManifest(manifest: ArchiveManifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
}

export function parseManifest(bytes: Buffer, file: string): ArchiveManifest {
  try {
    return manifestShape.parse(JSON.parse(bytes.toString()))
  } catch (error) {
    throw damaged(file, 'its manifest cannot be read', error)
  }
}

export function rowsInAll({ tables }: ArchiveManifest): number {
  return tables.reduce((rows, table) => rows + table.rows, 0)
}

/** Counts rows and reads sequences in the session's snapshot. */
export async function describeDatabase(
  session: Session,
  inventory: Inventory,
  given: Pick<ArchiveManifest, 'city' | 'createdAt' | 'migrations' | 'schemas' | 'exclude'>,
): Promise<ArchiveManifest> {
  const tables: ArchivedTable[] = []
  for (const { schema, name, columns, isPartitioned } of inventory.tables) {
    const only = isPartitioned ? '' : 'only '
    const rows = Number(await session.text(`select count(*)::text from ${only}${sqlName({ schema, name })}`))
    tables.push({ schema, name, columns, rows })
  }
  // A sequence knows no snapshots. Read after the snapshot was taken, it is at least as far as every row in it.
  const sequences: ArchivedSequence[] = []
  for (const { schema, name } of inventory.sequences) {
    const [stand] = await session.run<{ lastValue: string; isCalled: string }>(
      `select last_value::text as "lastValue", is_called::text as "isCalled" from ${sqlName({ schema, name })}`,
    )
    if (stand === undefined) continue
    sequences.push({ schema, name, lastValue: stand.lastValue, isCalled: stand.isCalled === 'true' })
  }
  const serverVersion = await session.text(`select current_setting('server_version')`)
  return { ...given, serverVersion, tables, sequences }
}
