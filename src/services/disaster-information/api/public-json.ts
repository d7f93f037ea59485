import { z } from 'zod'
import type { Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { HAZARDS } from '../model.ts'
import { needOf } from '../pages/public-shelters.ts'
import { keptUntil, publicVisit } from '../pages/public-visit.ts'
import { fullLast, nearestFirst } from '../rules/shelter-nearness.ts'
import { meets, NOTHING_NEEDED } from '../rules/shelter-need.ts'
import { SHELTER_HAZARDS, SHELTER_KINDS } from '../rules/shelters.ts'

const hazard = z.enum(HAZARDS)
const level = z.int().min(0).max(5)

export const disasterJsonShape = z.object({
  asOf: z.string(),
  /** `current`, or how far it can be trusted: `silent` (not heard of late) and `never`. Neither is calm. */
  knowledge: z.enum(['current', 'silent', 'never']),
  heardAt: z.string().nullable(),
  orders: z.array(z.object({ level, hazard, towns: z.array(z.string()), since: z.string() })),
  /** Level null: said, but not readable. */
  warnings: z.array(z.object({ hazard, level: level.nullable(), kindName: z.string(), areaName: z.string(), since: z.string(), reportedAt: z.string(), isOld: z.boolean() })),
  /** Open ones; of `?town=` the nearest first, of `?hazard=` the designated ones only. */
  openShelters: z.array(z.object({
    id: z.string(), name: z.string(), nameKana: z.string(), nameRomaji: z.string(), address: z.string(), town: z.string().nullable(),
    latitude: z.number().nullable(), longitude: z.number().nullable(), kinds: z.array(z.enum(SHELTER_KINDS)), designatedFor: z.array(z.enum(SHELTER_HAZARDS)),
    capacity: z.int().nullable(), occupants: z.int(), isFull: z.boolean(), takesPets: z.boolean().nullable(), isBarrierFree: z.boolean().nullable(),
    openedAt: z.string(), countedAt: z.string(), metres: z.int().nullable(),
  })),
})

/** The page for programs. */
export async function showPublicJson(visit: Visit): Promise<Answer> {
  const given = await publicVisit(visit)
  const { now, knowledge, orders, warnings, open, where } = given
  // The page chooses what threatens now; a program gets everything unless it asks.
  const need = visit.query.hazard === undefined ? NOTHING_NEEDED : needOf(given)
  const near = fullLast(nearestFirst(open.filter((shelter) => meets(shelter, need)), where))
  const value: z.infer<typeof disasterJsonShape> = {
    asOf: now.toString(),
    knowledge: knowledge.kind,
    heardAt: knowledge.kind === 'never' ? null : knowledge.heardAt.toString(),
    orders: orders.map((order) => ({ level: order.level, hazard: order.hazard, towns: [...order.towns], since: (order.settledAt ?? order.askedAt).toString() })),
    warnings: warnings.map(({ since, reportedAt, ...warning }) => ({ ...warning, since: since.toString(), reportedAt: reportedAt.toString() })),
    openShelters: near.map(({ shelter, metres }) => ({
      id: shelter.id, name: shelter.name.written, nameKana: shelter.name.kana, nameRomaji: shelter.name.romaji, address: shelter.address, town: shelter.town,
      latitude: shelter.point?.latitude ?? null, longitude: shelter.point?.longitude ?? null, kinds: [...shelter.kinds], designatedFor: [...shelter.hazards],
      capacity: shelter.capacity, occupants: shelter.opening.occupants, isFull: shelter.opening.isFull, takesPets: shelter.opening.takesPets ?? shelter.takesPets,
      isBarrierFree: shelter.isBarrierFree, openedAt: shelter.opening.openedAt.toString(), countedAt: shelter.opening.changedAt.toString(),
      metres: metres === null ? null : Math.round(metres),
    })),
  }
  return { kind: 'json', value, status: 200, keptUntil: keptUntil(visit) }
}
