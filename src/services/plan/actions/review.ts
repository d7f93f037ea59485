import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, projectSubject } from '../facts.ts'
import type { answerForm, commentForm } from '../forms/reviews.ts'
import { isReviewOpen, reviewPath } from '../pages/review-pages.ts'
import { keepAnswer, keepComment, listComments } from '../store/reviews.ts'
import { reviewWords } from '../text/review-words.ts'
import { getHeldVisit, type StaffVisit } from './staff-visit.ts'

/** Keeps what an outside reviewer says of a project, while a review runs. */
export async function commentOnProject(visit: Submission<ValuesOf<typeof commentForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const { plan, year } = found
  const project = projectIn(visit, found)
  const back = found.links.to(reviewPath(project), { year: String(year) })
  if (!isReviewOpen(found)) return redirect(back, { notice: reviewWords.reviewNotOpen })
  await keepComment(tx, plan.key, year, project, values.text)
  tx.publish(facts.reviewerCommented, projectSubject(plan.key, project), { plan: plan.key, year, project })
  return redirect(back, { notice: reviewWords.commentKept })
}

/** Keeps the city's answer, by whoever answers for the project. A later answer takes the place of an earlier one. */
export async function answerComment(visit: Submission<ValuesOf<typeof answerForm>>): Promise<Answer> {
  const { values, tx } = visit
  const found = await getHeldVisit(visit, values)
  const { plan, year } = found
  const project = projectIn(visit, found)
  if (found.writing(project).roles.size === 0) throw new Fault('forbidden', 'the project belongs to another unit')
  const comment = (await listComments(tx, plan.key, year, { projectKey: project })).find(({ id }) => String(id) === values.comment)
  if (comment === undefined) throw new Fault('not-found', 'there is no such comment')
  await keepAnswer(tx, comment.id, values.text)
  tx.publish(facts.commentAnswered, projectSubject(plan.key, project), { plan: plan.key, year, project, isFirst: comment.answer === null })
  return redirect(found.links.to(reviewPath(project), { year: String(year) }), { notice: reviewWords.answerKept })
}

function projectIn({ params }: { readonly params: Readonly<Record<string, string>> }, { present }: StaffVisit): string {
  const project = present.document.projects.find(({ key }) => key === params.project)
  if (project === undefined) throw new Fault('not-found', 'there is no such project')
  return project.key
}
