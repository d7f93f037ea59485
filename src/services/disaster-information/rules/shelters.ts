import type { Phrase } from '#kernel/text/text.ts'
import type { Hazard, Realm } from '../model.ts'
import { distanceBetween, type Point } from './shelter-distance.ts'

/** What a place can be designated for: 災害対策基本法施行令第20条の4, in the order of the national list's columns. */
export const SHELTER_HAZARDS = [
  'flood', 'landslide', 'storm-surge', 'earthquake', 'tsunami', 'large-fire', 'inland-flooding', 'volcano',
] as const
export type ShelterHazard = (typeof SHELTER_HAZARDS)[number]

/** 指定緊急避難場所 (to save one's life, 第49条の4) and 指定避難所 (to stay for a while, 第49条の7); many are both. */
export const SHELTER_KINDS = ['emergency-site', 'shelter'] as const
export type ShelterKind = (typeof SHELTER_KINDS)[number]

/** A place as the city's list has it. */
export interface Shelter {
  /** 共通ID of the national list, e.g. `E2421000000101`. */
  readonly id: string
  readonly name: ShelterName
  readonly address: string
  /** Of the city's towns; null where the address does not tell. */
  readonly town: string | null
  readonly point: Point | null
  readonly kinds: readonly ShelterKind[]
  /** Designated for these. What is missing is not designated; nothing here ever says that a place is safe. */
  readonly hazards: readonly ShelterHazard[]
  /** People; null where it is not known. */
  readonly capacity: number | null
  readonly isBarrierFree: boolean | null
  readonly takesPets: boolean | null
  readonly note: string
  /** Part of a demo city. */
  readonly isInvented: boolean
}

/** Empty where it is not known. `written` is what stands on the sign, and is never altered. */
export interface ShelterName {
  readonly written: string
  /** Hiragana. */
  readonly kana: string
  readonly romaji: string
  readonly en: string
  readonly pt: string
}

/** A place while it is open. */
export interface Opening {
  readonly id: string
  readonly realm: Realm
  readonly openedAt: Temporal.Instant
  readonly occupants: number
  readonly isFull: boolean
  /** Tonight; null where nobody has said, and the list's word counts. */
  readonly takesPets: boolean | null
  /** Grows with every change. */
  readonly edition: number
  readonly changedAt: Temporal.Instant
}

export type OpenShelter = Shelter & { readonly opening: Opening }

/**
 * What a place must be designated for when a hazard threatens. Null: the law knows no designation for it (wind, snow …),
 * and only 指定避難所, which are buildings, are named. Heavy rain stands for small rivers and flooding inside the banks too
 * since the scheme of 2026-05-28, so it asks for flood.
 */
const NEEDED_FOR: Readonly<Record<Hazard, ShelterHazard | null>> = {
  'heavy-rain': 'flood', landslide: 'landslide', flood: 'flood', 'storm-surge': 'storm-surge', tsunami: 'tsunami',
  earthquake: 'earthquake', 'nankai-trough': 'earthquake', 'linear-rainband': 'flood', 'record-rain': 'flood',
  wind: null, snowstorm: null, 'heavy-snow': null, wave: 'storm-surge', thunder: null, 'snow-melt': 'flood', 'dense-fog': null, 'dry-air': null,
  avalanche: null, 'low-temperature': null, frost: null, icing: null, 'snow-accretion': null, 'other-advisory': null,
  'short-heavy-snow': null, tornado: null,
}

/** Which designation is asked for when a hazard threatens; null where the law knows none. */
export function neededFor(hazard: Hazard): ShelterHazard | null {
  return NEEDED_FOR[hazard]
}

/** A blank flag is "not designated": such a place is never named for that hazard, however near it is. */
export function isMeantFor(shelter: Pick<Shelter, 'hazards' | 'kinds'>, hazard: Hazard): boolean {
  const needed = NEEDED_FOR[hazard]
  return needed === null ? shelter.kinds.includes('shelter') : shelter.hazards.includes(needed)
}

/**
 * The places among `shelters` that are designated for a hazard, those in the towns first, then the nearest to any of them
 * (`centres`, by town; without one the order of the list stays).
 */
export function sheltersFor<Place extends Shelter>(
  shelters: readonly Place[], hazard: Hazard, towns: 'all' | readonly string[], centres: ReadonlyMap<string, Point> = new Map(),
): Place[] {
  const meant = shelters.filter((shelter) => isMeantFor(shelter, hazard))
  if (towns === 'all') return meant
  const points = towns.flatMap((town) => centres.get(town) ?? [])
  const far = (place: Place) => (towns.includes(place.town ?? '') ? -1 : nearestMetres(place.point, points))
  return meant.map((place) => ({ place, metres: far(place) })).toSorted((one, other) => one.metres - other.metres).map(({ place }) => place)
}

function nearestMetres(point: Point | null, points: readonly Point[]): number {
  if (point === null || points.length === 0) return Number.MAX_SAFE_INTEGER
  return Math.min(...points.map((one) => distanceBetween(one, point)))
}

/** The name in every language: with its reading where it is known, in Roman letters for who reads those. */
export function phraseOfName({ written, kana, romaji, en, pt }: ShelterName): Phrase<never> {
  // A name may hold signs that phrases use themselves; it is then shown as it is, without a reading.
  const isPlain = !/[{}|]/.test(written + kana)
  const japanese = kana !== '' && isPlain ? `{${written}|${kana}}` : written
  const latin = romaji || written
  return { ja: japanese, 'ja-x-yasashii': japanese, en: en || latin, pt: pt || latin }
}
