import { may, type Actor } from '#kernel/access/actor.ts'
import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import './exporter.ts'
import type { OwnedImporter } from './model.ts'

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
  assertNames(parts.flatMap((part) => part.exporters ?? []).map((exporter) => exporter.name), 'exporter')
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
