import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { FiscalYearNumber } from '../model.ts'
import { PlanLinks } from '../pages/links.ts'
import { Tongue } from '../pages/tongue.ts'
import { choosePlan, listPlans, type PlanEntry } from '../store/catalogue.ts'
import { loadPresentPlan, type PresentPlan } from '../store/load-document.ts'
import { listOwners } from '../store/owners.ts'
import { holdPlan } from '../store/save-document.ts'
import { listCapacities } from '../store/deputies.ts'
import { loadRounds, type YearRounds } from '../store/rounds.ts'
import { listAllUnits, type UnitOfCity } from '../store/units.ts'
import { loadWords } from '../store/words.ts'
import { writingRights, type Writing } from './writing.ts'

/** What every staff page and action of the plan begins with: the present state, and what the person may do. */
export interface StaffVisit {
  readonly plan: PlanEntry
  /** Every plan that reports on anything. */
  readonly plans: readonly PlanEntry[]
  readonly year: FiscalYearNumber
  readonly present: PresentPlan
  readonly tongue: Tongue
  readonly links: PlanLinks
  readonly units: readonly UnitOfCity[]
  readonly rounds: YearRounds
  /** What this person may do with the project's sheet, or with null the cover. */
  readonly writing: (projectKey: string | null) => Writing
  /** May this person write the project's sheet, or with null the cover? */
  readonly mayEdit: (projectKey: string | null) => boolean
}

/** What the address or a form's hidden fields name. */
export interface StaffWish {
  readonly plan?: string | undefined
  readonly year?: string | undefined
}

/** Undefined when the city has no plan, or none that fits. */
export async function findStaffVisit(visit: Visit, wish: StaffWish = visit.query): Promise<StaffVisit | undefined> {
  const chosen = await choose(visit, wish)
  return chosen && staffVisitOf(visit, chosen.plans, chosen.plan, chosen.year)
}

/** The same for an action: the plan is held until the commit, so that what is compared is what will be written over. */
export async function getHeldVisit(visit: Visit, wish: StaffWish): Promise<StaffVisit> {
  const chosen = await choose(visit, wish)
  if (chosen === undefined) throw new Fault('not-found', 'there is no such plan or year')
  await holdPlan(visit.tx, chosen.plan.key)
  // Only now: somebody may have committed while this transaction waited.
  return staffVisitOf(visit, chosen.plans, chosen.plan, chosen.year)
}

async function choose({ tx }: Visit, wish: StaffWish) {
  const plans = (await listPlans(tx)).filter(({ reports }) => reports.length > 0)
  const wanted = /^\d{4}$/.test(wish.year ?? '') ? Number(wish.year) : undefined
  const plan = choosePlan(plans, { planKey: wish.plan || undefined, year: wanted }) ?? (wish.plan ? undefined : plans[0])
  const report = plan?.reports.find(({ year }) => year === wanted) ?? plan?.reports[0]
  return plan === undefined || report === undefined ? undefined : { plans, plan, year: report.year }
}

async function staffVisitOf(visit: Visit, plans: readonly PlanEntry[], plan: PlanEntry, year: number): Promise<StaffVisit> {
  const { tx, actor, voice } = visit
  const [present, allOwners, units, words, rounds, capacities] = await Promise.all([
    loadPresentPlan(tx, plan.key, year),
    listOwners(tx, plan.key),
    listAllUnits(tx),
    loadWords(tx, plan.key, year, voice.language),
    loadRounds(tx, plan.key, year),
    listCapacities(tx),
  ])
  if (present === undefined) throw new Fault('not-found', 'there is no such plan')
  const owners = Map.groupBy(allOwners, ({ projectKey }) => projectKey)
  const writing = writingRights({ actor, capacities, units, owners, rounds, year, today: tx.today })
  const mayEdit = (projectKey: string | null) => writing(projectKey).decision.ok
  return { plan, plans, year, present, tongue: new Tongue(voice, present.document, words), links: new PlanLinks(plan, plans), units, rounds, writing, mayEdit }
}

/** Throws `forbidden` for who may not write the sheet. */
export function assertMayEdit(found: StaffVisit, projectKey: string | null): void {
  if (!found.mayEdit(projectKey)) throw new Fault('forbidden', 'the project belongs to another unit')
}

/** Revision of the project, or with null of the cover, as it stands. */
export function revisionOf({ present }: StaffVisit, projectKey: string | null): number {
  return projectKey === null ? present.coverRevision : (present.projectRevisions.get(projectKey) ?? 0)
}
