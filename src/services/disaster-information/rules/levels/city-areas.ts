import type { Hazard } from '../../model.ts'
import { AREA_SIZES, type AreaSize, type Said, type Telegram } from '../telegrams/telegram.ts'

/** One of the weather agency's areas that is the city's, or in which the city lies. */
export interface CityArea {
  readonly code: string
  readonly name: string
  readonly size: AreaSize
  /** Code of the area whose state it is part of: what is said of the prefecture is said of the city. */
  readonly countsAs: string
  readonly note: string
}

/** What a telegram says of the city: under the area whose state it is, in the words for the area that it named. */
export interface OwnSaid extends Omit<Said, 'areaSize'> {
  readonly saidCode: string
}

/**
 * Of everything said, what concerns the city. Where a telegram names it in several sizes, the finest counts; where it names
 * two parts of it, the graver.
 * @param silentMeansNothing hazards of which a city that is not named is calm
 */
export function saidOfCity(said: readonly Said[], silentMeansNothing: readonly Hazard[], areas: readonly CityArea[]): OwnSaid[] {
  const known = new Map(areas.map((area) => [area.code, area]))
  const chosen = new Map<string, { said: Said; area: CityArea }>()
  for (const each of said) {
    const area = known.get(each.areaCode)
    if (area === undefined) continue
    if (silentMeansNothing.includes(each.hazard) && area.code !== area.countsAs) continue
    const key = `${each.hazard}/${area.countsAs}`
    const other = chosen.get(key)
    if (other === undefined || isRather(each, other.said)) chosen.set(key, { said: each, area })
  }
  const spoken = [...chosen.values()].map(({ said: { areaSize: _, ...rest }, area }) =>
    ({ ...rest, areaCode: area.countsAs, saidCode: area.code, areaName: area.name }))
  return [...spoken, ...silent(silentMeansNothing, areas, chosen)]
}

/** Remark on a river's forecast of which no stretch stands in the city's list. */
export const UNKNOWN_STRETCH = 'unknown-stretch'

/**
 * Rivers come by code, and a code that the city's list does not have is nobody's: the forecast of a city's own river under a new code
 * would pass unseen. Where an office of the city tells of such a stretch somebody must look.
 * @param offices of the city, as in Control/EditorialOffice or a part of it
 */
export function isOfUnknownStretch(
  { type, office, infoType, said }: Pick<Telegram, 'type' | 'office' | 'infoType' | 'said'>, areas: readonly CityArea[], offices: readonly string[],
): boolean {
  // A cancellation names no stretch.
  if ((type !== 'VXKO' && type !== 'VXSU') || infoType === '取消') return false
  if (!offices.some((own) => office.includes(own))) return false
  return !said.some(({ areaCode }) => areas.some(({ code }) => code === areaCode))
}

function isRather(one: Said, other: Said): boolean {
  const size = AREA_SIZES.indexOf(one.areaSize) - AREA_SIZES.indexOf(other.areaSize)
  return size === 0 ? (one.level ?? 9) > (other.level ?? 9) : size < 0
}

function silent(hazards: readonly Hazard[], areas: readonly CityArea[], chosen: ReadonlyMap<string, unknown>): OwnSaid[] {
  const cities = areas.filter(({ size, code, countsAs }) => size === 'municipality' && code === countsAs)
  return hazards.flatMap((hazard) => cities.filter(({ code }) => !chosen.has(`${hazard}/${code}`)).map(({ code, name }) => ({
    hazard, areaCode: code, saidCode: code, areaName: name, level: 0 as const, kindName: '', kindCode: '', lastLevel: null, isFresh: true,
  })))
}
