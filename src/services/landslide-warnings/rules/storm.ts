import type { Level, MeshCode, MeshReading } from '../model.ts'
import { extentOf } from './mesh.ts'

/** An invented night: rain comes in from the west, stays over the hills for three hours, and leaves by the east. */
export const STORM_STEPS = 36
export const STEP_MINUTES = 10

/** What the feed would say at one step of the night, 0 to 35, to the minute. The same every time. */
export function stormAt(meshes: readonly MeshCode[], step: number, startedAt: Temporal.Instant): MeshReading[] {
  const baseTime = startedAt.add({ minutes: step * STEP_MINUTES })
  const west = Math.min(...meshes.map((mesh) => extentOf(mesh).west))
  return meshes.map((mesh) => {
    const fromWest = (extentOf(mesh).west - west) / extentOf(mesh).width
    const rain = rainAt(fromWest, step)
    const soilWaterIndex = Math.round(soilWaterAfter(fromWest, step) * 10) / 10
    return { mesh, baseTime, level: levelFor(rain, soilWaterIndex), rain60MinutesMm: Math.round(rain * 10) / 10, soilWaterIndex }
  })
}

/** Millimetres in an hour: a band whose middle moves half a mesh with each step and rests over the western hills. */
function rainAt(fromWest: number, step: number): number {
  const middle = step < 8 ? step * 0.5 - 2 : step < 26 ? 2 : 2 + (step - 26) * 1.5
  return 70 * Math.exp(-(((fromWest - middle) / 4) ** 2)) * Math.min(1, step / 6)
}

/** A single leaking tank: what fell, less what ran off. The real index has three (土壌雨量指数, 気象庁). */
function soilWaterAfter(fromWest: number, step: number): number {
  let water = 60
  for (let past = 0; past <= step; past++) water = water * 0.985 + rainAt(fromWest, past) / 6
  return water
}

/** Invented criteria; real ones differ from mesh to mesh and lie with the prefecture. */
function levelFor(rain: number, soilWater: number): Level {
  const danger = soilWater + rain
  return danger >= 260 ? 5 : danger >= 220 ? 4 : danger >= 180 ? 3 : danger >= 140 ? 2 : 0
}
