import type { Day } from './calendar.ts'
import type { ReadWord } from './surroundings.ts'
import type { WorldAddress, WorldHouseholdState, WorldName, WorldPerson, WorldResidence, WorldState } from './world.ts'

/** A person while the world is being made: what changes is changed here, and the chronicle writes down what holds. */
export interface Soul {
  readonly id: string
  readonly code: string | null
  readonly number: number
  readonly sex: WorldPerson['sex']
  readonly born: Day
  readonly nationality: string
  readonly residence: WorldResidence | null
  readonly language: WorldPerson['language']
  readonly mother: Soul | null
  readonly father: Soul | null
  readonly children: Soul[]
  /** The families of `households.csv` live as their file says: chance leaves them alone. */
  readonly isFixed: boolean
  /** Who they live with as a couple, or are married to. */
  partner: Soul | null
  isMarried: boolean
  /** Of Japanese people: the surname of the family register; a marriage gives one of two the other's. */
  surname: ReadWord
  birthSurname: ReadWord
  given: ReadWord
  name: WorldName
  domicile: string
  domicileHead: string
  /** Null once they have left or died. */
  home: Home | null
  relationship: string
  standing: WorldState['standing']
  address: WorldAddress
  readonly states: WorldState[]
  residentSince: Day
  /** Nothing about them is handed in before this day: notices about one person keep their order. */
  recordedUpTo: Day
}

export interface Home {
  readonly id: string
  readonly number: number
  readonly code: string | null
  readonly isFixed: boolean
  /** In the order of the register. */
  members: Soul[]
  head: Soul | null
  address: WorldAddress
  readonly states: WorldHouseholdState[]
}

export const isJapanese = (soul: Soul): boolean => soul.nationality === 'JP'

/** Members who may head a household: the register asks for who keeps it, and a child of fourteen does not. */
export const YOUNGEST_HEAD = 15

export function isParent(parent: Soul, child: Soul): boolean {
  return child.mother === parent || child.father === parent
}

export function haveParentInCommon(a: Soul, b: Soul): boolean {
  return (a.mother !== null && a.mother === b.mother) || (a.father !== null && a.father === b.father)
}
