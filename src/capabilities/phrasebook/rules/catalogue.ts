/**
 * What a city should have words for: every key that the program's services ask for. A key that is not here may exist; it
 * is used only where a service asks for it.
 */
export interface Family {
  readonly name: FamilyName
  readonly rows: readonly FamilyRow[]
}

export const FAMILY_NAMES = ['evacuation', 'warning', 'earthquake', 'landslide-home', 'others'] as const
export type FamilyName = (typeof FAMILY_NAMES)[number]

/** One hazard, or one kind of message, with a key for each level or action. */
export interface FamilyRow {
  readonly subject: string
  readonly cells: readonly { readonly action: string; readonly key: string }[]
}

/** Hazards for which 避難情報に関するガイドライン (2021-05) knows evacuation information, as far as an inland city has them. */
const EVACUATION_HAZARDS = ['any', 'heavy-rain', 'landslide', 'flood'] as const

/** The levels at which each hazard is warned of in the scheme of 2026-05-28; wind and snow have no level 4. */
const WARNING_LEVELS: Readonly<Record<string, readonly string[]>> = {
  any: ['2', '3', '4', '5', 'lifted'], 'heavy-rain': ['2', '3', '4', '5', 'lifted'], landslide: ['2', '3', '4', '5', 'lifted'], flood: ['2', '3', '4', '5', 'lifted'],
  wind: ['2', '3', '5'], snowstorm: ['2', '3', '5'], 'heavy-snow': ['2', '3', '5'], thunder: ['2'], 'snow-melt': ['2'], 'dense-fog': ['2'], 'dry-air': ['2'],
  avalanche: ['2'], 'low-temperature': ['2'], frost: ['2'], icing: ['2'], 'snow-accretion': ['2'], 'other-advisory': ['2'],
  tornado: ['2'], 'short-heavy-snow': ['3'], 'record-rain': ['4'],
}

const OTHERS = [
  'linear-rainband', 'nankai-trough.investigating', 'nankai-trough.watch', 'nankai-trough.warning', 'nankai-trough.end', 'shelter.opened', 'shelter.closed', 'muster.call',
  'missing-person', 'suspicious-person', 'bear-sighting', 'scam-calls', 'school.closed', 'school.early-dismissal',
] as const

export const CATALOGUE: readonly Family[] = [
  {
    name: 'evacuation',
    rows: EVACUATION_HAZARDS.map((hazard) => ({
      subject: hazard,
      cells: ['3', '4', '5', 'lowered', 'cancelled'].map((action) => ({ action, key: /\d/.test(action) ? `evacuation.${hazard}.${action}` : `evacuation.${action}.${hazard}` })),
    })),
  },
  {
    name: 'warning',
    rows: Object.entries(WARNING_LEVELS).map(([hazard, actions]) => ({
      subject: hazard, cells: actions.map((action) => ({ action, key: action === 'lifted' ? `warning.lifted.${hazard}` : `warning.${hazard}.${action}` })),
    })),
  },
  {
    name: 'earthquake',
    rows: ['any', '3', '4', '5-lower', '5-upper', '6-lower', '6-upper', '7'].map((intensity) => ({ subject: intensity === 'any' ? 'any' : `intensity-${intensity}`, cells: [{ action: 'told', key: `earthquake.${intensity}` }] })),
  },
  { name: 'landslide-home', rows: [{ subject: 'landslide', cells: ['2', '3', '4', '5', 'eased', 'lowered'].map((action) => ({ action, key: `landslide.home.${action}` })) }] },
  { name: 'others', rows: OTHERS.map((key) => ({ subject: key, cells: [{ action: 'told', key }] })) },
]

export const CATALOGUE_KEYS: readonly string[] = CATALOGUE.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ key }) => key)))
