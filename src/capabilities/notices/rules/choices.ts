import type { Language } from '#kernel/text/text.ts'
import type { District } from '../model.ts'
import type { TownLine } from '../store/districts.ts'

/** Minutes of the day in Japan; over midnight where `to` is the smaller one. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** What somebody wants to hear: all that a person chooses here. */
export interface Choices {
  readonly language: Language
  readonly topics: readonly string[]
  /** Empty: the whole city. */
  readonly towns: readonly string[]
  readonly quiet: QuietHours | null
}

/**
 * The town that an address begins with, whether or not prefecture and city stand before it: 亀山市東町一丁目5番 is
 * 東町一丁目. Of several that fit, the longest one.
 */
export function townOfAddress(towns: readonly TownLine[], typed: string, cityName: string): TownLine | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  const inCity = text.split(cityName).at(-1) ?? text
  const candidates = [inCity, withKanjiBlock(inCity)]
  return towns
    .filter(({ name }) => candidates.some((candidate) => candidate.startsWith(name.normalize('NFKC'))))
    .reduce<TownLine | undefined>((longest, town) => (longest === undefined || town.name.length > longest.name.length ? town : longest), undefined)
}

const KANJI_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 東町1丁目 and 東町1-5-3 are written 東町一丁目 in the city's list. */
function withKanjiBlock(text: string): string {
  return text.replace(/([1-9])(?:丁目|[-‐–ー])/, (_, digit: string) => `${KANJI_DIGITS[Number(digit)]}丁目`)
}

/** The town that one has become, however often it was renamed; itself where it still exists. */
export function townToday(towns: readonly TownLine[], name: string): string | undefined {
  let town = towns.find((one) => one.name === name)
  for (let step = 0; town !== undefined && town.isRetired && step < towns.length; step++) {
    const { successor } = town
    town = towns.find((one) => one.name === successor)
  }
  return town === undefined || town.isRetired ? undefined : town.name
}

/** Former towns as the ones they became, each once, in the order of the city's list; what is known no more is left out. */
export function townsToday(towns: readonly TownLine[], names: readonly string[]): string[] {
  const found = new Set(names.map((name) => townToday(towns, name)))
  return towns.map(({ name }) => name).filter((name) => found.has(name))
}

/** What stands before the key of a district that is ticked as a whole. */
export const WHOLE_DISTRICT = 'district:'

/** Ticked boxes as towns: a district stands for all of its towns. Undefined for a box that was never on the page. */
export function townsOfTicks(districts: readonly District[], ticks: readonly string[]): string[] | undefined {
  const towns = districts.flatMap((district) => district.towns.map((town) => town.name))
  const found: string[] = []
  for (const tick of ticks) {
    const district = districts.find(({ key }) => tick === `${WHOLE_DISTRICT}${key}`)
    if (district !== undefined) found.push(...district.towns.map((town) => town.name))
    else if (towns.includes(tick)) found.push(tick)
    else return undefined
  }
  return towns.filter((town) => found.includes(town))
}
