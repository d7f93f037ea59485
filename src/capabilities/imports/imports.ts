import { may, type Actor } from '#kernel/access/actor.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import { acceptAll } from './actions/answer.ts'
import { applyReading, type ApplyOutcome } from './actions/apply.ts'
import { readOwned, refuseReading, refuseSize, takeIn, type TakenIn } from './actions/take-in.ts'
import type { Exporter } from './exporter.ts'
import type { ImportedFile, ReadFile } from './importer.ts'
import { everyQuestion, type OwnedImporter } from './model.ts'
import { readingPath } from './pages/addresses.ts'

/** The importers of a city with the parts that own them. */
export function importersOf(parts: readonly Manifest[]): OwnedImporter[] {
  return parts.flatMap((part) => (part.importers ?? []).map((importer) => ({ owner: part.name, importer })))
}

export function findImporter(parts: readonly Manifest[], name: string): OwnedImporter | undefined {
  return importersOf(parts).find(({ importer }) => importer.name === name)
}

/** The importers whose files this person may bring. */
export function importersFor(actor: Actor, parts: readonly Manifest[]): OwnedImporter[] {
  return importersOf(parts).filter(({ importer }) => may(actor, importer.duty))
}

/** Importers and exporters are called by name, and an importer nobody may use is a mistake. */
export function assertImporters(parts: readonly Manifest[]): void {
  const duties = new Set(parts.flatMap((part) => part.duties ?? []).map((duty) => duty.name))
  assertNames(importersOf(parts).map(({ importer }) => importer.name), 'importer')
  assertNames(exportersOf(parts).map(({ exporter }) => exporter.name), 'exporter')
  for (const { owner, importer } of importersOf(parts)) {
    if (!duties.has(importer.duty)) throw new ManifestFault(`The importer ${importer.name} of ${owner} needs the unknown duty ${importer.duty}`)
  }
}

function assertNames(names: readonly string[], what: string): void {
  for (const [index, name] of names.entries()) {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new ManifestFault(`An ${what} is named in kebab case: ${name}`)
    if (names.indexOf(name) !== index) throw new ManifestFault(`Two parts claim the ${what} ${name}`)
  }
}

/** Where staff answer the questions of a reading. */
export function reviewPathOf(readingId: string): string {
  return readingPath(readingId)
}

/** Reads a file and keeps nothing. `tx` is one of the part `imports`; it may be one that cannot write. */
export function tryReading(tx: Tx, owned: OwnedImporter, file: ImportedFile): Promise<ReadFile<unknown>> {
  return readOwned(tx, owned, file)
}

/** Reads a file without any database; undefined where the importer needs one. */
export async function tryReadingOffline({ importer }: OwnedImporter, city: City, file: ImportedFile): Promise<ReadFile<unknown> | undefined> {
  if (importer.readOffline === undefined) return undefined
  const tooLarge = refuseSize(file)
  if (tooLarge !== null) return tooLarge
  const read = await importer.readOffline(city, file)
  return read.ok ? (refuseReading(read) ?? read) : read
}

/** Takes a file in as the desk does. A file that is under review is not read twice; one that was applied is read anew. */
export function bringFile(tx: Tx, owned: OwnedImporter, file: ImportedFile): Promise<TakenIn> {
  return takeIn(tx, owned, file, 'open')
}

/** Accepts every proposal that nobody has answered, and applies the reading. Whoever calls it rolls back unless `applied`. */
export async function applyWithProposals(tx: Tx, owned: OwnedImporter, readingId: string): Promise<ApplyOutcome> {
  await acceptAll(tx, readingId, everyQuestion, 'any')
  return applyReading(tx, owned, readingId, 'any')
}

/** An exporter with the part of the city that owns it, under whose role it writes. */
export interface OwnedExporter {
  readonly owner: string
  readonly exporter: Exporter
}

export function exportersOf(parts: readonly Manifest[]): OwnedExporter[] {
  return parts.flatMap((part) => (part.exporters ?? []).map((exporter) => ({ owner: part.name, exporter })))
}
