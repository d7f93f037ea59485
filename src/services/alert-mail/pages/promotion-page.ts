import { renderButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Guardian, School, SchoolClass } from '../model.ts'
import { classTitle, gradeTitle, schoolYearOf } from '../rules/school-year.ts'
import { listGuardians } from '../store/guardians.ts'
import { findPromotion, listMoves, type PlannedMove, type Promotion } from '../store/promotions.ts'
import { listClasses, listYears } from '../store/schools.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { timeText } from './alert-frame.ts'
import { keptSchool, LIST_BASIS, schoolCrumbs, schoolPath } from './school-visit.ts'

export interface PromotionState {
  /** The school year that is left. */
  readonly fromYear: number
  readonly classes: readonly SchoolClass[]
  readonly guardians: readonly Guardian[]
  readonly plan: Promotion | undefined
  readonly moves: readonly PlannedMove[]
}

/**
 * The year to be left: the latest that has classes with somebody on them; from January on a school plans the coming one
 * while the old one runs, and after 1 April it may be late.
 */
export async function promotionState(tx: Tx, school: School): Promise<PromotionState> {
  const years = await listYears(tx, school.key)
  const fromYear = years.find((year) => year <= schoolYearOf(tx.today)) ?? schoolYearOf(tx.today)
  const classes = await listClasses(tx, school.key, fromYear)
  const guardians = await listGuardians(tx, classes.map(({ id }) => id))
  const plan = await findPromotion(tx, school.key, fromYear)
  return { fromYear, classes, guardians, plan, moves: plan === undefined ? [] : await listMoves(tx, plan.id) }
}

/** The plan for April as one table: from where, to where, how many. */
export async function showPromotion(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { voice, tx } = visit
  const state = await promotionState(tx, school)
  const main = html`${renderPageTitle({ title: voice.say(words.promotion), kicker: voice.say(school.name), lead: voice.say(words.promotionLead) })}
    ${state.plan === undefined ? renderForm({ voice, action: schoolPath(school, '/promotion'), csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.makePlan) }) }) : renderPlan(visit, school, state, state.plan)}`
  return shown({ title: voice.plain(words.promotion), main, area: 'staff', crumbs: schoolCrumbs(voice, school) })
}

function renderPlan(visit: Visit, school: School, state: PromotionState, plan: Promotion): Html {
  const { voice } = visit
  const planned = new Map(state.moves.map((move) => [move.guardianId, move]))
  const leaving = state.guardians.filter(({ id }) => planned.get(id)?.toGrade === null).length
  const rows = state.classes.flatMap((one) => flowsOf(state, one, planned).map(([to, count]) => [
    plan.doneAt === null ? html`<a href="${schoolPath(school, `/promotion/${one.id}`)}">${classTitle(school.kind, one)}</a>` : classTitle(school.kind, one),
    to === null ? voice.say(words.leaves) : `${gradeTitle(school.kind, to.grade)} ${to.name}`,
    voice.number(count),
  ]))
  if (plan.doneAt !== null) return renderNotice({ voice, kind: 'success', title: voice.say(words.doneOn, { date: timeText(voice, plan.doneAt) }) })
  const isIncomplete = state.guardians.some(({ id }) => !planned.has(id))
  return renderStack({
    gap: 'large',
    parts: [
      isIncomplete ? renderNotice({ voice, kind: 'warning', title: voice.say(words.planIncomplete) }) : nothing,
      renderTable({ caption: voice.say(words.promotion), isCaptionHidden: true, columns: [{ heading: voice.say(words.from) }, { heading: voice.say(words.to) }, { heading: voice.say(words.howMany), isNumeric: true }], rows }),
      isIncomplete ? nothing : renderConfirm({ voice, title: voice.say(words.carryOut), body: voice.say(words.carryOutBody, { moved: state.guardians.length - leaving, left: leaving }), action: schoolPath(school, '/promotion/carry-out'), csrfToken: visit.formToken(), confirmLabel: voice.say(words.carryOut), cancelHref: schoolPath(school), isDangerous: true }),
      renderForm({ voice, action: schoolPath(school, '/promotion/drop'), csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(words.dropPlan), kind: 'link' }) }),
    ],
  })
}

type Flow = readonly [{ readonly grade: number; readonly name: string } | null, number]

function flowsOf({ guardians }: PromotionState, one: SchoolClass, planned: ReadonlyMap<string, PlannedMove>): Flow[] {
  const own = guardians.filter(({ classId }) => classId === one.id)
  const groups = Map.groupBy(own, ({ id }) => {
    const move = planned.get(id)
    return move === undefined || move.toGrade === null ? '' : `${move.toGrade}\n${move.toName}`
  })
  return [...groups].map(([key, members]) => {
    const [grade = '', name = ''] = key.split('\n')
    return [key === '' ? null : { grade: Number(grade), name }, members.length]
  })
}

/** Where each child of one class goes; a blank box leaves the school. */
export async function showClassPlan(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { voice, tx, params } = visit
  const { classes, guardians, plan, moves } = await promotionState(tx, school)
  const one = classes.find(({ id }) => id === params.class)
  if (one === undefined || plan === undefined || plan.doneAt !== null) throw new Fault('not-found', 'there is no such plan')
  await tx.note({ act: 'view a promotion plan', subject: `class:${one.id}`, basis: LIST_BASIS })
  const own = guardians.filter(({ classId }) => classId === one.id)
  const target = (id: string) => {
    const move = moves.find(({ guardianId }) => guardianId === id)
    return move === undefined || move.toGrade === null ? '' : `${move.toGrade} ${move.toName}`
  }
  const main = html`${renderPageTitle({ title: classTitle(school.kind, one), kicker: voice.say(words.promotion), lead: voice.say(words.badTarget) })}
    ${renderForm({
      voice, action: schoolPath(school, `/promotion/${one.id}`), csrfToken: visit.formToken(),
      body: own.map(({ id, childLabel }) => renderField({ voice, kind: 'text', name: `to.${id}`, label: childLabel, hint: voice.say(words.leaves), isRequired: false, width: 'medium', value: target(id) })),
      buttons: renderButton({ label: voice.say(words.savePlan) }),
    })}`
  return shown({ title: classTitle(school.kind, one), main, area: 'staff', crumbs: [...schoolCrumbs(voice, school), { href: schoolPath(school, '/promotion'), label: voice.say(words.promotion) }] })
}
