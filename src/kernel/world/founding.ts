import { assertNever } from '#kernel/values/assert-never.ts'
import type { Day } from './calendar.ts'
import type { Cast, NewSoul } from './cast.ts'
import type { DwellingKind } from './dwellings.ts'
import type { Home, Soul } from './people.ts'
import { byAge, HOUSEHOLDS_AT_FIRST, HOUSEHOLDS_MOVING_IN, FOREIGN_SHARE, STAYS_BY_AGE, TWIN_SHARE, type HouseholdKind } from './shape.ts'
import { Lottery } from './chance.ts'

const staysAt = byAge(STAYS_BY_AGE)
const atFirst = lotteryOf(HOUSEHOLDS_AT_FIRST)
const movingIn = lotteryOf(HOUSEHOLDS_MOVING_IN)

function lotteryOf(shares: Readonly<Record<HouseholdKind, number>>): Lottery<HouseholdKind> {
  return new Lottery(Object.keys(shares) as HouseholdKind[], (kind) => shares[kind])
}

/** A household of those that live here when the world begins; of at most so many people. */
export function foundHousehold(cast: Cast, on: Day, most: number): Home {
  return newHousehold(cast, on, most, atFirst, FOREIGN_SHARE * 0.8)
}

/** A household that comes from elsewhere. */
export function arrivingHousehold(cast: Cast, on: Day, most: number): Home {
  return newHousehold(cast, on, most, movingIn, 0.16)
}

function newHousehold(cast: Cast, on: Day, most: number, kinds: Lottery<HouseholdKind>, foreignShare: number): Home {
  const { chance, surroundings } = cast
  const share = surroundings.foreigners !== null && chance.isTrue(foreignShare) ? surroundings.foreigners.draw(chance) : null
  const kind = most === 1 ? 'single-young' : kindOf(cast, kinds, share?.households)
  const group = new Group(cast, on, share?.nationality ?? 'JP')
  const members = group.members(kind)
  // A household that is too large for the room that is left leaves its youngest behind: they never were.
  const kept = members.slice(0, Math.max(1, most))
  return cast.household(kept, cast.dwellings.find(dwellingOf(cast, kind, share?.households)))
}

function kindOf({ chance }: Cast, kinds: Lottery<HouseholdKind>, foreign: 'families' | 'workers' | 'mixed' | undefined): HouseholdKind {
  if (foreign === undefined) return kinds.draw(chance)
  const isFamily = foreign === 'families' || (foreign === 'mixed' && chance.isTrue(0.5))
  return isFamily ? chance.among(['family', 'family', 'couple-young', 'single-middle', 'single-parent', 'single-young']) : 'single-young'
}

function dwellingOf({ chance }: Cast, kind: HouseholdKind, foreign: string | undefined): DwellingKind {
  if (foreign === 'workers') return chance.isTrue(0.7) ? 'dormitory' : 'flat'
  if (foreign !== undefined) return chance.isTrue(0.8) ? 'flat' : 'house'
  switch (kind) {
    case 'single-young': return chance.isTrue(0.2) ? 'dormitory' : chance.isTrue(0.9) ? 'flat' : 'house'
    case 'single-middle': case 'couple-young': case 'single-parent': case 'unmarried-couple': return chance.isTrue(0.6) ? 'flat' : 'house'
    case 'single-old': return chance.isTrue(0.1) ? 'care-home' : chance.isTrue(0.1) ? 'flat' : 'house'
    default: return chance.isTrue(0.12) ? 'flat' : 'house'
  }
}

/** Makes the people of one household, who share a nationality and mostly a surname. */
class Group {
  private readonly cast: Cast
  private readonly on: Day
  private readonly nationality: string

  constructor(cast: Cast, on: Day, nationality: string) {
    this.cast = cast
    this.on = on
    this.nationality = nationality
  }

  /** The head first. */
  members(kind: HouseholdKind): Soul[] {
    const { chance } = this.cast
    switch (kind) {
      case 'single-young': return [this.adult(chance.isTrue(0.6) ? 'male' : 'female', 18, 34)]
      case 'single-middle': return [this.adult(chance.isTrue(0.65) ? 'male' : 'female', 35, 64)]
      case 'single-old': return [this.adult(chance.isTrue(0.3) ? 'male' : 'female', 65, 97)]
      case 'couple-young': return this.couple(23, 42)
      case 'couple-old': return this.couple(54, 90)
      case 'family': return this.family(26, 56)
      case 'couple-and-grown-child': return this.family(56, 86, 1)
      case 'single-parent': return this.singleParent(26, 50)
      case 'parent-and-grown-child': return this.singleParent(60, 92)
      case 'three-generations': return this.threeGenerations()
      case 'unmarried-couple': return this.unmarriedCouple()
      case 'siblings': return this.siblings()
      case 'lodging': return [this.adult('male', 40, 75), this.adult(chance.isTrue(0.5) ? 'male' : 'female', 20, 70)]
      default: return assertNever(kind)
    }
  }

  private adult(sex: Soul['sex'], least: number, most: number, terms: Partial<NewSoul> = {}): Soul {
    const { cast, nationality } = this
    const foreignFamily = nationality === 'JP' ? undefined : cast.naming.foreignFamily(nationality)
    return cast.person({ sex, born: this.bornAt(cast.chance.between(least, most)), nationality, foreignFamily, ...terms })
  }

  private bornAt(age: number): Day {
    return Math.floor(this.on - age * 365.2425 - this.cast.chance.next() * 365)
  }

  private couple(least: number, most: number, husbandTerms: Partial<NewSoul> = {}): [Soul, Soul] {
    const { cast } = this
    const husband = this.adult('male', least, most, husbandTerms)
    const gap = Math.round((cast.chance.next() + cast.chance.next() + cast.chance.next()) * 5 - 5.5)
    const wife = this.adult('female', 0, 0, { born: Math.min(husband.born + gap * 365 + cast.chance.between(0, 364), this.bornAt(19)) })
    cast.marry(husband, wife)
    return cast.chance.isTrue(0.94) ? [husband, wife] : [wife, husband]
  }

  private family(least: number, most: number, fewest = 0): Soul[] {
    const parents = this.couple(least, most)
    return [...parents, ...this.children(parents, fewest)]
  }

  /** Brothers and sisters two to four years apart, of whom those that have come of age may have left. */
  private children(parents: readonly Soul[], fewest = 0): Soul[] {
    const { chance } = this.cast
    const mother = parents.find(({ sex }) => sex === 'female')
    const oldest = mother ?? parents[0]
    if (oldest === undefined) return []
    const children: Soul[] = []
    let born = oldest.born + Math.round((21 + (chance.next() + chance.next()) * 8.5) * 365.2425)
    for (let wished = this.wishedChildren(); wished > 0 && born < this.on; wished--, born += chance.between(550, 1500)) {
      const siblings = chance.isTrue(TWIN_SHARE) ? 2 : 1
      for (let child = 0; child < siblings; child++) if (children.length < fewest || this.stays(born)) children.push(this.child(parents, born))
    }
    return children
  }

  private wishedChildren(): number {
    const ticket = this.cast.chance.next()
    return ticket < 0.22 ? 1 : ticket < 0.74 ? 2 : ticket < 0.95 ? 3 : 4
  }

  private stays(born: Day): boolean {
    const age = (this.on - born) / 365.2425
    return age < 18 || this.cast.chance.isTrue(staysAt(age))
  }

  private child(parents: readonly Soul[], born: Day): Soul {
    return childOf(this.cast, parents, born)
  }

  private singleParent(least: number, most: number): Soul[] {
    const { chance } = this.cast
    const parent = this.adult(chance.isTrue(0.86) ? 'female' : 'male', least, most)
    const children = this.children([parent], 1)
    return children.length > 0 && chance.isTrue(0.3) && (this.on - (children[0] as Soul).born) / 365 > 30 ? [children[0] as Soul, parent, ...children.slice(1)] : [parent, ...children]
  }

  private threeGenerations(): Soul[] {
    const { chance } = this.cast
    const [first, second] = this.couple(58, 86)
    const [husband, wife] = first.sex === 'male' ? [first, second] : [second, first]
    const born = wife.born + Math.round((22 + chance.next() * 10) * 365.2425)
    const surname = husband.surname
    const son = this.adult('male', 0, 0, { born, surname, mother: wife, father: husband })
    const bride = this.adult('female', 0, 0, { born: Math.min(born + chance.between(-1500, 2200), this.bornAt(20)) })
    this.marryInto(son, bride)
    const children = this.children([son, bride], 1)
    const old = chance.isTrue(0.35) ? [wife] : [husband, wife]
    return chance.isTrue(0.55) && old.length === 2 ? [husband, wife, son, bride, ...children] : [son, bride, ...children, ...old]
  }

  private marryInto(son: Soul, bride: Soul): void {
    const { surname } = son
    this.cast.marry(son, bride)
    for (const soul of [son, bride]) this.cast.rename(soul, surname)
  }

  private unmarriedCouple(): Soul[] {
    const husband = this.adult('male', 22, 45)
    const wife = this.adult('female', 20, 44)
    Object.assign(husband, { partner: wife })
    Object.assign(wife, { partner: husband })
    return this.cast.chance.isTrue(0.6) ? [husband, wife] : [wife, husband]
  }

  private siblings(): Soul[] {
    const { chance } = this.cast
    const age = chance.isTrue(0.5) ? chance.between(20, 34) : chance.between(55, 85)
    const mother = this.adult('female', age + 24, age + 24)
    const father = this.adult('male', age + 27, age + 27, { surname: mother.surname })
    const first = this.child([mother, father], this.bornAt(age))
    return [first, this.child([mother, father], this.bornAt(age - 3))]
  }
}

/** A child of one or two parents, with the surname of the first Japanese one of father and mother. */
export function childOf(cast: Cast, parents: readonly Soul[], born: Day): Soul {
  const mother = parents.find(({ sex }) => sex === 'female') ?? null
  const father = parents.find(({ sex }) => sex === 'male') ?? null
  const namesake = [father, mother].find((parent) => parent !== null && parent.nationality === 'JP') ?? father ?? mother
  if (namesake === null) throw new RangeError('a child has a parent')
  const bears = mother !== null && father !== null && !mother.isMarried ? mother : namesake
  return cast.person({
    sex: cast.chance.isTrue(0.512) ? 'male' : 'female', born, nationality: bears.nationality, surname: bears.surname, foreignFamily: cast.familyOf(bears), mother, father,
  })
}
