import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { SIGNS } from './model.ts'

const told = { privacy: 'public' } as const
const inside = { privacy: 'internal' } as const

export const facts = {
  /** A sheet of the ten-minute feed was taken in. Its subject is its base time. */
  meshesReceived: factType('landslide-warnings.meshes-received', z.object({
    realm: z.string().meta(inside), meshes: z.int().meta(told), highest: z.int().nullable().meta(told), secondsLate: z.int().meta(told),
  })),
  /** The city's own level, from disaster information, is another. */
  cityLevelChanged: factType('landslide-warnings.city-level-changed', z.object({ realm: z.string().meta(inside), level: z.int().nullable().meta(told) })),
  /** People at a place were told of a change. */
  placeTold: factType('landslide-warnings.place-told', z.object({
    realm: z.string().meta(inside), level: z.int().meta(told), telling: z.enum(['raised', 'eased', 'lowered']).meta(told), homes: z.int().meta(told),
  })),
  homeConfirmed: factType('landslide-warnings.home-confirmed', z.object({ isInZone: z.boolean().meta(told), language: z.string().meta(told) })),
  homeLeft: factType('landslide-warnings.home-left', z.object({})),
  signReported: factType('landslide-warnings.sign-reported', z.object({ sign: z.enum(SIGNS).meta(told) })),
  signSettled: factType('landslide-warnings.sign-settled', z.object({ outcome: z.enum(['seen', 'dismissed']).meta(told), minutes: z.int().meta(told) })),
  drillHeld: factType('landslide-warnings.drill-held', z.object({ sheets: z.int().meta(told), highest: z.int().meta(told) })),
}

/** Facts after which what residents read of the danger is another. */
export const LANDSLIDE_CHANGES = [facts.meshesReceived.name, facts.cityLevelChanged.name]
