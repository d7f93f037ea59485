import type { Chance } from './chance.ts'
import { Lottery } from './chance.ts'
import type { ForeignName, GivenName, NameTables, ReadWord } from './surroundings.ts'
import type { WorldName } from './world.ts'

type Sex = 'female' | 'male'

/** Draws names: kanji and reading stay together, and given names are of the sex and the years of birth. */
export class Naming {
  private readonly tables: NameTables
  private readonly chance: Chance
  private readonly givenNames: GivenNames
  private readonly foreignNames: Map<string, readonly ForeignName[]>

  constructor(tables: NameTables, chance: Chance) {
    this.tables = tables
    this.chance = chance
    this.givenNames = givenNamesOf(tables)
    this.foreignNames = foreignNamesOf(tables)
  }

  /** A family's surname in the characters that this family writes. */
  surname(): ReadWord {
    const { text, kana, variants } = this.tables.surnames.draw(this.chance)
    let ticket = this.chance.next()
    for (const variant of variants) {
      if (ticket < variant.share) return { text: variant.text, kana }
      ticket -= variant.share
    }
    return { text, kana }
  }

  given(sex: Sex, birthYear: number, others: readonly ReadWord[] = []): ReadWord {
    const lottery = this.givenNames[sex][Math.max(0, birthYear - FIRST_BIRTH_YEAR)]
    if (lottery === undefined) throw new RangeError(`there is no given name for ${sex} born in ${birthYear}`)
    const { text, kana } = lottery.draw(this.chance)
    // Brothers and sisters bear different names; a second draw nearly always does.
    return others.some((other) => other.text === text) ? lottery.draw(this.chance) : { text, kana }
  }

  /** A foreign resident's name, with the family names of the parents where there are any. */
  foreign(nationality: string, sex: Sex, family: ForeignFamily = this.foreignFamily(nationality)): WorldName {
    const given = this.chance.among(this.foreignNames.get(`${nationality} ${sex}`) ?? [])
    const parts = [...family.words, given]
    const alphabet = parts.map(({ name }) => name).join(' ')
    const kana = parts.map((part) => part.kana).join(' ')
    const isWrittenInKanji = parts.every(({ kanji }) => kanji !== '')
    const registered = isWrittenInKanji ? parts.map(({ kanji }) => kanji).join(' ') : alphabet
    const { commonSurname } = family
    const common = commonSurname === null ? null : `${commonSurname.text} ${isWrittenInKanji ? given.kanji : given.kana}`
    return { registered, kana, alphabet, common, commonKana: commonSurname === null ? null : `${commonSurname.kana} ${given.kana}` }
  }

  foreignFamily(nationality: string): ForeignFamily {
    const families = this.foreignNames.get(`${nationality} family`)
    if (families === undefined) throw new RangeError(`there are no names for the nationality ${nationality} in foreign-names.csv`)
    const isDouble = DOUBLE_SURNAMES.has(nationality) && this.chance.isTrue(0.7)
    const first = this.chance.among(families)
    const second = this.chance.among(families)
    const words = isDouble && second !== first ? [first, second] : [first]
    return { words, commonSurname: this.chance.isTrue(COMMON_NAME_SHARE) ? this.tables.surnames.draw(this.chance) : null }
  }
}

export interface ForeignFamily {
  readonly words: readonly ForeignName[]
  /** The Japanese surname of their 通称, where they use one. */
  readonly commonSurname: ReadWord | null
}

/** Mother's and father's name one after the other. */
const DOUBLE_SURNAMES: ReadonlySet<string> = new Set(['BR', 'PE'])
/** 通称 (住民基本台帳法施行令第30条の16): an assumption of the demo. */
const COMMON_NAME_SHARE = 0.25

export function japaneseName(surname: ReadWord, given: ReadWord): WorldName {
  return { registered: `${surname.text} ${given.text}`, kana: `${surname.kana} ${given.kana}`, alphabet: null, common: null, commonKana: null }
}

/** By sex, then by the years since the first one of the table: who was born before it bears the names of that year. */
type GivenNames = Readonly<Record<Sex, readonly (Lottery<GivenName> | undefined)[]>>

const FIRST_BIRTH_YEAR = 1900
const LAST_BIRTH_YEAR = 2040
const knownGivenNames = new WeakMap<NameTables, GivenNames>()
const knownForeignNames = new WeakMap<NameTables, Map<string, readonly ForeignName[]>>()

function givenNamesOf(tables: NameTables): GivenNames {
  const known = knownGivenNames.get(tables) ?? { female: givenNamesBySex(tables, 'female'), male: givenNamesBySex(tables, 'male') }
  knownGivenNames.set(tables, known)
  return known
}

function givenNamesBySex({ givenNames }: NameTables, sex: Sex): (Lottery<GivenName> | undefined)[] {
  return Array.from({ length: LAST_BIRTH_YEAR - FIRST_BIRTH_YEAR + 1 }, (_, index) => {
    const year = FIRST_BIRTH_YEAR + index
    const fitting = givenNames.filter((name) => name.sex === sex && name.bornFrom <= year && year <= name.bornTo)
    return fitting.length === 0 ? undefined : new Lottery(fitting, ({ weight }) => weight)
  })
}

function foreignNamesOf(tables: NameTables): Map<string, readonly ForeignName[]> {
  const known = knownForeignNames.get(tables) ?? Map.groupBy(tables.foreignNames, ({ nationality, part }) => `${nationality} ${part}`)
  knownForeignNames.set(tables, known)
  return known
}
