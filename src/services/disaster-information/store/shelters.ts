import { randomUUID } from 'node:crypto'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Realm } from '../model.ts'
import type { ShelterStanding } from '../rules/shelter-acts.ts'
import type { Point } from '../rules/shelter-distance.ts'
import type { OpenShelter, Opening, Shelter, ShelterHazard, ShelterKind } from '../rules/shelters.ts'
import type { DisasterInformationTables, ShelterTable } from '../tables.ts'

const disaster = queriesOver<DisasterInformationTables>()

/** The city's list as it stands, without what was taken off it. */
export async function listShelters(tx: Tx): Promise<Shelter[]> {
  const rows = await tx.list(disaster.selectFrom('disaster_information.shelter').selectAll().where('retired_on', 'is', null).orderBy('position').orderBy('id'))
  return rows.map(shelterOf)
}

/** Also one that was taken off the list, while people may still be in it. */
export async function findShelterEver(tx: Tx, id: string): Promise<(Shelter & { readonly isListed: boolean }) | undefined> {
  const row = await tx.find(disaster.selectFrom('disaster_information.shelter').selectAll().where('id', '=', id))
  return row === undefined ? undefined : { ...shelterOf(row), isListed: row.retired_on === null }
}

/** What is open in a realm, also where a place was taken off the list meanwhile: people are inside. */
export async function listOpenShelters(tx: Tx, realm: Realm): Promise<OpenShelter[]> {
  const openings = await listOpenings(tx, realm)
  if (openings.size === 0) return []
  const rows = await tx.list(
    disaster.selectFrom('disaster_information.shelter').selectAll().where('id', 'in', [...openings.keys()]).orderBy('position').orderBy('id'),
  )
  return rows.map((row) => ({ ...shelterOf(row), opening: openings.get(row.id) as Opening }))
}

/** Until this transaction ends nobody else changes it. */
export async function findOpeningHeld(tx: Tx, realm: Realm, shelterId: string): Promise<Opening | undefined> {
  const row = await tx.find(openingRows(realm).where('shelter_id', '=', shelterId).forUpdate())
  return row === undefined ? undefined : { ...row, realm }
}

async function listOpenings(tx: Tx, realm: Realm): Promise<Map<string, Opening>> {
  const rows = await tx.list(openingRows(realm).select('shelter_id as shelterId'))
  return new Map(rows.map(({ shelterId, ...row }) => [shelterId, { ...row, realm }]))
}

function openingRows(realm: Realm) {
  return disaster
    .selectFrom('disaster_information.shelter_opening')
    .select(['id', 'opened_at as openedAt', 'occupants', 'is_full as isFull', 'takes_pets as takesPets', 'edition', 'changed_at as changedAt'])
    .where('realm', '=', realm)
    .where('closed_at', 'is', null)
}

function shelterOf(row: ShelterRow): Shelter {
  return {
    id: row.id,
    name: { written: row.name, kana: row.name_kana, romaji: row.name_romaji, en: row.name_en, pt: row.name_pt },
    address: row.address,
    town: row.town,
    point: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    kinds: row.kinds as ShelterKind[],
    hazards: row.hazards as ShelterHazard[],
    capacity: row.capacity,
    isBarrierFree: row.is_barrier_free,
    takesPets: row.takes_pets,
    note: row.note,
    isInvented: row.is_invented,
  }
}

type ShelterRow = Omit<ShelterTable, 'position' | 'retired_on'>

/** Opens a place; false when somebody has opened it already. */
export async function openShelter(tx: Tx, realm: Realm, shelterId: string, standing: ShelterStanding): Promise<boolean> {
  const id = randomUUID()
  const added = await tx.run(
    disaster
      .insertInto('disaster_information.shelter_opening')
      .values({
        id, realm, shelter_id: shelterId, opened_at: tx.now, opened_by: tx.actor.person?.id ?? null, occupants: standing.occupants,
        is_full: standing.isFull, takes_pets: standing.takesPets, edition: 1, changed_at: tx.now, closed_at: null, closed_by: null,
      })
      .onConflict((conflict) => conflict.doNothing()),
  )
  if (added === 0) return false
  await keepStep(tx, { openingId: id, edition: 1, act: 'opened' }, standing)
  return true
}

/** Sets what stands there; false when it was changed or closed after `edition` was seen. */
export async function changeOpening(tx: Tx, openingId: string, edition: number, standing: ShelterStanding): Promise<boolean> {
  const { occupants, isFull: is_full, takesPets: takes_pets } = standing
  const changed = await tx.run(openEdition(openingId, edition).set({ occupants, is_full, takes_pets, edition: edition + 1, changed_at: tx.now }))
  if (changed === 0) return false
  await keepStep(tx, { openingId, edition: edition + 1, act: 'changed' }, standing)
  return true
}

/** Closes it; false as above. Who was inside is told by the last step before. */
export async function closeOpening(tx: Tx, openingId: string, edition: number): Promise<boolean> {
  const closed = { closed_at: tx.now, closed_by: tx.actor.person?.id ?? null, occupants: 0, is_full: false, edition: edition + 1, changed_at: tx.now }
  if ((await tx.run(openEdition(openingId, edition).set(closed))) === 0) return false
  await keepStep(tx, { openingId, edition: edition + 1, act: 'closed' }, { occupants: 0, isFull: false, takesPets: null })
  return true
}

function openEdition(openingId: string, edition: number) {
  return disaster.updateTable('disaster_information.shelter_opening').where('id', '=', openingId).where('edition', '=', edition).where('closed_at', 'is', null)
}

export type StepAct = 'opened' | 'changed' | 'closed'

interface StepTaken {
  readonly openingId: string
  /** The opening's edition after it. */
  readonly edition: number
  readonly act: StepAct
}

async function keepStep(tx: Tx, { openingId, edition, act }: StepTaken, { occupants, isFull, takesPets }: ShelterStanding): Promise<void> {
  await tx.run(
    disaster.insertInto('disaster_information.shelter_step').values({
      opening_id: openingId, edition, at: tx.now, taken_by: tx.actor.person?.id ?? null, act, occupants, is_full: isFull, takes_pets: takesPets,
    }),
  )
}

export interface ShelterStep extends ShelterStanding {
  readonly shelterId: string
  /** As the city writes it. */
  readonly name: string
  readonly at: Temporal.Instant
  readonly takenBy: string | null
  readonly act: StepAct
}

/** What happened at the places of a realm since a moment, the newest first: for the history and the night's time line. */
export async function listShelterSteps(tx: Tx, realm: Realm, since: Temporal.Instant, limit: number): Promise<ShelterStep[]> {
  const rows = await tx.list(
    disaster
      .selectFrom('disaster_information.shelter_step as step')
      .innerJoin('disaster_information.shelter_opening as opening', 'opening.id', 'step.opening_id')
      .innerJoin('disaster_information.shelter as shelter', 'shelter.id', 'opening.shelter_id')
      .select(['shelter.id as shelterId', 'shelter.name', 'step.at', 'step.taken_by as takenBy', 'step.act', 'step.occupants', 'step.is_full as isFull'])
      .select('step.takes_pets as takesPets')
      .where('opening.realm', '=', realm)
      .where('step.at', '>=', since)
      .orderBy('step.at', 'desc')
      .orderBy('step.opening_id')
      .orderBy('step.edition', 'desc')
      .limit(limit),
  )
  return rows.map((row) => ({ ...row, act: row.act as StepAct }))
}

/** Rough centres of towns, to find what is near. */
export async function listTownCentres(tx: Tx): Promise<Map<string, Point>> {
  const rows = await tx.list(disaster.selectFrom('disaster_information.town_centre').select(['town', 'latitude', 'longitude']))
  return new Map(rows.map(({ town, ...point }) => [town, point]))
}
