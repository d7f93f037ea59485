import { SHELTER_HAZARDS, type ShelterHazard, type ShelterKind } from './shelters.ts'

/** The columns of cities/…/disaster/shelters.csv, which is also what we write out. */
export const OWN_COLUMNS = [
  'id', 'name', 'nameKana', 'nameRomaji', 'nameEn', 'namePt', 'town', 'address', 'latitude', 'longitude', 'kinds', 'hazards',
  'capacity', 'isBarrierFree', 'takesPets', 'note',
] as const
export type OwnColumn = (typeof OWN_COLUMNS)[number]

/** What a column of any of the files tells. */
export type ShelterColumn = OwnColumn | `hazard ${ShelterHazard}` | 'isShelterToo' | 'isEmergencySiteToo'

/** As the laws and the national lists write them. */
export const HAZARD_HEADINGS: Readonly<Record<ShelterHazard, string>> = {
  flood: '洪水', landslide: '崖崩れ、土石流及び地滑り', 'storm-surge': '高潮', earthquake: '地震', tsunami: '津波',
  'large-fire': '大規模な火事', 'inland-flooding': '内水氾濫', volcano: '火山現象',
}

/** 自治体標準オープンデータセット 指定緊急避難場所一覧: the prefix of its hazard columns. */
export const STANDARD_HAZARD_PREFIX = '災害種別_'

/**
 * Headings of the municipal standard dataset (指定緊急避難場所一覧) and of the Geospatial Information Authority's lists
 * (指定緊急避難場所データ and 指定避難所データ, as CSV or as GeoJSON's properties).
 */
const HEADINGS: Readonly<Record<string, ShelterColumn>> = {
  ...Object.fromEntries(OWN_COLUMNS.map((column) => [column, column])),
  共通ID: 'id', ID: 'id',
  名称: 'name', '施設・場所名': 'name', 名称_カナ: 'nameKana', 名称_英字: 'nameEn', 名称_英語: 'nameEn',
  住所: 'address', 所在地_連結表記: 'address', 緯度: 'latitude', 経度: 'longitude',
  指定避難所との重複: 'isShelterToo', 指定避難所との住所同一: 'isShelterToo', 指定緊急避難場所との住所同一: 'isEmergencySiteToo',
  想定収容人数: 'capacity', 備考: 'note',
  ...Object.fromEntries(SHELTER_HAZARDS.flatMap((hazard) => [
    [HAZARD_HEADINGS[hazard], `hazard ${hazard}`], [STANDARD_HAZARD_PREFIX + HAZARD_HEADINGS[hazard], `hazard ${hazard}`],
  ])),
}

/** Where a file's columns stand, and of which of the two lists it is: a list of one kind says nothing about the other. */
export interface ShelterColumns {
  readonly places: ReadonlyMap<ShelterColumn, number>
  readonly speaksOf: readonly ShelterKind[]
}

export type FoundColumns = { readonly ok: true; readonly columns: ShelterColumns } | { readonly ok: false; readonly missing: string }

/** Looks at the headings of a file. Without an ID, a name and one sign of which list it is, it is none that we know. */
export function columnsIn(headings: readonly (string | null)[]): FoundColumns {
  const places = new Map<ShelterColumn, number>()
  for (const [index, heading] of headings.entries()) {
    const column = HEADINGS[(heading ?? '').normalize('NFKC').trim()] ?? HEADINGS[(heading ?? '').trim()]
    // 共通ID comes before a list's own ID wherever both stand.
    if (column !== undefined && (!places.has(column) || heading === '共通ID')) places.set(column, index)
  }
  if (!places.has('id')) return { ok: false, missing: '共通ID / ID / id' }
  if (!places.has('name')) return { ok: false, missing: '施設・場所名 / 名称 / name' }
  if (places.has('kinds') && places.has('hazards')) return { ok: true, columns: { places, speaksOf: ['emergency-site', 'shelter'] } }
  if (SHELTER_HAZARDS.some((hazard) => places.has(`hazard ${hazard}`))) return { ok: true, columns: { places, speaksOf: ['emergency-site'] } }
  if (places.has('isEmergencySiteToo')) return { ok: true, columns: { places, speaksOf: ['shelter'] } }
  return { ok: false, missing: `${STANDARD_HAZARD_PREFIX}${HAZARD_HEADINGS.flood} / ${HAZARD_HEADINGS.flood} / hazards` }
}
