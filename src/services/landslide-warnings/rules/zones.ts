import type { Point, Zone } from '../model.ts'

/** The zones that a point lies in, the special ones first. */
export function zonesAt(zones: readonly Zone[], point: Point): Zone[] {
  return zones
    .filter((zone) => isInside(zone.ring, point))
    .toSorted((one, other) => Number(other.kind === 'special') - Number(one.kind === 'special') || one.key.localeCompare(other.key))
}

/** Whether a ray to the east leaves the ring an odd number of times. A point on the southern or western edge is inside. */
export function isInside(ring: readonly Point[], { latitude, longitude }: Point): boolean {
  let inside = false
  for (const [index, corner] of ring.entries()) {
    const last = ring[(index + ring.length - 1) % ring.length] as Point
    if (corner.latitude > latitude === last.latitude > latitude) continue
    const share = (latitude - corner.latitude) / (last.latitude - corner.latitude)
    if (longitude < corner.longitude + share * (last.longitude - corner.longitude)) inside = !inside
  }
  return inside
}
