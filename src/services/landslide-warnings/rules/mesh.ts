import type { MeshCode, Place, Point } from '../model.ts'

/** JIS X 0410: a third-order mesh is 30 seconds of latitude by 45 seconds of longitude. */
const LATITUDES_PER_DEGREE = 120
const LONGITUDES_PER_DEGREE = 80
/** Longitudes are counted from here (JIS X 0410). */
const FIRST_LONGITUDE = 100
/** How near an edge makes the neighbour count too: a tenth of a mesh, about 100 m. */
const EDGE = 0.1

/** A mesh by its place in the grid: rows from the equator, columns from 100° east. */
interface Square {
  readonly row: number
  readonly column: number
}

/** The third-order mesh in which a point lies; its southern and western edges belong to it. */
export function meshOf({ latitude, longitude }: Point): MeshCode {
  return codeOf({ row: Math.floor(latitude * LATITUDES_PER_DEGREE), column: Math.floor((longitude - FIRST_LONGITUDE) * LONGITUDES_PER_DEGREE) })
}

/** South-western corner, and how far it reaches, in degrees. Throws `RangeError` for what is no mesh code. */
export function extentOf(mesh: MeshCode): { readonly south: number; readonly west: number; readonly height: number; readonly width: number } {
  const { row, column } = squareOf(mesh)
  return {
    south: row / LATITUDES_PER_DEGREE, west: FIRST_LONGITUDE + column / LONGITUDES_PER_DEGREE,
    height: 1 / LATITUDES_PER_DEGREE, width: 1 / LONGITUDES_PER_DEGREE,
  }
}

export function isMeshCode(text: string): boolean {
  return /^\d{4}[0-7]{2}\d{2}$/.test(text)
}

/** The meshes that count for a point: its own first, then those whose edge is near, in order of their codes. */
export function placeOf(point: Point): Place {
  const own = meshOf(point)
  const { south, west, height, width } = extentOf(own)
  const rows = reach((point.latitude - south) / height)
  const columns = reach((point.longitude - west) / width)
  const { row, column } = squareOf(own)
  const all = rows.flatMap((down) => columns.map((right) => codeOf({ row: row + down, column: column + right })))
  return [own, ...all.filter((mesh) => mesh !== own).toSorted()].join('-')
}

/** The meshes and those around them, which homes at the city's edge look at too; in order of their codes. */
export function withNeighbours(meshes: readonly MeshCode[]): MeshCode[] {
  const steps = [-1, 0, 1]
  const around = meshes.map(squareOf).flatMap(({ row, column }) => steps.flatMap((up) => steps.map((right) => codeOf({ row: row + up, column: column + right }))))
  return [...new Set(around)].toSorted()
}

export function meshesOf(place: Place): MeshCode[] {
  return place.split('-')
}

function reach(share: number): number[] {
  return share < EDGE ? [-1, 0] : share > 1 - EDGE ? [0, 1] : [0]
}

/** First order: two digits each; second order: eighths of it; third order: tenths of those. */
function codeOf({ row, column }: Square): MeshCode {
  const first = `${Math.floor(row / 80)}`.padStart(2, '0') + `${Math.floor(column / 80)}`.padStart(2, '0')
  const second = `${Math.floor((row % 80) / 10)}${Math.floor((column % 80) / 10)}`
  return `${first}${second}${row % 10}${column % 10}`
}

function squareOf(mesh: MeshCode): Square {
  if (!isMeshCode(mesh)) throw new RangeError(`${mesh} is no third-order mesh code`)
  const digit = (index: number) => Number(mesh[index])
  return {
    row: Number(mesh.slice(0, 2)) * 80 + digit(4) * 10 + digit(6),
    column: Number(mesh.slice(2, 4)) * 80 + digit(5) * 10 + digit(7),
  }
}
