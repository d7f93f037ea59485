import { uuidNamed } from '#kernel/values/uuid.ts'
import { dateOf, dayIn, yearOf, type Day } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Dwellings } from './dwellings.ts'
import { japaneseName, type ForeignFamily, type Naming } from './naming.ts'
import { isJapanese, type Home, type Soul } from './people.ts'
import type { ReadWord, WorldSurroundings } from './surroundings.ts'
import type { WorldAddress, WorldName, WorldResidence } from './world.ts'

/** Most people that a circle sees in ten years: it parts the numbers of one circle from the next one's. */
const NUMBERS_A_CIRCLE = 2_000

export interface NewSoul {
  readonly sex: Soul['sex']
  readonly born: Day
  readonly nationality?: string
  readonly surname?: ReadWord
  readonly foreignFamily?: ForeignFamily | undefined
  readonly mother?: Soul | null
  readonly father?: Soul | null
  /** What a file says of them, where they are not invented here. */
  readonly told?: { readonly id: string; readonly code: string; readonly name: WorldName; readonly language: Soul['language'] }
}

/** Everybody and every household of a circle; new ones are made here and nowhere else. */
export class Cast {
  readonly souls: Soul[] = []
  readonly homes: Home[] = []
  readonly chance: Chance
  readonly naming: Naming
  readonly dwellings: Dwellings
  readonly surroundings: WorldSurroundings
  readonly name: string
  private readonly until: Day
  private readonly firstNumber: number
  private readonly families = new Map<Soul, ForeignFamily>()

  constructor(terms: { name: string; index: number; until: Day; chance: Chance; naming: Naming; dwellings: Dwellings; surroundings: WorldSurroundings }) {
    this.name = terms.name
    this.until = terms.until
    this.firstNumber = terms.index * NUMBERS_A_CIRCLE + 1
    this.chance = terms.chance
    this.naming = terms.naming
    this.dwellings = terms.dwellings
    this.surroundings = terms.surroundings
  }

  person(terms: NewSoul): Soul {
    const { sex, born, nationality = 'JP', mother = null, father = null, told } = terms
    if (this.souls.length >= NUMBERS_A_CIRCLE) throw new RangeError(`a circle sees at most ${NUMBERS_A_CIRCLE} people`)
    const surname = terms.surname ?? (nationality === 'JP' && told === undefined ? this.naming.surname() : NOBODYS)
    const given = nationality === 'JP' && told === undefined ? this.naming.given(sex, yearOf(born), (mother ?? father)?.children.map((child) => child.given)) : NOBODYS
    const name = told?.name ?? (nationality === 'JP' ? japaneseName(surname, given) : this.foreignName(terms, nationality))
    const soul: Soul = {
      id: told?.id ?? uuidNamed(`${this.name} person ${this.souls.length}`), code: told?.code ?? null, number: this.firstNumber + this.souls.length,
      sex, born, nationality, residence: nationality === 'JP' ? null : this.residence(born), language: told?.language ?? this.language(nationality),
      mother, father, children: [], isFixed: told !== undefined, partner: null, isMarried: false,
      surname, birthSurname: surname, given, name, domicile: '', domicileHead: '',
      home: null, relationship: '', standing: 'resident', address: NOWHERE, residentSince: born, states: [], recordedUpTo: -Infinity,
    }
    if (terms.foreignFamily !== undefined) this.families.set(soul, terms.foreignFamily)
    this.souls.push(soul)
    mother?.children.push(soul)
    father?.children.push(soul)
    this.entitle(soul)
    return soul
  }

  household(members: readonly Soul[], address: WorldAddress, told?: { readonly id: string; readonly code: string }): Home {
    const id = told?.id ?? uuidNamed(`${this.name} household ${this.homes.length}`)
    const home: Home = { id, number: this.firstNumber + this.homes.length, code: told?.code ?? null, isFixed: told !== undefined, members: [...members], head: members[0] ?? null, address, states: [] }
    for (const soul of members) soul.home = home
    this.homes.push(home)
    return home
  }

  /** The surnames that a foreign resident's children bear. */
  familyOf(soul: Soul): ForeignFamily | undefined {
    return this.families.get(soul)
  }

  /** A couple in law; one of two Japanese takes the other's surname, and they have a family register of their own (民法第750条). */
  marry(a: Soul, b: Soul): void {
    Object.assign(a, { partner: b, isMarried: true })
    Object.assign(b, { partner: a, isMarried: true })
    const [wife, husband] = a.sex === 'female' ? [a, b] : [b, a]
    if (!isJapanese(a) || !isJapanese(b)) return
    const [keeps, takes] = this.chance.isTrue(0.95) ? [husband, wife] : [wife, husband]
    this.rename(takes, keeps.surname)
    const place = this.domicile()
    for (const soul of [a, b]) Object.assign(soul, { domicile: place, domicileHead: keeps.name.registered })
  }

  rename(soul: Soul, surname: ReadWord): void {
    if (soul.isFixed || !isJapanese(soul)) return
    soul.surname = surname
    soul.name = japaneseName(surname, soul.given)
  }

  /** A family register: in the city for most, elsewhere for the others. The number is invented like all. */
  domicile(): string {
    const { chance, surroundings } = this
    if (surroundings.towns.length > 0 && chance.isTrue(0.55)) return `${surroundings.place}${chance.among(surroundings.towns).name}${chance.between(9501, 9899)}番地`
    const inland = surroundings.elsewhere.filter(({ country }) => country === 'JP')
    return `${chance.among(inland).place}架空町${chance.between(9501, 9899)}番地`
  }

  /** A child stands in the register of the parent whose surname it bears. */
  private entitle(soul: Soul): void {
    if (!isJapanese(soul)) return
    const parent = [soul.father, soul.mother].find((each) => each !== null && isJapanese(each))
    soul.domicile = parent?.domicile ?? this.domicile()
    soul.domicileHead = parent?.domicileHead ?? (soul.isFixed ? soul.name.registered : `${soul.surname.text} ${this.naming.given('male', yearOf(soul.born) - 30).text}`)
  }

  private foreignName(terms: NewSoul, nationality: string): WorldName {
    return this.naming.foreign(nationality, terms.sex, terms.foreignFamily)
  }

  private language(nationality: string): Soul['language'] {
    if (nationality === 'JP') return this.chance.isTrue(0.02) ? 'ja-x-yasashii' : 'ja'
    if (nationality === 'BR') return this.chance.isTrue(0.75) ? 'pt' : 'ja-x-yasashii'
    return this.chance.isTrue(0.4) ? 'en' : 'ja-x-yasashii'
  }

  /** 在留資格: shares are assumptions of the demo. Whoever is here may stay beyond the world's last day. */
  private residence(born: Day): WorldResidence {
    const ticket = this.chance.next()
    if (ticket < 0.03) return { category: '特別永住者', status: '', period: '', until: null }
    if (ticket < 0.4) return { category: '中長期在留者', status: '永住者', period: '', until: null }
    const status = this.chance.among(['定住者', '定住者', '日本人の配偶者等', '技能実習２号ロ', '特定技能１号', '技術・人文知識・国際業務', '家族滞在', '留学'])
    const years = this.chance.among([1, 3, 5])
    return { category: '中長期在留者', status, period: `${years}年`, until: dateOf(dayIn(yearOf(this.until) + 1, 1, 1) + Math.abs(born % (years * 365))) }
  }
}

const NOBODYS: ReadWord = { text: '', kana: '' }
const NOWHERE: WorldAddress = { town: '', number: '', building: '', postalCode: '' }
