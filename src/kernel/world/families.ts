import { CityPackFault } from '#kernel/city/city.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import { dayOf, type Day } from './calendar.ts'
import type { Cast } from './cast.ts'
import type { Home, Soul } from './people.ts'
import type { WorldAddress, WorldName } from './world.ts'

type Row = Readonly<Record<string, string>>

/** The id of a person of `households.csv`, e.g. of `H01P1`, in every world of every city. */
export function familyPersonId(code: string): string {
  return uuidNamed(`resident ${code}`)
}

/** The id of a household of `households.csv`, e.g. of `H01`. */
export function familyHouseholdId(code: string): string {
  return uuidNamed(`household ${code}`)
}

/** Somebody of `households.csv` and the day since which they are residents. */
export interface FamilyMember {
  readonly soul: Soul
  readonly since: Day
}

export interface Family {
  readonly home: Home
  readonly members: readonly FamilyMember[]
}

/**
 * Puts the families of the city's folder into the cast, exactly as they stand there; who came after the world's first day
 * has no home yet. Throws `CityPackFault` naming the person.
 */
export function familiesIn(cast: Cast, from: Day): Family[] {
  const rows = Map.groupBy(cast.surroundings.families, ({ household = '' }) => household)
  return [...rows].map(([code, people]) => familyOf(cast, code, people, from))
}

function familyOf(cast: Cast, code: string, rows: readonly Row[], from: Day): Family {
  const members: FamilyMember[] = []
  const among = new Map<string, Soul>()
  const ranks = new Map(rows.map((row) => [row, rankOf(row)]))
  // Parents before children, so that each finds those it descends from.
  for (const row of rows.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))) {
    const soul = memberOf(cast, row, among)
    if (!among.has(row.relationship as string)) among.set(row.relationship as string, soul)
    soul.residentSince = sinceIn(row, soul)
    members.push({ soul, since: soul.residentSince })
  }
  couple(among.get('世帯主'), among.get('妻') ?? among.get('夫'))
  couple(among.get('子'), among.get('子の妻') ?? among.get('子の夫'))
  const inOrder = rows.map((row) => members.find(({ soul }) => soul.code === row.person) as FamilyMember)
  const address = addressIn(rows[0] as Row)
  if (!cast.surroundings.towns.some(({ name }) => name === address.town)) throw new CityPackFault(`households.csv: ${code}: ${address.town} is no town of towns.csv`)
  if (!among.has('世帯主')) throw new CityPackFault(`households.csv: ${code}: nobody in the household is 世帯主`)
  const founders = inOrder.filter(({ since }) => since <= from).map(({ soul }) => soul)
  const home = cast.household(founders, address, { id: familyHouseholdId(code), code })
  return { home, members: inOrder }
}

const GENERATIONS = [['父', '母'], ['世帯主', '妻', '夫'], ['子'], ['子の妻', '子の夫'], ['子の子']]

function rankOf({ person, relationship = '' }: Row): number {
  const rank = GENERATIONS.findIndex((generation) => generation.includes(relationship))
  if (rank === -1) throw new CityPackFault(`households.csv: ${person}: "${relationship}" is none of ${GENERATIONS.flat().join(', ')}`)
  return rank
}

function memberOf(cast: Cast, row: Row, among: ReadonlyMap<string, Soul>): Soul {
  const { person: code = '', sex, nationality = 'JP', relationship, language } = row
  if (sex !== 'female' && sex !== 'male') throw new CityPackFault(`households.csv: ${code}: sex is female or male, not "${sex}"`)
  const parents = parentsOf(relationship as string, among)
  return cast.person({
    sex, born: dayOf(dateIn(row, 'birthDate')), nationality,
    mother: parents.find((parent) => parent.sex === 'female') ?? null, father: parents.find((parent) => parent.sex === 'male') ?? null,
    told: { id: familyPersonId(code), code, name: nameIn(row), language: language as Soul['language'] },
  })
}

function parentsOf(relationship: string, among: ReadonlyMap<string, Soul>): Soul[] {
  const named = (names: readonly string[]) => names.flatMap((name) => among.get(name) ?? [])
  if (relationship === '世帯主') return named(['父', '母'])
  if (relationship === '子') return named(['世帯主', '妻', '夫'])
  return relationship === '子の子' ? named(['子', '子の妻', '子の夫']) : []
}

function sinceIn(row: Row, { born }: Soul): Day {
  const since = row.residentSince ? dayOf(dateIn(row, 'residentSince')) : born
  if (since < born) throw new CityPackFault(`households.csv: ${row.person}: residentSince ${row.residentSince} lies before the birth on ${row.birthDate}`)
  return since
}

function couple(a: Soul | undefined, b: Soul | undefined): void {
  if (a === undefined || b === undefined) return
  Object.assign(a, { partner: b, isMarried: true })
  Object.assign(b, { partner: a, isMarried: true })
}

/** The register has an alphabet of foreign residents only; the file has one of everybody. */
function nameIn({ name = '', nameKana = '', alphabetName, commonName, commonNameKana, nationality }: Row): WorldName {
  return { registered: name, kana: nameKana, alphabet: nationality === 'JP' ? null : alphabetName || null, common: commonName || null, commonKana: commonNameKana || null }
}

function addressIn({ town = '', addressNumber = '', building = '', postalCode = '' }: Row): WorldAddress {
  return { town, number: addressNumber, building, postalCode }
}

function dateIn(row: Row, column: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(row[column] ?? '')
  } catch (cause) {
    throw new CityPackFault(`households.csv: ${row.person}: ${column} is no date (YYYY-MM-DD): "${row[column]}"`, { cause })
  }
}
