import type { Point } from '../model.ts'
import { extentOf, isMeshCode, meshOf } from './mesh.ts'

/** A mesh is cut ten by ten for pointing at a home: about 100 m, near enough for zones and far enough to be nobody's door. */
export const CELLS = 10

/** Mesh code with the row from the south and the column from the west, e.g. `5236127134`. */
export type Cell = string

export function isCell(text: string): boolean {
  return /^\d{10}$/.test(text) && isMeshCode(text.slice(0, 8))
}

/** The middle of the cell. */
export function pointOf(cell: Cell): Point {
  const { south, west, height, width } = extentOf(cell.slice(0, 8))
  return { latitude: south + ((Number(cell[8]) + 0.5) / CELLS) * height, longitude: west + ((Number(cell[9]) + 0.5) / CELLS) * width }
}

export function cellOf(point: Point): Cell {
  const mesh = meshOf(point)
  const { south, west, height, width } = extentOf(mesh)
  const digit = (share: number) => Math.min(CELLS - 1, Math.max(0, Math.floor(share * CELLS)))
  return `${mesh}${digit((point.latitude - south) / height)}${digit((point.longitude - west) / width)}`
}

/** `34.8557,136.4517` as a device says it; undefined outside Japan's grid. */
export function pointIn(text: string): Point | undefined {
  const match = /^(\d{2}\.\d{1,6}),(\d{3}\.\d{1,6})$/.exec(text)
  if (match === null) return undefined
  const point = { latitude: Number(match[1]), longitude: Number(match[2]) }
  return point.latitude >= 20 && point.latitude < 46 && point.longitude >= 122 && point.longitude < 154 ? point : undefined
}
