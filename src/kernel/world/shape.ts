/**
 * The shape of the population: shares and chances by which a circle is made and lives on. They are rounded by hand after
 * the published national pictures named beside them (国勢調査, 簡易生命表, 人口動態統計, 住民基本台帳人口移動報告) and then tuned until a world
 * of 49,000 has about 22,700 households and the ages of a middling city in 2026. They are no statistics of any real city.
 */

/** Yearly chance of death by age, between the ages on a straight line of its logarithm. After 令和4年簡易生命表. */
export const DEATH_BY_AGE: Readonly<Record<'female' | 'male', readonly (readonly [age: number, chance: number])[]>> = {
  male: [[0, 0.0018], [1, 0.0003], [10, 0.0001], [20, 0.0004], [30, 0.0006], [40, 0.001], [50, 0.0025], [60, 0.0065], [70, 0.0175], [80, 0.048], [90, 0.155], [100, 0.38], [110, 0.6]],
  female: [[0, 0.0017], [1, 0.0002], [10, 0.0001], [20, 0.0002], [30, 0.0003], [40, 0.0006], [50, 0.0014], [60, 0.003], [70, 0.0075], [80, 0.025], [90, 0.1], [100, 0.31], [110, 0.55]],
}

/** Yearly chance that a woman who lives with a partner has a child, by her age and the children she has. After 人口動態統計. */
export const BIRTH_BY_AGE: readonly (readonly [age: number, chance: number])[] = [[18, 0.2], [24, 0.37], [29, 0.38], [34, 0.25], [38, 0.11], [42, 0.025], [46, 0]]
export const BIRTH_BY_CHILDREN = [1, 0.85, 0.3, 0.12, 0.05] as const
export const TWIN_SHARE = 0.011
export const BIRTH_WITHOUT_PARTNER = 0.002

/** Yearly chances of people and households. */
export const YEARLY = {
  /** A couple that is married divorces; 人口動態統計 (1.5 of 1,000 people). */
  divorce: 0.008,
  /** A single person of 20 to 44 marries somebody from elsewhere, or within the circle. */
  marryElsewhere: 0.025,
  marryHere: 0.022,
  /** A couple that lives together unmarried marries. */
  marryPartner: 0.25,
  /** Somebody of 18 to 29 who lives with their parents leaves home, out of the city or into a flat in it. */
  leaveCity: 0.13,
  leaveHome: 0.035,
  /** An old person who lives alone, or as a couple, moves into a home or to a child. */
  careHome: 0.02,
  toChild: 0.012,
  /** Adult children form a household of their own at the same address (世帯分離), or join their parents' again (世帯合併). */
  split: 0.006,
  join: 0.06,
  /** Nobody is found at the address (職権消除). */
  vanish: 0.0008,
} as const

/** Yearly chance that a household leaves the city or moves within it, by the age of its head. After 住民基本台帳人口移動報告. */
export const LEAVING_BY_AGE: readonly (readonly [age: number, chance: number])[] = [[18, 0.3], [24, 0.34], [29, 0.28], [34, 0.18], [40, 0.08], [50, 0.025], [65, 0.004], [80, 0.003]]
export const MOVING_BY_AGE: readonly (readonly [age: number, chance: number])[] = [[18, 0.06], [28, 0.1], [34, 0.07], [40, 0.03], [50, 0.012], [65, 0.005], [80, 0.004]]
/** What leads foreign residents through many flats. */
export const FOREIGN_MOBILITY = 1.5
/** People of foreign nationality: about one in twenty. */
export const FOREIGN_SHARE = 0.05

/** More people move at the turn of the school and business year. By month, January first; the mean is 1. */
export const SEASON = [0.7, 0.8, 2.6, 1.9, 0.8, 0.7, 0.8, 0.8, 0.8, 0.8, 0.7, 0.6] as const

/** Kinds of households among those that live here at first, and among those that move in. After 国勢調査 (令和2年). */
export const HOUSEHOLDS_AT_FIRST = {
  'single-young': 5, 'single-middle': 6, 'single-old': 14, 'couple-young': 2, 'couple-old': 26, family: 24, 'couple-and-grown-child': 12,
  'single-parent': 4, 'parent-and-grown-child': 6, 'three-generations': 15, 'unmarried-couple': 0.8, siblings: 0.7, lodging: 0.4,
} as const
export const HOUSEHOLDS_MOVING_IN = {
  'single-young': 38, 'single-middle': 8, 'single-old': 4, 'couple-young': 11, 'couple-old': 4, family: 24, 'couple-and-grown-child': 0.8,
  'single-parent': 3, 'parent-and-grown-child': 1.4, 'three-generations': 0.8, 'unmarried-couple': 2, siblings: 0.4, lodging: 0.4,
} as const
export type HouseholdKind = keyof typeof HOUSEHOLDS_AT_FIRST

/** Of a child that has come of age, how likely it still lives with its parents, by age. */
export const STAYS_BY_AGE: readonly (readonly [age: number, share: number])[] = [[18, 0.8], [20, 0.6], [25, 0.42], [30, 0.28], [40, 0.14], [50, 0.1]]

/** 支援措置: about one person in 800. */
export const PROTECTED_SHARE = 1 / 800

const OLDEST = 120

/** What a table says of each full year of age: a straight line between its points, or between their logarithms; level before the first and after the last. */
export function byAge(table: readonly (readonly [age: number, value: number])[], line: 'straight' | 'logarithm' = 'straight'): (age: number) => number {
  const points = line === 'straight' ? table : table.map(([age, value]) => [age, Math.log(value)] as const)
  const values = Float64Array.from({ length: OLDEST + 1 }, (_, age) => (line === 'straight' ? between(points, age) : Math.exp(between(points, age))))
  return (age) => values[Math.max(0, Math.min(Math.floor(age), OLDEST))] as number
}

function between(table: readonly (readonly [age: number, value: number])[], age: number): number {
  const next = table.findIndex(([from]) => from > age)
  if (next === 0) return table[0]?.[1] ?? 0
  if (next === -1) return table.at(-1)?.[1] ?? 0
  const [[fromAge, from], [toAge, to]] = [table[next - 1], table[next]] as [readonly [number, number], readonly [number, number]]
  return from + ((to - from) * (age - fromAge)) / (toAge - fromAge)
}
