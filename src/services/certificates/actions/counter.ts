import { randomUUID } from 'node:crypto'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { fileAnswer, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { counterForm, requestForm } from '../forms.ts'
import { facts } from '../facts.ts'
import { deskPath } from '../pages/desk-frame.ts'
import { fileNameOf } from '../pages/file-name.ts'
import { showRefusedCounterForm } from '../pages/counter-form.ts'
import { findFile, forgetFile } from '../store/papers.ts'
import { changeRequest, findRequest, holdRequest, keepRequest, keepStep } from '../store/requests.ts'
import { deskWords } from '../text/desk-words.ts'
import { askForFee } from './fees.ts'
import { end, issuePaper } from './issue.ts'
import { lookAt } from './read-register.ts'
import { recall } from './recall.ts'

/** A clerk issues at the counter, after looking at who stands there. The paper is made at once; the fee follows the printing. */
export async function issueAtCounter(visit: Submission<ValuesOf<typeof counterForm>>): Promise<Answer> {
  const { tx, city, actor, values, client, database, standInOrigin } = visit
  if (!isUuid(values.person)) throw new Fault('not-found')
  const isSeal = values.kind === 'seal-certificate'
  const applicant = { kind: values.applicantKind, name: values.applicantName, document: values.document, reason: values.reason }
  const asked = { kind: values.kind, way: 'counter', subjectId: values.person, people: isSeal ? [] : values.people, options: isSeal ? [] : values.options, applicant, ownPersonId: null } as const
  const looked = await lookAt(tx, city, asked)
  if (!looked.ok) return showRefusedCounterForm(visit, looked.refusal)
  const id = randomUUID()
  // Committed before the paper is made: a machine that dies meanwhile leaves a request that anyone can see.
  await database.act('certificates', actor, (own) => keepRequest(own, { ...asked, id, requestKey: `counter:${id}`, accountId: null, reduction: values.reduction, origin: client.origin }))
  await issuePaper({ database, city, standInOrigin }, id, actor)
  return redirect(deskPath(id))
}

/** Tries once more what waited for a font or an authority. */
export async function issueAgain({ database, city, standInOrigin, actor, values }: Submission<ValuesOf<typeof requestForm>>): Promise<Answer> {
  const request = await database.read('certificates', actor, (tx) => findRequest(tx, values.request))
  if (request === undefined) throw new Fault('not-found')
  if (request.way === 'online' && request.paidAt === null) throw new Fault('conflict', 'the fee has not been paid')
  await issuePaper({ database, city, standInOrigin }, request.id, actor)
  return redirect(deskPath(request.id))
}

/** The file for the printer, once: a second print of one request cannot be had. The fee is asked for now. */
export async function printAtCounter({ tx, values }: Submission<ValuesOf<typeof requestForm>>): Promise<Answer> {
  const request = await holdRequest(tx, values.request)
  if (request === undefined || request.way !== 'counter') throw new Fault('not-found')
  if (request.printedAt !== null) throw new Fault('conflict', 'this request was printed: enter a new one')
  const bytes = request.endedAt === null ? await findFile(tx, request.id) : undefined
  if (bytes === undefined) throw new Fault('conflict', 'the paper is not there')
  await changeRequest(tx, request.id, { printed_at: tx.now })
  await keepStep(tx, request.id, 'printed')
  await forgetFile(tx, request.id)
  await askForFee(tx, request, deskPath(request.id))
  tx.publish(facts.printed, `certificate:${request.id}`, { kind: request.kind, way: request.way })
  return fileAnswer(bytes, 'application/pdf', fileNameOf(request))
}

/** Jammed, smudged, out of ink: the paper is recalled, its number says so to whoever asks, and nobody pays. */
export async function printFailed({ tx, values }: Submission<ValuesOf<typeof requestForm>>): Promise<Answer> {
  const request = await holdRequest(tx, values.request)
  if (request === undefined || request.way === 'online') throw new Fault('not-found')
  if (request.issuedAt === null || request.endedAt !== null) throw new Fault('conflict', 'there is no paper to recall')
  if (request.paidAt !== null) throw new Fault('conflict', 'the fee has been taken: give it back first')
  await recall(tx, request)
  return redirect(deskPath(request.id), { notice: deskWords.failedNotice })
}

/** Ends a request that cannot be served; whoever paid gets the money back. */
export async function giveUp({ tx, values }: Submission<ValuesOf<typeof requestForm>>): Promise<Answer> {
  const request = await holdRequest(tx, values.request)
  if (request === undefined) throw new Fault('not-found')
  if (request.issuedAt !== null || request.endedAt !== null) throw new Fault('conflict', 'it is issued or has ended')
  await end(tx, request, 'withdrawn')
  return redirect(deskPath(request.id))
}
