import { randomUUID } from 'node:crypto'
import { personMeant } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { fileAnswer, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { applyForm, requestForm } from '../forms.ts'
import { facts } from '../facts.ts'
import { fileNameOf } from '../pages/file-name.ts'
import { showRefusedForm } from '../pages/mine.ts'
import { findFile } from '../store/papers.ts'
import { changeRequest, holdRequest, keepRequest, keepStep } from '../store/requests.ts'
import { askForFee, feeFor } from './fees.ts'
import { lookAt } from './read-register.ts'

/** A resident asks for a paper online. What would be refused is refused before anybody pays. */
export async function apply(visit: Submission<ValuesOf<typeof applyForm>>): Promise<Answer> {
  const { tx, city, actor, values, client } = visit
  const personId = personMeant(actor)
  if (actor.resident === null || personId === null) throw new Fault('forbidden', 'the account is not matched to the register')
  const isSeal = values.kind === 'seal-certificate'
  const asked = { kind: values.kind, way: 'online', subjectId: personId, people: isSeal ? [] : values.people, options: isSeal ? [] : values.options, applicant: null, ownPersonId: actor.resident.personId } as const
  const looked = await lookAt(tx, city, asked)
  if (!looked.ok) return showRefusedForm(visit, looked.refusal)
  const fee = await feeFor(tx, values.kind, 'online')
  if (fee === null) throw new Fault('unavailable', `the table of fees has no price for certificates.${values.kind}`)
  const id = randomUUID()
  await keepRequest(tx, { ...asked, id, requestKey: `online:${id}`, accountId: actor.resident.accountId, reduction: fee.reduction, origin: client.origin })
  const path = `/my/certificates/${id}`
  const payment = await askForFee(tx, { id, kind: values.kind, reduction: fee.reduction, accountId: actor.resident.accountId }, path)
  return redirect(payment.amountYen === 0 ? path : payment.path)
}

/** The file, to whoever asked for it, as often as wanted while it is kept: it is one and the same paper. */
export async function fetchPaper(visit: Submission<ValuesOf<typeof requestForm>>): Promise<Answer> {
  const { tx, actor, values } = visit
  const request = await holdRequest(tx, values.request)
  if (request === undefined || request.accountId === null || request.accountId !== actor.resident?.accountId) throw new Fault('not-found')
  const bytes = request.endedAt === null ? await findFile(tx, request.id) : undefined
  if (bytes === undefined) throw new Fault('conflict', 'the file is not there yet, or not any more')
  if (request.printedAt === null) {
    await changeRequest(tx, request.id, { printed_at: tx.now })
    await keepStep(tx, request.id, 'printed')
    tx.publish(facts.printed, `certificate:${request.id}`, { kind: request.kind, way: request.way })
  }
  await tx.note({ act: `fetch ${request.kind}`, subject: `resident:${request.subjectId}`, basis: '住民基本台帳法第12条' })
  return fileAnswer(bytes, 'application/pdf', fileNameOf(request))
}
