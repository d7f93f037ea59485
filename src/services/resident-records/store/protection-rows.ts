import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Protection, ProtectionCategory, ProtectionScope, ProtectionStatus, Requester } from '../rules/protection.ts'
import { register } from './rows.ts'

export const PROTECTION_STEPS = ['drafted', 'approved', 'refused', 'extended', 'ended', 'joined'] as const
export type ProtectionStep = (typeof PROTECTION_STEPS)[number]

export interface TakenProtectionStep {
  readonly step: ProtectionStep
  readonly at: Temporal.Instant
  readonly byName: string
  readonly note: string
}

export interface NotedRefusal {
  readonly onDay: Temporal.PlainDate
  readonly askedBy: string
  readonly askedFor: string
  readonly answer: string
  readonly notedByName: string
}

/** Reading and noting of protections; only pages behind the right of release use it. */
export const protectionRows = { list: listProtections, find: findProtection, steps: listSteps, refusals: listRefusals, writeStep }

async function listProtections(tx: Tx, wish: { readonly personId?: string; readonly limit?: number } = {}): Promise<Protection[]> {
  let query = protections().orderBy('number', 'desc').limit(wish.limit ?? MOST_LISTED)
  if (wish.personId !== undefined) query = query.where('person_id', '=', wish.personId)
  return tx.list(query)
}

/** No list of protections is longer. */
const MOST_LISTED = 2_000

function findProtection(tx: Tx, id: string): Promise<Protection | undefined> {
  return tx.find(protections().where('id', '=', id))
}

function listSteps(tx: Tx, protectionId: string): Promise<TakenProtectionStep[]> {
  return tx.list(
    register.selectFrom('resident_records.protection_step').select(['at', 'by_name as byName', 'note'])
      .select((row) => row.ref('step').$castTo<ProtectionStep>().as('step')).where('protection_id', '=', protectionId).orderBy('at', 'desc'),
  )
}

function listRefusals(tx: Tx, protectionId: string): Promise<NotedRefusal[]> {
  return tx.list(
    register.selectFrom('resident_records.protection_refusal').select(['on_day as onDay', 'asked_by as askedBy', 'asked_for as askedFor', 'answer', 'noted_by_name as notedByName'])
      .where('protection_id', '=', protectionId).orderBy('noted_at', 'desc'),
  )
}

async function writeStep(tx: Tx, protectionId: string, step: ProtectionStep, note = ''): Promise<void> {
  const row = { protection_id: protectionId, step, at: tx.now, by: tx.actor.id, by_name: tx.actor.person?.name ?? '', note }
  await tx.run(register.insertInto('resident_records.protection_step').values(row))
}

function protections() {
  return register
    .selectFrom('resident_records.protection')
    .select([
      'id', 'number', 'person_id as personId', 'requester_name as requesterName', 'requester_proof as requesterProof', 'against', 'opinion_from as opinionFrom', 'opinion_on as opinionOn', 'note',
      'applied_on as appliedOn', 'extends as extendsId', 'drafted_by as draftedBy', 'drafted_by_name as draftedByName', 'decided_by_name as decidedByName', 'decided_at as decidedAt',
      'refusal_reason as refusalReason', 'begins_on as beginsOn', 'ends_on as endsOn', 'end_reason as endReason',
    ])
    .select([
      sql<ProtectionCategory>`category`.as('category'), sql<ProtectionScope>`scope`.as('scope'), sql<ProtectionStatus>`status`.as('status'), sql<Requester>`requester`.as('requester'),
    ])
}
