import { isMailAddress } from '#capabilities/mail/mail.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { rosterForm, settingForm } from '../forms/duty-desk.ts'
import { DUTY_DESK } from '../pages/duty-desk-stand.ts'
import { listOfficers, renderDutyDesk } from '../pages/duty-desk.ts'
import { SETTINGS, settingOn } from '../rules/escalation.ts'
import { rosterOn, rosterSteps, type RosterStep } from '../rules/roster.ts'
import { listRoster, listSettings } from '../store/duty.ts'
import { applyRosterStep, applySetting, keepDutyChange, lockDutyTables } from '../store/duty-changes.ts'
import { dutyDeskWords as words } from '../text/duty-desk-words.ts'

/** Puts an officer in a place of the roster from a day on, or takes them off. Every line that changes is written down. */
export async function changeRoster(visit: Submission<ValuesOf<typeof rosterForm>>): Promise<Answer> {
  const { tx, values } = visit
  await lockDutyTables(tx)
  const lines = await listRoster(tx)
  const place = values.place === 'off' ? null : Number(values.place)
  const mail = values.mail.trim()
  const isOnRoster = rosterOn(lines, values.day).some(({ login }) => login === values.officer)
  const mayConfirm = (await listOfficers(tx)).some(({ login }) => login === values.officer)
  const problems: FormProblems = {
    ...(mayConfirm || (place === null && isOnRoster) ? {} : { officer: { phrase: words.problemOfficer } }),
    ...(mail === '' || isMailAddress(mail) ? {} : { mail: { phrase: words.problemMail } }),
    ...dayProblem(tx, 'day', values.day),
  }
  if (Object.keys(problems).length > 0) return renderDutyDesk(visit, { typed: visit.typed, problems })
  const steps = rosterSteps(lines, values.day, { login: values.officer, place, mail })
  for (const step of steps) {
    await applyRosterStep(tx, lines, step, values.day)
    await keepDutyChange(tx, { about: 'roster', subject: step.login, ...saidOf(step), validFrom: values.day, ground: values.ground })
  }
  return redirect(DUTY_DESK, { notice: steps.length === 0 ? words.nothingNew : words.saved })
}

/** Sets one of the duty's numbers from a day on. */
export async function changeSetting(visit: Submission<ValuesOf<typeof settingForm>>): Promise<Answer> {
  const { tx, values: { key, value, settingDay: day, settingGround: ground } } = visit
  await lockDutyTables(tx)
  const settings = await listSettings(tx)
  const bounds = SETTINGS[key]
  const problems: FormProblems = {
    ...(value >= bounds.least && value <= bounds.most ? {} : { value: { phrase: words.problemValue, values: bounds } }),
    ...(ground.trim() === '' ? { settingGround: { phrase: words.problemGround } } : {}),
    ...dayProblem(tx, 'settingDay', day),
  }
  if (Object.keys(problems).length > 0) return renderDutyDesk(visit, { typed: visit.typed, problems })
  const before = settingOn(settings, key, day)
  if (before === value) return redirect(DUTY_DESK, { notice: words.nothingNew })
  await applySetting(tx, settings, { key, value: String(value), day, source: ground })
  await keepDutyChange(tx, { about: 'setting', subject: key, before: String(before), after: String(value), validFrom: day, ground })
  return redirect(DUTY_DESK, { notice: words.saved })
}

export async function askDutyAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return renderDutyDesk(visit, visit)
}

/** Whom somebody asked yesterday is evidence; the past is never another. */
function dayProblem(tx: Tx, name: string, day: Temporal.PlainDate): FormProblems {
  return Temporal.PlainDate.compare(day, tx.today) < 0 ? { [name]: { phrase: words.problemDay } } : {}
}

function saidOf({ before, after }: RosterStep): { readonly before: string; readonly after: string } {
  return { before: before === undefined ? '' : lineText(before), after: after === null ? '' : lineText(after) }
}

function lineText({ position, mail }: NonNullable<RosterStep['after']>): string {
  return `${officialVoice.plain(words.placeNumber, { place: position })} ${mail === '' ? officialVoice.plain(words.boardOnly) : mail}`
}
