import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { applicationForm, approveForm, protectionReasonForm, refusalForm } from '../forms/protection-form.ts'
import { showApplication, showProtection } from '../pages/protection.ts'
import { PROTECTION_PATH, protectionPath } from '../pages/protection-frame.ts'
import { mayDecide, mayEnd, mayExtend, type Protection } from '../rules/protection.ts'
import { findPerson } from '../store/people.ts'
import { approveProtection, draftProtection, endProtection, noteRefusal, refuseProtection } from '../store/protection.ts'
import { protectionRows } from '../store/protection-rows.ts'
import { protectionWords as words } from '../text/protection-words.ts'

type ApplicationVisit = Submission<ValuesOf<typeof applicationForm>>
const BASIS = '住民基本台帳事務処理要領第5-10'

/** Takes an application in; the people are hidden when this has been answered. */
export async function takeApplication(visit: ApplicationVisit): Promise<Answer> {
  const { tx, values, params } = visit
  const person = await findPerson(tx, idIn(params))
  if (person === undefined) throw new Fault('not-found')
  if (values.requester !== 'self' && values.requesterName === '') return showApplication(visit, { typed: visit.typed, problems: { requesterName: { phrase: words.requesterNameMissing } } })
  const continued = values.extends === '' ? undefined : await protectionNamed(visit, values.extends)
  if (continued !== undefined && (continued.personId !== person.id || !mayExtend(continued, tx.today))) return redirect(protectionPath(continued.id), { notice: words.overtaken })
  const { extends: _, ...given } = values
  const id = await draftProtection(tx, { ...given, personId: person.id, extendsId: continued?.id ?? null })
  await tx.note({ act: 'take in protection', subject: `resident:${person.id}`, basis: BASIS })
  return redirect(protectionPath(id), { notice: words.taken })
}

export async function applicationAgain(visit: ApplicationVisit): Promise<Answer> {
  return showApplication(visit, { typed: visit.typed, problems: visit.problems })
}

export async function approve(visit: Submission<ValuesOf<typeof approveForm>>): Promise<Answer> {
  return deciding(visit, async (protection) => {
    const continued = protection.extendsId === null ? undefined : await protectionRows.find(visit.tx, protection.extendsId)
    return (await approveProtection(visit.tx, protection, continued)) ? words.approved : words.overtaken
  })
}

export async function refuse(visit: Submission<ValuesOf<typeof protectionReasonForm>>): Promise<Answer> {
  return deciding(visit, async (protection) => ((await refuseProtection(visit.tx, protection, visit.values.reason)) ? words.refusedNow : words.overtaken))
}

export async function end(visit: Submission<ValuesOf<typeof protectionReasonForm>>): Promise<Answer> {
  const protection = await protectionNamed(visit, visit.params.id ?? '')
  const isEnded = mayEnd(protection, visit.tx.today) && (await endProtection(visit.tx, protection, visit.values.reason))
  return redirect(protectionPath(protection.id), { notice: isEnded ? words.endedNow : words.overtaken })
}

/** Who asked for a protected person's data at the counter and was told no. */
export async function keepRefusal(visit: Submission<ValuesOf<typeof refusalForm>>): Promise<Answer> {
  const protection = await protectionNamed(visit, visit.params.id ?? '')
  await noteRefusal(visit.tx, protection.id, visit.values)
  return redirect(protectionPath(protection.id), { notice: words.noted })
}

export async function protectionAgain(visit: Visit & { readonly problems: FormProblems }): Promise<Answer> {
  return showProtection(visit, visit.problems)
}

async function deciding(visit: Visit, decide: (protection: Protection) => Promise<Phrase<never>>): Promise<Answer> {
  const protection = await protectionNamed(visit, visit.params.id ?? '')
  if (!mayDecide(protection, visit.actor.id)) return redirect(protectionPath(protection.id), { notice: words.overtaken })
  const notice = await decide(protection)
  await visit.tx.note({ act: 'decide on protection', subject: `resident:${protection.personId}`, basis: BASIS })
  return redirect(protectionPath(protection.id), { notice })
}

async function protectionNamed({ tx }: Visit, id: string): Promise<Protection> {
  const protection = isUuid(id) ? await protectionRows.find(tx, id) : undefined
  if (protection === undefined) throw new Fault('not-found', PROTECTION_PATH)
  return protection
}

function idIn(params: Readonly<Record<string, string>>): string {
  const id = params.id ?? ''
  if (!isUuid(id)) throw new Fault('not-found')
  return id
}
