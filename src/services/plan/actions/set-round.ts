import type { FormProblems, Typed, ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts, planSubject } from '../facts.ts'
import { FIELD_PREFIX, OPENABLE_FIELDS, type settingsForm } from '../forms/rounds.ts'
import { getRound } from '../pages/round-board.ts'
import { showSettingsOf } from '../pages/round-settings.ts'
import { isWritingKind, type OpenField } from '../rules/rounds.ts'
import { updateRound } from '../store/rounds.ts'
import { roundWords } from '../text/round-words.ts'
import { getHeldVisit } from './staff-visit.ts'

type Settings = ValuesOf<typeof settingsForm>

/** Keeps name, days and open fields of a round; of one that is over nothing is changed. */
export async function saveRoundSettings(visit: Submission<Settings>): Promise<Answer> {
  const { values, tx, typed } = visit
  const found = await getHeldVisit(visit, values)
  const round = getRound(found, visit.params.round ?? '')
  const back = found.links.to(`/staff/plan/rounds/${encodeURIComponent(round.key)}`, { year: String(found.year) })
  if (round.closedAt !== null) return redirect(back, { notice: roundWords.settingsLocked })
  const problems = problemsOf(values)
  if (Object.keys(problems).length > 0) return showSettingsOf(visit, found, { typed, problems })
  const { name, opensOn, writeBy, sectionBy, departmentBy, officeBy } = values
  // A name given here is the city's own; the other languages of the former one would say something else.
  const words = name === round.name ? round.words : {}
  const fields = isWritingKind(round.kind) ? fieldsIn(typed) : round.fields
  await updateRound(tx, { ...round, name, words, opensOn, writeBy, sectionBy, departmentBy, officeBy, fields })
  tx.publish(facts.roundChanged, planSubject(found.plan.key), { plan: found.plan.key, year: found.year, round: round.key })
  return redirect(back, { notice: roundWords.settingsSaved })
}

const ORDER = ['opensOn', 'writeBy', 'sectionBy', 'departmentBy', 'officeBy'] as const

function problemsOf(values: Settings): FormProblems {
  const wrong = ORDER.filter((day, index) => index > 0 && Temporal.PlainDate.compare(values[ORDER[index - 1] ?? 'opensOn'], values[day]) > 0)
  return Object.fromEntries(wrong.map((day) => [day, { phrase: roundWords.daysInOrder }]))
}

function fieldsIn(typed: Typed): OpenField[] {
  return OPENABLE_FIELDS.flatMap((field): OpenField[] => {
    const openedFor = typed[`${FIELD_PREFIX}${field}`]
    return openedFor === 'writer' || openedFor === 'office' ? [{ field, openedFor }] : []
  })
}
