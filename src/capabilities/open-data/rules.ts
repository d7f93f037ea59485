import { join } from 'node:path'
import { commentsOf, migrationsIn } from '#kernel/database/migrations.ts'
import { schemaOf } from '#kernel/database/roles.ts'
import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import { datasetsOf, type Dataset, type DatasetColumn } from './open-data.ts'

/** Addresses below /open-data that are no dataset's. */
const TAKEN_IDS = new Set(['catalog'])

/**
 * The gate: a city does not open while a dataset would publish what its tables call personal or sensitive without
 * naming the law that orders it (個人情報の保護に関する法律 第69条: no provision beyond the purpose of use except by law).
 * Throws a ManifestFault that names dataset and column.
 */
export function assertDatasets(parts: readonly Manifest[]): void {
  const seen = new Set<string>()
  const patterns = new Set(parts.flatMap((part) => [`${part.name}.*`, ...Object.values(part.facts ?? {}).map((fact) => fact.name)]))
  for (const { owner, dataset } of datasetsOf(parts)) {
    if (!/^[a-z][a-z0-9-]*$/.test(dataset.id) || TAKEN_IDS.has(dataset.id)) throw new ManifestFault(`A dataset cannot be called ${dataset.id}`)
    if (seen.has(dataset.id)) throw new ManifestFault(`Two parts claim the dataset ${dataset.id}`)
    seen.add(dataset.id)
    // A name that no part publishes would keep old rows for ever.
    const unknown = dataset.emptiedBy.find((pattern) => !patterns.has(pattern))
    if (unknown !== undefined) throw new ManifestFault(`The dataset ${dataset.id} waits for ${unknown}, which no part publishes`)
    assertColumns(owner, dataset)
  }
}

function assertColumns(owner: Manifest, dataset: Dataset): void {
  const names = dataset.columns.map(({ name }) => name)
  if (names.length === 0 || new Set(names).size < names.length) {
    throw new ManifestFault(`The dataset ${dataset.id} needs columns that can be told apart`)
  }
  const levels = privacyIn(owner)
  for (const column of dataset.columns) assertColumn(owner, dataset, column, levels)
}

function assertColumn(owner: Manifest, dataset: Dataset, column: DatasetColumn, levels: ReadonlyMap<string, string>): void {
  if (column.from === 'computed') return
  for (const source of column.from) {
    const level = levels.get(source)
    if (level === undefined) {
      throw new ManifestFault(`The column ${column.name} of the dataset ${dataset.id} comes from ${source}, which no migration of ${owner.name} describes`)
    }
    const isGuarded = level === 'personal' || level === 'sensitive'
    if (isGuarded && (column.publishes === undefined || column.publishes.basis.trim() === '')) {
      throw new ManifestFault(`The column ${column.name} of the dataset ${dataset.id} would publish ${source}, which is ${level}, without naming the law that orders it`)
    }
  }
}

const COLUMN_COMMENT = /^comment on column ([a-z_0-9.]+) is '(public|internal|personal|sensitive): /

/** How private each column of a part's tables is, as its migrations say, e.g. `plan.project.name` → `public`. */
export function privacyIn(part: Manifest): ReadonlyMap<string, string> {
  const levels = new Map<string, string>()
  for (const { sql } of migrationsIn(join(part.folder, 'migrations'), schemaOf(part.name))) {
    for (const statement of commentsOf(sql)) {
      const found = COLUMN_COMMENT.exec(statement)
      if (found) levels.set(found[1] as string, found[2] as string)
    }
  }
  return levels
}
