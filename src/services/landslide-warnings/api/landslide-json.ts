import { z } from 'zod'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { cityWordOf } from '../actions/city-word.ts'
import { isOld, meshLevelNow } from '../rules/place-state.ts'
import { listReadings } from '../store/meshes.ts'

export const landslideShape = z.object({
  cityLevel: z.int().nullable(),
  cityLevelAt: z.string().nullable(),
  agencyHeardAt: z.string().nullable(),
  meshes: z.array(z.object({ mesh: z.string(), level: z.int().nullable(), baseTime: z.string(), isStale: z.boolean(), rain60MinutesMm: z.number().nullable(), soilWaterIndex: z.number().nullable() })),
})

/** The danger by mesh for programs, to which old data is no calm either. */
export async function showLandslideJson({ tx, directory }: Visit): Promise<Answer> {
  const [readings, city] = [await listReadings(tx, 'live'), await cityWordOf(tx, directory.parts, 'live')]
  const meshes = [...readings.values()].map((reading) => ({
    ...reading, level: meshLevelNow(reading, tx.now), baseTime: reading.baseTime.toString(), isStale: isOld(reading.baseTime, tx.now),
  }))
  const agencyHeardAt = city.heard.kind === 'never' ? null : city.heard.heardAt.toString()
  return json({ cityLevel: city.level, cityLevelAt: city.at?.toString() ?? null, agencyHeardAt, meshes })
}
