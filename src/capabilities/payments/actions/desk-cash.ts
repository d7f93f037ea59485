import type { ValuesOf } from '#kernel/forms/form.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { pieceName, type cashForm, type closeTillForm, type openTillForm } from '../forms.ts'
import { deskVisit, requestPage } from '../pages/request.ts'
import { deskPath } from '../pages/paths.ts'
import { tillPage } from '../pages/till.ts'
import { PIECES, type PieceCount } from '../rules/till.ts'
import { deskWords } from '../text/desk-words.ts'
import { endTill, openTill, takeCash } from './cash.ts'

/** Cash over the counter: taken whole, or refused with the reason and the way out. */
export async function takeCashAtDesk(visit: Submission<ValuesOf<typeof cashForm>>): Promise<Answer> {
  const { voice, tx, values } = visit
  const outcome = await takeCash(tx, { number: (await deskVisit(visit)).request.number }, values.given)
  const given = await deskVisit(visit)
  const typed = String(values.given)
  switch (outcome.kind) {
    case 'taken':
      return redirect(`${deskPath(given.request)}?given=${values.given}`, { notice: deskWords.taken })
    case 'till-closed':
      return requestPage(given, { warning: voice.say(deskWords.tillClosed), status: 422 })
    case 'not-payable':
      return requestPage(given, { warning: voice.say(deskWords.notPayable, { state: voice.plain(deskWords[outcome.state]) }), status: 409 })
    case 'too-little':
      return requestPage(given, { warning: voice.say(deskWords.tooLittle, { missing: outcome.missingYen }), typed, status: 422 })
    default:
      return assertNever(outcome)
  }
}

export async function takeCashAgain(visit: Submission<ValuesOf<typeof cashForm>>): Promise<Answer> {
  const { voice, typed, problems } = visit
  const problem = problems['given']
  const given = typed['given']
  return requestPage(await deskVisit(visit), { ...(problem === undefined ? {} : { warning: voice.say(problem.phrase, problem.values) }), typed: typeof given === 'string' ? given : '', status: 422 })
}

export async function openOwnTill({ tx, values }: Submission<ValuesOf<typeof openTillForm>>): Promise<Answer> {
  await openTill(tx, piecesIn(values))
  return redirect('/staff/payments/till', { notice: deskWords.opened })
}

export async function closeOwnTill(visit: Submission<ValuesOf<typeof closeTillForm>>): Promise<Answer> {
  const { voice, tx, values, typed } = visit
  const outcome = await endTill(tx, piecesIn(values), values.note)
  switch (outcome.kind) {
    case 'closed':
      return redirect('/staff/payments/till', { notice: deskWords.closed })
    case 'not-open':
      return redirect('/staff/payments/till')
    case 'differs':
      return tillPage(visit, { typed, problems: {}, warning: voice.say(deskWords.tillDiffers, { off: outcome.offYen }) })
    default:
      return assertNever(outcome)
  }
}

export async function countAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return tillPage(visit, visit)
}

function piecesIn(values: Readonly<Record<string, unknown>>): PieceCount {
  return Object.fromEntries(PIECES.map((value) => [String(value), Number(values[pieceName(value)] ?? 0)]))
}
