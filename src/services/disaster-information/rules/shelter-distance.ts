/** Degrees of JGD2011, which for finding a shelter is the same as WGS 84. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Mean radius of the Earth (IUGG), in metres. */
const EARTH_METRES = 6_371_009

/** Metres along the Earth's surface (haversine): for who goes where, good to half a per cent. */
export function distanceBetween(one: Point, other: Point): number {
  const up = radians(other.latitude - one.latitude)
  const across = radians(other.longitude - one.longitude)
  const chord = Math.sin(up / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(across / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** The mean of some points; null of none. Within one town the Earth is flat enough. */
export function centreOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null
  const sum = (of: (point: Point) => number) => points.reduce((total, point) => total + of(point), 0) / points.length
  return { latitude: sum((point) => point.latitude), longitude: sum((point) => point.longitude) }
}
