import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Guardian, GuardianState, LeftHow, Role } from '../model.ts'
import { many, mails } from './rows.ts'

export interface NewGuardian {
  readonly classId: string
  readonly childLabel: string
  readonly role: Role | null
  readonly language: Language
  /** Null: invited by a printed sheet. */
  readonly invitedAddress: string | null
}

export async function keepGuardian(tx: Tx, { classId, childLabel, role, language, invitedAddress }: NewGuardian): Promise<Guardian> {
  const row = { id: sql<string>`gen_random_uuid()`, class_id: classId, child_label: childLabel, role, language, invited_address: invitedAddress, state: 'invited', invited_at: tx.now }
  const { id } = await tx.get(mails.insertInto('alert_mail.guardian').values(row).returning('id'))
  return guardianOf(await tx.get(guardianRows().where('id', '=', id)))
}

export async function findGuardian(tx: Tx, id: string): Promise<Guardian | undefined> {
  const row = isUuid(id) ? await tx.find(guardianRows().where('id', '=', id)) : undefined
  return row && guardianOf(row)
}

/** The same, held until the commit: two phones must not both take a place. */
export async function findGuardianHeld(tx: Tx, id: string): Promise<Guardian | undefined> {
  const row = isUuid(id) ? await tx.find(guardianRows().where('id', '=', id).forUpdate()) : undefined
  return row && guardianOf(row)
}

export async function findGuardianByNumber(tx: Tx, number: number): Promise<Guardian | undefined> {
  const row = await tx.find(guardianRows().where('number', '=', number))
  return row && guardianOf(row)
}

/** Who is on the lists of these classes or invited to them, by child. */
export async function listGuardians(tx: Tx, classIds: readonly string[]): Promise<Guardian[]> {
  if (classIds.length === 0) return []
  const rows = await tx.list(guardianRows().where('class_id', 'in', [...classIds]).where('state', '<>', 'left').orderBy('child_label').orderBy('number'))
  return rows.map(guardianOf)
}

/** All places that a contact holds now. */
export async function listByContact(tx: Tx, contactId: string): Promise<Guardian[]> {
  const rows = await tx.list(guardianRows().where('contact_id', '=', contactId).where('state', '=', 'confirmed').orderBy('number'))
  return rows.map(guardianOf)
}

export async function confirmGuardian(tx: Tx, id: string, { contactId, role, language }: { contactId: string; role: Role; language: Language }): Promise<void> {
  const confirmed = { state: 'confirmed', contact_id: contactId, role, language, invited_address: null, confirmed_at: tx.now }
  await tx.run(mails.updateTable('alert_mail.guardian').set(confirmed).where('id', '=', id))
}

/** Ends a place; its child's label stays for a while, so that the school can see what happened. */
export async function endGuardian(tx: Tx, id: string, how: LeftHow): Promise<void> {
  const ended = { state: 'left', left_at: tx.now, left_how: how, contact_id: null, invited_address: null }
  await tx.run(mails.updateTable('alert_mail.guardian').set(ended).where('id', '=', id))
}

/** Makes the codes and links given out so far void. */
export async function renewCode(tx: Tx, id: string): Promise<void> {
  await tx.run(mails.updateTable('alert_mail.guardian').set((guardian) => ({ code_round: guardian('code_round', '+', 1) })).where('id', '=', id))
}

/** Empties what could name a child or a guardian in places that ended before `before`; returns how many. */
export function eraseLeft(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.run(mails.updateTable('alert_mail.guardian').set({ child_label: '', role: null }).where('state', '=', 'left').where('left_at', '<', before).where('child_label', '<>', ''))
}

export interface Move {
  readonly guardianId: string
  readonly fromClass: string
  /** Null: leaves the school. */
  readonly toClass: string | null
}

/** Moves many at once and writes each move down. Those who leave are ended by `endGuardian`. */
export async function moveGuardians(tx: Tx, moves: readonly Move[]): Promise<void> {
  const staying = moves.flatMap(({ guardianId, toClass }) => (toClass === null ? [] : [{ id: guardianId, class_id: toClass }]))
  await many.updateRows(tx, 'alert_mail.guardian', ['id'], staying)
  const rows = moves.map(({ guardianId, fromClass, toClass }) => ({
    guardian_id: guardianId, from_class: fromClass, to_class: toClass, moved_at: tx.now, moved_by_name: tx.actor.person?.name ?? '',
  }))
  await many.insertRows(tx, 'alert_mail.guardian_move', rows)
}

export interface ClassCount {
  readonly classId: string
  readonly state: GuardianState
  readonly count: number
}

export async function countByClass(tx: Tx, classIds: readonly string[]): Promise<ClassCount[]> {
  if (classIds.length === 0) return []
  const rows = await tx.list(
    mails
      .selectFrom('alert_mail.guardian')
      .select(['class_id as classId', 'state'])
      .select((guardian) => guardian.fn.countAll<number>().as('count'))
      .where('class_id', 'in', [...classIds])
      .groupBy(['class_id', 'state']),
  )
  return rows as ClassCount[]
}

function guardianRows() {
  return mails
    .selectFrom('alert_mail.guardian')
    .select(['id', 'number', 'class_id as classId', 'child_label as childLabel', 'role', 'language', 'contact_id as contactId'])
    .select(['invited_address as invitedAddress', 'code_round as codeRound', 'state', 'invited_at as invitedAt', 'confirmed_at as confirmedAt'])
}

type GuardianRow = ReturnType<typeof guardianRows> extends { execute(): Promise<(infer Row)[]> } ? Row : never

function guardianOf(row: GuardianRow): Guardian {
  return { ...row, role: row.role as Role | null, language: row.language as Language, state: row.state as GuardianState }
}
