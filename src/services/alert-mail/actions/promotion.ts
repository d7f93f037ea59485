import { Fault } from '#kernel/faults/faults.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { Guardian, School, SchoolClass } from '../model.ts'
import { typedText } from '../pages/text-boxes.ts'
import { promotionState } from '../pages/promotion-page.ts'
import { keptSchool, LIST_BASIS, schoolPath } from '../pages/school-visit.ts'
import { isLabel, LONGEST_CLASS_NAME } from '../rules/class-sheet.ts'
import { isGradeOf, plainPromotion } from '../rules/school-year.ts'
import { endGuardian, moveGuardians, type Move } from '../store/guardians.ts'
import { findPromotionHeld, finishPromotion, keepMoves, keepPromotion, removePromotion, type PlannedMove } from '../store/promotions.ts'
import { ensureClass } from '../store/schools.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { syncClassLists } from './class-lists.ts'
import { guardianSubject } from './letters.ts'

/** A plan to begin with: everybody one grade up. */
export async function makePlan(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { tx } = visit
  const { fromYear, classes, guardians } = await promotionState(tx, school)
  await keepPromotion(tx, school.key, fromYear, plainPromotion(school.kind, classes, guardians))
  return redirect(schoolPath(school, '/promotion'))
}

export async function dropPlan(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const plan = await planHeld(visit, school)
  if (plan.doneAt === null) await removePromotion(visit.tx, plan.id)
  return redirect(schoolPath(school, '/promotion'), { notice: words.planDropped })
}

/** Where each child of one class goes: `to.<guardian>` holds grade and class, or nothing for who leaves. */
export async function savePlan(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  const school = await keptSchool(visit)
  const { tx, typed, params } = visit
  const plan = await planHeld(visit, school)
  const { guardians } = await promotionState(tx, school)
  const back = schoolPath(school, `/promotion/${params.class}`)
  if (plan.doneAt !== null) return redirect(schoolPath(school, '/promotion'))
  const moves: PlannedMove[] = []
  for (const { id } of guardians.filter(({ classId }) => classId === params.class)) {
    const target = targetIn(typedText(typed, `to.${id}`), school)
    if (target === undefined) return redirect(back, { notice: words.badTarget })
    moves.push({ guardianId: id, ...target })
  }
  await tx.note({ act: 'plan a promotion', subject: `class:${params.class}`, basis: LIST_BASIS })
  await keepMoves(tx, plan.id, moves)
  return redirect(back, { notice: words.planSaved })
}

/** `3 2組` is grade 3, class 2組; nothing is leaving; undefined is neither. */
function targetIn(text: string, { kind }: School): Pick<PlannedMove, 'toGrade' | 'toName'> | undefined {
  if (text.trim() === '') return { toGrade: null, toName: null }
  const match = /^\s*(\d{1,2})[年歳児]*\s+(.+?)\s*$/u.exec(text.normalize('NFC').replace(/[０-９]/g, (digit) => digit.normalize('NFKC')))
  const [grade, name = ''] = [Number(match?.[1]), match?.[2]]
  return match !== null && isGradeOf(kind, grade) && isLabel(name, LONGEST_CLASS_NAME) ? { toGrade: grade, toName: name } : undefined
}

/**
 * Everybody at once, or nobody: new classes are made, places move, leavers end, and every list old and new is what its
 * class is from then on. A list that changed since the plan was made stops it.
 */
export async function carryOut(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { tx } = visit
  const plan = await planHeld(visit, school)
  const { fromYear, classes, guardians, moves } = await promotionState(tx, school)
  const back = schoolPath(school, '/promotion')
  if (plan.doneAt !== null) return redirect(back)
  const planned = new Map(moves.map((move) => [move.guardianId, move]))
  if (guardians.some(({ id }) => !planned.has(id))) return redirect(back, { notice: words.planIncomplete })
  await tx.note({ act: 'carry out a promotion', subject: `school:${school.key}`, basis: LIST_BASIS })
  const carried = await carriedOut(tx, school, fromYear + 1, guardians, planned)
  await moveGuardians(tx, carried)
  const leaving = carried.filter(({ toClass }) => toClass === null)
  for (const { guardianId } of leaving) {
    await endGuardian(tx, guardianId, 'promotion')
    tx.publish(facts.guardianLeft, guardianSubject({ id: guardianId }), { school: school.key, how: 'promotion' })
  }
  await syncClassLists(tx, [...classes.map(({ id }) => id), ...carried.flatMap(({ toClass }) => toClass ?? [])])
  await finishPromotion(tx, plan.id)
  tx.publish(facts.promoted, `school:${school.key}`, { school: school.key, year: fromYear + 1, moved: carried.length - leaving.length, left: leaving.length })
  return redirect(back, { notice: words.carriedOut })
}

async function carriedOut(tx: Tx, school: School, schoolYear: number, guardians: readonly Guardian[], planned: ReadonlyMap<string, PlannedMove>): Promise<Move[]> {
  const made = new Map<string, SchoolClass>()
  const moves: Move[] = []
  for (const { id, classId } of guardians) {
    const { toGrade, toName } = planned.get(id) as PlannedMove
    if (toGrade === null || toName === null) {
      moves.push({ guardianId: id, fromClass: classId, toClass: null })
      continue
    }
    const key = `${toGrade}\n${toName}`
    const target = made.get(key) ?? (await ensureClass(tx, { schoolKey: school.key, schoolYear, grade: toGrade, name: toName }))
    made.set(key, target)
    moves.push({ guardianId: id, fromClass: classId, toClass: target.id })
  }
  return moves
}

async function planHeld({ tx }: Visit, school: School) {
  const { fromYear } = await promotionState(tx, school)
  const plan = await findPromotionHeld(tx, school.key, fromYear)
  if (plan === undefined) throw new Fault('not-found', 'there is no plan')
  return plan
}
