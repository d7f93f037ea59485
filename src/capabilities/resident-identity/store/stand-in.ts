import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Sex } from '#capabilities/residents/residents.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { LIMITS } from '../rules/limits.ts'
import type { ResidentIdentityTables } from '../tables.ts'

const identity = queriesOver<ResidentIdentityTables>()

/** A card of the demo: what would lie with the state and on the card. */
export interface DemoCard {
  readonly id: string
  readonly name: string
  readonly birthDate: Temporal.PlainDate
  readonly address: string
  readonly sex: Sex
  readonly issuer: string
  readonly serial: string
  readonly previousSerial: string | null
  readonly subjectSeed: string
  readonly state: 'valid' | 'expired' | 'revoked'
  readonly note: string
}

export function listDemoCards(tx: Tx): Promise<DemoCard[]> {
  return tx.list(demoCards().orderBy('note').orderBy('name').orderBy('id'))
}

export function findDemoCard(tx: Tx, id: string): Promise<DemoCard | undefined> {
  return isUuid(id) ? tx.find(demoCards().where('id', '=', id)) : Promise.resolve(undefined)
}

function demoCards() {
  return identity
    .selectFrom('resident_identity.demo_card')
    .select([
      'id', 'name', 'birth_date as birthDate', 'address', 'sex', 'issuer', 'serial', 'previous_serial as previousSerial',
      'subject_seed as subjectSeed', 'state', 'note',
    ])
    .$castTo<DemoCard>()
}

export async function addDemoCards(tx: Tx, cards: readonly DemoCard[]): Promise<void> {
  if (cards.length === 0) return
  const rows = cards.map((card) => ({
    id: card.id, name: card.name, birth_date: card.birthDate, address: card.address, sex: card.sex, issuer: card.issuer, serial: card.serial,
    previous_serial: card.previousSerial, subject_seed: card.subjectSeed, state: card.state, note: card.note,
  }))
  await tx.run(identity.insertInto('resident_identity.demo_card').values(rows).onConflict((conflict) => conflict.doNothing()))
}

/** The demo's state changes a card: renews its certificate, revokes it. */
export async function changeDemoCard(tx: Tx, id: string, change: Pick<DemoCard, 'serial' | 'previousSerial' | 'subjectSeed' | 'state'>): Promise<void> {
  const row = { serial: change.serial, previous_serial: change.previousSerial, subject_seed: change.subjectSeed, state: change.state }
  await tx.run(identity.updateTable('resident_identity.demo_card').set(row).where('id', '=', id))
}

export interface ClientKey {
  readonly sealedKey: string
  readonly publicJwk: Readonly<Record<string, unknown>>
}

export function findClientKey(tx: Tx): Promise<ClientKey | undefined> {
  const query = identity.selectFrom('resident_identity.client_key').select(['sealed_key as sealedKey', 'public_jwk as publicJwk'])
  return tx.find(query) as Promise<ClientKey | undefined>
}

export async function addClientKey(tx: Tx, { sealedKey, publicJwk }: ClientKey): Promise<void> {
  const row = { sealed_key: sealedKey, public_jwk: publicJwk, made_at: tx.now }
  await tx.run(identity.insertInto('resident_identity.client_key').values(row).onConflict((conflict) => conflict.doNothing()))
}

export interface Exchange {
  readonly at: Temporal.Instant
  readonly method: string
  readonly path: string
  readonly status: number
  readonly names: readonly string[]
}

/** Keeps what went over the wire, and lets the oldest go. */
export async function addExchange(tx: Tx, { method, path, status, names }: Omit<Exchange, 'at'>): Promise<void> {
  const row = { at: tx.now, method, path, status, names: [...names] }
  await tx.run(identity.insertInto('resident_identity.stand_in_exchange').values(row))
  const last = identity.selectFrom('resident_identity.stand_in_exchange').select(sql<number>`max(entry)`.as('entry'))
  const keptFrom = (await tx.get(last)).entry - LIMITS.exchangesKept
  await tx.run(identity.deleteFrom('resident_identity.stand_in_exchange').where('entry', '<=', keptFrom))
}

export function listExchanges(tx: Tx, limit: number): Promise<Exchange[]> {
  const query = identity.selectFrom('resident_identity.stand_in_exchange').select(['at', 'method', 'path', 'status', 'names'])
  return tx.list(query.orderBy('entry', 'desc').limit(limit))
}
