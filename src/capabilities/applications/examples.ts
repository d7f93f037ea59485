import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { beginOf } from '#kernel/time/clock.ts'
import { facts } from './facts.ts'
import { ownerOf, type Answers, type AskedCorrection, type Given, type State } from './model.ts'
import type { Procedure } from './procedure.ts'
import { addOfficeDays, businessDaysBetween, CORRECTION_DAYS, dueDay, eraseDay } from './rules/office-days.ts'
import { versionOn } from './rules/seasons.ts'
import { sheetOf } from './rules/sheet.ts'
import { changeApplication, fileDraft, keepDraft, keepEdition } from './store/applications.ts'
import { backdate } from './store/examples.ts'
import { keepEvent } from './store/events.ts'

/** An invented application of a demo city. */
export interface ExampleApplication {
  readonly channel: 'online' | 'paper'
  readonly state: Exclude<State, 'draft' | 'corrected'>
  readonly applicantName: string
  readonly answers: Answers
  readonly given: Given
  /** The day of filing is `given.on`; what became of it happened so many business days later. */
  readonly afterDays: number
  /** Who of the invented staff has it. */
  readonly claimedBy?: string
  readonly asked?: readonly AskedCorrection[]
  /** Key of a reason of the version, where it is decided. */
  readonly reason?: string
}

const OFFICE_HOUR = 10

/** Lays an application down as if it had been filed on its day. For the believable demo city, and for nothing else. */
export async function settleExample(tx: Tx, definition: Procedure, example: ExampleApplication): Promise<void> {
  await tx.within('applications', async () => {
    const { given, answers, channel, state } = example
    const version = versionOn(definition, given.on)
    const id = randomUUID()
    await keepDraft(tx, { id, procedure: definition.key, version: version.version, channel, accountId: null, personId: given.person?.id ?? null, actingAs: 'self', mail: '', language: 'ja', answers })
    await fileDraft(tx, id, { answers, applicantName: example.applicantName, mail: '', dueOn: dueDay(given.on, version.officeDays) })
    await keepEdition(tx, id, 1, answers, sheetOf(version, { ...given, answers }))
    const filedAt = beginOf(given.on).add({ hours: OFFICE_HOUR })
    const thenOn = addOfficeDays(given.on, example.afterDays)
    await keepEvent(tx, id, 'submitted')
    tx.publish(facts.submitted, ownerOf(id), { procedure: definition.key, channel, version: version.version }, filedAt)
    if (state !== 'submitted') await settleState(tx, definition, { ...example, id, thenOn })
    await backdate(tx, id, { filedAt, thenAt: beginOf(thenOn).add({ hours: OFFICE_HOUR + 4 }) })
  })
}

interface Settling extends Omit<ExampleApplication, 'claimedBy'> {
  readonly id: string
  readonly thenOn: Temporal.PlainDate
  readonly claimedBy?: string | null
}

async function settleState(tx: Tx, definition: Procedure, { id, thenOn, state, channel, given, answers, asked = [], reason, claimedBy = null }: Settling): Promise<void> {
  const thenAt = beginOf(thenOn).add({ hours: OFFICE_HOUR + 4 })
  const common = { procedure: definition.key, channel }
  if (state === 'withdrawn') tx.publish(facts.withdrawn, ownerOf(id), common, thenAt)
  if (state === 'correction-asked') tx.publish(facts.correctionAsked, ownerOf(id), { ...common, fields: asked.length }, thenAt)
  const isDecided = state === 'approved' || state === 'refused'
  const amountYen = versionOn(definition, given.on).amountYen?.({ ...given, answers }) ?? null
  const decision = isDecided || state === 'proposed'
    ? { outcome: state === 'refused' ? ('refused' as const) : ('approved' as const), reasons: reason === undefined ? [] : [reason], note: '', amountYen: state === 'refused' ? null : amountYen, proposedBy: 'system', confirmedBy: isDecided ? 'system' : null }
    : null
  if (isDecided) tx.publish(facts.decided, ownerOf(id), { ...common, outcome: state, businessDays: businessDaysBetween(given.on, thenOn), hadCorrection: false, isInTime: true }, thenAt)
  await changeApplication(tx, id, {
    state, asked, decision, claimedBy,
    ...(state === 'correction-asked' ? { correctBy: addOfficeDays(thenOn, CORRECTION_DAYS) } : {}),
    ...(isDecided || state === 'withdrawn' ? { decidedAt: thenAt, eraseOn: eraseDay(thenOn, definition.retention.years) } : {}),
  })
  await keepEvent(tx, id, state === 'checking' ? 'claimed' : state === 'submitted' ? 'submitted' : state, { text: asked.map((one) => one.reason).join('\n') })
}
