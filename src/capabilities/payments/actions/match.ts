import { Fault } from '#kernel/faults/faults.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { bankForm, closeDayForm } from '../forms.ts'
import { fetchEntriesWithin } from '../jobs/card-sweep.ts'
import { dayIn, dayPage } from '../pages/match-day.ts'
import { CardProvider } from '../provider/client.ts'
import { providerSettings } from '../provider.ts'
import { matchDay } from '../rules/match.ts'
import { keepBankCredit, keepClosedDay, listSources, listUntoldCashDates } from '../store/match.ts'
import { matchWords } from '../text/match-words.ts'
import { record } from './record.ts'

/** A line of the bank's statement, typed in by a clerk. */
export async function enterBankLine(visit: Submission<ValuesOf<typeof bankForm>>): Promise<Answer> {
  const { tx, values } = visit
  const day = dayIn(visit)
  await keepBankCredit(tx, { creditedOn: values.creditedOn, coversOn: day, way: values.way, yen: values.yen, description: values.description }, tx.now.toString())
  return redirect(`/staff/payments/match/${day.toString()}`, { notice: matchWords.lineKept })
}

/** A person ends a day. Where something differs or is still waited for, they say why; the figures are set down as they stand. */
export async function closeDay(visit: Submission<ValuesOf<typeof closeDayForm>>): Promise<Answer> {
  const { tx, values, voice } = visit
  const day = dayIn(visit)
  if (Temporal.PlainDate.compare(day, tx.today) >= 0) return dayPage(visit, voice.say(matchWords.notOverYet))
  const [sources] = await listSources(tx, day, day)
  if (sources === undefined) throw new Fault('not-found', 'there is no such day')
  const { state, ledgerYen, agentsYen, bankYen } = matchDay(sources)
  if ((state === 'differs' || state === 'waiting') && values.note.trim() === '') return dayPage(visit, voice.say(matchWords.sayWhy))
  if (!(await keepClosedDay(tx, { day, ledgerYen, agentsYen, bankYen, note: values.note.trim() }))) return dayPage(visit, voice.say(matchWords.closedAlready))
  await tellCashDates(tx, day)
  tx.publish(facts.dayClosed, `day:${day.toString()}`, { day: day.toString(), ledgerYen, agentsYen, bankYen })
  return redirect(`/staff/payments/match/${day.toString()}`, { notice: matchWords.closed })
}

async function tellCashDates(tx: Tx, day: Temporal.PlainDate): Promise<void> {
  for (const { requestId, transaction, cashOn } of await listUntoldCashDates(tx, day)) {
    await record(tx, { id: requestId }, { kind: 'confirmed', key: `confirmed ${transaction}`, transaction, cashOn })
  }
}

/** Asks the card provider now what moved on a day, instead of waiting for the night. */
export async function fetchDay(visit: Submission<unknown>): Promise<Answer> {
  const day = dayIn(visit)
  const settings = providerSettings(visit)
  if (settings !== null) await fetchEntriesWithin(visit.tx, new CardProvider(settings), day, day.add({ days: 1 }), { isWhole: false })
  return redirect(`/staff/payments/match/${day.toString()}`)
}

export async function dayAgain(visit: Submission<unknown> & Visit): Promise<Answer> {
  const [problem] = Object.values(visit.problems)
  return dayPage(visit, problem === undefined ? null : visit.voice.say(problem.phrase, problem.values))
}
