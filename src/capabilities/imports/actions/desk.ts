import { may } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { ANSWER_FIELD_NAME, TEXT_FIELD_NAME } from '#design/question-card/view.ts'
import { fileAnswer, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { acceptAll, answerQuestion } from './answer.ts'
import { applyReading, foresee, leaveReading } from './apply.ts'
import { readAgain, readAnew } from './read-again.ts'
import { takeIn } from './take-in.ts'
import { subjectOf } from '../facts.ts'
import type { acceptAllForm, answerForm, applyForm, uploadForm } from '../forms.ts'
import { findImporter } from '../imports.ts'
import type { SentAnswer } from '../model.ts'
import { filterIn, LIST_PATH, questionPath, readingPath } from '../pages/addresses.ts'
import { showAcceptAll, showApply, showDiffers, showLeave, showReadAgain, showRefused } from '../pages/confirm.ts'
import { showEnded } from '../pages/ended.ts'
import { showImports } from '../pages/list.ts'
import { showQuestionList } from '../pages/question-list.ts'
import type { OnDesk } from '../pages/reading-frame.ts'
import { nextWanting, placeIn, renderOvertaken, showReview } from '../pages/review.ts'
import { findReading, getFile } from '../store/readings.ts'
import { text } from '../text.ts'

/** The reading an address names, for someone who holds its importer's duty. */
async function deskOf(visit: Visit): Promise<OnDesk> {
  const id = visit.params.reading ?? ''
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const reading = isId ? await findReading(visit.tx, id) : undefined
  const owned = reading && findImporter(visit.directory.parts, reading.importer)
  if (reading === undefined || owned === undefined) throw new Fault('not-found')
  assertMay(visit, owned.importer.duty)
  return { visit, owned, reading }
}

function assertMay(visit: Visit, duty: string): void {
  if (!may(visit.actor, duty)) throw new Fault('forbidden', `needs ${duty}`)
}

/** Sends whoever comes to a page of the review to the outcome, once the reading has ended. */
async function onOpen(visit: Visit, show: (desk: OnDesk) => Promise<Answer> | Answer): Promise<Answer> {
  const desk = await deskOf(visit)
  return desk.reading.state === 'open' ? show(desk) : ended(desk)
}

function ended({ reading }: OnDesk): Answer {
  return redirect(readingPath(reading.id), { notice: text.hasEnded })
}

export async function reading(visit: Visit): Promise<Answer> {
  const desk = await deskOf(visit)
  return desk.reading.state === 'open' ? showReview(desk, placeIn(visit.query)) : showEnded(desk)
}

export async function questionList(visit: Visit): Promise<Answer> {
  return showQuestionList(await deskOf(visit))
}

export async function upload(visit: Submission<ValuesOf<typeof uploadForm>>): Promise<Answer> {
  const owned = findImporter(visit.directory.parts, visit.values.importer)
  if (owned === undefined) throw new Fault('not-found')
  assertMay(visit, owned.importer.duty)
  const taken = await takeIn(visit.tx, owned, visit.values.file, 'any')
  switch (taken.kind) {
    case 'read':
      return redirect(readingPath(taken.readingId), { notice: text.readNotice })
    case 'known':
      return redirect(readingPath(taken.earlier.id), { notice: taken.earlier.state === 'open' ? text.knownOpen : text.knownEnded })
    case 'refused':
      return showImports(visit, { importer: owned.importer.name, refusal: taken.refusal })
    default:
      return assertNever(taken)
  }
}

/** The upload form again, with what was wrong with it. */
export async function uploadAgain(visit: Submission<unknown>): Promise<Answer> {
  const problem = visit.problems.file
  const { importer } = visit.typed
  if (problem === undefined || typeof importer !== 'string') throw new Fault('bad-request', 'the form names no kind of file')
  return showImports(visit, { importer, refusal: { phrase: problem.phrase, values: problem.values ?? {} } })
}

export async function answer(visit: Submission<ValuesOf<typeof answerForm>>): Promise<Answer> {
  const desk = await deskOf(visit)
  const { values } = visit
  const sent: SentAnswer = {
    position: values.position, questionId: values.question, seen: values.seen, act: values[ANSWER_FIELD_NAME], text: values[TEXT_FIELD_NAME],
  }
  const filter = filterIn(values)
  const outcome = await answerQuestion(visit.tx, desk.owned, desk.reading, sent)
  switch (outcome.kind) {
    case 'answered': {
      const isUndo = sent.act === 'undo'
      const at = isUndo ? sent.position : await nextWanting(desk, filter, sent.position)
      return redirect(questionPath(desk.reading.id, filter, at, isUndo ? undefined : sent.position))
    }
    case 'overtaken': {
      const notice = renderOvertaken(desk, outcome.question, sent.text)
      return showReview(desk, { filter, at: sent.position }, { notice, status: 409 })
    }
    case 'refused': {
      const error = visit.voice.say(outcome.refusal.phrase, outcome.refusal.values)
      return showReview(desk, { filter, at: sent.position }, { error, typed: sent.text, status: 422 })
    }
    case 'ended':
      return ended(desk)
    default:
      return assertNever(outcome)
  }
}

/** A correction that does not fit its form comes back on its card; a form that was tampered with is no form of ours. */
export async function answerAgain(visit: Submission<ValuesOf<typeof answerForm>>): Promise<Answer> {
  const problem = visit.problems[TEXT_FIELD_NAME]
  const { position } = visit.typed
  if (problem === undefined || typeof position !== 'string') throw new Fault('bad-request', `the form lacks ${Object.keys(visit.problems).join(', ')}`)
  const typed = visit.typed[TEXT_FIELD_NAME]
  const trouble = { error: visit.voice.say(problem.phrase, problem.values), typed: typeof typed === 'string' ? typed : '', status: 422 }
  return onOpen(visit, (desk) => showReview(desk, { filter: filterIn(visit.typed), at: Number(position) }, trouble))
}

export async function askAcceptAll(visit: Visit): Promise<Answer> {
  return onOpen(visit, (desk) => showAcceptAll(desk, filterIn(visit.query)))
}

export async function acceptAllNow(visit: Submission<ValuesOf<typeof acceptAllForm>>): Promise<Answer> {
  const desk = await deskOf(visit)
  const filter = { ...filterIn(visit.values), state: '' } as const
  const outcome = await acceptAll(visit.tx, desk.reading.id, filter, visit.values.seen)
  switch (outcome.kind) {
    case 'accepted':
      return redirect(readingPath(desk.reading.id), { notice: outcome.count > 0 ? text.acceptedAll : text.nothingToAccept })
    case 'overtaken':
      return showAcceptAll(desk, filter, true)
    case 'ended':
      return ended(desk)
    default:
      return assertNever(outcome)
  }
}

export async function askApply(visit: Visit): Promise<Answer> {
  return onOpen(visit, async (desk) => showApply(desk, await foresee(visit.tx, desk.owned, desk.reading)))
}

export async function applyNow(visit: Submission<ValuesOf<typeof applyForm>>): Promise<Answer> {
  const desk = await deskOf(visit)
  const outcome = await applyReading(visit.tx, desk.owned, desk.reading.id, visit.values.seen)
  switch (outcome.kind) {
    case 'applied':
      return redirect(readingPath(desk.reading.id), { notice: text.appliedNotice })
    case 'overtaken':
      return showApply(desk, await foresee(visit.tx, desk.owned, desk.reading), true)
    case 'differs':
      return showDiffers(desk, outcome.difference)
    case 'refused':
      return showRefused(desk, outcome.refusal)
    case 'ended':
      return ended(desk)
    default:
      return assertNever(outcome)
  }
}

export async function askLeave(visit: Visit): Promise<Answer> {
  return onOpen(visit, showLeave)
}

export async function leaveNow(visit: Submission<unknown>): Promise<Answer> {
  const desk = await deskOf(visit)
  return (await leaveReading(visit.tx, desk.reading)) ? redirect(LIST_PATH, { notice: text.leftNotice }) : ended(desk)
}

export async function askReadAgain(visit: Visit): Promise<Answer> {
  return onOpen(visit, async (desk) => showReadAgain(desk, await foresee(visit.tx, desk.owned, desk.reading)))
}

/** An open reading is read again in its place; a finished one gets a new reading beside it. */
export async function readAgainNow(visit: Submission<unknown>): Promise<Answer> {
  const desk = await deskOf(visit)
  if (desk.reading.state !== 'open') return anew(desk)
  const outcome = await readAgain(visit.tx, desk.owned, desk.reading.id)
  switch (outcome.kind) {
    case 'reread':
      return redirect(readingPath(outcome.readingId), { notice: text.rereadNotice })
    case 'refused':
      return showRefused(desk, outcome.refusal)
    case 'ended':
      return ended(desk)
    default:
      return assertNever(outcome)
  }
}

async function anew(desk: OnDesk): Promise<Answer> {
  const taken = await readAnew(desk.visit.tx, desk.owned, desk.reading)
  if (taken.kind === 'refused') return showRefused(desk, taken.refusal)
  if (taken.kind === 'known') return redirect(readingPath(taken.earlier.id), { notice: text.knownOpen })
  return redirect(readingPath(taken.readingId), { notice: text.readNotice })
}

/** 個人情報の保護に関する法律 第66条 (安全管理措置): who took a copy of a file out is written down. */
const DOWNLOAD_BASIS = '個人情報の保護に関する法律 第66条'

/** The file as it came. Always offered for saving, as bytes of no kind: nothing in it is ever shown as a page. */
export async function originalFile(visit: Visit): Promise<Answer> {
  const { reading: { id, sha256, fileName } } = await deskOf(visit)
  await visit.tx.note({ act: 'download imported file', subject: subjectOf(id), basis: DOWNLOAD_BASIS })
  return fileAnswer(await getFile(visit.tx, sha256), 'application/octet-stream', fileName)
}
