// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface PhrasebookTables {
  'phrasebook.decision': DecisionTable
  'phrasebook.template': TemplateTable
  'phrasebook.version': VersionTable
}

export interface DecisionTable {
  /** internal: each version is decided once */
  version_id: string
  /** internal: what became of it */
  decision: string
  /** internal: who decided; null is the city's folder */
  decided_by: string | null
  /** internal: their name then */
  decided_by_name: string
  /** internal: when */
  decided_at: Temporal.Instant
  /** internal: why */
  remark: string
}

export interface TemplateTable {
  /** public: occasion */
  key: string
  /** internal: the approved version; null where none ever was */
  in_force: string | null
  /** internal: the version that waits; null where none does */
  proposed: string | null
}

export interface VersionTable {
  /** internal: identity */
  id: string
  /** internal: order of writing */
  number: Generated<number>
  /** public: occasion, e.g. evacuation.landslide.4 */
  key: string
  /** public: title and sentences in four languages */
  lines: unknown
  /** internal: pack, page, import or undo */
  cause: string
  /** internal: why it was written */
  reason: string
  /** internal: who wrote it: a person, or the command line; null is the city's folder */
  written_by: string | null
  /** internal: their name then */
  written_by_name: string
  /** internal: when */
  written_at: Temporal.Instant
}
