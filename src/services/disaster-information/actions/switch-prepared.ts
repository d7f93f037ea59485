import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { switchForm } from '../forms/duty.ts'
import { mayBePrepared, rulesOn } from '../rules/suggestions.ts'
import { keepDutyChange, lockDutyTables } from '../store/duty-changes.ts'
import { listRules, switchPrepared } from '../store/response-table.ts'
import { HAZARD_NAMES, dutyWords as words } from '../text/duty-words.ts'

const TABLE = '/staff/disaster/rules'

/** Lets a rule send approved texts at once from today on, or takes that back. What was set when, and by whom, stays in the table. */
export async function switchRule(visit: Submission<ValuesOf<typeof switchForm>>): Promise<Answer> {
  const { tx, values, params } = visit
  await lockDutyTables(tx)
  const rule = rulesOn(await listRules(tx), tx.today).find(({ id }) => String(id) === params.id)
  if (rule === undefined) return redirect(TABLE, { notice: words.changedMeanwhile })
  const isPrepared = values.to === 'on'
  if (isPrepared && !mayBePrepared(rule)) throw new Fault('bad-request', 'below level 4 two people are needed')
  if (rule.isPrepared !== isPrepared) {
    const said = officialVoice.plain(isPrepared ? words.switchedOnBy : words.switchedOffBy, { name: tx.actor.person?.name ?? '', day: tx.today.toString() })
    await switchPrepared(tx, rule, isPrepared, `${rule.source} · ${said}`)
    await keepDutyChange(tx, { about: 'rule', subject: String(rule.id), ...turned(isPrepared), validFrom: tx.today, ground: officialVoice.plain(HAZARD_NAMES[rule.hazard]) })
  }
  return redirect(TABLE, { notice: isPrepared ? words.switchedOn : words.switchedOff })
}

/** In the words of the table's own buttons. */
function turned(isPrepared: boolean): { readonly before: string; readonly after: string } {
  const [atOnce, byTwo] = [officialVoice.plain(words.switchOn), officialVoice.plain(words.switchOff)]
  return isPrepared ? { before: byTwo, after: atOnce } : { before: atOnce, after: byTwo }
}
