import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { residentFacts } from '#capabilities/residents/resident-facts.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { beginOf, lastDayOf, lastProvisionalDay, type Protection, type ProtectionScope } from '../rules/protection.ts'
import { register, registerRows } from './rows.ts'
import { protectionRows, type ProtectionStep } from './protection-rows.ts'

/** What is written down when somebody asks for protection. */
export type ProtectionApplication = Pick<
  Protection, 'personId' | 'category' | 'scope' | 'requester' | 'requesterName' | 'requesterProof' | 'against' | 'opinionFrom' | 'opinionOn' | 'note' | 'extendsId'
>

/**
 * Takes an application in. The people are hidden from this moment on, before anybody decided: a danger does not wait for
 * a second signature. Returns its id.
 */
export async function draftProtection(tx: Tx, application: ProtectionApplication): Promise<string> {
  const id = randomUUID()
  const { serial } = await tx.get(statement(sql<{ serial: number }>`select nextval('resident_records.protection_serial') as serial`))
  await tx.run(register.insertInto('resident_records.protection').values({
    id, number: serial, status: 'draft', applied_on: tx.today, drafted_by: tx.actor.id, drafted_by_name: tx.actor.person?.name ?? '', drafted_at: tx.now,
    person_id: application.personId, category: application.category, scope: application.scope, requester: application.requester, requester_name: application.requesterName,
    requester_proof: application.requesterProof, against: application.against, opinion_from: application.opinionFrom, opinion_on: application.opinionOn, note: application.note, extends: application.extendsId,
  }))
  const people = await peopleMeant(tx, application)
  await hide(tx, id, people, { beginsOn: tx.today, endsOn: lastProvisionalDay(tx.today) })
  await writeStep(tx, id, 'drafted')
  tellChange(tx, id, people, true)
  return id
}

/** False where it has been decided meanwhile, or by whoever took it in: the database refuses that as well. */
export async function approveProtection(tx: Tx, protection: Protection, continued: Protection | undefined): Promise<boolean> {
  const beginsOn = beginOf(tx.today, continued)
  const endsOn = lastDayOf(beginsOn)
  if (!(await decide(tx, protection, { status: 'approved', begins_on: beginsOn, ends_on: endsOn }))) return false
  const people = await hiddenBy(tx, protection.id)
  // Hidden without a gap from the application on, also before the first day of an extension.
  await tx.run(register.updateTable('resident_records.protected_person').set({ ends_on: endsOn }).where('protection_id', '=', protection.id))
  await writeStep(tx, protection.id, continued === undefined ? 'approved' : 'extended')
  tellChange(tx, protection.id, people, true)
  return true
}

export async function refuseProtection(tx: Tx, protection: Protection, reason: string): Promise<boolean> {
  if (!(await decide(tx, protection, { status: 'refused', refusal_reason: reason }))) return false
  await show(tx, protection.id)
  await writeStep(tx, protection.id, 'refused', reason)
  return true
}

/** Ends it before its time, at the person's own wish or because what it rests on has gone. */
export async function endProtection(tx: Tx, { id }: Protection, reason: string): Promise<boolean> {
  const ended = await tx.run(register.updateTable('resident_records.protection').set({
    status: 'ended', ends_on: sql`greatest(begins_on, ${tx.today}::date)`, ended_by: tx.actor.id, ended_at: tx.now, end_reason: reason,
  }).where('id', '=', id).where('status', '=', 'approved'))
  if (ended === 0) return false
  await show(tx, id)
  await writeStep(tx, id, 'ended', reason)
  return true
}

export interface Refusal {
  readonly askedBy: string
  readonly askedFor: string
  readonly answer: string
}

/** 請求を拒んだ記録: who came for a protected person's data and what they were told. */
export async function noteRefusal(tx: Tx, protectionId: string, { askedBy, askedFor, answer }: Refusal): Promise<void> {
  await tx.run(register.insertInto('resident_records.protection_refusal').values({
    id: randomUUID(), protection_id: protectionId, on_day: tx.today, asked_by: askedBy, asked_for: askedFor, answer, noted_by: tx.actor.id, noted_by_name: tx.actor.person?.name ?? '', noted_at: tx.now,
  }))
}

/**
 * Who joins a household under protection is protected with it: a child that is born, a parent who moves in. To be called
 * with the people of every entry that enters the register.
 */
export async function protectNewMembers(tx: Tx, personIds: readonly string[]): Promise<void> {
  const joined = await tx.list(statement(sql<{ protectionId: string; personId: string }>`
    insert into resident_records.protected_person (protection_id, person_id, begins_on, ends_on)
    select distinct protection.id, joining.person_id, ${tx.today}::date, hidden.ends_on
      from resident_records.person_version joining
      join resident_records.person_version asking on asking.household_id = joining.household_id and asking.superseded_at is null and asking.valid_to is null
      join resident_records.protection protection on protection.person_id = asking.person_id and protection.scope = 'household' and protection.status in ('draft', 'approved')
      join resident_records.protected_person hidden on hidden.protection_id = protection.id and hidden.person_id = protection.person_id and hidden.ends_on >= ${tx.today}
     where joining.person_id = any(${[...personIds]}::uuid[]) and joining.superseded_at is null and joining.valid_to is null and joining.standing = 'resident'
    on conflict do nothing returning protection_id as "protectionId", person_id as "personId"`))
  for (const { protectionId, personId } of joined) {
    await writeStep(tx, protectionId, 'joined')
    tellChange(tx, protectionId, [personId], true)
  }
}

/** Invented or taken over: protections as a former system kept them, already decided. */
export interface SettledProtection {
  readonly personIds: readonly string[]
  readonly category: Protection['category']
  readonly beginsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

export async function settleProtections(tx: Tx, settled: readonly SettledProtection[]): Promise<void> {
  for (const { personIds, category, beginsOn, endsOn } of settled) {
    const [personId] = personIds
    if (personId === undefined) continue
    const id = randomUUID()
    const { serial } = await tx.get(statement(sql<{ serial: number }>`select nextval('resident_records.protection_serial') as serial`))
    await tx.run(register.insertInto('resident_records.protection').values({
      id, number: serial, person_id: personId, category, scope: personIds.length > 1 ? 'household' : 'self', status: 'approved', requester: 'self', requester_name: '', requester_proof: '', against: '',
      opinion_from: '', opinion_on: null, note: '', applied_on: beginsOn, extends: null, drafted_by: 'settlement', drafted_by_name: '', drafted_at: tx.now, decided_by: 'system', decided_by_name: '', decided_at: tx.now, begins_on: beginsOn, ends_on: endsOn,
    }))
    await hide(tx, id, personIds, { beginsOn, endsOn })
  }
}

async function decide(tx: Tx, { id, draftedBy }: Protection, columns: Readonly<Record<string, unknown>>): Promise<boolean> {
  if (draftedBy === tx.actor.id) return false
  const decided = { ...columns, decided_by: tx.actor.id, decided_by_name: tx.actor.person?.name ?? '', decided_at: tx.now }
  return (await tx.run(register.updateTable('resident_records.protection').set(decided).where('id', '=', id).where('status', '=', 'draft'))) === 1
}

/** The person alone, or everybody who lives in their household today. */
async function peopleMeant(tx: Tx, { personId, scope }: { readonly personId: string; readonly scope: ProtectionScope }): Promise<string[]> {
  if (scope === 'self') return [personId]
  const rows = await tx.list(statement(sql<{ id: string }>`
    select distinct version.person_id as id from resident_records.person_version version
     where version.household_id = (select household_id from resident_records.person_version where person_id = ${personId} and superseded_at is null and valid_to is null)
       and version.superseded_at is null and version.valid_to is null and version.standing = 'resident'`))
  return [...new Set([personId, ...rows.map(({ id }) => id)])]
}

export async function hiddenBy(tx: Tx, protectionId: string): Promise<string[]> {
  return (await tx.list(register.selectFrom('resident_records.protected_person').select('person_id').where('protection_id', '=', protectionId))).map((row) => row.person_id)
}

async function hide(tx: Tx, protectionId: string, people: readonly string[], { beginsOn, endsOn }: { beginsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate }): Promise<void> {
  await registerRows.insertRows(tx, 'resident_records.protected_person', people.map((person) => ({ protection_id: protectionId, person_id: person, begins_on: beginsOn, ends_on: endsOn })))
}

async function show(tx: Tx, protectionId: string): Promise<void> {
  const people = await hiddenBy(tx, protectionId)
  await tx.run(register.updateTable('resident_records.protected_person').set({ ends_on: tx.today.subtract({ days: 1 }) }).where('protection_id', '=', protectionId))
  tellChange(tx, protectionId, await noLongerHidden(tx, people), false)
}

/** Of these people, those whom no other protection hides today. */
export async function noLongerHidden(tx: Tx, people: readonly string[]): Promise<string[]> {
  const rows = await tx.list(statement(sql<{ id: string }>`
    select person as id from unnest(${[...people]}::uuid[]) as person where not exists (
      select 1 from resident_records.protected_person hiding where hiding.person_id = person and hiding.begins_on <= ${tx.today} and hiding.ends_on >= ${tx.today})`))
  return rows.map(({ id }) => id)
}

async function writeStep(tx: Tx, protectionId: string, step: ProtectionStep, note = ''): Promise<void> {
  await protectionRows.writeStep(tx, protectionId, step, note)
}

/** Who keeps data of these people elsewhere hears of it; what for and until when stays here. */
export function tellChange(tx: Tx, protectionId: string, people: readonly string[], isProtected: boolean): void {
  if (people.length > 0) tx.publish(residentFacts.protectionChanged, protectionId, { people: [...people], isProtected, on: tx.today.toString() })
}
