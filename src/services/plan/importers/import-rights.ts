import type { ImportRefusal } from '#capabilities/imports/importer.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { fieldRefusal, writingRights, type Writing } from '../actions/writing.ts'
import type { FiscalYearNumber, PlanDocument } from '../model.ts'
import { referenceProblemOf } from '../pages/reference-problem.ts'
import { REFUSAL_WORDS } from '../pages/round-names.ts'
import { mainNumberOf } from '../rules/fields.ts'
import { mayHoldReferences } from '../rules/figure-reference-problems.ts'
import type { Capacity } from '../rules/round-roles.ts'
import type { RoundRefusal } from '../rules/rounds.ts'
import { listCapacities } from '../store/deputies.ts'
import type { FieldChange } from '../store/document-changes.ts'
import type { FieldAddress } from '../store/document-fields.ts'
import { loadReferenceCheck, type ReferenceCheck } from '../store/known-figures.ts'
import { listOwners } from '../store/owners.ts'
import { loadRounds } from '../store/rounds.ts'
import { listAllUnits } from '../store/units.ts'
import { importWords } from '../text/import-words.ts'
import { officialName } from './report-cells.ts'

/** What a file may bring into a report: who may write what in the running round holds for files as for pages. */
export interface ImportRights {
  readonly writing: (projectKey: string | null) => Writing
  readonly references: ReferenceCheck
  readonly year: FiscalYearNumber
}

/** Whoever sits at the installation's command line, or the city's machinery, stands for the office that gathers. */
const OFFICE: Capacity = { duties: ['plan-publisher'], unitCode: null, inPlaceOf: null }

export async function loadImportRights(tx: Tx, planKey: string, document: Pick<PlanDocument, 'reportYear'>): Promise<ImportRights> {
  const { actor, today } = tx
  const year = document.reportYear
  const [owned, units, rounds, own, references] = await Promise.all([
    listOwners(tx, planKey),
    listAllUnits(tx),
    loadRounds(tx, planKey, year),
    listCapacities(tx),
    loadReferenceCheck(tx, document),
  ])
  const owners = Map.groupBy(owned, ({ projectKey }) => projectKey)
  const capacities = actor.person === null ? [OFFICE] : own
  return { writing: writingRights({ actor, capacities, units, owners, rounds, year, today }), references, year }
}

/** Why a value may not be written now; null where it may. */
export function refusedField({ writing, year }: ImportRights, projectKey: string | null, field: string): RoundRefusal | null {
  return fieldRefusal(writing(projectKey), field, year)
}

/**
 * The first change that may not be made, as the person reads it. Asked before anything is written, so that a file is
 * taken in whole or not at all.
 */
export function refusedChange(rights: ImportRights, document: PlanDocument, changes: readonly FieldChange[]): ImportRefusal | null {
  for (const { projectKey, field } of changes) {
    const refused = refusedField(rights, projectKey, field)
    if (refused !== null) return { ok: false, phrase: withPlace(REFUSAL_WORDS[refused]), values: { place: placeOf(document, projectKey, field) } }
  }
  return refusedReference(rights.references, document, changes)
}

/** The first text with a reference that becomes no figure. */
export function refusedReference(references: ReferenceCheck, document: PlanDocument, changes: readonly FieldChange[]): ImportRefusal | null {
  for (const { projectKey, field, after } of changes) {
    const problem = mayHoldReferences(after) ? referenceProblemOf(references(field, after)) : null
    if (problem !== null) return { ok: false, phrase: withPlace(problem.phrase), values: { ...problem.values, place: placeOf(document, projectKey, field) } }
  }
  return null
}

/** Is the round over, so that the changes are corrections, which need a reason? */
export function isCorrection({ writing }: ImportRights, changes: readonly Pick<FieldChange, 'projectKey'>[]): boolean {
  return changes.some(({ projectKey }) => writing(projectKey).isCorrection)
}

/** The reason of a cell that is left as it stands in the plan. */
export function leftOut(refusal: RoundRefusal): Phrase {
  return joined(importWords.leftOut, REFUSAL_WORDS[refusal])
}

function withPlace(phrase: Phrase): Phrase {
  return joined(importWords.placeOnly, phrase)
}

function joined(one: Phrase, other: Phrase): Phrase {
  const { ja, 'ja-x-yasashii': easy, en, pt } = other
  return { ja: `${one.ja}${ja}`, 'ja-x-yasashii': `${one['ja-x-yasashii']} ${easy}`, en: `${one.en} ${en}`, pt: `${one.pt} ${pt}` }
}

function placeOf(document: PlanDocument, projectKey: string | null, field: string): string {
  const name = officialName(document, { projectKey, field } as FieldAddress)
  const isKnown = projectKey !== null && document.projects.some(({ key }) => key === projectKey)
  return `${isKnown ? mainNumberOf(document, projectKey) : ''} ${name}`.trim()
}
