import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import { PHENOMENA, ZONE_KINDS, type MeshCode, type Point, type Zone } from '../model.ts'
import { isMeshCode } from '../rules/mesh.ts'

const ZONES = 'landslide/zones.csv'
const MESHES = 'landslide/meshes.csv'

/** The third-order meshes of the city (`landslide/meshes.csv`); none where the file is missing. */
export function meshesOfCity(city: City): MeshCode[] {
  return rowsOf(city, MESHES).map((row, index) => {
    const mesh = row.mesh ?? ''
    if (!isMeshCode(mesh)) throw new CityPackFault(`${MESHES}: row ${index + 2}: mesh: ${mesh} is no third-order mesh (eight digits)`)
    return mesh
  })
}

/** The zones of the city's folder. A row that makes no sense is a fault that names it. */
export function zonesOfCity(city: City): Zone[] {
  return rowsOf(city, ZONES).map((row, index) => {
    const refuse = (column: string, reason: string): never => {
      throw new CityPackFault(`${ZONES}: row ${index + 2}: ${column}: ${reason}`)
    }
    const phenomenon = PHENOMENA.find((one) => one === row.phenomenon) ?? refuse('phenomenon', `one of ${PHENOMENA.join(', ')}`)
    const kind = ZONE_KINDS.find((one) => one === row.kind) ?? refuse('kind', `one of ${ZONE_KINDS.join(', ')}`)
    const ring = ringIn(row.ring ?? '') ?? refuse('ring', 'three or more corners as "latitude longitude", separated by ;')
    if (!row.key) refuse('key', 'is missing')
    return { key: row.key ?? '', name: row.name ?? '', town: row.town ?? '', phenomenon, kind, designatedOn: dateIn(row.designatedOn) ?? refuse('designatedOn', 'a day as 2021-06-25'), ring }
  })
}

function ringIn(text: string): Point[] | undefined {
  const corners = text.split(';').map((corner) => corner.trim().split(/\s+/).map(Number))
  const isRing = corners.length >= 3 && corners.every((corner) => corner.length === 2 && corner.every(Number.isFinite))
  return isRing ? corners.map(([latitude = 0, longitude = 0]) => ({ latitude, longitude })) : undefined
}

function dateIn(text: string | undefined): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text ?? '')
  } catch {
    return undefined
  }
}
