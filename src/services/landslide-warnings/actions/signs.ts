import { randomUUID } from 'node:crypto'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { settleForm, signForm } from '../forms.ts'
import { replayStorm } from '../jobs/jobs.ts'
import type { Realm } from '../model.ts'
import { pointOf } from '../rules/cells.ts'
import { countReportsOf, keepReport, settleReport } from '../store/signs.ts'
import { signWords, staffWords } from '../text/page-words.ts'

/** A household that sees more signs than this in an hour should be on the telephone, and a prankster is stopped. */
const MOST_REPORTS_AN_HOUR = 5

export async function reportSign({ values, tx, client, seal }: Submission<ValuesOf<typeof signForm>>): Promise<Answer> {
  const reporter = seal.mac(`reporter ${client.address}`).toString('base64url')
  if ((await countReportsOf(tx, reporter, tx.now.subtract({ hours: 1 }))) >= MOST_REPORTS_AN_HOUR) return redirect('/landslide/signs', { notice: signWords.tooMany })
  const id = randomUUID()
  await keepReport(tx, { id, at: tx.now, point: pointOf(values.cell), sign: values.sign, note: values.note }, reporter)
  tx.publish(facts.signReported, id, { sign: values.sign })
  return redirect('/landslide', { notice: signWords.sent })
}

export async function settle({ values, tx, params }: Submission<ValuesOf<typeof settleForm>>): Promise<Answer> {
  const id = params.id ?? ''
  if (!isUuid(id)) throw new Fault('not-found')
  const outcome = values.outcome
  const at = await settleReport(tx, id, outcome)
  if (at === undefined) return redirect('/staff/landslide', { notice: staffWords.settledBefore })
  tx.publish(facts.signSettled, id, { outcome, minutes: Math.round(tx.now.since(at).total('minutes')) })
  return redirect('/staff/landslide', { notice: staffWords.settled })
}

/** Ten seconds for ten minutes: the night passes in six. */
const DRILL_SECONDS = 10

export async function startDrill({ tx }: Submission<Record<string, unknown>>): Promise<Answer> {
  const startedAt = tx.now.toZonedDateTimeISO('Asia/Tokyo').round({ smallestUnit: 'minute', roundingIncrement: 10, roundingMode: 'floor' }).toInstant()
  const realm: Realm = `drill:landslide-${randomUUID().slice(0, 8)}`
  tx.enqueue(replayStorm, { realm, step: 0, startedAt: startedAt.toString(), seconds: DRILL_SECONDS, highest: 0 })
  return redirect(`/staff/landslide?realm=${realm}`, { notice: staffWords.drillStarted })
}
