import { createHash } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { PlanDocument } from '../model.ts'
import { listBudgetToPublish } from './budget-lines.ts'
import type { Publication } from './catalogue.ts'
import { digestOfBudget, keepPublishedBudget, listPublishedBudget } from './published-budget.ts'
import { insertRows, plan } from './rows.ts'

export interface PublicationLine extends Publication {
  readonly year: number
  readonly byName: string
}

/** Keeps a report as it is now, with the budget's lines up to its year. Returns the publication; the first of a year has revision 1. */
export async function keepPublication(tx: Tx, planKey: string, document: PlanDocument): Promise<Publication> {
  const year = document.reportYear
  const earlier = await listPublications(tx, planKey, year)
  const lastChange = await lastChangeOf(tx, planKey)
  const publication = { revision: (earlier[0]?.revision ?? 0) + 1, sha256: digestOfDocument(document), at: tx.now, lastChange }
  await insertRows(tx, 'plan.published_report', [
    {
      plan_key: planKey,
      year,
      revision: publication.revision,
      document,
      sha256: publication.sha256,
      last_change: lastChange,
      published_at: tx.now,
      published_by: tx.actor.id,
      published_by_name: tx.actor.person?.name ?? '',
    },
  ])
  await keepPublishedBudget(tx, { planKey, reportYear: year, revision: publication.revision }, await listBudgetToPublish(tx, planKey, year))
  return publication
}

/** What a report would be published as now. */
export interface Publishable {
  /** Tells the report and its budget as a publisher saw them. */
  readonly digest: string
  /** Nothing would be other than in the last publication. */
  readonly isPublished: boolean
}

export async function findPublishable(tx: Tx, planKey: string, document: PlanDocument): Promise<Publishable> {
  const reportYear = document.reportYear
  const [budget, [last]] = await Promise.all([listBudgetToPublish(tx, planKey, reportYear), listPublications(tx, planKey, reportYear)])
  const [ofDocument, ofBudget] = [digestOfDocument(document), digestOfBudget(budget)]
  const isSameReport = last?.sha256 === ofDocument
  const isPublished = isSameReport && digestOfBudget(await listPublishedBudget(tx, { planKey, reportYear, revision: last.revision })) === ofBudget
  return { digest: `${ofDocument}-${ofBudget}`, isPublished }
}

/** Number of the newest change of the plan; 0 for none. */
export async function lastChangeOf(tx: Tx, planKey: string): Promise<number> {
  const row = await tx.find(
    plan.selectFrom('plan.change').select('id').where('plan_key', '=', planKey).orderBy('id', 'desc').limit(1),
  )
  return row?.id ?? 0
}

/** Newest first. */
export function listPublications(tx: Tx, planKey: string, year: number): Promise<PublicationLine[]> {
  return tx.list(
    plan
      .selectFrom('plan.published_report')
      .select(['year', 'revision', 'sha256', 'published_at as at', 'last_change as lastChange'])
      .select('published_by_name as byName')
      .where('plan_key', '=', planKey)
      .where('year', '=', year)
      .orderBy('revision', 'desc'),
  )
}

/**
 * SHA-256 over the document as JSON with the names of each object in order: the database keeps no order of names, and
 * the same report must have the same digest whenever it is read.
 */
export function digestOfDocument(document: PlanDocument): string {
  return createHash('sha256').update(JSON.stringify(inOrder(document))).digest('hex')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(names.map(([name, own]) => [name, inOrder(own)]))
}
