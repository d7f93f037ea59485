import { pipeline } from 'node:stream/promises'
import { sqlColumns, sqlName, type StoredTable } from './inventory.ts'
import type { ArchiveManifest } from './manifest.ts'
import type { ProgressTeller } from './progress.ts'
import { RowCounter, compressor, gather } from './rows.ts'
import type { SectionWriter } from './sections.ts'
import type { Session } from './session.ts'

/** Writes a section for each table: the rows in COPY's text format, compressed. */
export async function writeTables(
  session: Session,
  writer: SectionWriter,
  tables: readonly StoredTable[],
  manifest: ArchiveManifest,
  progress: ProgressTeller,
): Promise<void> {
  for (const [index, table] of tables.entries()) {
    const counter = new RowCounter()
    await writer.begin({ kind: 'table', schema: table.schema, name: table.name })
    const rows = await session.copyOut(copyStatement(table))
    await pipeline(rows, gather, (pieces) => counter.count(pieces), compressor(), gather, async (pieces) => {
      for await (const piece of pieces) {
        await writer.piece(piece)
        progress.tell(table, counter.rows)
      }
    })
    await writer.end()
    progress.pass(counter.rows)
    const counted = manifest.tables[index]?.rows
    if (counter.rows !== counted) {
      throw new RangeError(`${table.schema}.${table.name}: ${counter.rows} rows came, ${counted} were counted`)
    }
  }
}

/** A partitioned table has no rows of its own that COPY would send, so it is asked through a query. */
function copyStatement(table: StoredTable): string {
  const columns = sqlColumns(table)
  if (table.isPartitioned) return `copy (select ${columns} from ${sqlName(table)}) to stdout`
  return `copy ${sqlName(table)}${columns === '' ? '' : ` (${columns})`} to stdout`
}
