import { randomUUID } from 'node:crypto'
import { issueNotice } from '#capabilities/notices/notices.ts'
import { PERSONAL_CHANNELS } from '#capabilities/notices/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { callForm } from '../forms/muster-forms.ts'
import { remindAgain } from '../jobs/remind-staff.ts'
import type { MusterCall, MusterClass } from '../model.ts'
import { showCallForm } from '../pages/muster-desk.ts'
import { callTexts } from '../rules/muster-notice.ts'
import { musterLink } from '../rules/personal-links.ts'
import { strayBrace } from '../rules/sentences.ts'
import { topicKey } from '../rules/topics.ts'
import { keepCall, noteCallSent, settleSuggestions } from '../store/muster.ts'
import { listMusterClasses, musterSettingOn } from '../store/roster.ts'
import { alertWords } from '../text/alert-words.ts'
import { musterWords as words } from '../text/muster-words.ts'
import { calledPeople, staffList, syncStaffLists } from './staff-lists.ts'

/** Calls everybody of the chosen classes, as the dated table says today. It leaves with the commit, whatever the hour. */
export async function callStaff(visit: Submission<ValuesOf<typeof callForm>>): Promise<Answer> {
  const { tx, values, actor, directory } = visit
  const chosen = (await listMusterClasses(tx)).filter(({ key }) => values.classes.includes(key))
  const problems = {
    ...(chosen.length === 0 ? { classes: { phrase: words.noClass } } : {}),
    ...Object.fromEntries((['reason', 'place'] as const).flatMap((name) => (strayBrace(values[name]) === undefined ? [] : [[name, { phrase: alertWords.strayBrace, values: { read: strayBrace(values[name]) ?? '' } }]]))),
  }
  if (Object.keys(problems).length > 0) return showCallForm(visit, { typed: visit.typed, problems })
  const { remindAfterMinutes, remindTimes } = await musterSettingOn(tx, tx.today)
  const call: MusterCall = {
    id: randomUUID(), classKeys: chosen.map(({ key }) => key), reason: values.reason, place: values.place, isDrill: values.isDrill, noticeId: null,
    calledAt: tx.now, calledByName: actor.person?.name ?? '', remindAfterMinutes, remindTimes, endedAt: null,
  }
  const people = await calledPeople(tx, call.classKeys)
  if (people.length === 0) return showCallForm(visit, { typed: visit.typed, problems: { classes: { phrase: words.nobody } } })
  await keepCall(tx, call, people)
  await send(tx, directory.parts, call, chosen, actor.id)
  await settleSuggestions(tx, call.isDrill)
  tx.publish(facts.mustered, `muster:${call.id}`, { classes: call.classKeys.join(','), people: people.length, isDrill: call.isDrill })
  if (remindTimes > 0) tx.enqueue(remindAgain, { call: call.id, number: 1 }, { runAt: tx.now.add({ minutes: remindAfterMinutes }) })
  return redirect(`/staff/muster/${call.id}`, { notice: words.called })
}

/** Where nobody has left a contact the call stands all the same: the board and the telephone list remain. */
async function send(tx: Tx, parts: readonly Manifest[], call: MusterCall, classes: readonly MusterClass[], by: string): Promise<void> {
  await syncStaffLists(tx)
  const issued = await issueNotice(tx, parts, {
    topic: topicKey('staff'), level: 4, kind: 'issue', refersTo: null, audience: { kind: 'lists', lists: call.classKeys.map(staffList) },
    texts: callTexts({ classes, reason: call.reason, place: call.place }), isDrill: call.isDrill, channels: PERSONAL_CHANNELS, cap: null,
    link: musterLink(call.id), issuedBy: by, confirmedBy: null, expiresAt: null,
  })
  if (issued.ok) await noteCallSent(tx, call.id, issued.id)
}

export async function askCallAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showCallForm(visit, visit)
}
