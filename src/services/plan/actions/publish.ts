import { figure, freeze, frozen } from '#capabilities/indicators/indicators.ts'
import { may } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import { fiscalYear, lastDayOf } from '#kernel/values/fiscal-year.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject } from '../facts.ts'
import type { openYearForm, publishForm } from '../forms.ts'
import { isFinished, listPublishChecks } from '../pages/publish-checks.ts'
import { nextYearOf } from '../pages/open-year.ts'
import { showPublishOf } from '../pages/publish-page.ts'
import { referencesIn } from '../rules/figure-references.ts'
import { findPublishable, keepPublication } from '../store/publications.ts'
import { keepSteps, type NewStep } from '../store/rounds.ts'
import { markInPreparation } from '../store/successions.ts'
import { saveDocument } from '../store/save-document.ts'
import { staffWords } from '../text/staff-words.ts'
import type { PlanDocument } from '../model.ts'
import { getHeldVisit, type StaffVisit } from './staff-visit.ts'

/**
 * Publishes the report of a year as it stands: the snapshot and the fact land together. What was published is what the
 * publisher saw; a report that changed meanwhile is shown again first.
 */
export async function publishReport(visit: Submission<ValuesOf<typeof publishForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const { plan, year, links, present } = found
  const { document } = present
  const { digest, isPublished } = await findPublishable(tx, plan.key, document)
  const back = links.to('/staff/plan/publish', { year: String(year) })
  if (values.digest !== digest) return redirect(back, { notice: staffWords.changedBeforePublishing })
  if (isPublished) return redirect(back, { notice: staffWords.unchangedSincePublication })
  const checks = await listPublishChecks(tx, found)
  if (!isFinished(checks) && !values.isUnfinished) {
    return showPublishOf(visit, found, checks, { problems: { isUnfinished: { phrase: staffWords.confirmUnfinished } } })
  }
  const { revision, sha256 } = await keepPublication(tx, plan.key, document)
  await keepSteps(tx, publishedSheets(found))
  await markInPreparation(tx, plan.key, false)
  if (lastDayOf(fiscalYear(year)).since(tx.today).sign < 0) await setFiguresDown(tx, document)
  tx.publish(facts.reportPublished, planSubject(plan.key), { plan: plan.key, year, revision, sha256 })
  return redirect(links.report(year), { notice: staffWords.publishedNow })
}

/** Once the year is over, what the published texts count is set down: later corrections show as a difference. */
async function setFiguresDown(tx: Tx, document: PlanDocument): Promise<void> {
  for (const { key, year } of referencesIn(document)) {
    const isOpen = year <= document.reportYear && (await frozen(tx, key, year)) === undefined && (await figure(tx, key, { fiscalYear: year })) !== undefined
    if (isOpen) await freeze(tx, key, year)
  }
}

/** Sheets that the office had accepted are published with the report; the others stay where they are. */
function publishedSheets({ plan, year, rounds }: StaffVisit): NewStep[] {
  const accepted = [...rounds.sheets.values()].filter(({ stage }) => stage === 'accepted')
  return accepted.map(({ roundKey, projectKey, stage }) => ({
    planKey: plan.key, year, roundKey, projectKey, act: 'publish', from: stage, to: 'published', comment: '', forName: '',
  }))
}

/** Begins the report of the next year: texts and indicators of the plan are carried over, every sheet is blank. */
export async function openYear(visit: Submission<ValuesOf<typeof openYearForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, { plan: values.plan })
  const next = nextYearOf(found)
  if (!may(visit.actor, 'plan-publisher')) throw new Fault('forbidden')
  const desk = (year: number) => found.links.to('/staff/plan', { year: String(year) })
  // Somebody else may have begun it a moment ago.
  if (next === null || String(next) !== values.year) return redirect(desk(found.year), { notice: staffWords.yearOpened })
  await saveDocument(tx, { planKey: found.plan.key, document: beginningOf(found.present.document, next), cause: 'new-year' })
  tx.publish(facts.yearOpened, planSubject(found.plan.key), { plan: found.plan.key, year: next })
  return redirect(desk(next), { notice: staffWords.yearOpened })
}

/** What a report begins with: what is said of the plan stays, what is said of a year is blank. */
export function beginningOf(document: PlanDocument, reportYear: number): PlanDocument {
  const stays = new Set(['position', 'purpose', 'framework', 'contribution'])
  return {
    ...document,
    reportYear,
    sections: document.sections.map((section) => (stays.has(section.key) ? section : { ...section, body: '' })),
    indicators: document.indicators.map((indicator) => ({ ...indicator, actual: '' })),
    projects: document.projects.map((project) => ({
      ...project,
      sheet: { year: reportYear, results: '', outcomes: '', periodStatus: '', achievement: null },
    })),
  }
}
