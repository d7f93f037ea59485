import { renderGridMap, type GridMapProps } from '#design/grid-map/view.ts'
import { nameOf, renderLevel } from '#design/level/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { MeshCode, MeshReading, Point, Zone } from '../model.ts'
import { CELLS, cellOf } from '../rules/cells.ts'
import { extentOf } from '../rules/mesh.ts'
import { meshLevelNow } from '../rules/place-state.ts'
import { words } from '../text/page-words.ts'

export interface MapTerms {
  readonly voice: Voice
  readonly meshes: readonly MeshCode[]
  readonly readings: ReadonlyMap<MeshCode, MeshReading>
  readonly zones: readonly Zone[]
  readonly now: Temporal.Instant
  readonly hrefOf?: (mesh: MeshCode) => string
  readonly chosen?: string
  readonly marks?: readonly { readonly point: Point; readonly label: string }[]
}

/** The whole city, a square for each kilometre. Old data has no colour. */
export function renderCityMap({ voice, meshes, readings, zones, now, hrefOf, chosen, marks = [] }: MapTerms): Html {
  const frame = frameOf(meshes)
  const squares = meshes.map((mesh) => {
    const { south, west, height, width } = extentOf(mesh)
    const reading = readings.get(mesh)
    const level = reading === undefined ? null : meshLevelNow(reading, now)
    return {
      column: Math.round((west - frame.west) / width), row: Math.round((frame.north - south) / height) - 1, level,
      label: `${voice.plain(words.square, { mesh })}: ${voice.plain(nameOf(level))}`, isChosen: mesh === chosen,
      ...(hrefOf === undefined ? {} : { href: hrefOf(mesh) }),
    }
  })
  return renderGridMap({ label: voice.plain(words.map), columns: frame.columns, rows: frame.rows, squares, ...laidOver(frame, zones, marks), legend: renderLegend(voice) })
}

/** One kilometre cut ten by ten. */
export function renderMeshMap({ voice, zones, mesh, chosen, hrefOf }: Pick<MapTerms, 'voice' | 'zones'> & { mesh: MeshCode; chosen?: string; hrefOf: (cell: string) => string }): Html {
  const { south, west, height, width } = extentOf(mesh)
  const squares = Array.from({ length: CELLS * CELLS }, (_, index) => {
    const fromSouth = CELLS - 1 - Math.floor(index / CELLS)
    const fromWest = index % CELLS
    const cell = `${mesh}${fromSouth}${fromWest}`
    return {
      column: fromWest, row: CELLS - 1 - fromSouth, level: 0 as const, href: hrefOf(cell), isChosen: cell === chosen,
      label: voice.plain(words.cell, { row: fromSouth + 1, column: fromWest + 1 }),
    }
  })
  const frame = { west, north: south + height, width: width / CELLS, height: height / CELLS, columns: CELLS, rows: CELLS }
  const near = zones.filter(({ ring }) => ring.some((point) => cellOf(point).startsWith(mesh)))
  return renderGridMap({ label: voice.plain(words.square, { mesh }), columns: CELLS, rows: CELLS, squares, ...laidOver(frame, near, []) })
}

interface Frame {
  readonly west: number
  readonly north: number
  /** Of one square, in degrees. */
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
}

function frameOf(meshes: readonly MeshCode[]): Frame {
  const extents = meshes.map(extentOf)
  const { width, height } = extents[0] ?? { width: 1 / 80, height: 1 / 120 }
  const west = Math.min(...extents.map((extent) => extent.west))
  const north = Math.max(...extents.map((extent) => extent.south)) + height
  const columns = Math.round((Math.max(...extents.map((extent) => extent.west)) - west) / width) + 1
  const rows = Math.round((north - Math.min(...extents.map((extent) => extent.south))) / height)
  return { west, north, width, height, columns, rows }
}

function laidOver({ west, north, width, height }: Frame, zones: readonly Zone[], marks: readonly { point: Point; label: string }[]): Pick<GridMapProps, 'shapes' | 'marks' | 'names'> {
  const at = ({ latitude, longitude }: Point): readonly [number, number] => [(longitude - west) / width, (north - latitude) / height]
  return {
    shapes: zones.map(({ ring, kind }) => ({ points: ring.map(at), kind })),
    names: zones.filter(({ kind }) => kind === 'warning').map(({ ring, town }) => {
      const [column, row] = at(ring[0] as Point)
      return { column: column + 0.2, row, name: town }
    }),
    marks: marks.map(({ point, label }) => {
      const [column, row] = at(point)
      return { column, row, label }
    }),
  }
}

function renderLegend(voice: Voice): Html {
  return renderCluster({ parts: ([0, 2, 3, 4, 5, null] as const).map((level) => renderLevel({ voice, level })) })
}
