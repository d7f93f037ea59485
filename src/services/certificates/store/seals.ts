import type { Tx } from '#kernel/database/transaction.ts'
import { sql } from 'kysely'
import type { Applicant } from '../model.ts'
import { statement } from '#kernel/database/rows.ts'
import { certificates } from './requests.ts'

/** 廃印の事由. */
export const SEAL_ENDS = ['own-wish', 'lost-card', 'moved-out', 'died', 'name-changed', 'removed', 'guardianship'] as const
export type SealEnd = (typeof SEAL_ENDS)[number]

export interface Seal {
  readonly id: string
  readonly number: string
  readonly personId: string
  readonly registeredName: string
  readonly widthTenths: number
  readonly heightTenths: number
  readonly registeredAt: Temporal.Instant
}

/** The seal that stands for a person now. */
export function findSeal(tx: Tx, personId: string): Promise<Seal | undefined> {
  return tx.find(
    certificates
      .selectFrom('certificates.seal')
      .select(['id', 'number', 'person_id as personId', 'registered_name as registeredName', 'width_tenths as widthTenths', 'height_tenths as heightTenths', 'registered_at as registeredAt'])
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null),
  )
}

/** The impression as PNG. */
export async function getImage(tx: Tx, { id }: Pick<Seal, 'id'>): Promise<Buffer> {
  const { image } = await tx.get(certificates.selectFrom('certificates.seal').select('image').where('id', '=', id))
  const opened = tx.sealOf('certificates').openBytes(image, contextOf(id))
  if (opened === undefined) throw new RangeError('The impression was sealed by another installation')
  return opened
}

export interface NewSeal {
  readonly id: string
  readonly personId: string
  readonly registeredName: string
  readonly png: Buffer
  readonly widthTenths: number
  readonly heightTenths: number
  readonly applicant: Applicant
}

/** Returns the number of the registration, or null when the person has a seal already. */
export async function keepSeal(tx: Tx, seal: NewSeal): Promise<string | null> {
  const { id, personId, applicant } = seal
  const { serial } = await tx.get(statement(sql<{ serial: number }>`select nextval('certificates.seal_serial') as serial`))
  const row = {
    id, number: String(serial), person_id: personId, registered_name: seal.registeredName, image: tx.sealOf('certificates').closeBytes(seal.png, contextOf(id)),
    width_tenths: seal.widthTenths, height_tenths: seal.heightTenths, applicant, registered_at: tx.now, registered_by: tx.actor.id,
  }
  const kept = await tx.run(certificates.insertInto('certificates.seal').values(row).onConflict((conflict) => conflict.column('person_id').where('ended_at', 'is', null).doNothing()))
  return kept === 1 ? row.number : null
}

/** Ends the seals of these people; from this moment nothing is issued on them. Returns how many stood. */
export function endSeals(tx: Tx, people: readonly string[], because: SealEnd): Promise<number> {
  return tx.run(
    certificates
      .updateTable('certificates.seal')
      .set({ ended_at: tx.now, ended_because: because, ended_by: tx.actor.id })
      .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
      .where('ended_at', 'is', null),
  )
}

export async function isBarred(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.find(certificates.selectFrom('certificates.seal_bar').select('person_id').where('person_id', '=', personId))) !== undefined
}

export async function barSeals(tx: Tx, personId: string): Promise<void> {
  await tx.run(certificates.insertInto('certificates.seal_bar').values({ person_id: personId, since: tx.now, by: tx.actor.id }).onConflict((conflict) => conflict.doNothing()))
}

export function liftBar(tx: Tx, personId: string): Promise<number> {
  return tx.run(certificates.deleteFrom('certificates.seal_bar').where('person_id', '=', personId))
}

function contextOf(id: string): string {
  return `seal ${id}`
}
