import { z } from 'zod'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { isOld } from '../rules/place-state.ts'
import { findCityLevel, listReadings } from '../store/meshes.ts'

export const landslideShape = z.object({
  cityLevel: z.int().nullable(),
  meshes: z.array(z.object({ mesh: z.string(), level: z.int().nullable(), baseTime: z.string(), isStale: z.boolean(), rain60MinutesMm: z.number().nullable(), soilWaterIndex: z.number().nullable() })),
})

/** The danger by mesh for programs. */
export async function showLandslideJson({ tx }: Visit): Promise<Answer> {
  const [readings, city] = [await listReadings(tx, 'live'), await findCityLevel(tx, 'live')]
  const meshes = [...readings.values()].map(({ baseTime, ...rest }) => ({ ...rest, baseTime: baseTime.toString(), isStale: isOld(baseTime, tx.now) }))
  return json({ cityLevel: city?.level ?? null, meshes })
}
