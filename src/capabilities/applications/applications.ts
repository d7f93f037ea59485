import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import type { Procedure, ProcedureField } from './procedure.ts'
import { proceduresOf } from './rules/desks.ts'
import { fieldsIn } from './rules/weighing.ts'

/** Checks every procedure when a city opens: what is wrong with a definition is found before a resident meets it. */
export function assertProcedures(parts: readonly Manifest[]): void {
  const duties = new Set(parts.flatMap((part) => part.duties ?? []).map(({ name }) => name))
  const seen = new Set<string>()
  for (const { owner, definition } of proceduresOf(parts)) {
    const { key } = definition
    if (!key.startsWith(`${owner}.`) || !/^[a-z-]+\.[a-z0-9-]+$/.test(key)) throw new ManifestFault(`The procedure ${key} of ${owner} must begin with ${owner}.`)
    if (seen.has(key)) throw new ManifestFault(`Two procedures are called ${key}`)
    seen.add(key)
    assertVersions(definition, duties)
  }
}

function assertVersions({ key, versions }: Procedure, duties: ReadonlySet<string>): void {
  for (const [index, version] of versions.entries()) {
    const name = `${key} ${version.version}`
    const earlier = versions[index - 1]
    if (earlier !== undefined && Temporal.PlainDate.compare(earlier.from, version.from) >= 0) throw new ManifestFault(`The versions of ${key} do not stand in the order of their days`)
    assertFields(name, version.pages.flatMap(({ fields }) => fields))
    const known = new Set(version.pages.flatMap(({ fields }) => fields).map((field) => field.key))
    for (const { key: slot, show } of version.documents) {
      for (const field of show === undefined ? [] : fieldsIn(show)) if (!known.has(field)) throw new ManifestFault(`The document ${slot} of ${name} looks at the unknown field ${field}`)
    }
    for (const { duty } of version.deciders) if (!duties.has(duty)) throw new ManifestFault(`${name} is decided by the unknown duty ${duty}`)
    const last = version.deciders.at(-1)
    if (last?.mostYen !== undefined || last?.when !== undefined) throw new ManifestFault(`The last decider of ${name} must fit always`)
    if (!version.reasons.some(({ outcome }) => outcome === 'refused')) throw new ManifestFault(`${name} has no reason for a refusal`)
  }
}

/** A condition looks only at what stands before it, so that no two fields wait for each other. */
function assertFields(name: string, fields: readonly ProcedureField[], before: readonly string[] = []): void {
  const known = new Set(before)
  for (const field of fields) {
    if (!/^[a-z][a-z0-9-]*$/.test(field.key) || known.has(field.key)) throw new ManifestFault(`The field ${field.key} of ${name} is no name of its own in kebab case`)
    for (const seen of field.show === undefined ? [] : fieldsIn(field.show)) {
      if (!known.has(seen)) throw new ManifestFault(`The field ${field.key} of ${name} looks at ${seen}, which does not stand before it`)
    }
    known.add(field.key)
    if (field.kind === 'group') assertFields(`${name} ${field.key}`, field.fields, [...known])
  }
}
