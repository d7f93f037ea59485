import { foundOnce } from '#kernel/database/held-values.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PlanDocument } from '../model.ts'
import { CONTRADICTION_EXPLANATIONS } from '../rules/contradiction-explanations.ts'
import { type Contradiction, findContradictions } from '../rules/contradictions.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { listMeasureContradictions } from './measure-contradictions.ts'
import { insertRows, plan } from './rows.ts'

/** Why something in the plan stands although it seems to contradict itself. */
export interface GivenReason {
  /** Identity of the contradiction: once what stands there changes, the reason no longer applies. */
  readonly contradiction: string
  readonly text: string
  readonly byName: string
  readonly unitCode: string | null
  readonly at: Temporal.Instant
}

/** A contradiction with the reason that counts for it, if anybody has given one. */
export interface ExplainedContradiction extends Contradiction {
  readonly reason: GivenReason | null
}

/** The contradictions of a plan or of one project, in the order of the plan. */
export async function listContradictions(tx: Tx, planKey: string, document: PlanDocument, projectKey?: string): Promise<ExplainedContradiction[]> {
  const [grounds, measures] = await Promise.all([loadGrounds(tx, planKey), listMeasureContradictions(tx, planKey, document, projectKey)])
  return explained(document, { ...grounds, measures }, projectKey)
}

/** What is known of a plan's contradictions beside the report itself. */
export interface Grounds {
  readonly copies: readonly Contradiction[]
  readonly reasons: readonly GivenReason[]
  /** Where counted figures say something else; they change with the facts and are never held. */
  readonly measures?: readonly Contradiction[]
}

export async function loadGrounds(tx: Tx, planKey: string): Promise<Grounds> {
  const [copies, reasons] = await Promise.all([listCopyDifferences(tx, planKey), listReasons(tx, planKey)])
  return { copies, reasons }
}

export function explained(document: PlanDocument, { copies, reasons, measures = [] }: Grounds, projectKey?: string): ExplainedContradiction[] {
  const byId = new Map(reasons.map((reason) => [reason.contradiction, reason]))
  const places = new Map(document.projects.map(({ key }, position) => [key, position]))
  return [...contradictionsOf(document), ...copies, ...measures]
    .filter((found) => (projectKey === undefined ? places.has(found.projectKey) : found.projectKey === projectKey))
    .toSorted((one, other) => (places.get(one.projectKey) ?? 0) - (places.get(other.projectKey) ?? 0))
    .map((found) => ({ ...found, reason: byId.get(found.id) ?? null }))
}

/** Documents are held in memory; so is what was found in them. */
const contradictionsOf = foundOnce(findContradictions)

export async function keepReason(tx: Tx, planKey: string, { id, kind, projectKey }: Contradiction, text: string): Promise<void> {
  const { person } = tx.actor
  await insertRows(tx, 'plan.reason', [
    {
      plan_key: planKey,
      project_key: projectKey,
      contradiction: id,
      kind,
      text,
      by: tx.actor.id,
      by_name: person?.name ?? '',
      unit_code: person?.unitCode ?? null,
      at: tx.now,
    },
  ])
}

/** Keeps where the copies in an imported table differed, in the place of what an earlier import had found. */
export async function keepCopyDifferences(tx: Tx, planKey: string, found: readonly Contradiction[]): Promise<void> {
  await tx.run(plan.deleteFrom('plan.copy_difference').where('plan_key', '=', planKey))
  const rows = new Map(
    found.map(({ id, projectKey, number, values }) => [
      id,
      { plan_key: planKey, contradiction: id, project_key: projectKey, number, details: values },
    ]),
  )
  await insertRows(tx, 'plan.copy_difference', [...rows.values()])
}

async function listCopyDifferences(tx: Tx, planKey: string): Promise<Contradiction[]> {
  const rows = await tx.list(
    plan
      .selectFrom('plan.copy_difference')
      .select(['contradiction as id', 'project_key as projectKey', 'number', 'details'])
      .where('plan_key', '=', planKey)
      .orderBy('contradiction'),
  )
  return rows.map(({ details, ...row }) => {
    const values = details as Readonly<Record<string, string>>
    return { ...row, kind: COPIES, values, explanation: officialVoice.plain(CONTRADICTION_EXPLANATIONS[COPIES], values) }
  })
}

const COPIES = 'copies-differ'

/** The latest reason for each contradiction. */
function listReasons(tx: Tx, planKey: string): Promise<GivenReason[]> {
  return tx.list(
    plan
      .selectFrom('plan.reason')
      .distinctOn('contradiction')
      .select(['contradiction', 'text', 'by_name as byName', 'unit_code as unitCode', 'at'])
      .where('plan_key', '=', planKey)
      .orderBy('contradiction')
      .orderBy('id', 'desc'),
  )
}
