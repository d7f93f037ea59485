import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { HAZARDS } from './model.ts'

const told = { privacy: 'public' } as const
const inside = { privacy: 'internal' } as const
const realm = { realm: z.string().meta(inside) }
const level = () => z.int().min(0).max(5).nullable().meta(told)
const orderLevel = () => z.int().min(3).max(5).meta(told)

/** What others may know has happened. Real and drill are told apart by `realm`: `live`, or `drill:…`. */
export const facts = {
  /** A telegram was taken in. Its subject is the telegram's id. */
  telegramReceived: factType('disaster-information.telegram-received', z.object({
    ...realm, type: z.string().meta(told), status: z.string().meta(told), way: z.enum(['feed', 'folder', 'push', 'replay']).meta(told),
    /** Whole seconds between the telegram's own time and its arrival here. */
    secondsLate: z.int().meta(told),
  })),
  /** A hazard's level in an area is another. Its subject is `hazard/areaCode`. */
  levelChanged: factType('disaster-information.level-changed', z.object({
    ...realm, hazard: z.enum(HAZARDS).meta(told), areaCode: z.string().meta(told), areaName: z.string().meta(told), from: level(), to: level(),
    kindName: z.string().meta(told), kindCode: z.string().meta(told), telegramType: z.string().meta(told), at: z.string().meta(told),
  })),
  /** Two officers (or a prepared rule) issued evacuation information. Its subject is the order's id. */
  orderIssued: factType('disaster-information.order-issued', z.object({
    ...realm, level: orderLevel(), hazard: z.enum(HAZARDS).meta(told), towns: z.int().meta(told), secondsFromSuggestion: z.int().nullable().meta(inside),
    way: z.enum(['two-people', 'prepared-rule']).meta(told),
  })),
  orderCancelled: factType('disaster-information.order-cancelled', z.object({ ...realm, level: orderLevel(), hazard: z.enum(HAZARDS).meta(told) })),
  /** Nobody confirmed in time, and the next on duty was asked. */
  confirmationEscalated: factType('disaster-information.confirmation-escalated', z.object({ ...realm, step: z.int().meta(inside) })),
  shelterOpened: factType('disaster-information.shelter-opened', z.object({ ...realm, shelter: z.string().meta(told) })),
  shelterChanged: factType('disaster-information.shelter-changed', z.object({ ...realm, shelter: z.string().meta(told), occupants: z.int().meta(told) })),
  shelterClosed: factType('disaster-information.shelter-closed', z.object({ ...realm, shelter: z.string().meta(told) })),
  /** The city's list of shelters is another. Its subject is where it came from. */
  sheltersListed: factType('disaster-information.shelters-listed', z.object({ shelters: z.int().meta(told), changes: z.int().meta(told) })),
  drillHeld: factType('disaster-information.drill-held', z.object({ drill: z.string().meta(told), telegrams: z.int().meta(told) })),
}

/** Facts after which what residents read of the disaster is another. */
export const DISASTER_CHANGES = ['disaster-information.*', 'notices.issued']
