import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import { Lottery } from './chance.ts'

/** What a world is made of: the city's towns and families, and the tables of names. */
export interface WorldSurroundings {
  /** Prefecture and city as addresses begin: 三重県亀山市. */
  readonly place: string
  readonly towns: readonly WorldTown[]
  /** Rows of `households.csv`. */
  readonly families: readonly Row[]
  /** Nationalities of `population/foreign-residents.csv`; null where the city names none. */
  readonly foreigners: Lottery<ForeignShare> | null
  readonly elsewhere: readonly Elsewhere[]
  readonly names: NameTables
  readonly dogs: DogTables
}

export interface DogTables {
  readonly breeds: Lottery<{ readonly breed: string; readonly colours: readonly string[] }>
  readonly names: Lottery<{ readonly name: string; readonly sex: 'female' | 'male' }>
}

export interface WorldTown {
  readonly name: string
  readonly postalCode: string
  /** Households in proportion. */
  readonly share: number
  /** How many of its homes are flats, 0 to 1. */
  readonly flats: number
}

export interface ForeignShare {
  readonly nationality: string
  readonly share: number
  /** How most of them live: with a family, alone for work, or either. */
  readonly households: 'families' | 'workers' | 'mixed'
}

/** Where people come from and go to. */
export interface Elsewhere {
  readonly place: string
  /** ISO 3166-1 alpha-2; JP within Japan. */
  readonly country: string
  readonly share: number
}

/** A word with its reading in katakana. */
export interface ReadWord {
  readonly text: string
  readonly kana: string
}

export interface NameTables {
  readonly surnames: Lottery<Surname>
  readonly givenNames: readonly GivenName[]
  readonly foreignNames: readonly ForeignName[]
}

export interface Surname extends ReadWord {
  readonly weight: number
  /** Other characters that some families of the name are written with, variation sequences among them. */
  readonly variants: readonly { readonly text: string; readonly share: number }[]
}

export interface GivenName extends ReadWord {
  readonly sex: string
  readonly bornFrom: number
  readonly bornTo: number
  readonly weight: number
}

export interface ForeignName {
  readonly nationality: string
  readonly part: string
  readonly name: string
  /** For nationalities whose residence cards carry kanji; empty elsewhere. */
  readonly kanji: string
  readonly kana: string
}

type Row = Readonly<Record<string, string>>

/** Reads the city's folder; a city without one of the files has a plainer world. Throws `CityPackFault` naming file and row. */
export function surroundingsOf(city: City): WorldSurroundings {
  const foreign = rowsOf(city, 'population/foreign-residents.csv')
  return {
    place: city.prefecture.name + city.name,
    towns: townsOf(city),
    families: rowsOf(city, 'households.csv'),
    foreigners: foreign.length === 0 ? null : new Lottery(foreign.map(foreignIn), ({ share }) => share),
    elsewhere: elsewhereOf(city),
    ...ownTables(),
  }
}

function townsOf(city: City): WorldTown[] {
  const shares = new Map(rowsOf(city, 'population/town-shares.csv').map((row) => [row.town, row]))
  const towns = rowsOf(city, 'towns.csv').map(({ name = '', postalCode = '' }): WorldTown => {
    const row = shares.get(name)
    shares.delete(name)
    return { name, postalCode, share: numberIn(row?.share ?? '1', name), flats: numberIn(row?.flats ?? '0.2', name) }
  })
  const stranger = [...shares.keys()][0]
  if (stranger !== undefined) throw new CityPackFault(`${city.key}/population/town-shares.csv: ${stranger} is no town of towns.csv`)
  return towns
}

function numberIn(text: string, where: string): number {
  const number = Number(text)
  if (text === '' || !(number >= 0)) throw new CityPackFault(`population: the share of ${where} is no number from 0 on: "${text}"`)
  return number
}

function foreignIn({ nationality = '', share = '', households = '' }: Row): ForeignShare {
  if (households !== 'families' && households !== 'workers' && households !== 'mixed') {
    throw new CityPackFault(`population/foreign-residents.csv: ${nationality}: households is families, workers or mixed, not "${households}"`)
  }
  return { nationality, share: numberIn(share, nationality), households }
}

/** A city without the table has people who come from the rest of the country, and nobody knows from where. */
function elsewhereOf(city: City): Elsewhere[] {
  const rows = rowsOf(city, 'population/elsewhere.csv')
  if (rows.length === 0) return [{ place: '東京都架空市', country: 'JP', share: 1 }]
  return rows.map(({ place = '', country = '', share = '' }) => ({ place, country, share: numberIn(share, place) }))
}

let readTables: Pick<WorldSurroundings, 'names' | 'dogs'> | null = null

/** Invented combinations of common names; the tables are the program's own and read once. */
function ownTables(): Pick<WorldSurroundings, 'names' | 'dogs'> {
  readTables ??= {
    names: {
      surnames: surnamesIn(tableOf('surnames'), tableOf('surname-variants')),
      givenNames: tableOf('given-names').map(({ sex = '', bornFrom, bornTo, name = '', kana = '', weight }) => {
        return { sex, bornFrom: Number(bornFrom), bornTo: Number(bornTo), text: name, kana, weight: Number(weight) }
      }),
      foreignNames: tableOf('foreign-names') as unknown as ForeignName[],
    },
    dogs: {
      breeds: weighted(tableOf('dog-breeds'), ({ breed = '', colours = '' }) => ({ breed, colours: colours.split(';') })),
      names: weighted(tableOf('dog-names'), ({ name = '', sex }) => ({ name, sex: sex === 'female' ? 'female' as const : 'male' as const })),
    },
  }
  return readTables
}

function weighted<Item>(rows: readonly Row[], itemIn: (row: Row) => Item): Lottery<Item> {
  const items = rows.map((row) => ({ item: itemIn(row), weight: Number(row.weight) }))
  const weights = new Map(items.map(({ item, weight }) => [item, weight]))
  return new Lottery(items.map(({ item }) => item), (item) => weights.get(item) ?? 0)
}

function surnamesIn(rows: readonly Row[], variants: readonly Row[]): Lottery<Surname> {
  const byName = Map.groupBy(variants, ({ name }) => name)
  const surnames = rows.map(({ name = '', kana = '', weight }): Surname => {
    const written = (byName.get(name) ?? []).map(({ variant = '', share }) => ({ text: variant, share: Number(share) }))
    return { text: name, kana, weight: Number(weight), variants: written }
  })
  return new Lottery(surnames, ({ weight }) => weight)
}

function tableOf(name: string): Row[] {
  return parseCsv(readFileSync(join(import.meta.dirname, 'names', `${name}.csv`)), { columns: true, skip_empty_lines: true })
}
