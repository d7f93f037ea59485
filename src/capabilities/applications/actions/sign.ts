import { createHash } from 'node:crypto'
import { attachmentsOf } from '#capabilities/attachments/attachments.ts'
import type { Attachment } from '#capabilities/attachments/model.ts'
import { beginCardSignature, signatureOf } from '#capabilities/resident-identity/card-signatures.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { ownerOf, type Answers, type FiledSignature } from '../model.ts'
import type { DraftVisit } from '../pages/draft-visit.ts'
import { changeApplication } from '../store/applications.ts'
import { openDraft } from './fill-in.ts'

/** Leads the resident to sign what is on the check page, and back to it. */
export async function askSignature(visit: Visit): Promise<Answer> {
  const { tx, voice } = visit
  const draft = await openDraft(visit)
  if ('kind' in draft) return draft
  const hash = digestOf(draft, await attachmentsOf(tx, ownerOf(draft.application.id)))
  const { id, path } = await beginCardSignature(visit, { hash, title: voice.plain(draft.definition.title), returnPath: `${draft.base}/check` })
  await changeApplication(tx, draft.application.id, { signature: { request: id, digest: hash.toString('base64url'), signed: null } })
  return redirect(path)
}

/** The signature over exactly what would be filed now; null where there is none, or something was changed since. */
export async function signatureOver(tx: Tx, draft: DraftVisit, files: readonly Attachment[]): Promise<FiledSignature | null> {
  const { signature } = draft.application
  if (signature === null || signature.digest !== digestOf(draft, files).toString('base64url')) return null
  const state = await signatureOf(tx, signature.request)
  if (state?.state !== 'signed') return null
  return { ...signature, signed: { signature: state.signature.toString('base64url'), certificate: state.certificate.toString('base64url'), at: state.signedAt.toString() } }
}

/** Answers in the order of their keys, whichever way the database keeps them, and the files by their identities: what is sealed under one never changes. */
function digestOf({ application, version }: DraftVisit, files: readonly Attachment[]): Buffer {
  const { id, procedure, answers } = application
  const content = { id, procedure, version: version.version, answers: inOrder(answers), files: files.map((file) => file.id).toSorted() }
  return createHash('sha256').update(JSON.stringify(content)).digest()
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value as Answers).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, own]) => [key, inOrder(own)]))
}
