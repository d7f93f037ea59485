import { rowsOf, type City } from '#kernel/city/city.ts'
import { placeKey } from './place-key.ts'

/** A town of the city as its `towns.csv` names it. */
export interface Town {
  readonly name: string
  readonly reading: string
  /** Seven digits with a hyphen. */
  readonly postalCode: string
}

/** The towns of a city and every name under which they may be written, the longest name first. */
export interface TownList {
  readonly cityName: string
  readonly prefectureName: string
  readonly towns: readonly Town[]
  /** Names as `placeKey` writes them, ordered so that 本町1丁目 is tried before 本町. */
  readonly names: readonly TownName[]
}

export interface TownName {
  readonly key: string
  readonly town: Town
  /** The name that a merger or a renaming ended, as it was written; null for a name in use. */
  readonly oldName: string | null
}

const lists = new WeakMap<City, TownList>()

/** The list of a city's folder, `towns.csv` and `old-towns.csv`; read once. A city without the files has no towns. */
export function townsOf(city: City): TownList {
  const known = lists.get(city)
  if (known !== undefined) return known
  const list = townList(
    { cityName: city.name, prefectureName: city.prefecture.name },
    rowsOf(city, 'towns.csv').map(({ name = '', nameKana = '', postalCode = '', aliases = '' }) => ({ name, reading: nameKana, postalCode, aliases: parted(aliases) })),
    rowsOf(city, 'old-towns.csv').map(({ name = '', town = '' }) => ({ name, town })),
  )
  lists.set(city, list)
  return list
}

/** Builds a list; an old name of a town that is not there is a mistake in the city's folder and throws. */
export function townList(
  place: { readonly cityName: string; readonly prefectureName: string },
  towns: readonly (Town & { readonly aliases: readonly string[] })[],
  oldNames: readonly { readonly name: string; readonly town: string }[],
): TownList {
  const byName = new Map(towns.map(({ name, reading, postalCode }) => [name, { name, reading, postalCode }]))
  const named = (name: string): Town => {
    const town = byName.get(name)
    if (town === undefined) throw new Error(`old-towns.csv: town: ${name} is not in towns.csv`)
    return town
  }
  const names = [
    ...towns.flatMap(({ name, aliases }) => [name, ...aliases].map((written) => ({ key: placeKey(written), town: named(name), oldName: null }))),
    ...oldNames.map(({ name, town }) => ({ key: placeKey(name), town: named(town), oldName: name })),
  ]
  return { ...place, towns: [...byName.values()], names: names.toSorted((one, other) => other.key.length - one.key.length) }
}

function parted(aliases: string): readonly string[] {
  return aliases.split(';').filter((alias) => alias !== '')
}
