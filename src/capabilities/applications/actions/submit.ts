import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import { requestPayment } from '#capabilities/payments/payments.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { submitForm } from '../forms.ts'
import { ownerOf, paymentReference, type Answers, type Given } from '../model.ts'
import { casePath } from '../pages/case-visit.ts'
import { checkPage, gapsIn } from '../pages/check.ts'
import type { DraftVisit } from '../pages/draft-visit.ts'
import type { ProcedureField } from '../procedure.ts'
import { onlyAsked } from '../rules/asked-fields.ts'
import { dueDay } from '../rules/office-days.ts'
import { sheetOf, told } from '../rules/sheet.ts'
import { changeApplication, fileDraft, keepEdition } from '../store/applications.ts'
import { keepEvent } from '../store/events.ts'
import { openDraft } from './fill-in.ts'
import { tellApplicant } from './letters.ts'
import { signatureOver } from './sign.ts'

/**
 * Files a draft once. The draft is locked first: of two sendings at once, or one that is sent again because the line broke,
 * the second finds it filed and is led to the same receipt.
 */
export async function submitDraft(visit: Submission<ValuesOf<typeof submitForm>>): Promise<Answer> {
  const { tx, values, city, client, seal } = visit
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  const { application, version, definition, given } = draft
  const mail = values.mail === '' ? application.mail : values.mail
  const files = await attachmentsOf(tx, ownerOf(application.id))
  const needsMail = application.channel === 'online' && application.accountId === null && mail === ''
  const signature = definition.needsSignature === true && application.channel === 'online' ? await signatureOver(tx, draft, files) : null
  const isUnsigned = definition.needsSignature === true && application.channel === 'online' && signature === null
  if (needsMail || isUnsigned || gapsIn(draft, files).length > 0) return checkPage(visit, draft, { files, needsMail, mail, isSigned: !isUnsigned })
  const answers = onlyAsked(version, application.answers)
  const number = await fileDraft(tx, application.id, { answers, applicantName: applicantIn(draft, answers), mail, dueOn: dueDay(tx.today, version.officeDays) })
  if (signature !== null) await changeApplication(tx, application.id, { signature })
  tx.publish(facts.submitted, ownerOf(application.id), { procedure: definition.key, channel: application.channel, version: version.version })
  const path = casePath(seal, application)
  if (version.fee !== undefined) {
    const { accountId } = application
    await requestPayment(tx, { lines: [{ fee: version.fee, quantity: 1 }], reference: paymentReference(application.id), title: definition.title, owner: { accountId }, returnPath: path })
  }
  // None of the three waits for another, so they leave in one packet.
  await Promise.all([
    keepEdition(tx, application.id, 1, answers, sheetOf(version, { ...given, answers })),
    keepEvent(tx, application.id, 'submitted'),
    application.channel === 'online' ? tellApplicant(tx, { ...application, mail, number }, { city, kind: 'received', address: client.origin + path }) : null,
  ])
  return redirect(`${path}?received=1`)
}

/** Whose application it is on the desk's list: the register's name, else what stands in the form's field for it. */
export function applicantIn({ version, given }: { version: DraftVisit['version']; given: Given }, answers: Answers): string {
  const fields: readonly ProcedureField[] = version.pages.flatMap((page) => page.fields)
  const named = fields.find((field) => field.kind === 'registered' && field.source === 'name')
  const answer = named === undefined ? undefined : answers[named.key]
  if (typeof answer === 'object' && 'kind' in answer && answer.kind === 'registered') return told(answer)
  return given.person?.name.registered ?? ''
}
