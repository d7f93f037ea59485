import { listUnits } from '#kernel/access/organisation.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { CALLING_LEVELS, type endLineForm, type lineForm, type settingForm } from '../forms/muster-rule-forms.ts'
import { RULES_PATH } from '../pages/muster-rule-parts.ts'
import { ruleOf, showEndLineAgain, showRulesAgain } from '../pages/muster-rules.ts'
import { addRule, changeSetting, endRule, holdRules } from '../store/muster-rules.ts'
import { listMusterClasses } from '../store/roster.ts'
import { musterRuleWords as words } from '../text/muster-rule-words.ts'
import { syncStaffLists } from './staff-lists.ts'

/** One line more, from today or a later day on. The past is never changed: calls of then were made by the table of then. */
export async function addMusterLine(visit: Submission<ValuesOf<typeof lineForm>>): Promise<Answer> {
  const { tx, values } = visit
  const [rank, unitCode] = [values.rank || null, values.unit || null]
  const rules = await holdRules(tx)
  const isThere = rules.some((rule) => rule.classKey === values.class && rule.rank === rank && rule.unitCode === unitCode && (rule.to === null || Temporal.PlainDate.compare(rule.to, values.lineFrom) >= 0))
  const problems: FormProblems = {
    ...((await listMusterClasses(tx)).some(({ key }) => key === values.class) ? {} : { class: { phrase: words.unknown } }),
    ...(unitCode === null || (await listUnits(tx, tx.today)).some(({ code }) => code === unitCode) ? {} : { unit: { phrase: words.unknown } }),
    ...(Temporal.PlainDate.compare(values.lineFrom, tx.today) < 0 ? { lineFrom: { phrase: words.inThePast } } : {}),
    ...(isThere ? { class: { phrase: words.sameLine } } : {}),
  }
  if (Object.keys(problems).length > 0) return showRulesAgain(visit, { typed: visit.typed, problems })
  await addRule(tx, { classKey: values.class, rank, unitCode, from: values.lineFrom, source: values.lineGround })
  await syncStaffLists(tx)
  return redirect(RULES_PATH, { notice: words.added })
}

export async function askRulesAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showRulesAgain(visit, visit)
}

/** A line's last day: yesterday at the earliest, so that it may cease to hold at once. */
export async function endMusterLine(visit: Submission<ValuesOf<typeof endLineForm>>): Promise<Answer> {
  const { tx, values } = visit
  const rule = ruleOf(visit, await holdRules(tx))
  if (Temporal.PlainDate.compare(values.lastDay, tx.today.subtract({ days: 1 })) < 0) return showEndLineAgain(visit, { typed: visit.typed, problems: { lastDay: { phrase: words.endsTooEarly } } })
  await endRule(tx, rule, values.lastDay, values.ground)
  await syncStaffLists(tx)
  return redirect(RULES_PATH, { notice: words.endedLine })
}

export async function askEndAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showEndLineAgain(visit, visit)
}

/** After how many minutes and how often the silent are asked, and which level suggests which class. Open calls keep what they were made with. */
export async function changeMusterSetting(visit: Submission<ValuesOf<typeof settingForm>>): Promise<Answer> {
  const { tx, values } = visit
  const known = new Set((await listMusterClasses(tx)).map(({ key }) => key))
  const chosen = CALLING_LEVELS.map((level) => [level, values[`level${level}`]] as const).filter(([, key]) => key !== '')
  const problems: FormProblems = {
    ...(Temporal.PlainDate.compare(values.settingFrom, tx.today) < 0 ? { settingFrom: { phrase: words.inThePast } } : {}),
    ...Object.fromEntries(chosen.filter(([, key]) => !known.has(key)).map(([level]) => [`level${level}`, { phrase: words.unknown }])),
  }
  if (Object.keys(problems).length > 0) return showRulesAgain(visit, { typed: visit.typed, problems })
  const classByLevel = Object.fromEntries(chosen.map(([level, key]) => [String(level), key]))
  await changeSetting(tx, { from: values.settingFrom, remindAfterMinutes: values.minutes, remindTimes: values.times, classByLevel, source: values.settingGround })
  return redirect(RULES_PATH, { notice: words.changed })
}
