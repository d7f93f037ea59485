import type { Point, SignReport } from '../model.ts'

/** Reports so near each other in place and time are taken to be of one slope. */
const NEAR_METRES = 300
const NEAR_MINUTES = 120
/** Metres in a degree of latitude, near enough for a few hundred metres. */
const METRES_PER_DEGREE = 111_000

/** Reports that belong together, the newest first; clusters in order of their newest report. */
export interface Cluster {
  readonly reports: readonly SignReport[]
  readonly centre: Point
  readonly newestAt: Temporal.Instant
}

/** Joins each report to the clusters that hold one near it, in place and time; what joins two clusters makes them one. */
export function clustersOf(reports: readonly SignReport[]): Cluster[] {
  let clusters: SignReport[][] = []
  for (const report of reports.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
    const near = clusters.filter((cluster) => cluster.some((other) => isNear(report, other)))
    clusters = [...clusters.filter((cluster) => !near.includes(cluster)), [...near.flat(), report]]
  }
  return clusters.map(clusterOf).toSorted((one, other) => Temporal.Instant.compare(other.newestAt, one.newestAt))
}

function clusterOf(reports: readonly SignReport[]): Cluster {
  const newest = reports.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
  const middle = (of: (point: Point) => number) => reports.reduce((sum, { point }) => sum + of(point), 0) / reports.length
  return {
    reports: newest,
    centre: { latitude: middle((point) => point.latitude), longitude: middle((point) => point.longitude) },
    newestAt: (newest[0] as SignReport).at,
  }
}

function isNear(one: SignReport, other: SignReport): boolean {
  return Math.abs(one.at.since(other.at).total('minutes')) <= NEAR_MINUTES && metresBetween(one.point, other.point) <= NEAR_METRES
}

/** On a plane: a city is too small for the earth's curve to matter. */
export function metresBetween(one: Point, other: Point): number {
  const north = (one.latitude - other.latitude) * METRES_PER_DEGREE
  const east = (one.longitude - other.longitude) * METRES_PER_DEGREE * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
